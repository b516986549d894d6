import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { keepFocus } from "./parts/focus";
import { usePendingDeliveries, formatPendingCount } from "./parts/pending";
import { SearchBox } from "./parts/search";
import { followLinks, useRoute, type Route } from "./router";
import { formatMoment } from "./text/format";
import { getLanguage, say, setLanguage } from "./text/language";
import { ApiPage } from "./views/api-page";
import { AreaView } from "./views/area/area";
import { ReportView } from "./views/area/report";
import { DataView } from "./views/data/data";
import { DeliveryView } from "./views/data/delivery";
import { HomeView } from "./views/home/home";
import { MortgageView } from "./views/mortgage/mortgage";
import { MortgagesView } from "./views/mortgage/mortgages";
import { MunicipalityView } from "./views/municipality/municipality";
import { NotFound } from "./views/not-found";
import { ProgrammesView } from "./views/programmes/programmes";
import { WhatIfsView } from "./views/what-ifs/what-ifs";

/** The page: the header, the footer, and the view of the current route. */
export function App() {
  const route = useRoute();
  const [, redraw] = useState(0);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const lastPath = useRef(route.path.join("/"));

  // Keyboard and screen reader users continue at the start of the new view, not at the link in the old one.
  useEffect(() => {
    const currentPath = route.path.join("/");
    if (currentPath !== lastPath.current) {
      lastPath.current = currentPath;
      setMenuOpen(false);
      main.current?.focus({ preventScroll: true });
    }
  }, [route]);

  useEffect(() => keepFocus(main.current!), []);

  // A printed page says when and from which address it was printed.
  const printNote = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const notePrinted = (): void => {
      printNote.current!.textContent = say(`Afgedrukt op ${formatMoment(new Date().toISOString())} van ${location.href}`, `Printed on ${formatMoment(new Date().toISOString())} from ${location.href}`);
    };
    addEventListener("beforeprint", notePrinted);
    return () => removeEventListener("beforeprint", notePrinted);
  }, []);

  const pendingCount = usePendingDeliveries(route.path.join("/"))?.length ?? 0;

  const toggleLanguage = (event: MouseEvent): void => {
    event.preventDefault();
    setLanguage(getLanguage() === "nl" ? "en" : "nl");
    const query = new URLSearchParams(location.search);
    query.set("lang", getLanguage());
    history.replaceState(history.state, "", `${location.pathname}?${query}`);
    redraw(count => count + 1);
  };

  return (
    <div class="page" onClick={followLinks} key={getLanguage()}>
      <a class="skip" href="#inhoud">{say("Naar de inhoud", "Skip to the content")}</a>
      <header class="top">
        <div class="top-inner">
          <a class="brand" href="/">
            <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M3 26V13l7-6 7 6v13z" /><path class="sun" d="M17 26v-9l6-5 6 5v9z" /></svg>
            <span>Wijkmonitor</span>
          </a>
          <button type="button" class="secondary menu-button" aria-expanded={isMenuOpen} aria-controls="hoofdmenu" onClick={() => setMenuOpen(!isMenuOpen)}>{say("Menu", "Menu")}</button>
          <nav class="main-nav" id="hoofdmenu" aria-label={say("Hoofdmenu", "Main menu")}>
            <NavLink href="/" route={route} section="">{say("Overzicht", "Overview")}</NavLink>
            <NavLink href="/programmas" route={route} section="programmas">{say("Programma's", "Programmes")}</NavLink>
            <NavLink href="/sociale-hypotheken" route={route} section="sociale-hypotheken">{say("Sociale hypotheken", "Social mortgages")}</NavLink>
            <NavLink href="/gegevens" route={route} section="gegevens">{say("Gegevens", "Data")}{pendingCount > 0 && <span class="pending-count"><span aria-hidden="true">{pendingCount}</span><span class="visually-hidden"> ({formatPendingCount(pendingCount)})</span></span>}</NavLink>
          </nav>
          <SearchBox />
          <a class="language" href={`?lang=${getLanguage() === "nl" ? "en" : "nl"}`} hreflang={getLanguage() === "nl" ? "en" : "nl"} lang={getLanguage() === "nl" ? "en" : "nl"} onClick={toggleLanguage}>
            {getLanguage() === "nl" ? "English" : "Nederlands"}
          </a>
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} ref={main}>
        <View route={route} />
        <p class="print-only print-note" ref={printNote} />
      </main>
      <footer class="bottom">
        <p>
          {say(
            "Een buurt is meer dan haar cijfers. Bij elk cijfer staat uit welk bestand en van welke regel het komt. Wat ontbreekt, blijft leeg.",
            "A neighbourhood is more than its figures. Each figure says which file and line it came from. What is missing stays empty.",
          )}
        </p>
        <p class="links">
          <a href="/rekenvoorbeelden">{say("Rekenvoorbeelden", "Example calculations")}</a>
          <a href="/cijfers-als-api">{say("De cijfers als API", "The figures as an API")}</a>
        </p>
      </footer>
    </div>
  );
}

function NavLink({ href, route, section, children }: { href: string; route: Route; section: string; children: ComponentChildren }) {
  const isCurrent = (route.path[0] ?? "") === section;
  return <a href={href} {...(isCurrent ? { "aria-current": "page" as const } : {})}>{children}</a>;
}

function View({ route }: { route: Route }) {
  const [first, second, third] = route.path;
  if (first === "gebieden" && second && third === "verslag" && route.path.length === 3) {
    return <ReportView key={second} code={second} query={route.query} />;
  }
  if (route.isMalformed || third !== undefined) {
    return <NotFound />;
  }
  switch (first) {
    case undefined:
      return <HomeView query={route.query} />;
    case "gemeenten":
      return second ? <MunicipalityView key={second} code={second} query={route.query} /> : <HomeView query={route.query} />;
    case "gebieden":
      return second ? <AreaView key={second} code={second} query={route.query} /> : <HomeView query={route.query} />;
    case "programmas":
      return second ? <NotFound /> : <ProgrammesView query={route.query} />;
    case "rekenvoorbeelden":
      return second ? <NotFound /> : <WhatIfsView query={route.query} />;
    case "sociale-hypotheken":
      return second ? <MortgageView key={second} id={second} query={route.query} /> : <MortgagesView />;
    case "cijfers-als-api":
      return second ? <NotFound /> : <ApiPage />;
    case "gegevens":
      return second ? <DeliveryView key={second} id={second} /> : <DataView query={route.query} />;
    default:
      return <NotFound />;
  }
}

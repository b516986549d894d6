import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { keepFocus } from "./parts/focus";
import { usePending, waitingWords } from "./parts/pending";
import { SearchBox } from "./parts/search";
import { followLinks, usePlace, type Place } from "./router";
import { moment } from "./text/format";
import { language, say, speak } from "./text/language";
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

/** The page: what stands around every view, and the view of the address. */
export function App() {
  const place = usePlace();
  const [, redraw] = useState(0);
  const [isMenuOpen, openMenu] = useState(false);
  const main = useRef<HTMLElement>(null);
  const seen = useRef(place.path.join("/"));

  // Who uses the keyboard or a screen reader goes on at the new view's start, not at the link in the old one.
  useEffect(() => {
    const now = place.path.join("/");
    if (now !== seen.current) {
      seen.current = now;
      openMenu(false);
      main.current?.focus({ preventScroll: true });
    }
  }, [place]);

  useEffect(() => keepFocus(main.current!), []);

  // On paper stands when it was printed and from where.
  const printed = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const print = (): void => {
      printed.current!.textContent = say(`Afgedrukt op ${moment(new Date().toISOString())} van ${location.href}`, `Printed on ${moment(new Date().toISOString())} from ${location.href}`);
    };
    addEventListener("beforeprint", print);
    return () => removeEventListener("beforeprint", print);
  }, []);

  const pending = usePending(place.path.join("/"))?.length ?? 0;

  const toggle = (event: MouseEvent): void => {
    event.preventDefault();
    speak(language() === "nl" ? "en" : "nl");
    const query = new URLSearchParams(location.search);
    query.set("lang", language());
    history.replaceState(history.state, "", `${location.pathname}?${query}`);
    redraw(n => n + 1);
  };

  return (
    <div class="page" onClick={followLinks} key={language()}>
      <a class="skip" href="#inhoud">{say("Naar de inhoud", "Skip to the content")}</a>
      <header class="top">
        <div class="top-inner">
          <a class="brand" href="/">
            <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M3 26V13l7-6 7 6v13z" /><path class="sun" d="M17 26v-9l6-5 6 5v9z" /></svg>
            <span>Wijkmonitor</span>
          </a>
          <button type="button" class="quiet menu-button" aria-expanded={isMenuOpen} aria-controls="hoofdmenu" onClick={() => openMenu(!isMenuOpen)}>{say("Menu", "Menu")}</button>
          <nav class="main-nav" id="hoofdmenu" aria-label={say("Hoofdmenu", "Main menu")}>
            <NavLink href="/" place={place} first="">{say("Overzicht", "Overview")}</NavLink>
            <NavLink href="/sociale-hypotheken" place={place} first="sociale-hypotheken">{say("Sociale hypotheken", "Social mortgages")}</NavLink>
            <NavLink href="/gegevens" place={place} first="gegevens">{say("Gegevens", "Data")}{pending > 0 && <span class="waits"><span aria-hidden="true">{pending}</span><span class="unseen"> ({waitingWords(pending)})</span></span>}</NavLink>
          </nav>
          <SearchBox />
          <a class="language" href={`?lang=${language() === "nl" ? "en" : "nl"}`} hreflang={language() === "nl" ? "en" : "nl"} lang={language() === "nl" ? "en" : "nl"} onClick={toggle}>
            {language() === "nl" ? "English" : "Nederlands"}
          </a>
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} ref={main}>
        <View place={place} />
        <p class="print-only printed" ref={printed} />
      </main>
      <footer class="bottom">
        <p>
          {say(
            "Een buurt is meer dan haar cijfers. Elk cijfer hier zegt uit welk bestand en van welke regel het komt; wat ontbreekt, blijft leeg.",
            "A neighbourhood is more than its figures. Each figure here says which file and line it came from; what is missing stays empty.",
          )}
        </p>
        <p><a href="/cijfers-als-api">{say("De cijfers als API", "The figures as an API")}</a></p>
      </footer>
    </div>
  );
}

function NavLink({ href, place, first, children }: { href: string; place: Place; first: string; children: ComponentChildren }) {
  const current = (place.path[0] ?? "") === first;
  return <a href={href} {...(current ? { "aria-current": "page" as const } : {})}>{children}</a>;
}

function View({ place }: { place: Place }) {
  const [first, second, third] = place.path;
  if (first === "gebieden" && second && third === "verslag" && place.path.length === 3) {
    return <ReportView key={second} code={second} query={place.query} />;
  }
  if (place.isMalformed || third !== undefined) {
    return <NotFound />;
  }
  switch (first) {
    case undefined:
      return <HomeView />;
    case "gemeenten":
      return second ? <MunicipalityView key={second} code={second} query={place.query} /> : <HomeView />;
    case "gebieden":
      return second ? <AreaView key={second} code={second} query={place.query} /> : <HomeView />;
    case "sociale-hypotheken":
      return second ? <MortgageView key={second} id={second} query={place.query} /> : <MortgagesView />;
    case "cijfers-als-api":
      return second ? <NotFound /> : <ApiPage />;
    case "gegevens":
      return second ? <DeliveryView key={second} id={second} /> : <DataView query={place.query} />;
    default:
      return <NotFound />;
  }
}

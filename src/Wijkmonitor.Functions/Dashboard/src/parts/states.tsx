import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { isRefusal, keepKey, noAnswer, type ApiProblem } from "../api/http";
import type { Lack, Loaded } from "../api/load";
import { pick, say } from "../text/language";

/** Shows what was loaded (with `whole`, what the whole view needs; with `besides`, what only some may see), or that it is being loaded, or what went wrong and what to do. */
export function Show<T>({ of, what, whole = false, besides = false, children }: { of: Loaded<T>; what: string; whole?: boolean; besides?: boolean; children: (value: T, again: () => void) => ComponentChildren }) {
  switch (of.state) {
    case "ready":
      return <>{children(of.value, of.again)}</>;
    case "loading":
      return <Loading what={what} whole={whole} />;
    case "failed":
      if (besides && isRefusal(of.problem)) {
        return (
          <details class="refused">
            <summary>{say("Alleen voor wie is aangemeld en hierbij hoort.", "Only for people who have signed in and are part of this.")}</summary>
            <KeyForm again={of.again} />
          </details>
        );
      }
      return <Failed problem={of.problem} again={of.again} whole={whole} />;
  }
}

export function Loading({ what, whole = false }: { what: string; whole?: boolean }) {
  return (
    <div class="state loading" role="status">
      <span class="pulse" aria-hidden="true" />
      {whole && <h1 class="unseen">{what}</h1>}
      <p>{say(`${what} ophalen…`, `Fetching ${what}…`)}</p>
    </div>
  );
}

/** There is nothing to show, and that is no error. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state empty">
      <p class="state-title">{title}</p>
      {children}
    </div>
  );
}

/** What went wrong in a few words: each way of failing has its own, and none says that there is nothing. */
export function failureTitle({ status }: ApiProblem): string {
  switch (true) {
    case status === 401: return say("Meld u eerst aan", "Sign in first");
    case status === 403: return say("U mag dit niet zien", "You may not see this");
    case status === 400 || status === 404: return say("Niet gevonden", "Not found");
    case status === 429: return say("Even wachten: er wordt te veel gevraagd", "Please wait: too much is asked");
    case status === noAnswer.unreachable: return say("Geen verbinding met de wijkmonitor", "No connection with the monitor");
    case status === noAnswer.tooLate: return say("Het antwoord blijft uit", "The answer does not come");
    case status === 503: return say("De wijkmonitor is even niet beschikbaar", "The monitor is not available for a moment");
    case status >= 500: return say("Storing in de wijkmonitor", "Fault in the monitor");
    default: return say("Dit is nu niet te zien", "This cannot be shown now");
  }
}

export function Failed({ problem, again, whole = false }: { problem: ApiProblem; again: () => void; whole?: boolean }) {
  const Head = whole ? "h1" : "p";
  const title = failureTitle(problem);
  useEffect(() => {
    if (whole) {
      document.title = `${title} · Wijkmonitor`;
    }
  }, [whole, title]);
  return (
    <div class="state failed" role="alert">
      <Head class="state-title">{title}</Head>
      <p>{pick(problem.said)}</p>
      {isRefusal(problem) ? <KeyForm again={again} />
        : problem.status === 400 || problem.status === 404 ? <p>{say("Zoek hierboven een buurt of gemeente, of ga naar het ", "Search for a neighbourhood or municipality above, or go to the ")}<a href="/">{say("overzicht", "overview")}</a>.</p>
        : <button type="button" onClick={again}>{say("Opnieuw proberen", "Try again")}</button>}
    </div>
  );
}

/** What of a view could not be fetched: the rest of it is right, and does not say of these that there are none. */
export function Partly({ lacks, again }: { lacks: readonly Lack[]; again: () => void }) {
  if (lacks.length === 0) {
    return null;
  }
  const whats = [...new Set(lacks.map(l => pick(l.what)))].join(", ");
  return (
    <div class="state failed partly" role="alert">
      <p class="state-title">{say("Niet alles kon worden opgehaald", "Not everything could be fetched")}</p>
      <p>{say(`Wat hier staat klopt, maar dit ontbreekt: ${whats}.`, `What is here is right, but this is missing: ${whats}.`)} {[...new Set(lacks.map(l => pick(l.problem.said)))].join(" ")}</p>
      {lacks.every(l => isRefusal(l.problem)) ? <KeyForm again={again} /> : <button type="button" onClick={again}>{say("Opnieuw proberen", "Try again")}</button>}
    </div>
  );
}

function KeyForm({ again }: { again: () => void }) {
  const [key, setKey] = useState("");
  const id = useId();
  const send = (event: Event): void => {
    event.preventDefault();
    keepKey(key.trim());
    again();
  };
  return (
    <form class="key-form" onSubmit={send}>
      <p>{say("Meld u aan, of geef de toegangssleutel van uw organisatie. Hij wordt vergeten zodra dit tabblad sluit.", "Sign in, or give the access key of your organisation. It is forgotten when this tab closes.")}</p>
      <p><a href={`/.auth/login/aad?post_login_redirect_uri=${encodeURIComponent(location.pathname + location.search)}`} target="_self">{say("Aanmelden", "Sign in")}</a></p>
      <label for={id}>{say("Toegangssleutel", "Access key")}</label>
      <input id={id} type="password" autocomplete="off" value={key} onInput={e => setKey(e.currentTarget.value)} />
      <button type="submit">{say("Gebruik deze sleutel", "Use this key")}</button>
    </form>
  );
}

/** Says of what the address asks for that it is not there, and what is shown in its place. */
export function Unknown({ query, known }: { query: URLSearchParams; known: Record<string, string> }) {
  const asked = Object.entries(known).flatMap(([name, shown]) => {
    const value = query.get(name);
    return value && value !== shown ? [value] : [];
  });
  return asked.length === 0 ? null : (
    <p class="notice" role="status">{say(`Wat het adres vraagt (${asked.join(", ")}) is er niet; hieronder staat wat er wel is.`, `What the address asks for (${asked.join(", ")}) is not there; below is what is there.`)}</p>
  );
}

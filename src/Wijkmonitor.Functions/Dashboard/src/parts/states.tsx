import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { isRefusal, saveKey, failureStatus, type ApiProblem } from "../api/http";
import type { MissingPart, Loadable } from "../api/load";
import { localize, say } from "../text/language";

/** Shows loaded data, that it is loading, or what went wrong and what to do. `isWholeView` is for data that the whole view needs, `isOptional` for data that only some callers may see. */
export function LoadableView<T>({ source, name, isWholeView = false, isOptional = false, children }: { source: Loadable<T>; name: string; isWholeView?: boolean; isOptional?: boolean; children: (value: T, retry: () => void) => ComponentChildren }) {
  switch (source.state) {
    case "ready":
      return <>{children(source.value, source.retry)}</>;
    case "loading":
      return <LoadingState name={name} isWholeView={isWholeView} />;
    case "failed":
      if (isOptional && isRefusal(source.problem)) {
        return (
          <details class="sign-in-needed">
            <summary>{say("Alleen voor wie is aangemeld en hierbij hoort.", "Only for people who have signed in and are part of this.")}</summary>
            <KeyForm retry={source.retry} />
          </details>
        );
      }
      return <FailedState problem={source.problem} retry={source.retry} isWholeView={isWholeView} />;
  }
}

export function LoadingState({ name, isWholeView = false }: { name: string; isWholeView?: boolean }) {
  return (
    <div class="state loading" role="status">
      <span class="pulse" aria-hidden="true" />
      {isWholeView && <h1 class="visually-hidden">{name}</h1>}
      <p>{say(`${name} ophalen…`, `Fetching ${name}…`)}</p>
    </div>
  );
}

/** A view without content, which is no error. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state empty">
      <p class="state-title">{title}</p>
      {children}
    </div>
  );
}

/** The title of a failure. Each kind of failure has its own, and none claims that there is nothing. */
export function getFailureTitle({ status }: ApiProblem): string {
  switch (true) {
    case status === 401: return say("Meld u eerst aan", "Sign in first");
    case status === 403: return say("U mag dit niet zien", "You may not see this");
    case status === 400 || status === 404: return say("Niet gevonden", "Not found");
    case status === 429: return say("Even wachten: er wordt te veel gevraagd", "Please wait: too many requests");
    case status === failureStatus.unreachable: return say("Geen verbinding met de wijkmonitor", "No connection with the monitor");
    case status === failureStatus.timedOut: return say("De wijkmonitor antwoordt niet", "The monitor does not answer");
    case status === 503: return say("De wijkmonitor is even niet beschikbaar", "The monitor is not available right now");
    case status >= 500: return say("Storing in de wijkmonitor", "Error in the monitor");
    default: return say("Dit is nu niet te zien", "This cannot be shown now");
  }
}

export function FailedState({ problem, retry, isWholeView = false }: { problem: ApiProblem; retry: () => void; isWholeView?: boolean }) {
  const Heading = isWholeView ? "h1" : "p";
  const title = getFailureTitle(problem);
  useEffect(() => {
    if (isWholeView) {
      document.title = `${title} · Wijkmonitor`;
    }
  }, [isWholeView, title]);
  return (
    <div class="state failed" role="alert">
      <Heading class="state-title">{title}</Heading>
      <p>{localize(problem.localizedMessage)}</p>
      {isRefusal(problem) ? <KeyForm retry={retry} />
        : problem.status === 400 || problem.status === 404 ? <p>{say("Zoek hierboven een buurt of gemeente, of ga naar het ", "Search for a neighbourhood or municipality above, or go to the ")}<a href="/">{say("overzicht", "overview")}</a>.</p>
        : <button type="button" onClick={retry}>{say("Opnieuw proberen", "Try again")}</button>}
    </div>
  );
}

/** The parts of a view that could not be loaded; the rest of the view is right. */
export function PartialState({ missing, retry }: { missing: readonly MissingPart[]; retry: () => void }) {
  if (missing.length === 0) {
    return null;
  }
  const names = [...new Set(missing.map(l => localize(l.name)))].join(", ");
  return (
    <div class="state failed partial" role="alert">
      <p class="state-title">{say("Niet alles kon worden opgehaald", "Not everything could be fetched")}</p>
      <p>{say(`Wat hier staat, klopt. Dit ontbreekt: ${names}.`, `What is shown is right. This is missing: ${names}.`)} {[...new Set(missing.map(l => localize(l.problem.localizedMessage)))].join(" ")}</p>
      {missing.every(l => isRefusal(l.problem)) ? <KeyForm retry={retry} /> : <button type="button" onClick={retry}>{say("Opnieuw proberen", "Try again")}</button>}
    </div>
  );
}

function KeyForm({ retry }: { retry: () => void }) {
  const [key, setKey] = useState("");
  const id = useId();
  const send = (event: Event): void => {
    event.preventDefault();
    saveKey(key.trim());
    retry();
  };
  return (
    <form class="key-form" onSubmit={send}>
      <p>{say("Meld u aan, of vul de toegangssleutel van uw organisatie in. De sleutel wordt vergeten als u dit tabblad sluit.", "Sign in, or enter the access key of your organisation. The key is forgotten when you close this tab.")}</p>
      <p><a href={`/.auth/login/aad?post_login_redirect_uri=${encodeURIComponent(location.pathname + location.search)}`} target="_self">{say("Aanmelden", "Sign in")}</a></p>
      <label for={id}>{say("Toegangssleutel", "Access key")}</label>
      <input id={id} type="password" autocomplete="off" value={key} onInput={e => setKey(e.currentTarget.value)} />
      <button type="submit">{say("Gebruik deze sleutel", "Use this key")}</button>
    </form>
  );
}

/** Names the choices in the address that do not exist; the defaults are shown instead. */
export function UnknownChoice({ query, actual }: { query: URLSearchParams; actual: Record<string, string> }) {
  const unknown = Object.entries(actual).flatMap(([name, shown]) => {
    const value = query.get(name);
    return value && value !== shown ? [value] : [];
  });
  return unknown.length === 0 ? null : (
    <p class="notice" role="status">{say(`Wat u in het adres vraagt (${unknown.join(", ")}), is er niet. Hieronder staat wat er wel is.`, `What the address asks for (${unknown.join(", ")}) does not exist. Below is what there is.`)}</p>
  );
}

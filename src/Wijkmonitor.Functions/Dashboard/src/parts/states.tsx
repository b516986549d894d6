import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Loaded } from "../api/load";
import { keepKey } from "../api/http";
import { pick, say } from "../text/language";

/** Shows what was loaded (with `whole`, what the whole view needs; with `besides`, what only some may see), or that it is being loaded, or what went wrong and what to do. */
export function Show<T>({ of, what, whole = false, besides = false, children }: { of: Loaded<T>; what: string; whole?: boolean; besides?: boolean; children: (value: T) => ComponentChildren }) {
  switch (of.state) {
    case "ready":
      return <>{children(of.value)}</>;
    case "loading":
      return <Loading what={what} whole={whole} />;
    case "failed":
      if (besides && (of.problem.status === 401 || of.problem.status === 403)) {
        return <p class="muted">{say("Alleen voor wie is aangemeld en hierbij hoort.", "Only for who has signed in and belongs to it.")}</p>;
      }
      return <Failed status={of.problem.status} message={pick(of.problem.said)} again={of.again} whole={whole} />;
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

export function Failed({ status, message, again, whole = false }: { status: number; message: string; again: () => void; whole?: boolean }) {
  const Head = whole ? "h1" : "p";
  return (
    <div class="state failed" role="alert">
      <Head class="state-title">{status === 404 ? say("Niet gevonden", "Not found") : say("Dit is nu niet te zien", "This cannot be shown now")}</Head>
      <p>{message}</p>
      {status === 401 || status === 403 ? <KeyForm again={again} /> : status === 404 ? null : <button type="button" onClick={again}>{say("Opnieuw proberen", "Try again")}</button>}
    </div>
  );
}

function KeyForm({ again }: { again: () => void }) {
  const [key, setKey] = useState("");
  const send = (event: Event): void => {
    event.preventDefault();
    keepKey(key.trim());
    again();
  };
  return (
    <form class="key-form" onSubmit={send}>
      <p>{say("Meld u aan, of geef de toegangssleutel van uw organisatie. Hij wordt vergeten zodra dit tabblad sluit.", "Sign in, or give the access key of your organisation. It is forgotten when this tab closes.")}</p>
      <p><a href={`/.auth/login/aad?post_login_redirect_uri=${encodeURIComponent(location.pathname + location.search)}`} target="_self">{say("Aanmelden", "Sign in")}</a></p>
      <label for="access-key">{say("Toegangssleutel", "Access key")}</label>
      <input id="access-key" type="password" autocomplete="off" value={key} onInput={e => setKey(e.currentTarget.value)} />
      <button type="submit">{say("Gebruik deze sleutel", "Use this key")}</button>
    </form>
  );
}

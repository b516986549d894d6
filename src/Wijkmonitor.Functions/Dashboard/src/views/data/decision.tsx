import { useState } from "preact/hooks";
import { asProblem, post } from "../../api/http";
import type { Delivery } from "../../api/types";
import { moment } from "../../text/format";
import { pick, say } from "../../text/language";
import { roleNames } from "../../text/terms";
import { Preview, usePreview } from "./preview";

type Asked = "confirmation" | "withdrawal";

/** Confirming a file that waits for somebody's word, and withdrawing one: with a reason, and after seeing what that changes. */
export function Decision({ delivery, path, decided }: { delivery: Delivery; path: string; decided: () => void }) {
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const isPending = delivery.state === "pending";
  if (!isPending && delivery.state !== "served") {
    return null;
  }
  return (
    <div class={isPending ? "notice ask" : "decision"}>
      {isPending && <p>{say("Dit bestand wacht op uw bevestiging: kloppen de waarschuwingen hieronder? Tot dan is er niets van opgenomen.", "This file waits for your confirmation: are the warnings below as they should be? Until then nothing of it counts.")}</p>}
      {asked ? (
        <Certain key={asked} {...{ delivery, path, decided, asked }} back={() => setAsked(undefined)} />
      ) : (
        <p class="buttons">
          {isPending && <button type="button" onClick={() => setAsked("confirmation")}>{say("Het klopt: bevestigen", "It is right: confirm")}</button>}
          <button type="button" class="quiet" onClick={() => setAsked("withdrawal")}>{say("Intrekken", "Withdraw")}</button>
        </p>
      )}
    </div>
  );
}

function Certain({ delivery, path, decided, asked, back }: { delivery: Delivery; path: string; decided: () => void; asked: Asked; back: () => void }) {
  const [said, setSaid] = useState("");
  const [reason, setReason] = useState("");
  const [isUnseen, setIsUnseen] = useState(false);
  // A file that only waits changes nothing when it is withdrawn.
  const changesNothing = asked === "withdrawal" && delivery.state === "pending";
  const preview = usePreview(path, !changesNothing);
  const mayDecide = changesNothing || preview.state === "ready" || (preview.state === "failed" && isUnseen);
  const what = asked === "confirmation"
    ? say("Bevestigen neemt het bestand op zoals het is. Zeker weten?", "Confirming takes the file in as it is. Are you sure?")
    : delivery.state === "pending"
      ? say(`Intrekken legt ${delivery.file} bij de geweigerde bestanden. Zeker weten?`, `Withdrawing puts ${delivery.file} with the refused files. Are you sure?`)
      : say(`Intrekken haalt alles van ${delivery.file} uit de cijfers en rekent ze opnieuw door. Zeker weten?`, `Withdrawing takes all of ${delivery.file} out of the figures and computes them anew. Are you sure?`);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!reason.trim()) {
      setSaid(say("Vul in waarom. De reden blijft bij de levering staan.", "Fill in why. The reason stays with the delivery."));
      return;
    }
    try {
      await post(`${path}/${asked}`, { reason: reason.trim() });
      back();
      decided();
    } catch (e) {
      setSaid(pick(asProblem(e).said));
    }
  };
  return (
    <form aria-label={say("Zeker weten", "Are you sure")} onSubmit={e => void send(e)}>
      <p>{what}</p>
      {!changesNothing && <Preview of={preview} />}
      <p class="decision-fields">
        <label>{say("Reden (geen namen)", "Reason (no names)")}<input value={reason} maxLength={2000} onInput={e => setReason(e.currentTarget.value)} /></label>
        <span class="muted">{say("Uw rol komt uit uw aanmelding.", "Your role comes from your sign-in.")}</span>
      </p>
      {!changesNothing && preview.state === "failed" && (
        <p><label><input type="checkbox" checked={isUnseen} onChange={e => setIsUnseen(e.currentTarget.checked)} /> {say("Ik besluit zonder te hebben gezien wat het verandert.", "I decide without having seen what it changes.")}</label></p>
      )}
      <p class="buttons">
        <button type="submit" disabled={!mayDecide}>{asked === "withdrawal" ? say("Ja, trek in", "Yes, withdraw") : say("Ja, bevestig", "Yes, confirm")}</button>
        <button type="button" class="quiet" onClick={back}>{say("Nee", "No")}</button>
      </p>
      {said && <p class="problem-text" role="alert">{said}</p>}
    </form>
  );
}

/** What was decided about a delivery, in order. */
export function Decided({ delivery }: { delivery: Delivery }) {
  return delivery.decisions.length === 0 ? null : (
    <section aria-labelledby="decided-head">
      <h2 id="decided-head">{say("Besluiten", "Decisions")}</h2>
      <ul class="rows decisions">
        {delivery.decisions.map((d, i) => (
          <li key={i}>
            <span>{d.kind === "confirmation" ? say("Bevestigd door ", "Confirmed by ") : say("Ingetrokken door ", "Withdrawn by ")}<strong>{roleNames(d.byRole)}</strong>{d.reason && <>: {d.reason}</>}</span>
            <span class="muted">{moment(d.at)}</span>
          </li>
        ))}
      </ul>
      {(delivery.state === "restored" || delivery.state === "withdrawn") && <p>{delivery.storedAt
        ? say("De cijfers van dit bestand tellen niet meer mee; wat ervoor gold, geldt weer. Terug kan: lever het bestand nog eens.", "The figures of this file no longer count; what was in force before is in force again. There is a way back: deliver the file once more.")
        : say("Van dit bestand is niets opgenomen. Terug kan: lever het nog eens.", "Nothing of this file was taken in. There is a way back: deliver it once more.")}</p>}
    </section>
  );
}

import { useState } from "preact/hooks";
import { toProblem, post } from "../../api/http";
import type { Delivery } from "../../api/types";
import { formatMoment } from "../../text/format";
import { localize, say } from "../../text/language";
import { formatRoles } from "../../text/terms";
import { Preview, usePreview } from "./preview";

type DecisionKind = "confirmation" | "withdrawal";

/** Buttons to confirm a pending delivery or withdraw a delivery, with a reason and a preview of the effects. */
export function Decision({ delivery, path, onDecided }: { delivery: Delivery; path: string; onDecided: () => void }) {
  const [kind, setKind] = useState<DecisionKind | undefined>(undefined);
  const isPending = delivery.state === "pending";
  if (!isPending && delivery.state !== "served") {
    return null;
  }
  return (
    <div class={isPending ? "notice needs-decision" : "decision"}>
      {isPending && <p>{say("Dit bestand wacht op uw bevestiging. Klopt het bestand, ook met de waarschuwingen hieronder? Tot u bevestigt, is er niets van opgenomen.", "This file is waiting for your confirmation. Is the file right, even with the warnings below? Until you confirm, nothing of it is stored.")}</p>}
      {kind ? (
        <DecisionForm key={kind} {...{ delivery, path, onDecided, kind }} onCancel={() => setKind(undefined)} />
      ) : (
        <p class="buttons">
          {isPending && <button type="button" onClick={() => setKind("confirmation")}>{say("Het klopt: bevestigen", "It is right: confirm")}</button>}
          <button type="button" class="secondary" onClick={() => setKind("withdrawal")}>{say("Intrekken", "Withdraw")}</button>
        </p>
      )}
    </div>
  );
}

function DecisionForm({ delivery, path, onDecided, kind, onCancel }: { delivery: Delivery; path: string; onDecided: () => void; kind: DecisionKind; onCancel: () => void }) {
  const [error, setError] = useState("");
  const [reason, setReason] = useState("");
  const [isUnseenAccepted, setIsUnseenAccepted] = useState(false);
  // Withdrawing a pending file changes no figures.
  const changesNothing = kind === "withdrawal" && delivery.state === "pending";
  const preview = usePreview(path, !changesNothing);
  const mayDecide = changesNothing || preview.state === "ready" || (preview.state === "failed" && isUnseenAccepted);
  const question = kind === "confirmation"
    ? say("Bevestigen neemt het bestand op zoals het is. Zeker weten?", "Confirming stores the file as it is. Are you sure?")
    : delivery.state === "pending"
      ? say(`Intrekken legt ${delivery.file} bij de geweigerde bestanden. Zeker weten?`, `Withdrawing moves ${delivery.file} to the refused files. Are you sure?`)
      : say(`Intrekken haalt alles van ${delivery.file} uit de cijfers en rekent ze opnieuw door. Zeker weten?`, `Withdrawing removes all figures of ${delivery.file} and computes the others again. Are you sure?`);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!reason.trim()) {
      setError(say("Vul in waarom. De reden blijft bij de levering staan.", "Fill in why. The reason stays with the delivery."));
      return;
    }
    try {
      await post(`${path}/${kind}`, { reason: reason.trim() });
      onCancel();
      onDecided();
    } catch (e) {
      setError(localize(toProblem(e).localizedMessage));
    }
  };
  return (
    <form aria-label={say("Zeker weten", "Are you sure")} onSubmit={e => void send(e)}>
      <p>{question}</p>
      {!changesNothing && <Preview source={preview} />}
      <p class="decision-fields">
        <label>{say("Reden (geen namen)", "Reason (no names)")}<input value={reason} maxLength={2000} onInput={e => setReason(e.currentTarget.value)} /></label>
        <span class="muted">{say("Uw rol komt uit uw aanmelding.", "Your role comes from your sign-in.")}</span>
      </p>
      {!changesNothing && preview.state === "failed" && (
        <p><label><input type="checkbox" checked={isUnseenAccepted} onChange={e => setIsUnseenAccepted(e.currentTarget.checked)} /> {say("Ik besluit zonder te hebben gezien wat het verandert.", "I decide without having seen what it changes.")}</label></p>
      )}
      <p class="buttons">
        <button type="submit" disabled={!mayDecide}>{kind === "withdrawal" ? say("Ja, trek in", "Yes, withdraw") : say("Ja, bevestig", "Yes, confirm")}</button>
        <button type="button" class="secondary" onClick={onCancel}>{say("Nee", "No")}</button>
      </p>
      {error && <p class="problem-text" role="alert">{error}</p>}
    </form>
  );
}

/** The decisions on a delivery, in order. */
export function DecisionList({ delivery }: { delivery: Delivery }) {
  return delivery.decisions.length === 0 ? null : (
    <section aria-labelledby="decided-head">
      <h2 id="decided-head">{say("Besluiten", "Decisions")}</h2>
      <ul class="rows decisions">
        {delivery.decisions.map((d, i) => (
          <li key={i}>
            <span>{d.kind === "confirmation" ? say("Bevestigd door ", "Confirmed by ") : say("Ingetrokken door ", "Withdrawn by ")}<strong>{formatRoles(d.byRole)}</strong>{d.reason && <>: {d.reason}</>}</span>
            <span class="muted">{formatMoment(d.at)}</span>
          </li>
        ))}
      </ul>
      {(delivery.state === "restored" || delivery.state === "withdrawn") && <p>{delivery.storedAt
        ? say("De cijfers van dit bestand tellen niet meer mee; de vorige cijfers gelden weer. U kunt dit terugdraaien door het bestand opnieuw te leveren.", "The figures of this file no longer count; the previous figures apply again. You can undo this by delivering the file again.")
        : say("Van dit bestand is niets opgenomen. U kunt dit terugdraaien door het bestand opnieuw te leveren.", "Nothing of this file was stored. You can undo this by delivering the file again.")}</p>}
    </section>
  );
}

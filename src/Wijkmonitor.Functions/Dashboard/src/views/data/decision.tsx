import { useState } from "preact/hooks";
import { asProblem, post } from "../../api/http";
import type { Delivery } from "../../api/types";
import { moment } from "../../text/format";
import { pick, say } from "../../text/language";

type Asked = "confirmation" | "withdrawal";

/** Confirming a file that waits for somebody's word, and withdrawing one: by role, with a reason, and after being asked twice. */
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
  const [role, setRole] = useState("");
  const [reason, setReason] = useState("");
  const what = asked === "confirmation"
    ? say("Bevestigen neemt het bestand op zoals het is. Zeker weten?", "Confirming takes the file in as it is. Are you sure?")
    : delivery.state === "pending"
      ? say(`Intrekken legt ${delivery.file} bij de geweigerde bestanden. Zeker weten?`, `Withdrawing puts ${delivery.file} with the refused files. Are you sure?`)
      : say(`Intrekken haalt alles van ${delivery.file} uit de cijfers en rekent ze opnieuw door. Zeker weten?`, `Withdrawing takes all of ${delivery.file} out of the figures and computes them anew. Are you sure?`);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!role.trim()) {
      setSaid(say("Vul in welke rol dit besluit, bijvoorbeeld ‘databeheerder’.", "Fill in which role decides this, for instance ‘data steward’."));
      return;
    }
    try {
      await post(`${path}/${asked}`, { byRole: role.trim(), ...(reason.trim() ? { reason: reason.trim() } : {}) });
      back();
      decided();
    } catch (e) {
      setSaid(pick(asProblem(e).said));
    }
  };
  return (
    <form aria-label={say("Zeker weten", "Are you sure")} onSubmit={e => void send(e)}>
      <p>{what}</p>
      <p class="decision-fields">
        <label>{say("Uw rol (geen naam)", "Your role (no name)")}<input value={role} maxLength={200} onInput={e => setRole(e.currentTarget.value)} /></label>
        <label>{say("Reden (mag leeg)", "Reason (may be empty)")}<input value={reason} maxLength={2000} onInput={e => setReason(e.currentTarget.value)} /></label>
      </p>
      <p class="buttons">
        <button type="submit">{asked === "withdrawal" ? say("Ja, trek in", "Yes, withdraw") : say("Ja, bevestig", "Yes, confirm")}</button>
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
            <span>{d.kind === "confirmation" ? say("Bevestigd door ", "Confirmed by ") : say("Ingetrokken door ", "Withdrawn by ")}<strong>{d.byRole}</strong>{d.reason && <>: {d.reason}</>}</span>
            <span class="muted">{moment(d.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

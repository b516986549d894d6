import { useState } from "preact/hooks";
import { ApiProblem, get, post } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Delivery, ProblemList, RowProblem } from "../../api/types";
import { CsvButton } from "../../parts/csv";
import { SourceNote } from "../../parts/source";
import { Empty, Show } from "../../parts/states";
import { Title } from "../../parts/title";
import { toMunicipality } from "../../router";
import { bytes, moment, number } from "../../text/format";
import { pick, say } from "../../text/language";
import { Stages } from "./stages";

const mostShown = 20;

/** One delivery: how far it came, what is wrong with it by kind of problem, and the decision that it may wait for. */
export function DeliveryView({ id }: { id: string }) {
  const [turn, setTurn] = useState(0);
  const path = `/deliveries/${encodeURIComponent(id)}`;
  const loaded = useLoad(async signal => {
    const [delivery, problems] = await Promise.all([get<Delivery>(path, signal), get<ProblemList>(`${path}/problems`, signal)]);
    return { delivery, problems };
  }, [path, turn]);
  return (
    <Show of={loaded} what={say("levering", "delivery")} whole>
      {({ delivery, problems }) => (
        <>
          <Title above={<a href="/gegevens">{say("Gegevens", "Data")}</a>} below={<p><Stages delivery={delivery} /></p>}>{`${delivery.dataset}/${delivery.file}`}</Title>
          <Decision delivery={delivery} path={path} decided={() => setTurn(t => t + 1)} />
          <dl class="totals">
            <div><dt>{say("Ontvangen", "Received")}</dt><dd>{moment(delivery.receivedAt)}</dd></div>
            {delivery.storedAt && <div><dt>{say("Opgeslagen", "Stored")}</dt><dd>{moment(delivery.storedAt)}</dd></div>}
            <div><dt>{say("Regels", "Rows")}</dt><dd>{number(delivery.rows)}</dd></div>
            <div><dt>{say("Waarden", "Values")}</dt><dd>{number(delivery.values)}</dd></div>
            <div><dt>{say("Grootte", "Size")}</dt><dd>{bytes(delivery.bytes)}</dd></div>
            {delivery.municipalities.length > 0 && <div><dt>{say("Gaat over", "Is about")}</dt><dd>{delivery.municipalities.map((m, i) => <>{i > 0 && ", "}<a key={m} href={toMunicipality(m)}>{m}</a></>)}</dd></div>}
          </dl>
          <Problems problems={problems} id={id} />
          <SourceNote sources={[`${delivery.dataset}/${delivery.file}`]} computedAt={delivery.completedAt ?? delivery.receivedAt}>
            <div><dt>SHA-256</dt><dd class="code">{delivery.sha256}</dd></div>
          </SourceNote>
        </>
      )}
    </Show>
  );
}

function Problems({ problems, id }: { problems: ProblemList; id: string }) {
  const byCode = new Map<string, RowProblem[]>();
  for (const problem of problems.items) {
    byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem]);
  }
  const groups = [...byCode].sort((a, b) => Number(b[1][0]!.severity === "error") - Number(a[1][0]!.severity === "error"));
  if (groups.length === 0) {
    return <Empty title={say("Er is niets op dit bestand aan te merken", "There is nothing wrong with this file")} />;
  }
  const row = (p: RowProblem) => [p.code, p.severity, p.line, p.column, p.value, pick(p.message), pick(p.remedy)];
  return (
    <section aria-labelledby="problems-head">
      <div class="kind-head">
        <h2 id="problems-head">{say(`${number(problems.errors)} fouten, ${number(problems.warnings)} waarschuwingen`, `${number(problems.errors)} errors, ${number(problems.warnings)} warnings`)}</h2>
        <CsvButton name={`${id}-problemen`} head={["code", say("ernst", "severity"), say("regel", "line"), say("kolom", "column"), say("waarde", "value"), say("probleem", "problem"), say("wat te doen", "what to do")]} rows={() => problems.items.map(row)} />
      </div>
      {groups.map(([code, items]) => (
        <details class={`problem-group ${items[0]!.severity}`} key={code} open={groups.length <= 3}>
          <summary>
            <span class={`badge ${items[0]!.severity === "error" ? "red" : "yellow"}`}>{items[0]!.severity === "error" ? say("✕ fout", "✕ error") : say("! waarschuwing", "! warning")}</span>
            <strong>{number(problems.byCode[code] ?? items.length)} × {code}</strong>
            <span class="muted">{pick(items[0]!.remedy)}</span>
          </summary>
          <div class="scroll" role="group" aria-label={code} tabIndex={0}>
            <table>
              <caption class="unseen">{code}</caption>
              <thead><tr><th scope="col" class="numeric">{say("Regel", "Line")}</th><th scope="col">{say("Kolom", "Column")}</th><th scope="col">{say("Zoals gelezen", "As read")}</th><th scope="col">{say("Wat er is", "What is wrong")}</th></tr></thead>
              <tbody>{items.slice(0, mostShown).map((p, i) => <tr key={i}><td class="numeric">{p.line ?? "–"}</td><td>{p.column ?? "–"}</td><td><span class="code">{p.value ?? "–"}</span></td><td>{pick(p.message)}</td></tr>)}</tbody>
            </table>
          </div>
          {items.length > mostShown && <p class="muted">{say(`De eerste ${mostShown}; het CSV-bestand heeft er meer.`, `The first ${mostShown}; the CSV file has more.`)}</p>}
        </details>
      ))}
    </section>
  );
}

function Decision({ delivery, path, decided }: { delivery: Delivery; path: string; decided: () => void }) {
  const [asked, setAsked] = useState<"confirmation" | "withdrawal" | undefined>(undefined);
  const [said, setSaid] = useState("");
  const [role, setRole] = useState("");
  const [reason, setReason] = useState("");
  const mayConfirm = delivery.state === "pending";
  const mayWithdraw = mayConfirm || delivery.state === "served";
  if (!mayConfirm && !mayWithdraw) {
    return null;
  }
  const send = async (): Promise<void> => {
    if (!role.trim()) {
      setSaid(say("Vul in welke rol dit besluit, bijvoorbeeld ‘data-team’.", "Fill in which role decides this, for instance ‘data team’."));
      return;
    }
    try {
      await post(`${path}/${asked}`, { byRole: role.trim(), ...(reason.trim() ? { reason: reason.trim() } : {}) });
      setAsked(undefined);
      decided();
    } catch (e) {
      setSaid(e instanceof ApiProblem ? pick(e.said) : say("Dit is niet gelukt.", "This did not work."));
    }
  };
  return (
    <div class={mayConfirm ? "notice ask" : "decision"}>
      {mayConfirm && <p>{say("Dit bestand wacht op uw woord: kloppen de waarschuwingen hieronder?", "This file waits for your word: are the warnings below as they should be?")}</p>}
      {asked === undefined ? (
        <p class="buttons">
          {mayConfirm && <button type="button" onClick={() => setAsked("confirmation")}>{say("Het klopt: bevestigen", "It is right: confirm")}</button>}
          <button type="button" class="quiet" onClick={() => setAsked("withdrawal")}>{say("Intrekken", "Withdraw")}</button>
        </p>
      ) : (
        <div role="group" aria-label={say("Zeker weten", "Are you sure")}>
          <p>{asked === "withdrawal" ? say(`Intrekken haalt alles van ${delivery.file} uit de cijfers en rekent ze opnieuw door. Zeker weten?`, `Withdrawing takes all of ${delivery.file} out of the figures and computes them anew. Are you sure?`) : say("Bevestigen neemt het bestand op zoals het is. Zeker weten?", "Confirming takes the file in as it is. Are you sure?")}</p>
          <p class="decision-fields">
            <label>{say("Rol die besluit (geen naam)", "Role that decides (no name)")}<input value={role} onInput={e => setRole(e.currentTarget.value)} /></label>
            <label>{say("Waarom (mag leeg)", "Why (may be empty)")}<input value={reason} onInput={e => setReason(e.currentTarget.value)} /></label>
          </p>
          <p class="buttons">
            <button type="button" onClick={() => void send()}>{asked === "withdrawal" ? say("Ja, trek in", "Yes, withdraw") : say("Ja, bevestig", "Yes, confirm")}</button>
            <button type="button" class="quiet" onClick={() => { setAsked(undefined); setSaid(""); }}>{say("Nee", "No")}</button>
          </p>
        </div>
      )}
      {said && <p class="problem-text" role="alert">{said}</p>}
    </div>
  );
}

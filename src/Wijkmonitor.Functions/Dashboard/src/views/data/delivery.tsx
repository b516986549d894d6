import { useEffect, useState } from "preact/hooks";
import { get, getAll } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Dataset, Delivery, Municipality, ProblemList, RowProblem } from "../../api/types";
import { CsvButton } from "../../parts/csv";
import { SourceNote } from "../../parts/source";
import { Empty, Partly, Show } from "../../parts/states";
import { Scroll } from "../../parts/table";
import { Title } from "../../parts/title";
import { toMunicipality, toUpload } from "../../router";
import { titleOf } from "../../text/datasets";
import { bytes, moment, number } from "../../text/format";
import { pick, say } from "../../text/language";
import { problemName } from "../../text/terms";
import { isBusy } from "./busy";
import { Decided, Decision } from "./decision";
import { Diff } from "./diff";
import { Stages } from "./stages";

const mostShown = 20;
const pollEvery = 1500;

/** One delivery: how far it came, what is wrong with it by kind of problem, and the decision that it may wait for. */
export function DeliveryView({ id }: { id: string }) {
  const [turn, setTurn] = useState(0);
  const path = `/deliveries/${encodeURIComponent(id)}`;
  const loaded = useLoad(async signal => {
    const [delivery, problems] = await Promise.all([get<Delivery>(path, signal), get<ProblemList>(`${path}/problems`, signal)]);
    return { delivery, problems };
  }, [path, turn]);
  const [kept, setKept] = useState<{ delivery: Delivery; problems: ProblemList } | undefined>(undefined);
  const names = useLoad(signal => getAll<Municipality>("/municipalities", signal), []);
  const datasets = useLoad(signal => getAll<Dataset>("/datasets", signal), []);
  const titleOfDataset = (id: string): string => (datasets.state === "ready" ? titleOf(datasets.value, id) : id);
  const nameOf = (code: string): string => (names.state === "ready" && names.value.find(m => m.code === code)?.name) || code;
  useEffect(() => {
    if (loaded.state === "ready") {
      setKept(loaded.value);
    }
  }, [loaded]);
  // While a run works on it this looks again, and shows what it knew until the new answer is there.
  const isAwaited = loaded.state === "ready" && isBusy(loaded.value.delivery);
  useEffect(() => {
    if (!isAwaited) {
      return;
    }
    const timer = setTimeout(() => setTurn(t => t + 1), pollEvery);
    return () => clearTimeout(timer);
  }, [isAwaited, turn]);
  const shown = loaded.state === "loading" && kept?.delivery.id === id ? { state: "ready" as const, value: kept, again: () => setTurn(t => t + 1) } : loaded;
  return (
    <Show of={shown} what={say("levering", "delivery")} whole>
      {({ delivery, problems }) => (
        <>
          <Title above={<a href="/gegevens">{say("Gegevens", "Data")}</a>} below={<><p class="muted">{titleOfDataset(delivery.dataset)}</p><p aria-live="polite"><Stages delivery={delivery} /></p></>}>{`${delivery.dataset}/${delivery.file}`}</Title>
          {names.state === "failed" && <Partly lacks={[{ what: { nl: "de namen van de gemeenten", en: "the names of the municipalities" }, problem: names.problem }]} again={names.again} />}
          {datasets.state === "failed" && <Partly lacks={[{ what: { nl: "de namen van de datasets", en: "the names of the datasets" }, problem: datasets.problem }]} again={datasets.again} />}
          {delivery.state === "refused" && !delivery.quarantined && (
            <p class="notice">{say("Er is niets van dit bestand opgenomen. Verbeter wat hieronder staat en ", "Nothing of this file was taken in. Correct what is below and ")}<a href={toUpload(delivery.dataset)}>{say("lever het opnieuw", "deliver it again")}</a>.</p>
          )}
          <Decision delivery={delivery} path={path} decided={() => setTurn(t => t + 1)} />
          <dl class="totals">
            <div><dt>{say("Ontvangen", "Received")}</dt><dd>{moment(delivery.receivedAt)}</dd></div>
            {delivery.storedAt && <div><dt>{say("Opgeslagen", "Stored")}</dt><dd>{moment(delivery.storedAt)}</dd></div>}
            <div><dt>{say("Regels", "Rows")}</dt><dd>{number(delivery.rows)}</dd></div>
            <div><dt>{say("Waarden", "Values")}</dt><dd>{number(delivery.values)}</dd></div>
            <div><dt>{say("Grootte", "Size")}</dt><dd>{bytes(delivery.bytes)}</dd></div>
            {delivery.duration && <div><dt>{say("Verwerkingstijd", "Processing time")}</dt><dd>{seconds(delivery)}</dd></div>}
            {delivery.municipalities.length > 0 && <div><dt>{say("Gaat over", "Is about")}</dt><dd>{delivery.municipalities.map((m, i) => <>{i > 0 && ", "}<a key={m} href={toMunicipality(m)}>{nameOf(m)}</a></>)}</dd></div>}
          </dl>
          <Decided delivery={delivery} />
          <Problems problems={problems} id={id} />
          <Diff delivery={delivery} />
          <SourceNote sources={[`${titleOfDataset(delivery.dataset)} (${delivery.file})`]} updatedAt={delivery.completedAt ?? delivery.receivedAt}>
            <div><dt>SHA-256</dt><dd class="code">{delivery.sha256}</dd></div>
          </SourceNote>
        </>
      )}
    </Show>
  );
}

// How long it took from the moment it was taken up; what it waited before that is no work.
function seconds({ duration }: Delivery): string {
  const all = duration ? duration.checking + (duration.storing ?? 0) + (duration.scoring ?? 0) : 0;
  return all < 1 ? say("minder dan een seconde", "less than a second") : `${number(all, all < 10 ? 1 : 0)} ${say("seconden", "seconds")}`;
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
  const row = (p: RowProblem) => [p.code, problemName(p.code), p.severity === "error" ? say("fout", "error") : say("waarschuwing", "warning"), p.line, p.column, p.value, pick(p.message), pick(p.remedy)];
  return (
    <section aria-labelledby="problems-head">
      <div class="kind-head">
        <h2 id="problems-head">{say(
          `${number(problems.errors)} ${problems.errors === 1 ? "fout" : "fouten"}, ${number(problems.warnings)} ${problems.warnings === 1 ? "waarschuwing" : "waarschuwingen"}`,
          `${number(problems.errors)} ${problems.errors === 1 ? "error" : "errors"}, ${number(problems.warnings)} ${problems.warnings === 1 ? "warning" : "warnings"}`,
        )}</h2>
        <CsvButton name={`${id}-problemen`} head={["code", say("soort probleem", "kind of problem"), say("ernst", "severity"), say("regel", "line"), say("kolom", "column"), say("waarde", "value"), say("probleem", "problem"), say("wat te doen", "what to do")]} rows={() => problems.items.map(row)} />
      </div>
      {groups.map(([code, items]) => (
        <details class={`problem-group ${items[0]!.severity}`} key={code} open={groups.length <= 3}>
          <summary>
            <span class={`badge ${items[0]!.severity === "error" ? "red" : "yellow"}`}>{items[0]!.severity === "error" ? say("✕ fout", "✕ error") : say("! waarschuwing", "! warning")}</span>
            <strong>{number(problems.byCode[code] ?? items.length)} × {problemName(code)}</strong>
            {items.some(p => p.needsConfirmation) && <span class="asks">{say("vraagt bevestiging", "asks for confirmation")}</span>}
            <span class="muted">{pick(items[0]!.remedy)}</span>
          </summary>
          <Scroll label={problemName(code)}>
            <table>
              <caption class="unseen">{problemName(code)}</caption>
              <thead><tr><th scope="col" class="numeric">{say("Regel", "Line")}</th><th scope="col">{say("Kolom", "Column")}</th><th scope="col">{say("Ingelezen waarde", "Value as read")}</th><th scope="col">{say("Wat er mis is", "What is wrong")}</th></tr></thead>
              <tbody>{items.slice(0, mostShown).map((p, i) => <tr key={i}><td class="numeric">{p.line ?? "–"}</td><td>{p.column ?? "–"}</td><td><span class="code">{p.value ?? "–"}</span></td><td>{pick(p.message)}</td></tr>)}</tbody>
            </table>
          </Scroll>
          {items.length > mostShown && <p class="muted">{say(`De eerste ${mostShown}; het CSV-bestand heeft er meer.`, `The first ${mostShown}; the CSV file has more.`)}</p>}
        </details>
      ))}
    </section>
  );
}

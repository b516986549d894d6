import { useEffect, useState } from "preact/hooks";
import { get, getAll } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Dataset, Delivery, Municipality, ProblemList, RowProblem } from "../../api/types";
import { CsvButton } from "../../parts/csv";
import { SourceNote } from "../../parts/source";
import { EmptyState, PartialState, LoadableView } from "../../parts/states";
import { ScrollBox } from "../../parts/table";
import { Title } from "../../parts/title";
import { getMunicipalityPath, getUploadPath } from "../../router";
import { getDatasetTitle } from "../../text/datasets";
import { formatBytes, formatMoment, formatNumber } from "../../text/format";
import { localize, say } from "../../text/language";
import { getProblemName } from "../../text/terms";
import { isBusy } from "./busy";
import { DecisionList, Decision } from "./decision";
import { Diff } from "./diff";
import { DeliveryProgress } from "./delivery-progress";

const maxShown = 20;
const pollMilliseconds = 1500;
const problemHeaders = { line: () => say("Regel", "Line"), column: () => say("Kolom", "Column"), value: () => say("Ingelezen waarde", "Value as read") } as const;

/** One delivery: its progress, its problems by kind, and a pending decision. */
export function DeliveryView({ id }: { id: string }) {
  const [attempt, setAttempt] = useState(0);
  const path = `/deliveries/${encodeURIComponent(id)}`;
  const loaded = useLoad(async signal => {
    const [delivery, problems] = await Promise.all([get<Delivery>(path, signal), get<ProblemList>(`${path}/problems`, signal)]);
    return { delivery, problems };
  }, [path, attempt]);
  const [lastLoaded, setLastLoaded] = useState<{ delivery: Delivery; problems: ProblemList } | undefined>(undefined);
  const names = useLoad(signal => getAll<Municipality>("/municipalities", signal), []);
  const datasets = useLoad(signal => getAll<Dataset>("/datasets", signal), []);
  const findTitle = (id: string): string => (datasets.state === "ready" ? getDatasetTitle(datasets.value, id) : id);
  const findName = (code: string): string => (names.state === "ready" && names.value.find(m => m.code === code)?.name) || code;
  useEffect(() => {
    if (loaded.state === "ready") {
      setLastLoaded(loaded.value);
    }
  }, [loaded]);
  // Reloads while a run processes the delivery, and shows the previous data until the new data has arrived.
  const isPolling = loaded.state === "ready" && isBusy(loaded.value.delivery);
  useEffect(() => {
    if (!isPolling) {
      return;
    }
    const timer = setTimeout(() => setAttempt(t => t + 1), pollMilliseconds);
    return () => clearTimeout(timer);
  }, [isPolling, attempt]);
  const shown = loaded.state === "loading" && lastLoaded?.delivery.id === id ? { state: "ready" as const, value: lastLoaded, retry: () => setAttempt(t => t + 1) } : loaded;
  return (
    <LoadableView source={shown} name={say("levering", "delivery")} isWholeView>
      {({ delivery, problems }) => (
        <>
          <Title above={<a href="/gegevens">{say("Gegevens", "Data")}</a>} below={<><p class="muted">{findTitle(delivery.dataset)}</p><p aria-live="polite"><DeliveryProgress delivery={delivery} /></p></>}>{`${delivery.dataset}/${delivery.file}`}</Title>
          {names.state === "failed" && <PartialState missing={[{ name: { nl: "de namen van de gemeenten", en: "the names of the municipalities" }, problem: names.problem }]} retry={names.retry} />}
          {datasets.state === "failed" && <PartialState missing={[{ name: { nl: "de namen van de datasets", en: "the names of the datasets" }, problem: datasets.problem }]} retry={datasets.retry} />}
          {delivery.state === "refused" && !delivery.quarantined && (
            <p class="notice">{say("Er is niets van dit bestand opgenomen. Verbeter wat hieronder staat en ", "Nothing of this file was stored. Correct the problems below and ")}<a href={getUploadPath(delivery.dataset)}>{say("lever het opnieuw", "deliver it again")}</a>.</p>
          )}
          <Decision delivery={delivery} path={path} onDecided={() => setAttempt(t => t + 1)} />
          <dl class="totals">
            <div><dt>{say("Ontvangen", "Received")}</dt><dd>{formatMoment(delivery.receivedAt)}</dd></div>
            {delivery.storedAt && <div><dt>{say("Opgeslagen", "Stored")}</dt><dd>{formatMoment(delivery.storedAt)}</dd></div>}
            <div><dt>{say("Rijen", "Rows")}</dt><dd>{formatNumber(delivery.rows)}</dd></div>
            <div><dt>{say("Waarden", "Values")}</dt><dd>{formatNumber(delivery.values)}</dd></div>
            <div><dt>{say("Grootte", "Size")}</dt><dd>{formatBytes(delivery.bytes)}</dd></div>
            {delivery.duration && <div><dt>{say("Verwerkingstijd", "Processing time")}</dt><dd>{formatDuration(delivery)}</dd></div>}
            {delivery.municipalities.length > 0 && <div><dt>{say("Gaat over", "Is about")}</dt><dd>{delivery.municipalities.map((m, i) => <>{i > 0 && ", "}<a key={m} href={getMunicipalityPath(m)}>{findName(m)}</a></>)}</dd></div>}
          </dl>
          <DecisionList delivery={delivery} />
          <Problems problems={problems} id={id} />
          <Diff delivery={delivery} />
          <SourceNote sources={[`${findTitle(delivery.dataset)} (${delivery.file})`]} updatedAt={delivery.completedAt ?? delivery.receivedAt}>
            <div><dt>SHA-256</dt><dd class="code">{delivery.sha256}</dd></div>
          </SourceNote>
        </>
      )}
    </LoadableView>
  );
}

// The processing time, without the time spent waiting.
function formatDuration({ duration }: Delivery): string {
  const total = duration ? duration.checking + (duration.storing ?? 0) + (duration.scoring ?? 0) : 0;
  return total < 1 ? say("minder dan een seconde", "less than a second") : `${formatNumber(total, total < 10 ? 1 : 0)} ${say("seconden", "seconds")}`;
}

function Problems({ problems, id }: { problems: ProblemList; id: string }) {
  const byCode = new Map<string, RowProblem[]>();
  for (const problem of problems.items) {
    byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem]);
  }
  const groups = [...byCode].sort((a, b) => Number(b[1][0]!.severity === "error") - Number(a[1][0]!.severity === "error"));
  if (groups.length === 0) {
    return <EmptyState title={say("Er is niets op dit bestand aan te merken", "There is nothing wrong with this file")} />;
  }
  const createCsvRow = (p: RowProblem) => [p.code, getProblemName(p.code), p.severity === "error" ? say("fout", "error") : say("waarschuwing", "warning"), p.line, p.column, p.value, localize(p.message), localize(p.remedy)];
  return (
    <section aria-labelledby="problems-head">
      <div class="kind-head">
        <h2 id="problems-head">{say(
          `${formatNumber(problems.errors)} ${problems.errors === 1 ? "fout" : "fouten"}, ${formatNumber(problems.warnings)} ${problems.warnings === 1 ? "waarschuwing" : "waarschuwingen"}`,
          `${formatNumber(problems.errors)} ${problems.errors === 1 ? "error" : "errors"}, ${formatNumber(problems.warnings)} ${problems.warnings === 1 ? "warning" : "warnings"}`,
        )}</h2>
        <CsvButton name={`${id}-problemen`} header={["code", say("soort melding", "kind of problem"), say("ernst", "severity"), say("regel", "line"), say("kolom", "column"), say("waarde", "value"), say("melding", "problem"), say("wat te doen", "what to do")]} rows={() => problems.items.map(createCsvRow)} />
      </div>
      {groups.map(([code, items]) => (
        <details class={`problem-group ${items[0]!.severity}`} key={code} open={groups.length <= 3}>
          <summary>
            <span class={`badge ${items[0]!.severity === "error" ? "red" : "yellow"}`}>{items[0]!.severity === "error" ? say("✕ fout", "✕ error") : say("! waarschuwing", "! warning")}</span>
            <strong>{formatNumber(problems.byCode[code] ?? items.length)} × {getProblemName(code)}</strong>
            {items.some(p => p.needsConfirmation) && <span class="attention">{say("vraagt bevestiging", "asks for confirmation")}</span>}
            <span class="muted">{localize(items[0]!.remedy)}</span>
          </summary>
          <ScrollBox label={getProblemName(code)} className="stacked">
            <table>
              <caption class="visually-hidden">{getProblemName(code)}</caption>
              <thead><tr><th scope="col" class="numeric">{problemHeaders.line()}</th><th scope="col">{problemHeaders.column()}</th><th scope="col">{problemHeaders.value()}</th><th scope="col">{say("Wat er mis is", "What is wrong")}</th></tr></thead>
              <tbody>{items.slice(0, maxShown).map((p, i) => <tr key={i}><td class="numeric" data-header={problemHeaders.line()}>{p.line ?? "–"}</td><td data-header={problemHeaders.column()}>{p.column ?? "–"}</td><td data-header={problemHeaders.value()}><span class="code">{p.value ?? "–"}</span></td><td class="first">{localize(p.message)}</td></tr>)}</tbody>
            </table>
          </ScrollBox>
          {items.length > maxShown && <p class="muted">{say(`De eerste ${maxShown}; het CSV-bestand heeft er meer.`, `The first ${maxShown}; the CSV file has more.`)}</p>}
        </details>
      ))}
    </section>
  );
}

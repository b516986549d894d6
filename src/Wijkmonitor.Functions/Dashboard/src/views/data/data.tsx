import { useEffect, useState } from "preact/hooks";
import { getDatasetTitle } from "../../text/datasets";
import { get, getAll } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Dataset, Delivery, Health, WaitingFile } from "../../api/types";
import { PendingNotice, publishDeliveries } from "../../parts/pending";
import { SourceNote } from "../../parts/source";
import { EmptyState, LoadableView } from "../../parts/states";
import { DataTable } from "../../parts/table";
import { Title } from "../../parts/title";
import { pushChoices, getDeliveryPath } from "../../router";
import { formatBytes, formatDay, formatMoment, formatNumber, formatShortMoment } from "../../text/format";
import { localize, say } from "../../text/language";
import { getDeliveryStateName } from "../../text/terms";
import { isBusy } from "./busy";
import { DeliveryProgress } from "./delivery-progress";
import { Status } from "./status";
import { Upload } from "./upload";

const pollMilliseconds = 2000;

async function loadData(signal: AbortSignal) {
  const [deliveries, waiting, health, datasets] = await Promise.all([
    getAll<Delivery>("/deliveries", signal), getAll<WaitingFile>("/inbox/files", signal), get<Health>("/health", signal),
    getAll<Dataset>("/datasets", signal),
  ]);
  return { deliveries, waiting, health, datasets };
}

type LoadedData = Awaited<ReturnType<typeof loadData>>;

export function DataView({ query }: { query: URLSearchParams }) {
  const [attempt, setAttempt] = useState(0);
  const loaded = useLoad(loadData, [attempt]);
  const [lastLoaded, setLastLoaded] = useState<LoadedData | undefined>(undefined);
  useEffect(() => {
    if (loaded.state === "ready") {
      setLastLoaded(loaded.value);
      publishDeliveries(loaded.value.deliveries);
    }
  }, [loaded]);
  const isPolling = lastLoaded !== undefined && (lastLoaded.waiting.length > 0 || lastLoaded.deliveries.some(isBusy));
  // Reloads while files are being processed, and shows the previous data until the new data has arrived.
  useEffect(() => {
    if (!isPolling || loaded.state !== "ready") {
      return;
    }
    const timer = setTimeout(() => setAttempt(t => t + 1), pollMilliseconds);
    return () => clearTimeout(timer);
  }, [isPolling, loaded.state, attempt]);
  const shown = loaded.state === "loading" && lastLoaded ? { state: "ready" as const, value: lastLoaded, retry: () => setAttempt(t => t + 1) } : loaded;
  return (
    <>
      <Title below={<p class="lead">{say("Wat is aangeleverd, wat ermee gebeurde, en hoe nieuw het is.", "What was delivered, what became of it, and how recent it is.")}</p>}>{say("Gegevens", "Data")}</Title>
      {lastLoaded && <PendingNotice deliveries={lastLoaded.deliveries} />}
      <Status waiting={lastLoaded?.waiting} deliveries={lastLoaded?.deliveries} isDataMissing={loaded.state === "failed"} />
      <LoadableView source={shown} name={say("leveringen", "deliveries")}>
        {known => (
          <>
            <Upload datasets={known.health.datasets} declared={known.datasets} initialDataset={query.get("lever")} onDelivered={() => setAttempt(t => t + 1)} />
            <WaitingFiles files={known.waiting} />
            <Deliveries known={known} query={query} />
            <Freshness deliveries={known.deliveries} datasets={known.health.datasets} known={known.datasets} />
            <SourceNote sources={known.deliveries.map(d => getDatasetTitle(known.datasets, d.dataset))} updatedAt={known.deliveries.map(d => d.completedAt ?? d.receivedAt).sort().at(-1)}>
              <div><dt>{say("Gebiedsindeling", "Boundaries of")}</dt><dd>{say("staat bij elk cijfer", "given with each figure")}</dd></div>
            </SourceNote>
          </>
        )}
      </LoadableView>
    </>
  );
}

function WaitingFiles({ files }: { files: readonly WaitingFile[] }) {
  return files.length === 0 ? null : (
    <section aria-labelledby="waiting-head" aria-live="polite">
      <h2 id="waiting-head">{say("In de inbox", "In the inbox")}</h2>
      <ul class="rows">
        {files.map(f => <li key={`${f.dataset}/${f.file}`}><span>{f.dataset}/{f.file}</span>{f.problem ? <span class="problem-text">{localize(f.problem)}</span> : <><span class="delivery-state waiting">{getDeliveryStateName("waiting")}</span><span class="muted">{formatBytes(f.bytes)} · {formatMoment(f.receivedAt)}</span></>}</li>)}
      </ul>
    </section>
  );
}

function Deliveries({ known, query }: { known: LoadedData; query: URLSearchParams }) {
  const { deliveries } = known;
  const dataset = query.get("dataset") ?? "";
  const state = query.get("staat") ?? "";
  const items = deliveries.filter(d => (!dataset || d.dataset === dataset) && (!state || d.state === state));
  const renderFilter = (name: string, label: string, value: string, options: readonly string[], format: (o: string) => string) => (
    <label class="inline">{label}
      <select value={value} onChange={e => pushChoices({ [name]: e.currentTarget.value || undefined })}>
        <option value="">{say("alle", "all")}</option>
        {options.map(o => <option key={o} value={o}>{format(o)}</option>)}
      </select>
    </label>
  );
  return (
    <section aria-labelledby="deliveries-head">
      <h2 id="deliveries-head">{say("Leveringen", "Deliveries")}</h2>
      {deliveries.length === 0 ? <EmptyState title={say("Er is nog niets aangeleverd", "Nothing has been delivered yet")}><p>{say("Sleep hierboven een bestand, of zet het in de opslag, in de map 'inbox'.", "Drag a file above, or put it in the storage, in the folder 'inbox'.")}</p></EmptyState> : (
        <DataTable
          caption={say("Leveringen, nieuwste eerst", "Deliveries, newest first")} rows={items} rowKey={d => d.id} fileName="leveringen" stackedBy="state"
          tools={<>
            {renderFilter("dataset", say("Dataset", "Dataset"), dataset, [...new Set(deliveries.map(d => d.dataset))].sort(), o => getDatasetTitle(known.datasets, o))}
            {renderFilter("staat", say("Staat", "State"), state, [...new Set(deliveries.map(d => d.state))].sort(), getDeliveryStateName)}
          </>}
          columns={[
            { key: "file", header: say("Bestand", "File"), cell: d => <><a href={getDeliveryPath(d.id)}>{d.dataset}/{d.file}</a><span class="row-detail muted">{getDatasetTitle(known.datasets, d.dataset)}</span></>, value: d => `${d.dataset}/${d.file}` },
            { key: "state", header: say("Staat", "State"), cell: d => <DeliveryProgress delivery={d} />, value: d => getDeliveryStateName(d.state, d.quarantined) },
            { key: "received", header: say("Ontvangen", "Received"), cell: d => formatShortMoment(d.receivedAt), value: d => d.receivedAt },
            { key: "rows", header: say("Rijen", "Rows"), numeric: true, cell: d => formatNumber(d.rows), value: d => d.rows },
            { key: "errors", header: say("Fouten", "Errors"), numeric: true, cell: d => formatNumber(d.errors), value: d => d.errors },
            { key: "warnings", header: say("Waarschuwingen", "Warnings"), numeric: true, cell: d => formatNumber(d.warnings), value: d => d.warnings },
          ]}
        />
      )}
    </section>
  );
}

interface FreshnessRow { dataset: string; last: Delivery | undefined }

const millisecondsPerDay = 86_400_000;

function Freshness({ deliveries, datasets, known }: { deliveries: readonly Delivery[]; datasets: readonly string[]; known: readonly Dataset[] }) {
  const rows: FreshnessRow[] = datasets.map(dataset => ({
    dataset, last: deliveries.filter(d => d.dataset === dataset && d.state === "served").sort((a, b) => (b.storedAt ?? "").localeCompare(a.storedAt ?? ""))[0],
  }));
  const getAge = (f: FreshnessRow): number | undefined => (f.last?.storedAt ? Math.floor((Date.now() - Date.parse(f.last.storedAt)) / millisecondsPerDay) : undefined);
  const format = (days: number): string => (days === 0 ? say("vandaag", "today") : days === 1 ? say("gisteren", "yesterday") : say(`${formatNumber(days)} dagen geleden`, `${formatNumber(days)} days ago`));
  return (
    <section aria-labelledby="fresh-head">
      <h2 id="fresh-head">{say("Actualiteit", "How recent")}</h2>
      <DataTable
        caption={say("De laatste levering van elke dataset", "The last delivery of each dataset")} rows={rows} rowKey={f => f.dataset} fileName="versheid" stackedBy="dataset"
        columns={[
          { key: "dataset", header: "Dataset", cell: f => <>{getDatasetTitle(known, f.dataset)}<span class="row-detail muted">{f.dataset}</span></>, value: f => getDatasetTitle(known, f.dataset) },
          { key: "last", header: say("Laatst verwerkt", "Last processed"), cell: f => (f.last?.storedAt ? formatDay(f.last.storedAt) : say("nog nooit", "never yet")), value: f => f.last?.storedAt },
          { key: "age", header: say("Geleden", "Ago"), cell: f => (getAge(f) === undefined ? "–" : format(getAge(f)!)), value: getAge },
          { key: "file", header: say("Bestand", "File"), cell: f => (f.last ? <a href={getDeliveryPath(f.last.id)}>{f.last.file}</a> : "–"), value: f => f.last?.file },
          {
            key: "form", header: say("Vorm", "Form"), value: f => known.find(d => d.id === f.dataset)?.href,
            cell: f => { const dataset = known.find(d => d.id === f.dataset); return dataset ? <><a href={dataset.href}>{say("kolommen", "columns")}</a>{dataset.template && <>{" "}<a href={dataset.template} download>{say("leeg bestand", "empty file")}</a></>}</> : "–"; },
          },
        ]}
      />
    </section>
  );
}

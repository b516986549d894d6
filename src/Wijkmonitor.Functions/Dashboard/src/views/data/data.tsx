import { useEffect, useState } from "preact/hooks";
import { titleOf } from "../../text/datasets";
import { get, getAll } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Dataset, Delivery, Health, WaitingFile } from "../../api/types";
import { Pending, tellDeliveries } from "../../parts/pending";
import { SourceNote } from "../../parts/source";
import { Empty, Show } from "../../parts/states";
import { DataTable } from "../../parts/table";
import { Title } from "../../parts/title";
import { choose, toDelivery } from "../../router";
import { bytes, day, moment, number, shortMoment } from "../../text/format";
import { pick, say } from "../../text/language";
import { deliveryState } from "../../text/terms";
import { isBusy } from "./busy";
import { Stages } from "./stages";
import { Status } from "./status";
import { Upload } from "./upload";

const pollEvery = 2000;

async function all(signal: AbortSignal) {
  const [deliveries, waiting, health, datasets] = await Promise.all([
    getAll<Delivery>("/deliveries", signal), getAll<WaitingFile>("/inbox/files", signal), get<Health>("/health", signal),
    getAll<Dataset>("/datasets", signal),
  ]);
  return { deliveries, waiting, health, datasets };
}

type Known = Awaited<ReturnType<typeof all>>;

export function DataView({ query }: { query: URLSearchParams }) {
  const [turn, setTurn] = useState(0);
  const loaded = useLoad(all, [turn]);
  const [kept, setKept] = useState<Known | undefined>(undefined);
  useEffect(() => {
    if (loaded.state === "ready") {
      setKept(loaded.value);
      tellDeliveries(loaded.value.deliveries);
    }
  }, [loaded]);
  const isAwaited = kept !== undefined && (kept.waiting.length > 0 || kept.deliveries.some(isBusy));
  // While something is on its way this looks again, and shows what it knew until the new answer is there.
  useEffect(() => {
    if (!isAwaited || loaded.state !== "ready") {
      return;
    }
    const timer = setTimeout(() => setTurn(t => t + 1), pollEvery);
    return () => clearTimeout(timer);
  }, [isAwaited, loaded.state, turn]);
  const shown = loaded.state === "loading" && kept ? { state: "ready" as const, value: kept, again: () => setTurn(t => t + 1) } : loaded;
  return (
    <>
      <Title below={<p class="lead">{say("Wat is aangeleverd, wat ervan kwam, en hoe vers het is.", "What was delivered, what came of it, and how fresh it is.")}</p>}>{say("Gegevens", "Data")}</Title>
      {kept && <Pending deliveries={kept.deliveries} />}
      <Status waiting={kept?.waiting} deliveries={kept?.deliveries} isBlind={loaded.state === "failed"} />
      <Show of={shown} what={say("leveringen", "deliveries")}>
        {known => (
          <>
            <Upload datasets={known.health.datasets} known={known.datasets} asked={query.get("lever")} delivered={() => setTurn(t => t + 1)} />
            <Waiting files={known.waiting} />
            <Deliveries known={known} query={query} />
            <Freshness deliveries={known.deliveries} datasets={known.health.datasets} known={known.datasets} />
            <SourceNote sources={known.deliveries.map(d => titleOf(known.datasets, d.dataset))} updatedAt={known.deliveries.map(d => d.completedAt ?? d.receivedAt).sort().at(-1)}>
              <div><dt>{say("Gebiedsindeling", "Boundaries of")}</dt><dd>{say("staat bij elk cijfer", "given with each figure")}</dd></div>
            </SourceNote>
          </>
        )}
      </Show>
    </>
  );
}

function Waiting({ files }: { files: readonly WaitingFile[] }) {
  return files.length === 0 ? null : (
    <section aria-labelledby="waiting-head" aria-live="polite">
      <h2 id="waiting-head">{say("In de inbox", "In the inbox")}</h2>
      <ul class="rows">
        {files.map(f => <li key={`${f.dataset}/${f.file}`}><span>{f.dataset}/{f.file}</span>{f.problem ? <span class="problem-text">{pick(f.problem)}</span> : <><span class="delivery-state waiting">{deliveryState("waiting")}</span><span class="muted">{bytes(f.bytes)} · {moment(f.receivedAt)}</span></>}</li>)}
      </ul>
    </section>
  );
}

function Deliveries({ known, query }: { known: Known; query: URLSearchParams }) {
  const { deliveries } = known;
  const dataset = query.get("dataset") ?? "";
  const state = query.get("staat") ?? "";
  const items = deliveries.filter(d => (!dataset || d.dataset === dataset) && (!state || d.state === state));
  const choice = (name: string, label: string, value: string, options: readonly string[], words: (o: string) => string) => (
    <label class="inline">{label}
      <select value={value} onChange={e => choose({ [name]: e.currentTarget.value || undefined })}>
        <option value="">{say("alle", "all")}</option>
        {options.map(o => <option key={o} value={o}>{words(o)}</option>)}
      </select>
    </label>
  );
  return (
    <section aria-labelledby="deliveries-head">
      <h2 id="deliveries-head">{say("Leveringen", "Deliveries")}</h2>
      {deliveries.length === 0 ? <Empty title={say("Er is nog niets aangeleverd", "Nothing was delivered yet")}><p>{say("Sleep hierboven een bestand, of zet het in de opslag onder inbox.", "Drag a file above, or put it in the storage under inbox.")}</p></Empty> : (
        <DataTable
          caption={say("Leveringen, nieuwste eerst", "Deliveries, newest first")} rows={items} rowKey={d => d.id} fileName="leveringen" stacks="state"
          tools={<>
            {choice("dataset", say("Dataset", "Dataset"), dataset, [...new Set(deliveries.map(d => d.dataset))].sort(), o => titleOf(known.datasets, o))}
            {choice("staat", say("Staat", "State"), state, [...new Set(deliveries.map(d => d.state))].sort(), deliveryState)}
          </>}
          columns={[
            { key: "file", head: say("Bestand", "File"), cell: d => <><a href={toDelivery(d.id)}>{d.dataset}/{d.file}</a><span class="status-more muted">{titleOf(known.datasets, d.dataset)}</span></>, value: d => `${d.dataset}/${d.file}` },
            { key: "state", head: say("Staat", "State"), cell: d => <Stages delivery={d} />, value: d => deliveryState(d.state, d.quarantined) },
            { key: "received", head: say("Ontvangen", "Received"), cell: d => shortMoment(d.receivedAt), value: d => d.receivedAt },
            { key: "rows", head: say("Regels", "Rows"), numeric: true, cell: d => number(d.rows), value: d => d.rows },
            { key: "errors", head: say("Fouten", "Errors"), numeric: true, cell: d => number(d.errors), value: d => d.errors },
            { key: "warnings", head: say("Waarschuwingen", "Warnings"), numeric: true, cell: d => number(d.warnings), value: d => d.warnings },
          ]}
        />
      )}
    </section>
  );
}

interface Fresh { dataset: string; last: Delivery | undefined }

const millisecondsPerDay = 86_400_000;

function Freshness({ deliveries, datasets, known }: { deliveries: readonly Delivery[]; datasets: readonly string[]; known: readonly Dataset[] }) {
  const rows: Fresh[] = datasets.map(dataset => ({
    dataset, last: deliveries.filter(d => d.dataset === dataset && d.state === "served").sort((a, b) => (b.storedAt ?? "").localeCompare(a.storedAt ?? ""))[0],
  }));
  const age = (f: Fresh): number | undefined => (f.last?.storedAt ? Math.floor((Date.now() - Date.parse(f.last.storedAt)) / millisecondsPerDay) : undefined);
  const words = (days: number): string => (days === 0 ? say("vandaag", "today") : days === 1 ? say("gisteren", "yesterday") : say(`${number(days)} dagen geleden`, `${number(days)} days ago`));
  return (
    <section aria-labelledby="fresh-head">
      <h2 id="fresh-head">{say("Actualiteit", "How recent")}</h2>
      <DataTable
        caption={say("De laatste levering van elke dataset", "The last delivery of each dataset")} rows={rows} rowKey={f => f.dataset} fileName="versheid" stacks="dataset"
        columns={[
          { key: "dataset", head: "Dataset", cell: f => <>{titleOf(known, f.dataset)}<span class="status-more muted">{f.dataset}</span></>, value: f => titleOf(known, f.dataset) },
          { key: "last", head: say("Laatst verwerkt", "Last processed"), cell: f => (f.last?.storedAt ? day(f.last.storedAt) : say("nog nooit", "never yet")), value: f => f.last?.storedAt },
          { key: "age", head: say("Geleden", "Ago"), cell: f => (age(f) === undefined ? "–" : words(age(f)!)), value: age },
          { key: "file", head: say("Bestand", "File"), cell: f => (f.last ? <a href={toDelivery(f.last.id)}>{f.last.file}</a> : "–"), value: f => f.last?.file },
          {
            key: "form", head: say("Vorm", "Form"), value: f => known.find(d => d.id === f.dataset)?.href,
            cell: f => { const dataset = known.find(d => d.id === f.dataset); return dataset ? <><a href={dataset.href}>{say("kolommen", "columns")}</a>{dataset.template && <>{" "}<a href={dataset.template} download>{say("leeg bestand", "empty file")}</a></>}</> : "–"; },
          },
        ]}
      />
    </section>
  );
}

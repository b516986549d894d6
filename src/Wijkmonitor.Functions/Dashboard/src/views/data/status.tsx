import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { getReadiness } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Delivery, Readiness, Signal, WaitingFile } from "../../api/types";
import { isPending, formatPendingCount } from "../../parts/pending";
import { SignalMark } from "../../parts/signal";
import { LoadableView } from "../../parts/states";
import { formatMoment } from "../../text/format";
import { say } from "../../text/language";
import { formatAgo, checkConfiguration, checkIngest, findNewestServed, checkNightly, summarize, checkInbox, type HealthStatus } from "./health";

const refreshMilliseconds = 30_000;

/** The health of the monitor for data teams and administrators: storage, configuration, runs, waiting files and freshness. */
export function Status({ waiting, deliveries, isDataMissing }: { isDataMissing: boolean; waiting: readonly WaitingFile[] | undefined; deliveries: readonly Delivery[] | undefined }) {
  const [attempt, setAttempt] = useState(0);
  const loaded = useLoad(getReadiness, [attempt]);
  const [lastLoaded, setLastLoaded] = useState<Readiness | undefined>(undefined);
  useEffect(() => {
    if (loaded.state === "loading") {
      return;
    }
    setLastLoaded(loaded.state === "ready" ? loaded.value : undefined);
    const timer = setTimeout(() => setAttempt(t => t + 1), refreshMilliseconds);
    return () => clearTimeout(timer);
  }, [loaded]);
  const shown = loaded.state === "loading" && lastLoaded ? { state: "ready" as const, value: lastLoaded, retry: () => setAttempt(t => t + 1) } : loaded;
  return (
    <section class="status" aria-labelledby="status-head">
      <h2 id="status-head">{say("Werking van de monitor", "How the monitor is working")}</h2>
      <LoadableView source={shown} name={say("de stand", "the status")}>
        {readiness => <StatusDetails readiness={readiness} waiting={waiting} deliveries={deliveries} isDataMissing={isDataMissing} />}
      </LoadableView>
    </section>
  );
}

function StatusDetails({ readiness, waiting, deliveries, isDataMissing }: { isDataMissing: boolean; readiness: Readiness; waiting: readonly WaitingFile[] | undefined; deliveries: readonly Delivery[] | undefined }) {
  const [ingest, nightly] = (["Ingest", "Score"] as const).map(name => readiness.lastRuns.find(r => r.function === name));
  const rows: [string, HealthStatus, ComponentChildren][] = [
    [say("Opslag", "Storage"), { signal: "green", words: say("antwoordt", "answers") }, null],
    [
      say("Configuratie", "Configuration"), checkConfiguration(readiness.refusedDefinitions),
      readiness.refusedDefinitions.length > 0 && say(
        `${readiness.refusedDefinitions.join(", ")}: de reden staat in de opslag, in het bestand .problems.csv naast de definitie in config/datasets. Tot dit is verbeterd, geldt de vorige versie.`,
        `${readiness.refusedDefinitions.join(", ")}: the reason is in the storage, in the .problems.csv file next to the definition in config/datasets. Until it is corrected, the previous version applies.`,
      ),
    ],
    [say("Inbox verwerken", "Processing the inbox"), checkIngest(ingest), ingest && formatLastSuccess(ingest.succeededAt)],
    [say("Nachtelijke berekening", "Nightly computation"), checkNightly(nightly), nightly && formatLastSuccess(nightly.succeededAt)],
  ];
  if (isDataMissing) {
    rows.push([say("Leveringen", "Deliveries"), { signal: "yellow", words: say("nu niet op te vragen", "not available now") }, null]);
  }
  if (waiting) {
    const oldest = [...waiting].sort((a, b) => a.receivedAt.localeCompare(b.receivedAt))[0];
    rows.push([say("Wacht het langst", "Waiting longest"), checkInbox(oldest), oldest && `${oldest.dataset}/${oldest.file}`]);
  }
  if (deliveries) {
    const pending = deliveries.filter(isPending);
    if (pending.length > 0) {
      rows.push([say("Wacht op een besluit", "Waiting for a decision"), { signal: "yellow", words: formatPendingCount(pending.length) }, pending.map(d => `${d.dataset}/${d.file}`).join(", ")]);
    }
    const last = findNewestServed(deliveries);
    rows.push([say("Laatst verwerkt", "Last processed"), { signal: "none", words: last?.storedAt ? formatAgo(last.storedAt) : say("nog niets", "nothing yet") }, last && `${last.dataset}/${last.file}`]);
  }
  const summary = summarize(rows.map(([, status]) => status));
  return (
    <>
      <p class="status-verdict"><StatusBadge {...summary} /></p>
      <details open={summary.signal !== "green"}>
        <summary>{say("Details", "Details")}</summary>
        <ul class="rows">
          {rows.map(([subject, status, more]) => (
            <li key={subject}><span>{subject}{more && <span class="row-detail muted">{more}</span>}</span><StatusBadge {...status} /></li>
          ))}
        </ul>
      </details>
    </>
  );
}

const formatLastSuccess = (iso: string | undefined): string =>
  iso ? say(`Laatst geslaagd: ${formatMoment(iso)}`, `Last succeeded: ${formatMoment(iso)}`) : say("Nog nooit geslaagd", "Never succeeded yet");

const StatusBadge = ({ signal, words }: { signal: Signal; words: string }) => <span class={`badge ${signal}`}><SignalMark signal={signal} />{words}</span>;

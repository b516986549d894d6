import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { getReadiness } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Delivery, Readiness, Signal, WaitingFile } from "../../api/types";
import { isPending, waitingWords } from "../../parts/pending";
import { SignalMark } from "../../parts/signal";
import { Show } from "../../parts/states";
import { moment } from "../../text/format";
import { say } from "../../text/language";
import { ago, configuration, ingest, newest, nightly, verdict, waiting as ofWaiting, type Finding } from "./health";

const lookAgainAfter = 30_000;

/** Whether the monitor does its work, for who delivers to it and who keeps it: storage, configuration, runs, what waits and how fresh it is. */
export function Status({ waiting, deliveries, isBlind }: { isBlind: boolean; waiting: readonly WaitingFile[] | undefined; deliveries: readonly Delivery[] | undefined }) {
  const [turn, setTurn] = useState(0);
  const loaded = useLoad(getReadiness, [turn]);
  const [kept, setKept] = useState<Readiness | undefined>(undefined);
  useEffect(() => {
    if (loaded.state === "loading") {
      return;
    }
    setKept(loaded.state === "ready" ? loaded.value : undefined);
    const timer = setTimeout(() => setTurn(t => t + 1), lookAgainAfter);
    return () => clearTimeout(timer);
  }, [loaded]);
  const shown = loaded.state === "loading" && kept ? { state: "ready" as const, value: kept, again: () => setTurn(t => t + 1) } : loaded;
  return (
    <section class="status" aria-labelledby="status-head">
      <h2 id="status-head">{say("Werking van de monitor", "How the monitor is working")}</h2>
      <Show of={shown} what={say("de stand", "the status")}>
        {readiness => <Findings readiness={readiness} waiting={waiting} deliveries={deliveries} isBlind={isBlind} />}
      </Show>
    </section>
  );
}

function Findings({ readiness, waiting, deliveries, isBlind }: { isBlind: boolean; readiness: Readiness; waiting: readonly WaitingFile[] | undefined; deliveries: readonly Delivery[] | undefined }) {
  const [run, score] = (["Ingest", "Score"] as const).map(name => readiness.lastRuns.find(r => r.function === name));
  const rows: [string, Finding, ComponentChildren][] = [
    [say("Opslag", "Storage"), { signal: "green", words: say("antwoordt", "answers") }, null],
    [
      say("Configuratie", "Configuration"), configuration(readiness.refusedDefinitions),
      readiness.refusedDefinitions.length > 0 && say(
        `${readiness.refusedDefinitions.join(", ")}: waarom staat in de opslag, in config/datasets, in het bestand .problems.csv ernaast. Tot dan geldt de vorige versie.`,
        `${readiness.refusedDefinitions.join(", ")}: the reason is in the storage: in config/datasets, in the file .problems.csv next to it. Until then the version before counts.`,
      ),
    ],
    [say("Inbox verwerken", "Taking in the inbox"), ingest(run), run && lastTime(run.succeededAt)],
    [say("Nachtelijke berekening", "Nightly computation"), nightly(score), score && lastTime(score.succeededAt)],
  ];
  if (isBlind) {
    rows.push([say("Leveringen", "Deliveries"), { signal: "yellow", words: say("nu niet op te vragen", "cannot be asked for now") }, null]);
  }
  if (waiting) {
    const oldest = [...waiting].sort((a, b) => a.receivedAt.localeCompare(b.receivedAt))[0];
    rows.push([say("Wacht het langst", "Waits longest"), ofWaiting(oldest), oldest && `${oldest.dataset}/${oldest.file}`]);
  }
  if (deliveries) {
    const pending = deliveries.filter(isPending);
    if (pending.length > 0) {
      rows.push([say("Wacht op een besluit", "Waits for a decision"), { signal: "yellow", words: waitingWords(pending.length) }, pending.map(d => `${d.dataset}/${d.file}`).join(", ")]);
    }
    const last = newest(deliveries);
    rows.push([say("Laatst verwerkt", "Last processed"), { signal: "none", words: last?.storedAt ? ago(last.storedAt) : say("nog niets", "nothing yet") }, last && `${last.dataset}/${last.file}`]);
  }
  const all = verdict(rows.map(([, finding]) => finding));
  return (
    <>
      <p class="status-verdict"><Badge {...all} /></p>
      <details open={all.signal !== "green"}>
        <summary>{say("Details", "Details")}</summary>
        <ul class="rows">
          {rows.map(([what, finding, more]) => (
            <li key={what}><span>{what}{more && <span class="status-more muted">{more}</span>}</span><Badge {...finding} /></li>
          ))}
        </ul>
      </details>
    </>
  );
}

const lastTime = (iso: string | undefined): string =>
  iso ? say(`Laatst geslaagd: ${moment(iso)}`, `Last succeeded: ${moment(iso)}`) : say("Nog nooit geslaagd", "Has not succeeded yet");

const Badge = ({ signal, words }: { signal: Signal; words: string }) => <span class={`badge ${signal}`}><SignalMark signal={signal} />{words}</span>;

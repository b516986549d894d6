import type { Delivery, LastRun, Signal, WaitingFile } from "../../api/types";
import { formatNumber } from "../../text/format";
import { say } from "../../text/language";

/** The health of a part, as a colour and a text. */
export interface HealthStatus { signal: Signal; words: string }

// The same thresholds as the alerts of the runbook: half an hour without an ingest run, two days without a successful nightly run.
const maxIngestSilence = 30 * 60;
const maxNightlySilence = 2 * 24 * 3600;

const getSecondsSince = (iso: string): number => Math.max(0, Math.floor((Date.now() - Date.parse(iso)) / 1000));

/** Formats the time since a moment. */
export function formatAgo(iso: string): string {
  const seconds = getSecondsSince(iso);
  const format = (n: number, nl: [string, string], en: [string, string]): string => say(`${formatNumber(n)} ${nl[n === 1 ? 0 : 1]} geleden`, `${formatNumber(n)} ${en[n === 1 ? 0 : 1]} ago`);
  if (seconds < 60) {
    return say("zojuist", "just now");
  }
  if (seconds < 3600) {
    return format(Math.floor(seconds / 60), ["minuut", "minuten"], ["minute", "minutes"]);
  }
  return seconds < 86_400 ? format(Math.floor(seconds / 3600), ["uur", "uur"], ["hour", "hours"]) : format(Math.floor(seconds / 86_400), ["dag", "dagen"], ["day", "days"]);
}

export const checkConfiguration = (refused: readonly string[]): HealthStatus => refused.length === 0
  ? { signal: "green", words: say("in orde", "OK") }
  : { signal: "yellow", words: say(`${formatNumber(refused.length)} geweigerd`, `${formatNumber(refused.length)} refused`) };

export const checkIngest = (run: LastRun | undefined): HealthStatus => checkRun(run, maxIngestSilence);

export const checkNightly = (run: LastRun | undefined): HealthStatus => checkRun(run, maxNightlySilence);

function checkRun(run: LastRun | undefined, maxSilence: number): HealthStatus {
  if (!run) {
    return { signal: "none", words: say("nog niet gelopen", "has not run yet") };
  }
  if (run.outcome === "failed") {
    return { signal: "red", words: say(`mislukt, ${formatAgo(run.endedAt)}`, `failed, ${formatAgo(run.endedAt)}`) };
  }
  return run.ageSeconds > maxSilence
    ? { signal: "yellow", words: say(`te laat: laatst ${formatAgo(run.endedAt)}`, `overdue: last ${formatAgo(run.endedAt)}`) }
    : { signal: "green", words: say(`geslaagd, ${formatAgo(run.endedAt)}`, `succeeded, ${formatAgo(run.endedAt)}`) };
}

export function checkInbox(oldest: WaitingFile | undefined): HealthStatus {
  if (!oldest) {
    return { signal: "green", words: say("de inbox is leeg", "the inbox is empty") };
  }
  return { signal: getSecondsSince(oldest.receivedAt) > maxIngestSilence ? "yellow" : "none", words: say(`kwam ${formatAgo(oldest.receivedAt)}`, `came ${formatAgo(oldest.receivedAt)}`) };
}

/** The delivery that was served last. */
export const findNewestServed = (deliveries: readonly Delivery[]): Delivery | undefined =>
  deliveries.filter(d => d.state === "served" && d.storedAt).sort((a, b) => b.storedAt!.localeCompare(a.storedAt!))[0];

/** Summarizes the statuses by the worst of them. */
export function summarize(statuses: readonly HealthStatus[]): HealthStatus {
  if (statuses.some(f => f.signal === "red")) {
    return { signal: "red", words: say("Er gaat iets mis; wat er al is, blijft te zien", "Something is wrong; what is there can still be seen") };
  }
  return statuses.some(f => f.signal === "yellow")
    ? { signal: "yellow", words: say("Iets vraagt aandacht", "Something needs attention") }
    : { signal: "green", words: say("Alles werkt", "Everything works") };
}

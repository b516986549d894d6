import type { Delivery, LastRun, Signal, WaitingFile } from "../../api/types";
import { number } from "../../text/format";
import { say } from "../../text/language";

/** How something is, by a colour and in words. */
export interface Finding { signal: Signal; words: string }

// From when on the alerts of the runbook go off as well: nobody looked at the inbox for half an hour, no night ended well for two days.
const ingestSilence = 30 * 60;
const nightlySilence = 2 * 24 * 3600;

const secondsSince = (iso: string): number => Math.max(0, Math.floor((Date.now() - Date.parse(iso)) / 1000));

/** How long ago, in words. */
export function ago(iso: string): string {
  const seconds = secondsSince(iso);
  const count = (n: number, nl: [string, string], en: [string, string]): string => say(`${number(n)} ${nl[n === 1 ? 0 : 1]} geleden`, `${number(n)} ${en[n === 1 ? 0 : 1]} ago`);
  if (seconds < 60) {
    return say("zojuist", "just now");
  }
  if (seconds < 3600) {
    return count(Math.floor(seconds / 60), ["minuut", "minuten"], ["minute", "minutes"]);
  }
  return seconds < 86_400 ? count(Math.floor(seconds / 3600), ["uur", "uur"], ["hour", "hours"]) : count(Math.floor(seconds / 86_400), ["dag", "dagen"], ["day", "days"]);
}

export const configuration = (refused: readonly string[]): Finding => refused.length === 0
  ? { signal: "green", words: say("in orde", "in order") }
  : { signal: "yellow", words: say(`${number(refused.length)} geweigerd`, `${number(refused.length)} refused`) };

export const ingest = (run: LastRun | undefined): Finding => ofRun(run, ingestSilence);

export const nightly = (run: LastRun | undefined): Finding => ofRun(run, nightlySilence);

function ofRun(run: LastRun | undefined, silence: number): Finding {
  if (!run) {
    return { signal: "none", words: say("nog niet gelopen", "has not run yet") };
  }
  if (run.outcome === "failed") {
    return { signal: "red", words: say(`mislukt, ${ago(run.endedAt)}`, `failed, ${ago(run.endedAt)}`) };
  }
  return run.ageSeconds > silence
    ? { signal: "yellow", words: say(`te laat: laatst ${ago(run.endedAt)}`, `overdue: last ${ago(run.endedAt)}`) }
    : { signal: "green", words: say(`geslaagd, ${ago(run.endedAt)}`, `succeeded, ${ago(run.endedAt)}`) };
}

export function waiting(oldest: WaitingFile | undefined): Finding {
  if (!oldest) {
    return { signal: "green", words: say("de inbox is leeg", "the inbox is empty") };
  }
  return { signal: secondsSince(oldest.receivedAt) > ingestSilence ? "yellow" : "none", words: say(`kwam ${ago(oldest.receivedAt)}`, `came ${ago(oldest.receivedAt)}`) };
}

/** The delivery that was served last. */
export const newest = (deliveries: readonly Delivery[]): Delivery | undefined =>
  deliveries.filter(d => d.state === "served" && d.storedAt).sort((a, b) => b.storedAt!.localeCompare(a.storedAt!))[0];

/** All of it in one: the worst of them. */
export function verdict(findings: readonly Finding[]): Finding {
  if (findings.some(f => f.signal === "red")) {
    return { signal: "red", words: say("Er gaat iets mis; wat er al is, blijft te zien", "Something goes wrong; what is there stays to be seen") };
  }
  return findings.some(f => f.signal === "yellow")
    ? { signal: "yellow", words: say("Er is iets om naar te kijken", "There is something to look at") }
    : { signal: "green", words: say("Alles werkt", "Everything works") };
}

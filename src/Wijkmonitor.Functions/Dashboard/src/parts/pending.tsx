import { useEffect, useState } from "preact/hooks";
import { getAll } from "../api/http";
import type { Delivery } from "../api/types";
import { toDelivery } from "../router";
import { number } from "../text/format";
import { say } from "../text/language";

// Who once saw deliveries is told in every view how many wait; others are not asked for each time what they may not see.
const seenName = "wijkmonitor-deliveries-seen";

let known: readonly Delivery[] | undefined;
const listeners = new Set<() => void>();

export const isPending = (delivery: Delivery): boolean => delivery.state === "pending";

/** Tells of the deliveries that a view has. */
export function tellDeliveries(deliveries: readonly Delivery[]): void {
  sessionStorage.setItem(seenName, "yes");
  known = deliveries;
  listeners.forEach(listener => listener());
}

/** The deliveries that wait for somebody's decision; undefined while that is not known. */
export function usePending(place: string): readonly Delivery[] | undefined {
  const [, redraw] = useState(0);
  useEffect(() => {
    const listener = (): void => redraw(n => n + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  useEffect(() => {
    if (sessionStorage.getItem(seenName) === null) {
      return;
    }
    const ending = new AbortController();
    getAll<Delivery>("/deliveries", ending.signal).then(tellDeliveries, () => {
      if (!ending.signal.aborted) {
        // What cannot be asked is no nought: the number goes.
        known = undefined;
        listeners.forEach(listener => listener());
      }
    });
    return () => ending.abort();
  }, [place]);
  return known?.filter(isPending);
}

export const waitingWords = (count: number): string =>
  count === 1 ? say("1 levering wacht op uw besluit", "1 delivery waits for your decision") : say(`${number(count)} leveringen wachten op uw besluit`, `${number(count)} deliveries wait for your decision`);

/** What waits for somebody, with the way there. */
export function Pending({ deliveries }: { deliveries: readonly Delivery[] }) {
  const waiting = deliveries.filter(isPending);
  return waiting.length === 0 ? null : (
    <div class="notice ask pending-list" role="status">
      <p><strong>{waitingWords(waiting.length)}</strong></p>
      <ul>{waiting.map(d => <li key={d.id}><a href={toDelivery(d.id)}>{d.dataset}/{d.file}</a></li>)}</ul>
    </div>
  );
}

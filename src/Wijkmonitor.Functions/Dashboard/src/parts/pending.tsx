import { useEffect, useState } from "preact/hooks";
import { getAll } from "../api/http";
import type { Delivery } from "../api/types";
import { getDeliveryPath } from "../router";
import { formatNumber } from "../text/format";
import { say } from "../text/language";

// Only people who have seen deliveries before get the number of pending ones in every view; for others the request would be refused each time.
const seenKey = "wijkmonitor-deliveries-seen";

let knownDeliveries: readonly Delivery[] | undefined;
const listeners = new Set<() => void>();

export const isPending = (delivery: Delivery): boolean => delivery.state === "pending";

/** Publishes the deliveries that a view has loaded. */
export function publishDeliveries(deliveries: readonly Delivery[]): void {
  sessionStorage.setItem(seenKey, "yes");
  knownDeliveries = deliveries;
  listeners.forEach(handleChange => handleChange());
}

/** The deliveries that wait for a decision, or undefined while they are unknown. */
export function usePendingDeliveries(path: string): readonly Delivery[] | undefined {
  const [, redraw] = useState(0);
  useEffect(() => {
    const handleChange = (): void => redraw(n => n + 1);
    listeners.add(handleChange);
    return () => void listeners.delete(handleChange);
  }, []);
  useEffect(() => {
    if (sessionStorage.getItem(seenKey) === null) {
      return;
    }
    const controller = new AbortController();
    getAll<Delivery>("/deliveries", controller.signal).then(publishDeliveries, () => {
      if (!controller.signal.aborted) {
        // An unknown number is not zero, so it is removed.
        knownDeliveries = undefined;
        listeners.forEach(handleChange => handleChange());
      }
    });
    return () => controller.abort();
  }, [path]);
  return knownDeliveries?.filter(isPending);
}

export const formatPendingCount = (count: number): string =>
  count === 1 ? say("1 levering wacht op uw besluit", "1 delivery is waiting for your decision") : say(`${formatNumber(count)} leveringen wachten op uw besluit`, `${formatNumber(count)} deliveries are waiting for your decision`);

/** The pending deliveries, with links. */
export function PendingNotice({ deliveries }: { deliveries: readonly Delivery[] }) {
  const pending = deliveries.filter(isPending);
  return pending.length === 0 ? null : (
    <div class="notice needs-decision pending-list" role="status">
      <p><strong>{formatPendingCount(pending.length)}</strong></p>
      <ul>{pending.map(d => <li key={d.id}><a href={getDeliveryPath(d.id)}>{d.dataset}/{d.file}</a></li>)}</ul>
    </div>
  );
}

import type { Delivery } from "../../api/types";
import { say } from "../../text/language";
import { deliveryState, stageName } from "../../text/terms";

const way = ["storing", "scoring", "served"];

/** How far a delivery has come, as three steps and in words. */
export function Stages({ delivery }: { delivery: Pick<Delivery, "state" | "quarantined" | "progress"> }) {
  const at = way.indexOf(delivery.state);
  const progress = delivery.progress?.total ? Math.round((100 * (delivery.progress.done ?? 0)) / delivery.progress.total) : undefined;
  return (
    <span class={`delivery-state ${delivery.state}`}>
      {at >= 0 && at < way.length - 1 && (
        <svg class="stages" viewBox="0 0 34 8" aria-hidden="true">{way.map((s, i) => <rect key={s} class={i <= at ? "done" : ""} x={i * 12} width="10" height="8" rx="2" />)}</svg>
      )}
      {deliveryState(delivery.state, delivery.quarantined)}
      {progress !== undefined && delivery.state !== "served" && <> · {stageName(delivery.progress!.stage)} {progress}% <progress max={100} value={progress} aria-label={say("voortgang", "progress")} /></>}
    </span>
  );
}

import type { Delivery } from "../../api/types";
import { say } from "../../text/language";
import { getDeliveryStateName, getStageName } from "../../text/terms";

const stages = ["storing", "scoring", "served"];

/** The progress of a delivery as three steps and a text. */
export function DeliveryProgress({ delivery }: { delivery: Pick<Delivery, "state" | "quarantined" | "progress"> }) {
  const stageIndex = stages.indexOf(delivery.state);
  const progress = delivery.progress?.total ? Math.round((100 * (delivery.progress.done ?? 0)) / delivery.progress.total) : undefined;
  return (
    <span class={`delivery-state ${delivery.state}`}>
      {stageIndex >= 0 && stageIndex < stages.length - 1 && (
        <svg class="stages" viewBox="0 0 34 8" aria-hidden="true">{stages.map((s, i) => <rect key={s} class={i <= stageIndex ? "done" : ""} x={i * 12} width="10" height="8" rx="2" />)}</svg>
      )}
      {getDeliveryStateName(delivery.state, delivery.quarantined)}
      {progress !== undefined && delivery.state !== "served" && <> · {getStageName(delivery.progress!.stage)} {progress}% <progress max={100} value={progress} aria-label={say("voortgang", "progress")} /></>}
    </span>
  );
}

import type { KindInfo, Signal } from "../api/types";
import { getSignalName } from "../text/kinds";

/** A colour with its own shape: a circle is green, a bar yellow, a triangle red. */
export function SignalMark({ signal }: { signal: Signal }) {
  return (
    <svg class={`mark ${signal}`} viewBox="0 0 16 16" aria-hidden="true">
      {signal === "green" && <circle cx="8" cy="8" r="6.5" />}
      {signal === "yellow" && <rect x="1.5" y="4.5" width="13" height="7" rx="2" />}
      {signal === "red" && <path d="M1.2 3h13.6L8 14.5z" />}
      {signal === "none" && <circle cx="8" cy="8" r="5.5" />}
    </svg>
  );
}

/** A colour with its meaning on the scorecards of a kind. */
export function SignalBadge({ signal, kind }: { signal: Signal; kind: KindInfo }) {
  return (
    <span class={`badge ${signal}`}>
      <SignalMark signal={signal} />
      {getSignalName(kind, signal)}
    </span>
  );
}

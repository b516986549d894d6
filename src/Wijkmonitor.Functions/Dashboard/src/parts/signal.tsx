import type { Signal } from "../api/types";
import { signalName } from "../text/terms";

/** A colour by shape too: a circle is more favourable, a bar about equal, a triangle less favourable. */
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

export function SignalBadge({ signal }: { signal: Signal }) {
  return (
    <span class={`badge ${signal}`}>
      <SignalMark signal={signal} />
      {signalName(signal)}
    </span>
  );
}

/** How many lines have each colour, as a bar with the numbers in words. */
export function SignalCounts({ signals }: { signals: readonly Signal[] }) {
  return (
    <span class="signal-counts">
      {(["green", "yellow", "red"] as const).map(signal => {
        const count = signals.filter(s => s === signal).length;
        return count > 0 ? (
          <span class="signal-count" key={signal} title={signalName(signal)}>
            <SignalMark signal={signal} />
            {count}
            <span class="unseen"> {signalName(signal)}</span>
          </span>
        ) : null;
      })}
    </span>
  );
}

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

/** The heading of a view, which is also the title of the tab. */
export function Title({ above, children, below }: { above?: ComponentChildren; children: string; below?: ComponentChildren }) {
  useEffect(() => {
    document.title = `${children} · Wijkmonitor`;
  }, [children]);
  return (
    <div class="title">
      {above && <p class="above">{above}</p>}
      <h1>{children}</h1>
      {below && <div class="below">{below}</div>}
    </div>
  );
}

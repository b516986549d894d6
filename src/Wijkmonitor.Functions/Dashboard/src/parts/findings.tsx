import type { Finding } from "../api/types";
import { pick, say } from "../text/language";

const limit = 6;

/** What a reader must know beside the figures: warnings first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) {
    return null;
  }
  const ordered = [...findings].sort((a, b) => Number(b.severity === "warning") - Number(a.severity === "warning"));
  const item = (finding: Finding, index: number) => (
    <li key={index} class={finding.severity}>
      <span class="finding-kind">{finding.severity === "warning" ? say("Let op", "Mind") : finding.code === "annotation" ? say("Aantekening", "Annotation") : say("Weet ook", "Know too")}</span>
      <span>{pick(finding.message)}</span>
    </li>
  );
  return (
    <div class="findings">
      <h3>{say("Bij deze cijfers", "Beside these figures")}</h3>
      <ul>{ordered.slice(0, limit).map(item)}</ul>
      {ordered.length > limit && (
        <details>
          <summary>{say(`Nog ${ordered.length - limit}`, `${ordered.length - limit} more`)}</summary>
          <ul>{ordered.slice(limit).map(item)}</ul>
        </details>
      )}
    </div>
  );
}

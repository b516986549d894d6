import type { ComponentChildren } from "preact";
import { formatMoment } from "../text/format";
import { say } from "../text/language";

/** The sources of figures, the moment of computation or last delivery, and their boundaries. Every view has it. */
export function SourceNote(props: { sources: readonly string[]; computedAt?: string | undefined; updatedAt?: string | undefined; boundaryYears?: readonly number[]; rules?: string | undefined; children?: ComponentChildren }) {
  const years = [...new Set(props.boundaryYears ?? [])].sort();
  const sources = [...new Set(props.sources)].filter(Boolean);
  return (
    <dl class="source-note">
      <div><dt>{say("Bron", "Source")}</dt><dd>{sources.length ? sources.join("; ") : say("niet opgegeven", "not given")}</dd></div>
      {props.computedAt && <div><dt>{say("Berekend op", "Computed on")}</dt><dd>{formatMoment(props.computedAt)}</dd></div>}
      {props.updatedAt && <div><dt>{say("Bijgewerkt op", "Updated on")}</dt><dd>{formatMoment(props.updatedAt)}</dd></div>}
      {years.length > 0 && <div><dt>{say("Gebiedsindeling", "Boundaries of")}</dt><dd>{years.join(", ")}</dd></div>}
      {props.rules && <div><dt>{say("Regels", "Rules")}</dt><dd>{props.rules}</dd></div>}
      {props.children}
    </dl>
  );
}

import { get } from "./http";
import type { Parts } from "./load";
import type { Bilingual, Scorecard, ScorecardSummary } from "./types";

/** An outside event shown with the series of an indicator; no figure is adjusted for it. */
export interface Annotation { indicator: string; label: Bilingual; message: Bilingual }

const code = "annotation";

export const annotationsPart: Bilingual = { nl: "de aantekeningen", en: "the annotations" };

/** What was noted about the series of social mortgages. The last statement of each tells all that was noted before; a statement that may not be seen tells nothing. */
export async function annotationsOf(statements: readonly ScorecardSummary[], parts: Parts, signal: AbortSignal): Promise<Annotation[]> {
  const last = new Map([...statements].sort((a, b) => a.period.localeCompare(b.period)).map(s => [s.subject, s]));
  const found = await Promise.all([...last.values()].filter(s => s.findings.includes(code)).map(s => parts.get(annotationsPart, get<Scorecard>(s.href, signal), undefined, true)));
  return found.flatMap(statement => (statement?.findings ?? []).filter(f => f.code === code).flatMap(finding => finding.lines.map(line => {
    const named = statement!.lines.find(l => l.code === line);
    return { indicator: line, label: named?.label ?? { nl: line, en: line }, message: finding.message };
  })));
}

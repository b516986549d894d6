import { get } from "./http";
import type { OptionalParts } from "./load";
import type { Bilingual, Scorecard, ScorecardSummary } from "./types";

/** An outside event shown with the series of an indicator; no figure is adjusted for it. */
export interface Annotation { indicator: string; label: Bilingual; message: Bilingual }

const annotationCode = "annotation";

export const annotationsName: Bilingual = { nl: "de aantekeningen", en: "the annotations" };

/** Loads the annotations of social mortgages. The last statement of each repeats earlier annotations; a statement that the caller may not see adds none. */
export async function loadAnnotations(statements: readonly ScorecardSummary[], parts: OptionalParts, signal: AbortSignal): Promise<Annotation[]> {
  const latest = new Map([...statements].sort((a, b) => a.period.localeCompare(b.period)).map(s => [s.subject, s]));
  const found = await Promise.all([...latest.values()].filter(s => s.findings.includes(annotationCode)).map(s => parts.get(annotationsName, get<Scorecard>(s.href, signal), undefined, true)));
  return found.flatMap(statement => (statement?.findings ?? []).filter(f => f.code === annotationCode).flatMap(finding => finding.lines.map(line => {
    const named = statement!.lines.find(l => l.code === line);
    return { indicator: line, label: named?.label ?? { nl: line, en: line }, message: finding.message };
  })));
}

import { get, getAll } from "./http";
import type { KindInfo, Scorecard, ScorecardLine, ScorecardSummary } from "./types";

/** Whether any line of a scorecard was judged. */
export const isJudged = (summary: ScorecardSummary | undefined): boolean => summary !== undefined && Object.keys(summary.signals).length > 0;

/** Whether a scorecard has content: a judgement, or a total other than zero; without totals, a known value. */
export const hasContent = (summary: ScorecardSummary | undefined): boolean => summary !== undefined
  && (Object.keys(summary.signals).length > 0 || (summary.totals.length === 0 && Object.keys(summary.values).length > 0) || summary.totals.some(t => t.value !== undefined && t.value !== 0) || Object.keys(summary.states).length === 0);

/** The title of the programme or project that a scorecard is about, or its code where it has no title. */
export const getSubjectName = (summary: ScorecardSummary): string => summary.subjectTitle ?? summary.subject ?? "";

const encode = encodeURIComponent;

/** Loads the scorecards of one kind and period for a municipality and its areas. */
export const loadSummaries = (municipality: string, kind: string, period: string, signal: AbortSignal): Promise<ScorecardSummary[]> =>
  getAll<ScorecardSummary>(`/municipalities/${encode(municipality)}/scorecards/${encode(kind)}?period=${period}&limit=10000`, signal);

/** Whether a period has content for the areas of a municipality, not only for the municipality itself. */
export const hasAreaContent = (municipality: string, summaries: readonly ScorecardSummary[]): boolean => summaries.some(s => s.area !== municipality && hasContent(s));

/** Whether a period has a judgement of an area of a municipality. */
export const hasAreaJudgement = (municipality: string, summaries: readonly ScorecardSummary[]): boolean => summaries.some(s => s.area !== municipality && isJudged(s));

/**
 * Finds the newest period with a judgement, or with figures for a kind that does not judge; else the newest with any content. Periods are given newest first and
 * loaded one at a time, because usually the first one suffices.
 */
export async function findNewestPeriod(municipality: string, kind: KindInfo, periods: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  const hasJudgements = Object.keys(kind.signals).length > 0;
  let newestWithContent: string | undefined;
  for (const period of periods) {
    const summaries = await loadSummaries(municipality, kind.name, period, signal);
    if (hasJudgements ? hasAreaJudgement(municipality, summaries) : hasAreaContent(municipality, summaries)) {
      return period;
    }
    newestWithContent ??= hasAreaContent(municipality, summaries) ? period : undefined;
  }
  return newestWithContent;
}

/** The label and unit of a line, and the inputs and explanation from one of its scorecards. */
export type LineInfo = Pick<ScorecardLine, "code" | "label" | "theme" | "unit" | "inputs" | "explanation">;

const maxCards = 8;

/** Loads the lines that these scorecards have values or judgements for, with the labels of the scorecards themselves. */
export async function loadLines(summaries: readonly ScorecardSummary[], signal: AbortSignal): Promise<LineInfo[]> {
  const getLineCodes = (s: ScorecardSummary): string[] => [...new Set([...Object.keys(s.values), ...Object.keys(s.signals)])];
  const unnamed = new Set(summaries.flatMap(getLineCodes));
  const lines: LineInfo[] = [];
  for (let requests = 0; unnamed.size > 0 && requests < maxCards; requests++) {
    const counts = summaries.map(s => getLineCodes(s).filter(c => unnamed.has(c)).length);
    const fullest = summaries[counts.indexOf(Math.max(...counts))]!;
    const card = await get<Scorecard>(fullest.href, signal);
    lines.push(...card.lines.filter(l => unnamed.has(l.code)));
    getLineCodes(fullest).forEach(c => unnamed.delete(c));
  }
  return [...lines, ...[...unnamed].map(code => ({ code, label: { nl: code, en: code }, theme: { nl: "", en: "" }, unit: "", inputs: [], explanation: { nl: "", en: "" } }))];
}

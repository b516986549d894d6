import { get, getAll } from "./http";
import type { KindInfo, Scorecard, ScorecardLine, ScorecardSummary } from "./types";

/** Whether any line of a scorecard was judged. */
export const isJudged = (summary: ScorecardSummary | undefined): boolean => summary !== undefined && Object.keys(summary.signals).length > 0;

/** Whether a scorecard says anything: something was judged, or a total is more than a count over lines of which none is known; without totals, something is known. */
export const saysSomething = (summary: ScorecardSummary | undefined): boolean => summary !== undefined
  && (Object.keys(summary.signals).length > 0 || (summary.totals.length === 0 && Object.keys(summary.values).length > 0) || summary.totals.some(t => t.value !== undefined && t.value !== 0) || Object.keys(summary.states).length === 0);

const encode = encodeURIComponent;

/** The scorecards of one kind and period of a municipality and its areas. */
export const summariesOf = (municipality: string, kind: string, period: string, signal: AbortSignal): Promise<ScorecardSummary[]> =>
  getAll<ScorecardSummary>(`/municipalities/${encode(municipality)}/scorecards/${encode(kind)}?period=${period}&limit=10000`, signal);

/** Whether a period says something of the areas of a municipality, and not of the municipality alone. */
export const isAboutAreas = (municipality: string, summaries: readonly ScorecardSummary[]): boolean => summaries.some(s => s.area !== municipality && saysSomething(s));

/** Whether a period has a judgement of an area of a municipality. */
export const judgesAreas = (municipality: string, summaries: readonly ScorecardSummary[]): boolean => summaries.some(s => s.area !== municipality && isJudged(s));

/**
 * The newest of these periods, newest first, with a judgement, or for a kind that does not judge with figures; else the newest that says anything. It looks one period at a
 * time: mostly the first will do.
 */
export async function newestThatSays(municipality: string, kind: KindInfo, periods: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  const judges = Object.keys(kind.signals).length > 0;
  let telling: string | undefined;
  for (const period of periods) {
    const summaries = await summariesOf(municipality, kind.name, period, signal);
    if (judges ? judgesAreas(municipality, summaries) : isAboutAreas(municipality, summaries)) {
      return period;
    }
    telling ??= isAboutAreas(municipality, summaries) ? period : undefined;
  }
  return telling;
}

/** What a line is called and counted in, and what one of its scorecards was computed from. */
export type LineInfo = Pick<ScorecardLine, "code" | "label" | "theme" | "unit" | "inputs" | "explanation">;

const mostCards = 8;

/** The lines of which these scorecards know something, as they are called on the scorecards themselves: whatever a kind has is known without knowing the kind. */
export async function linesOf(summaries: readonly ScorecardSummary[], signal: AbortSignal): Promise<LineInfo[]> {
  const codesOf = (s: ScorecardSummary): string[] => [...new Set([...Object.keys(s.values), ...Object.keys(s.signals)])];
  const unnamed = new Set(summaries.flatMap(codesOf));
  const lines: LineInfo[] = [];
  for (let asked = 0; unnamed.size > 0 && asked < mostCards; asked++) {
    const counts = summaries.map(s => codesOf(s).filter(c => unnamed.has(c)).length);
    const fullest = summaries[counts.indexOf(Math.max(...counts))]!;
    const card = await get<Scorecard>(fullest.href, signal);
    lines.push(...card.lines.filter(l => unnamed.has(l.code)));
    codesOf(fullest).forEach(c => unnamed.delete(c));
  }
  return [...lines, ...[...unnamed].map(code => ({ code, label: { nl: code, en: code }, theme: { nl: "", en: "" }, unit: "", inputs: [], explanation: { nl: "", en: "" } }))];
}

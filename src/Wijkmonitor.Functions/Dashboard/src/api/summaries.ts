import { getAll } from "./http";
import type { ScorecardSummary } from "./types";

/** Whether a scorecard says anything: something was judged, or a total is more than a count over lines of which none is known. */
export const saysSomething = (summary: ScorecardSummary | undefined): boolean => summary !== undefined
  && (Object.keys(summary.signals).length > 0 || summary.totals.length === 0 || summary.totals.some(t => t.value !== undefined && t.value !== 0) || Object.keys(summary.states).length === 0);

const encode = encodeURIComponent;

/** The scorecards of one kind and period of a municipality and its areas. */
export const summariesOf = (municipality: string, kind: string, period: string, signal: AbortSignal): Promise<ScorecardSummary[]> =>
  getAll<ScorecardSummary>(`/municipalities/${encode(municipality)}/scorecards/${encode(kind)}?period=${period}&limit=10000`, signal);

/** Whether a period says something of the areas of a municipality, and not of the municipality alone. */
export const isAboutAreas = (municipality: string, summaries: readonly ScorecardSummary[]): boolean => summaries.some(s => s.area !== municipality && saysSomething(s));

/** The newest of these periods, newest first, of which the scorecards say something. It looks one period at a time: mostly the first will do. */
export async function newestThatSays(municipality: string, kind: string, periods: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  for (const period of periods) {
    if (isAboutAreas(municipality, await summariesOf(municipality, kind, period, signal))) {
      return period;
    }
  }
  return undefined;
}

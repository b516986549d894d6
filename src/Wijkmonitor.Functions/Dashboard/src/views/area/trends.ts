import type { Observation } from "../../api/types";
import type { Point } from "../../parts/spark";

/** The measurements of an indicator by period, of one boundary year: a line across two sets of boundaries would compare different areas. */
export function trendOf(observations: readonly Observation[], indicator: string, boundaryYear: number): Point[] {
  const known = observations.filter(o => o.indicator === indicator && o.value !== undefined && o.boundaryYear === boundaryYear);
  return known.map(o => ({ period: o.period, value: o.value! })).sort((a, b) => a.period.localeCompare(b.period));
}

import type { Observation } from "../../api/types";
import type { Point } from "../../parts/spark";
import { comparePeriods, granularityOf } from "../../text/period";

/** The measurements of an indicator by year, of one boundary year: a line across two sets of boundaries would compare different areas, and quarters are not years. */
export function trendOf(observations: readonly Observation[], indicator: string, boundaryYear: number): Point[] {
  const known = observations.filter(o => o.indicator === indicator && o.value !== undefined && o.boundaryYear === boundaryYear && granularityOf(o.period) === "year");
  return known.map(o => ({ period: o.period, value: o.value!, ...(o.interval ? { lower: o.interval.lower, upper: o.interval.upper } : {}), ...(o.status ? { status: o.status } : {}) })).sort((a, b) => comparePeriods(a.period, b.period));
}

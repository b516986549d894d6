import type { Observation } from "../../api/types";
import type { Point } from "../../parts/sparkline";
import { comparePeriods, getGranularity } from "../../text/period";

/** The yearly measurements of an indicator within one boundary year, because other boundaries are other areas and quarters are not years. */
export function getTrend(observations: readonly Observation[], indicator: string, boundaryYear: number): Point[] {
  const known = observations.filter(o => o.indicator === indicator && o.value !== undefined && o.boundaryYear === boundaryYear && getGranularity(o.period) === "year");
  return known.map(o => ({ period: o.period, value: o.value!, ...(o.interval ? { lower: o.interval.lower, upper: o.interval.upper } : {}), ...(o.status ? { status: o.status } : {}) })).sort((a, b) => comparePeriods(a.period, b.period));
}

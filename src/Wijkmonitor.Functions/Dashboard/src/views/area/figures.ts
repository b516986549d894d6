import type { Annotation } from "../../api/annotations";
import type { Kinds } from "../../api/kinds";
import type { MissingPart } from "../../api/load";
import type { Area, Dataset, Indicator, KindInfo, MortgageItem, Observation, Scorecard, ScorecardSummary } from "../../api/types";
import type { Point } from "../../parts/sparkline";
import { comparePeriods, getGranularity } from "../../text/period";

/** The data that the view of an area shows. */
export interface AreaFigures {
  area: Area; municipality: Area | undefined; kinds: Kinds; summaries: ScorecardSummary[]; indicators: Map<string, Indicator>; own: Observation[]; city: Observation[]; mortgages: MortgageItem[]; datasets: readonly Dataset[]; annotations: Annotation[]; missing: readonly MissingPart[];
}

/** The props of a layout: a scorecard, its kind and the other figures of its area. */
export interface LayoutProps { kind: KindInfo; scorecard: Scorecard; figures: AreaFigures }

/** The yearly measurements of an indicator within one boundary year, because other boundaries are other areas and quarters are not years. */
export function getTrend(observations: readonly Observation[], indicator: string, boundaryYear: number): Point[] {
  const known = observations.filter(o => o.indicator === indicator && o.value !== undefined && o.boundaryYear === boundaryYear && getGranularity(o.period) === "year");
  return known.map(o => ({ period: o.period, value: o.value!, ...(o.interval ? { lower: o.interval.lower, upper: o.interval.upper } : {}), ...(o.status ? { status: o.status } : {}) })).sort((a, b) => comparePeriods(a.period, b.period));
}

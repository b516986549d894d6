import type { Annotation } from "../../api/annotations";
import type { Kinds } from "../../api/kinds";
import type { Lack } from "../../api/load";
import type { Area, Dataset, Indicator, KindInfo, MortgageItem, Observation, Scorecard, ScorecardSummary } from "../../api/types";

/** All that the view of an area shows. */
export interface AreaFigures {
  area: Area; municipality: Area | undefined; kinds: Kinds; summaries: ScorecardSummary[]; indicators: Map<string, Indicator>; own: Observation[]; city: Observation[]; mortgages: MortgageItem[]; datasets: readonly Dataset[]; annotations: Annotation[]; lacks: readonly Lack[];
}

/** What is drawn: a scorecard, what its kind says of itself, and what else is known of its area. */
export interface LayoutProps { kind: KindInfo; scorecard: Scorecard; figures: AreaFigures }

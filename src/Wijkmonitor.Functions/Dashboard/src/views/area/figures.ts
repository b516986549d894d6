import type { Annotation } from "../../api/annotations";
import type { Kinds } from "../../api/kinds";
import type { MissingPart } from "../../api/load";
import type { Area, Dataset, Indicator, KindInfo, MortgageItem, Observation, Scorecard, ScorecardSummary } from "../../api/types";

/** The data that the view of an area shows. */
export interface AreaFigures {
  area: Area; municipality: Area | undefined; kinds: Kinds; summaries: ScorecardSummary[]; indicators: Map<string, Indicator>; own: Observation[]; city: Observation[]; mortgages: MortgageItem[]; datasets: readonly Dataset[]; annotations: Annotation[]; missing: readonly MissingPart[];
}

/** The props of a layout: a scorecard, its kind and the other figures of its area. */
export interface LayoutProps { kind: KindInfo; scorecard: Scorecard; figures: AreaFigures }

import type { Annotation } from "../../api/annotations";
import type { MissingPart } from "../../api/load";
import type { Area, Indicator, Module, Mortgage, MortgageSeries, Observation } from "../../api/types";

/** The data that the view of a social mortgage shows. */
export interface MortgageFigures { mortgage: Mortgage; series: MortgageSeries; modules: Module[]; indicators: Map<string, Indicator>; area: Area | undefined; city: Area | undefined; annotations: Annotation[]; observed: Observation[]; missing: readonly MissingPart[] }

import { loadAnnotations, annotationsName, type Annotation } from "../../api/annotations";
import { get, getAll } from "../../api/http";
import { loadKinds } from "../../api/kinds";
import { OptionalParts } from "../../api/load";
import { isJudged, hasContent } from "../../api/summaries";
import type { Area, Dataset, Indicator, Mortgage, MortgageItem, Observation, ScorecardSummary } from "../../api/types";
import type { AreaFigures } from "./figures";

const encode = encodeURIComponent;

// Only parties to a contract see it and its annotations.
async function loadMortgages(code: string, parts: OptionalParts, signal: AbortSignal): Promise<MortgageItem[]> {
  const all = await parts.get({ nl: "de sociale hypotheken", en: "the social mortgages" }, getAll<MortgageItem>("/social-mortgages", signal), [], true);
  return all.filter(m => m.area === code);
}

async function loadMortgageAnnotations(mortgages: readonly MortgageItem[], parts: OptionalParts, signal: AbortSignal): Promise<Annotation[]> {
  const found = await Promise.all(mortgages.map(m => parts.get(annotationsName, get<Mortgage>(`/social-mortgages/${encode(m.id)}`, signal), undefined, true)));
  return loadAnnotations(found.flatMap(m => m?.statements ?? []), parts, signal);
}

/** Loads everything about an area except the scorecards themselves. */
export async function loadAreaFigures(code: string, signal: AbortSignal): Promise<AreaFigures> {
  const area = await get<Area>(`/areas/${encode(code)}`, signal);
  const parts = new OptionalParts();
  const [municipality, kinds, summaries, indicators, own, city, mortgages, datasets] = await Promise.all([
    parts.get({ nl: "de naam van de gemeente", en: "the name of the municipality" }, get<Area>(`/areas/${encode(area.municipality)}`, signal), undefined),
    loadKinds(signal),
    getAll<ScorecardSummary>(`/areas/${encode(code)}/scorecards`, signal),
    getAll<Indicator>("/indicators", signal),
    getAll<Observation>(`/areas/${encode(code)}/observations`, signal),
    parts.get({ nl: "de cijfers van de stad", en: "the city's figures" }, getAll<Observation>(`/areas/${encode(area.municipality)}/observations`, signal), []),
    loadMortgages(code, parts, signal),
    parts.get({ nl: "de namen van de datasets", en: "the names of the datasets" }, getAll<Dataset>("/datasets", signal), []),
  ]);
  return { area, municipality, kinds, summaries, indicators: new Map(indicators.map(i => [i.code, i])), own, city, mortgages, datasets, annotations: await loadMortgageAnnotations(mortgages, parts, signal), missing: parts.missing };
}

/** The years of an area's scorecards, newest first. */
export const listYears = (summaries: readonly ScorecardSummary[]): string[] => [...new Set(summaries.map(s => s.period))].sort().reverse();

/** The requested year; without one, the newest year with a judgement, else the newest with content. */
export function selectYear(summaries: readonly ScorecardSummary[], requested: string | null): string | undefined {
  const years = listYears(summaries);
  return years.find(y => y === requested) ?? years.find(y => summaries.some(s => s.period === y && isJudged(s))) ?? years.find(y => summaries.some(s => s.period === y && hasContent(s))) ?? years[0];
}

/** The scorecards of a kind in a year, or in the newest earlier year if there are none. */
export function selectSummaries(summaries: readonly ScorecardSummary[], kind: string, year: string): ScorecardSummary[] {
  const kindSummaries = summaries.filter(s => s.kind === kind);
  const period = kindSummaries.map(s => s.period).filter(p => p <= year).sort().at(-1);
  return kindSummaries.filter(s => s.period === period);
}

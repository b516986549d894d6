import { annotationsOf, annotationsPart, type Annotation } from "../../api/annotations";
import { get, getAll } from "../../api/http";
import { loadKinds } from "../../api/kinds";
import { Parts } from "../../api/load";
import { isJudged, saysSomething } from "../../api/summaries";
import type { Area, Dataset, Indicator, Mortgage, MortgageItem, Observation, ScorecardSummary } from "../../api/types";
import type { AreaFigures } from "./figures";

const encode = encodeURIComponent;

// Who is no party to a contract sees none, and its annotations neither.
async function mortgagesOf(code: string, parts: Parts, signal: AbortSignal): Promise<MortgageItem[]> {
  const all = await parts.get({ nl: "de sociale hypotheken", en: "the social mortgages" }, getAll<MortgageItem>("/social-mortgages", signal), [], true);
  return all.filter(m => m.area === code);
}

async function notedOf(mortgages: readonly MortgageItem[], parts: Parts, signal: AbortSignal): Promise<Annotation[]> {
  const found = await Promise.all(mortgages.map(m => parts.get(annotationsPart, get<Mortgage>(`/social-mortgages/${encode(m.id)}`, signal), undefined, true)));
  return annotationsOf(found.flatMap(m => m?.statements ?? []), parts, signal);
}

/** Loads all that is known of an area but its scorecards themselves. */
export async function loadFigures(code: string, signal: AbortSignal): Promise<AreaFigures> {
  const area = await get<Area>(`/areas/${encode(code)}`, signal);
  const parts = new Parts();
  const [municipality, kinds, summaries, indicators, own, city, mortgages, datasets] = await Promise.all([
    parts.get({ nl: "de naam van de gemeente", en: "the name of the municipality" }, get<Area>(`/areas/${encode(area.municipality)}`, signal), undefined),
    loadKinds(signal),
    getAll<ScorecardSummary>(`/areas/${encode(code)}/scorecards`, signal),
    getAll<Indicator>("/indicators", signal),
    getAll<Observation>(`/areas/${encode(code)}/observations`, signal),
    parts.get({ nl: "de cijfers van de stad", en: "the city's figures" }, getAll<Observation>(`/areas/${encode(area.municipality)}/observations`, signal), []),
    mortgagesOf(code, parts, signal),
    parts.get({ nl: "de namen van de datasets", en: "the names of the datasets" }, getAll<Dataset>("/datasets", signal), []),
  ]);
  return { area, municipality, kinds, summaries, indicators: new Map(indicators.map(i => [i.code, i])), own, city, mortgages, datasets, annotations: await notedOf(mortgages, parts, signal), lacks: parts.lacks };
}

/** The years of an area's scorecards, newest first. */
export const yearsOf = (summaries: readonly ScorecardSummary[]): string[] => [...new Set(summaries.map(s => s.period))].sort().reverse();

/** The year that is asked for; of what nobody chose a year for, the newest with a judgement, or else the newest that says something. */
export function yearOf(summaries: readonly ScorecardSummary[], asked: string | null): string | undefined {
  const years = yearsOf(summaries);
  return years.find(y => y === asked) ?? years.find(y => summaries.some(s => s.period === y && isJudged(s))) ?? years.find(y => summaries.some(s => s.period === y && saysSomething(s))) ?? years[0];
}

/** The scorecards of a kind in a year; where it has none of that year, those of the newest year before it. */
export function ofKindIn(summaries: readonly ScorecardSummary[], kind: string, year: string): ScorecardSummary[] {
  const ofKind = summaries.filter(s => s.kind === kind);
  const period = ofKind.map(s => s.period).filter(p => p <= year).sort().at(-1);
  return ofKind.filter(s => s.period === period);
}

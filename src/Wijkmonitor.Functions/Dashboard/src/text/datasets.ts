import { localize, say } from "./language";
import type { Bilingual, Dataset, Indicator, ScorecardInput } from "../api/types";

/** The title of a dataset, or its id if it is no longer declared. */
export function getDatasetTitle(datasets: readonly Dataset[], id: string): string {
  const found = datasets.find(d => d.id === id);
  return found ? localize(found.title) : id;
}

// An observation's key is area/dataset/period/indicator, and a record's is area/dataset/reference.
const parseDatasetIds = ({ key }: ScorecardInput): string[] => { const parts = key.split("/"); return parts.length === 4 || /^[A-Z]{2}\d{4}/.test(key) && parts.length === 3 ? [parts[1]!] : []; };

/** Names the sources of lines: the source of the indicator, else the datasets that the line was read from, else a note that the line names its source itself. */
export const listSources = (kind: string, lines: readonly { code: string; inputs: readonly ScorecardInput[]; explanation: Bilingual }[], known: { indicators: ReadonlyMap<string, Indicator>; datasets: readonly Dataset[] }): string[] =>
  [...new Set(lines.flatMap(l => known.indicators.has(l.code) ? [localize(known.indicators.get(l.code)!.source)] : listLineSources(kind, l, known.datasets)))];

function listLineSources(kind: string, line: { inputs: readonly ScorecardInput[]; explanation: Bilingual }, datasets: readonly Dataset[]): string[] {
  const found = line.inputs.flatMap(parseDatasetIds).filter(d => d !== kind).map(d => getDatasetTitle(datasets, d));
  return found.length === 0 && line.explanation.nl.includes("Bron: ") ? [say("staat bij elk cijfer", "given with each figure")] : found;
}

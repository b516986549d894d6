import { pick, say } from "./language";
import type { Bilingual, Dataset, Indicator, ScorecardInput } from "../api/types";

/** The title of a dataset; its id where nothing is known of it, such as one that is declared no more. */
export function titleOf(datasets: readonly Dataset[], id: string): string {
  const found = datasets.find(d => d.id === id);
  return found ? pick(found.title) : id;
}

// An observation's key is area/dataset/period/indicator.
const datasetOf = ({ key }: ScorecardInput): string[] => { const parts = key.split("/"); return parts.length === 4 ? [parts[1]!] : []; };

/** Where the lines of a kind come from, by name: the source of the indicator, and else the datasets that the line was read from, or that the line names its source itself. */
export const sourcesOf = (kind: string, lines: readonly { code: string; inputs: readonly ScorecardInput[]; explanation: Bilingual }[], known: { indicators: ReadonlyMap<string, Indicator>; datasets: readonly Dataset[] }): string[] =>
  [...new Set(lines.flatMap(l => known.indicators.has(l.code) ? [pick(known.indicators.get(l.code)!.source)] : sourcesOfLine(kind, l, known.datasets)))];

function sourcesOfLine(kind: string, line: { inputs: readonly ScorecardInput[]; explanation: Bilingual }, datasets: readonly Dataset[]): string[] {
  const found = line.inputs.flatMap(datasetOf).filter(d => d !== kind).map(d => titleOf(datasets, d));
  return found.length === 0 && line.explanation.nl.includes("Bron: ") ? [say("staat bij elk cijfer", "given with each figure")] : found;
}

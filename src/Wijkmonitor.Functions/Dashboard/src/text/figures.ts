import type { FigureCompleteness, FigureInterval, FigureStatus } from "../api/types";
import { number, quantity, short, span } from "./format";
import { say } from "./language";
import { word } from "./vocabulary";

export const statusName = (status: FigureStatus): string => word("figureStatuses", status);

/** What stands behind a number in a table for what its publisher says of it; the legend has the same. */
export const statusMark = (status: FigureStatus): string => ({ provisional: "*", revised: "ʳ", estimated: "ᵉ", modelled: "ᵐ", "series-break": "ᵇ" })[status] ?? "";

export const marksOf = (figure: { status?: readonly FigureStatus[] }): string => (figure.status ?? []).map(statusMark).join("");

/** The first figure of a series, after its beginning, before which it cannot be compared: its area is another one than the year before. */
export const breakOf = <T extends { status?: readonly FigureStatus[] }>(series: readonly T[]): T | undefined => series.slice(1).find(f => f.status?.includes("series-break"));

/** What the publishers of some figures say of them, each once. */
export const statusesOf = (figures: readonly { status?: readonly FigureStatus[] }[]): FigureStatus[] => [...new Set(figures.flatMap(f => f.status ?? []))];

/** The margin of a figure in words; empty where it has no bounds. */
export function marginWords(interval: FigureInterval | undefined, unit: string, decimals?: number): string {
  if (interval?.lower !== undefined && interval.upper !== undefined) {
    return span(interval.lower, interval.upper, unit, decimals);
  }
  if (interval?.lower !== undefined) {
    return say(`ten minste ${quantity(interval.lower, unit, decimals)}`, `at least ${quantity(interval.lower, unit, decimals)}`);
  }
  return interval?.upper === undefined ? "" : say(`ten hoogste ${quantity(interval.upper, unit, decimals)}`, `at most ${quantity(interval.upper, unit, decimals)}`);
}

/** How much of the whole a figure is about, and what is missing. */
const completenessWords = ({ share, lost }: FigureCompleteness): string =>
  say(`over ${short(share * 100)}% van het geheel, zonder ${lost.join(", ")}`, `about ${short(share * 100)}% of the whole, without ${lost.join(", ")}`);

/** What is said of a figure besides its value: its margin, of how many it is, and how final it is; empty where nothing is. */
export function asideOf(figure: { status?: readonly FigureStatus[]; interval?: FigureInterval; completeness?: FigureCompleteness }, unit: string, decimals?: number): string {
  const margin = marginWords(figure.interval, unit, decimals);
  const size = figure.interval?.sampleSize;
  return [
    ...(margin ? [say(`marge ${margin}`, `margin ${margin}`)] : []),
    ...(size === undefined ? [] : [say(`van ${number(size)} ondervraagd of geteld`, `of ${number(size)} asked or counted`)]),
    ...(figure.status ?? []).map(statusName),
    ...(figure.completeness ? [completenessWords(figure.completeness)] : []),
  ].join("; ");
}

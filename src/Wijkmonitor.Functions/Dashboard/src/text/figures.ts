import type { FigureCompleteness, FigureInterval, FigureStatus } from "../api/types";
import { formatNumber, formatQuantity, formatShort, formatRange } from "./format";
import { say } from "./language";
import { getWord } from "./vocabulary";

export const getStatusName = (status: FigureStatus): string => getWord("figureStatuses", status);

/** The mark after a number for its status; the legend explains it. */
export const getStatusMark = (status: FigureStatus): string => ({ provisional: "*", revised: "ʳ", estimated: "ᵉ", modelled: "ᵐ", "series-break": "ᵇ" })[status] ?? "";

export const formatStatusMarks = (figure: { status?: readonly FigureStatus[] }): string => (figure.status ?? []).map(getStatusMark).join("");

/** The first figure after which a series cannot be compared with earlier years, because the area itself changed. */
export const findSeriesBreak = <T extends { status?: readonly FigureStatus[] }>(series: readonly T[]): T | undefined => series.slice(1).find(f => f.status?.includes("series-break"));

/** The distinct statuses of some figures. */
export const listStatuses = (figures: readonly { status?: readonly FigureStatus[] }[]): FigureStatus[] => [...new Set(figures.flatMap(f => f.status ?? []))];

/** The margin of a figure in words, or an empty text if it has no bounds. */
export function formatMargin(interval: FigureInterval | undefined, unit: string, decimals?: number): string {
  if (interval?.lower !== undefined && interval.upper !== undefined) {
    return formatRange(interval.lower, interval.upper, unit, decimals);
  }
  if (interval?.lower !== undefined) {
    return say(`ten minste ${formatQuantity(interval.lower, unit, decimals)}`, `at least ${formatQuantity(interval.lower, unit, decimals)}`);
  }
  return interval?.upper === undefined ? "" : say(`ten hoogste ${formatQuantity(interval.upper, unit, decimals)}`, `at most ${formatQuantity(interval.upper, unit, decimals)}`);
}

/** The share of the whole that a figure covers, and the number of parts that are missing; a scorecard names them. */
const formatCompleteness = ({ share, lost }: FigureCompleteness): string => lost.length === 1
  ? say(`over ${formatShort(share * 100)}% van het geheel: 1 deel ontbreekt`, `covers ${formatShort(share * 100)}% of the whole: 1 part is missing`)
  : say(
    `over ${formatShort(share * 100)}% van het geheel: ${formatNumber(lost.length)} delen ontbreken`,
    `covers ${formatShort(share * 100)}% of the whole: ${formatNumber(lost.length)} parts are missing`);

/** Notes on a figure: its margin, sample size, status and completeness; empty if there are none. */
export function formatFigureNotes(figure: { status?: readonly FigureStatus[]; interval?: FigureInterval; completeness?: FigureCompleteness }, unit: string, decimals?: number): string {
  const margin = formatMargin(figure.interval, unit, decimals);
  const size = figure.interval?.sampleSize;
  return [
    ...(margin ? [say(`marge ${margin}`, `margin ${margin}`)] : []),
    ...(size === undefined ? [] : [say(`van ${formatNumber(size)} ondervraagd of geteld`, `of ${formatNumber(size)} asked or counted`)]),
    ...(figure.status ?? []).map(getStatusName),
    ...(figure.completeness ? [formatCompleteness(figure.completeness)] : []),
  ].join("; ");
}

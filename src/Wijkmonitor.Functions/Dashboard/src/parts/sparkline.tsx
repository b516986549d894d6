import type { FigureStatus } from "../api/types";
import { formatFigureNotes, findSeriesBreak } from "../text/figures";
import { formatQuantity } from "../text/format";
import { say } from "../text/language";
import { getGranularity, formatPeriod, getStart } from "../text/period";

export interface Point { period: string; value: number; lower?: number | undefined; upper?: number | undefined; status?: readonly FigureStatus[] }

type BoundedPoint = Point & { lower: number; upper: number };

const [width, height, padding] = [132, 40, 5];

// The height of the box is at least this part of the largest figure: what hardly changed is drawn as flat.
const minRange = 0.1;

/** A small trend: the area as a line with a dot at its end, the city as a dashed line, with the same in text. Only periods of the same kind as the last one are drawn. */
export function Sparkline({ own: all, city: allCity, unit, decimals }: { own: readonly Point[]; city: readonly Point[]; unit: string; decimals?: number | undefined }) {
  const kind = getGranularity(all.at(-1)?.period ?? "");
  const [own, city] = [all, allCity].map(points => points.filter(p => getGranularity(p.period) === kind)) as [Point[], Point[]];
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || own.length < 2) {
    return <span class="no-trend">{say("nog één meting", "one measurement so far")}</span>;
  }
  const sortedPeriods = [...own, ...city].map(p => p.period).sort((a, b) => getStart(a) - getStart(b));
  const years = sortedPeriods.map(getStart);
  // A margin is drawn if its source gives both bounds.
  const boundedPoints = own.filter((p): p is BoundedPoint => p.lower !== undefined && p.upper !== undefined);
  const values = [...[...own, ...city].map(p => p.value), ...boundedPoints.flatMap(p => [p.lower, p.upper])];
  const [y0, y1, v0, v1] = [Math.min(...years), Math.max(...years), Math.min(...values), Math.max(...values)];
  const toX = (p: Point): number => padding + ((getStart(p.period) - y0) / (y1 - y0 || 1)) * (width - 2 * padding);
  const [middle, range] = [(v0 + v1) / 2, Math.max(v1 - v0, minRange * Math.max(Math.abs(v0), Math.abs(v1))) || 1];
  const toHeight = (value: number): number => height / 2 - ((value - middle) / range) * (height - 2 * padding);
  const toY = (p: Point): number => toHeight(p.value);
  const buildPath = (points: readonly Point[]): string => points.map((p, i) => `${i ? "L" : "M"}${toX(p).toFixed(1)} ${toY(p).toFixed(1)}`).join("");
  const notes = formatFigureNotes({ ...(last.status ? { status: last.status } : {}), interval: { ...(last.lower === undefined ? {} : { lower: last.lower }), ...(last.upper === undefined ? {} : { upper: last.upper }) } }, unit, decimals);
  const description = say(
    `van ${formatQuantity(first.value, unit, decimals)} in ${formatPeriod(first.period)} naar ${formatQuantity(last.value, unit, decimals)} in ${formatPeriod(last.period)}`,
    `from ${formatQuantity(first.value, unit, decimals)} in ${formatPeriod(first.period)} to ${formatQuantity(last.value, unit, decimals)} in ${formatPeriod(last.period)}`,
  );
  const seriesBreak = findSeriesBreak(own);
  return (
    <span class="spark">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={notes ? `${description} (${notes})` : description}>
        {boundedPoints.map(p => <line key={p.period} class="margin" x1={toX(p)} x2={toX(p)} y1={toHeight(p.lower)} y2={toHeight(p.upper)} />)}
        {city.length > 1 && <path class="city" d={buildPath(city)} />}
        <path class="own" d={buildPath(own)} />
        <circle class={last.status ? "own-last open" : "own-last"} cx={toX(last)} cy={toY(last)} r="3.2" />
      </svg>
      {seriesBreak && <span class="spark-note">{say(`let op: in ${formatPeriod(seriesBreak.period)} is dit een ander gebied dan ervoor`, `note: in ${formatPeriod(seriesBreak.period)} this is another area than before`)}</span>}
      <span class="spark-years" aria-hidden="true">{[first, last].map(p => <span key={p.period}>{formatPeriod(p.period)}<br />{formatQuantity(p.value, unit, decimals)}</span>)}</span>
    </span>
  );
}

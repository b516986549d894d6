import type { FigureStatus } from "../api/types";
import { asideOf, breakOf } from "../text/figures";
import { quantity } from "../text/format";
import { say } from "../text/language";
import { granularityOf, periodName, startOf } from "../text/period";

export interface Point { period: string; value: number; lower?: number | undefined; upper?: number | undefined; status?: readonly FigureStatus[] }

type Bounded = Point & { lower: number; upper: number };

const [width, height, edge] = [132, 40, 5];

/** A trend in small: the area as a line with a dot at its end, the city as a dashed line. The text says the same. Periods of other kinds than that of the last one are no part of it. */
export function Spark({ own: all, city: allOfCity, unit, decimals }: { own: readonly Point[]; city: readonly Point[]; unit: string; decimals?: number | undefined }) {
  const kind = granularityOf(all.at(-1)?.period ?? "");
  const [own, city] = [all, allOfCity].map(points => points.filter(p => granularityOf(p.period) === kind)) as [Point[], Point[]];
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || own.length < 2) {
    return <span class="no-trend">{say("nog één meting", "one measurement yet")}</span>;
  }
  const inTime = [...own, ...city].map(p => p.period).sort((a, b) => startOf(a) - startOf(b));
  const years = inTime.map(startOf);
  // A margin is drawn where its source gives both bounds.
  const bounded = own.filter((p): p is Bounded => p.lower !== undefined && p.upper !== undefined);
  const values = [...[...own, ...city].map(p => p.value), ...bounded.flatMap(p => [p.lower, p.upper])];
  const [y0, y1, v0, v1] = [Math.min(...years), Math.max(...years), Math.min(...values), Math.max(...values)];
  const x = (p: Point): number => edge + ((startOf(p.period) - y0) / (y1 - y0 || 1)) * (width - 2 * edge);
  const at = (value: number): number => height - edge - ((value - v0) / (v1 - v0 || 1)) * (height - 2 * edge);
  const y = (p: Point): number => at(p.value);
  const path = (points: readonly Point[]): string => points.map((p, i) => `${i ? "L" : "M"}${x(p).toFixed(1)} ${y(p).toFixed(1)}`).join("");
  const aside = asideOf({ ...(last.status ? { status: last.status } : {}), interval: { ...(last.lower === undefined ? {} : { lower: last.lower }), ...(last.upper === undefined ? {} : { upper: last.upper }) } }, unit, decimals);
  const words = say(
    `van ${quantity(first.value, unit, decimals)} in ${periodName(first.period)} naar ${quantity(last.value, unit, decimals)} in ${periodName(last.period)}`,
    `from ${quantity(first.value, unit, decimals)} in ${periodName(first.period)} to ${quantity(last.value, unit, decimals)} in ${periodName(last.period)}`,
  );
  const broken = breakOf(own);
  return (
    <span class="spark">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={aside ? `${words} (${aside})` : words}>
        {bounded.map(p => <line key={p.period} class="margin" x1={x(p)} x2={x(p)} y1={at(p.lower)} y2={at(p.upper)} />)}
        {city.length > 1 && <path class="city" d={path(city)} />}
        <path class="own" d={path(own)} />
        <circle class={last.status ? "own-end open" : "own-end"} cx={x(last)} cy={y(last)} r="3.2" />
      </svg>
      {broken && <span class="spark-note">{say(`let op: in ${periodName(broken.period)} is dit een ander gebied dan ervoor`, `note: in ${periodName(broken.period)} this is another area than before`)}</span>}
      <span class="spark-years" aria-hidden="true">{[first, last].map(p => <span key={p.period}>{periodName(p.period)}<br />{quantity(p.value, unit, decimals)}</span>)}</span>
    </span>
  );
}

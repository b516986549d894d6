import { saysSomething } from "../../api/summaries";
import type { Area, Indicator, Observation, ScorecardSummary, ScorecardTotal, Signal } from "../../api/types";
import { SignalBadge } from "../../parts/signal";
import type { Column } from "../../parts/table";
import { palette } from "../../parts/chart";
import { quantity } from "../../text/format";
import { pick, say } from "../../text/language";
import { kindName, observedName, signalName, stateName } from "../../text/terms";

/** How an area is coloured on the map, and the words for it. */
export interface Tint { colour: string; words: string; pattern?: "stripes" | "dots" }

/** What the map and the table show of the areas of a municipality: the values of an indicator, or the scorecards of a kind. */
export interface Shown {
  title: string;
  tintOf: (code: string) => Tint;
  legend: Tint[];
  columns: Column<Area>[];
  isRanked: boolean;
  /** Whether an area has a figure of it. */
  hasFigure: (code: string) => boolean;
  /** Whether anything at all is known of an area. */
  hasAny: (code: string) => boolean;
}

const unknownTint = (): Tint => ({ colour: palette.none, words: say("geen cijfer", "no figure") });

const ramp = ["#e3eef0", "#b5d3d8", "#7fb1ba", "#45869a", "#174a5b"];

/** Values in five groups of about as many areas, each named by its bounds. */
export function ofIndicator(indicator: Indicator, observations: readonly Observation[]): Shown {
  const byArea = new Map(observations.map(o => [o.area, o]));
  const values = observations.filter(o => !o.area.startsWith("GM")).flatMap(o => (o.value === undefined ? [] : [o.value])).sort((a, b) => a - b);
  const bounds = [...new Set(ramp.map((_, i) => values[Math.floor((i * values.length) / ramp.length)]).filter(v => v !== undefined))];
  const show = (value: number): string => quantity(value, indicator.unit, indicator.decimals);
  const tints = bounds.map((low, i): Tint => {
    const high = bounds[i + 1];
    const last = values.at(-1)!;
    return { colour: ramp[bounds.length === 1 ? 2 : i]!, words: high === undefined ? (low === last ? show(low) : `${show(low)} – ${show(last)}`) : `${show(low)} – ${say("onder", "below")} ${show(high)}` };
  });
  return {
    title: pick(indicator.label),
    tintOf: code => {
      const value = byArea.get(code)?.value;
      const group = value === undefined ? undefined : tints[bounds.findLastIndex(low => value >= low)];
      return value === undefined || !group ? unknownTint() : { colour: group.colour, words: show(value) };
    },
    legend: [...tints, unknownTint()],
    isRanked: true,
    hasFigure: code => byArea.get(code)?.value !== undefined,
    hasAny: code => byArea.has(code),
    columns: [
      {
        key: "value", head: pick(indicator.label), numeric: true,
        cell: area => {
          const found = byArea.get(area.code);
          return found?.value === undefined ? (found ? observedName(found.state) : say("geen cijfer", "no figure")) : show(found.value) + (found.provisional ? "*" : "");
        },
        value: area => byArea.get(area.code)?.value,
      },
    ],
  };
}

export const signalTint = (signal: Signal): Tint => ({
  colour: palette[signal], words: signalName(signal), ...(signal === "red" ? { pattern: "stripes" as const } : signal === "yellow" ? { pattern: "dots" as const } : {}),
});

const shares = ["#f3ece0", "#e8cfa9", "#d9a066", "#b96f3d", "#8a4423"];

/** The scorecards of a kind: the colour of one line, or how many of the judged lines are less favourable. */
export function ofKind(kind: string, line: string | undefined, summaries: readonly ScorecardSummary[], isRanked: boolean, labelOf: (code: string) => string): Shown {
  const isOnlyLine = new Set(summaries.flatMap(s => Object.keys(s.signals))).size === 1;
  const byArea = new Map(summaries.map(s => [s.area, s]));
  const totals = [...new Map(summaries.flatMap(s => s.totals).map(t => [t.code, t])).values()].filter(t => summaries.some(s => valueOf(s, t) !== undefined));
  const share = (summary: ScorecardSummary): number | undefined => {
    const signals = Object.values(summary.signals);
    return signals.length === 0 ? undefined : signals.filter(s => s === "red").length / signals.length;
  };
  const tintOf = (code: string): Tint => {
    const summary = byArea.get(code);
    if (!summary) {
      return unknownTint();
    }
    if (line) {
      const signal = summary.signals[line];
      const state = summary.states[line];
      return signal ? signalTint(signal) : { colour: palette.none, words: state ? stateName(state) : signalName("none") };
    }
    const red = share(summary);
    return red === undefined ? unknownTint() : { colour: shares[Math.min(4, Math.floor(red * 5))]!, words: say(`${Math.round(red * 100)}% minder gunstig`, `${Math.round(red * 100)}% less favourable`) };
  };
  const wholeLegend = shares.map((colour, i) => ({ colour, words: say(`${i * 20}–${i * 20 + 20}% minder gunstig`, `${i * 20}–${i * 20 + 20}% less favourable`) }));
  const signalColumn: Column<Area> = {
    key: "signal", head: line ? labelOf(line) : say("Naast de stad", "Beside the city"), sortable: isRanked,
    cell: area => {
      const signal = line ? byArea.get(area.code)?.signals[line] : undefined;
      return signal ? <SignalBadge signal={signal} /> : <span class="muted">{tintOf(area.code).words}</span>;
    },
    value: area => (line ? tintOf(area.code).words : byArea.get(area.code) ? share(byArea.get(area.code)!) : undefined),
  };
  return {
    title: kindName(kind),
    tintOf,
    legend: line ? [...(["green", "yellow", "red"] as const).map(signalTint), unknownTint()] : [...wholeLegend, unknownTint()],
    isRanked,
    hasAny: code => saysSomething(byArea.get(code)),
    hasFigure: code => (line ? byArea.get(code)?.signals[line] !== undefined : saysSomething(byArea.get(code))),
    columns: [
      ...(summaries.some(s => Object.keys(s.signals).length > 0) ? [signalColumn] : []),
      // One judged line says it all; counting it would only repeat it.
      ...(line && isOnlyLine ? [] : totals).map((total): Column<Area> => ({
        key: `t.${total.code}`, head: pick(total.label), numeric: true, sortable: isRanked,
        cell: area => {
          const value = saysSomething(byArea.get(area.code)) ? valueOf(byArea.get(area.code)!, total) : undefined;
          return value === undefined ? "–" : quantity(value, total.unit);
        },
        value: area => (saysSomething(byArea.get(area.code)) ? valueOf(byArea.get(area.code)!, total) : undefined),
      })),
    ],
  };
}

const valueOf = (summary: ScorecardSummary, total: ScorecardTotal): number | undefined => summary.totals.find(t => t.code === total.code)?.value;

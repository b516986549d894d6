import { saysSomething } from "../../api/summaries";
import type { Area, Indicator, KindInfo, Observation, ScorecardSummary, ScorecardTotal, Signal } from "../../api/types";
import { SignalBadge } from "../../parts/signal";
import type { Column } from "../../parts/table";
import { palette } from "../../parts/chart";
import { toSubject } from "../../router";
import { marginWords, marksOf } from "../../text/figures";
import { quantity } from "../../text/format";
import { pick, say } from "../../text/language";
import { signalName } from "../../text/kinds";
import { observedName, stateName } from "../../text/terms";

/** How an area is coloured on the map, and the words for it. */
export interface Tint { colour: string; words: string; pattern?: "stripes" | "dots" }

/** A row of the table: an area, and what is shown of it. An area has a row for each of its scorecards of a kind, one for each subject. */
export interface Row { area: Area; summary?: ScorecardSummary | undefined }

/** What the map and the table show of the areas of a municipality: the values of an indicator, or the scorecards of a kind. */
export interface Shown {
  title: string;
  tintOf: (code: string) => Tint;
  legend: Tint[];
  columns: Column<Row>[];
  rowsOf: (area: Area) => Row[];
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
  // Where datasets hold it in the boundaries of several years, the newest is shown.
  const byArea = new Map([...observations].sort((a, b) => a.boundaryYear - b.boundaryYear).map(o => [o.area, o]));
  const values = [...byArea.values()].filter(o => !o.area.startsWith("GM")).flatMap(o => (o.value === undefined ? [] : [o.value])).sort((a, b) => a - b);
  const margins = [...byArea.values()].filter(o => o.interval?.lower !== undefined || o.interval?.upper !== undefined);
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
    rowsOf: area => [{ area }],
    columns: [
      {
        key: "value", head: pick(indicator.label), numeric: true,
        cell: ({ area }) => {
          const found = byArea.get(area.code);
          return found?.value === undefined ? (found ? observedName(found.state) : say("geen cijfer", "no figure")) : show(found.value) + marksOf(found);
        },
        value: ({ area }) => byArea.get(area.code)?.value,
      },
      ...(margins.length === 0 ? [] : [marginColumn(indicator, byArea)]),
    ],
  };
}

/** The margins that the source gives, beside the figures. */
const marginColumn = (indicator: Indicator, byArea: ReadonlyMap<string, Observation>): Column<Row> => {
  const words = ({ area }: Row): string => marginWords(byArea.get(area.code)?.interval, indicator.unit, indicator.decimals);
  return { key: "margin", head: say("Marge", "Margin"), numeric: true, sortable: false, cell: words, value: words };
};

const patterns: Partial<Record<Signal, NonNullable<Tint["pattern"]>>> = { red: "stripes", yellow: "dots" };

const signalTint = (kind: KindInfo, signal: Signal): Tint => ({ colour: palette[signal], words: signalName(kind, signal), ...(patterns[signal] ? { pattern: patterns[signal] } : {}) });

const shares = ["#f3ece0", "#e8cfa9", "#d9a066", "#b96f3d", "#8a4423"];

const leastFavourableFirst: readonly (Signal | undefined)[] = ["red", "yellow", "green", "none", undefined];

const redShare = (summary: ScorecardSummary): number | undefined => {
  const signals = Object.values(summary.signals);
  return signals.length === 0 ? undefined : signals.filter(s => s === "red").length / signals.length;
};

/** The scorecards of a kind: the colour of one line, or how many of the judged lines are red. An area with several subjects has the colour of the least favourable one on the map. */
export function ofKind(kind: KindInfo, line: string | undefined, summaries: readonly ScorecardSummary[], isRanked: boolean, labelOf: (code: string) => string): Shown {
  const isOnlyLine = new Set(summaries.flatMap(s => Object.keys(s.signals))).size === 1;
  const byArea = new Map<string, ScorecardSummary[]>();
  summaries.forEach(s => byArea.set(s.area, [...(byArea.get(s.area) ?? []), s]));
  const of = (code: string): ScorecardSummary[] => byArea.get(code) ?? [];
  const isJudged = (summary: ScorecardSummary): boolean => (line ? summary.signals[line] !== undefined : saysSomething(summary));
  const totals = [...new Map(summaries.flatMap(s => s.totals).map(t => [t.code, t])).values()].filter(t => summaries.some(s => valueOf(s, t) !== undefined));
  const wordsOfShare = (percent: string): string => `${percent}% ${signalName(kind, "red")}`;
  const tintOfCard = (summary: ScorecardSummary): Tint => {
    if (line) {
      const signal = summary.signals[line];
      const state = summary.states[line];
      return signal ? signalTint(kind, signal) : { colour: palette.none, words: state ? stateName(state) : signalName(kind, "none") };
    }
    const red = redShare(summary);
    return red === undefined ? unknownTint() : { colour: shares[Math.min(shares.length - 1, Math.floor(red * shares.length))]!, words: wordsOfShare(String(Math.round(red * 100))) };
  };
  const worst = (left: ScorecardSummary, right: ScorecardSummary): number => (line
    ? leastFavourableFirst.indexOf(left.signals[line]) - leastFavourableFirst.indexOf(right.signals[line])
    : (redShare(right) ?? -1) - (redShare(left) ?? -1));
  const tintOf = (code: string): Tint => {
    const cards = of(code);
    const [first] = [...cards].sort(worst);
    const tint = first ? tintOfCard(first) : unknownTint();
    return cards.length < 2 ? tint : { ...tint, words: say(`${tint.words}, het minst gunstige van ${cards.length} onderwerpen`, `${tint.words}, the least favourable of ${cards.length} subjects`) };
  };
  const signalColumn: Column<Row> = {
    key: "signal", head: line ? labelOf(line) : say("Oordelen", "Judgements"), sortable: isRanked,
    cell: ({ summary }) => {
      const signal = line ? summary?.signals[line] : undefined;
      return signal ? <SignalBadge signal={signal} kind={kind} /> : <span class="muted">{summary ? tintOfCard(summary).words : unknownTint().words}</span>;
    },
    value: ({ summary }) => (summary ? (line ? tintOfCard(summary).words : redShare(summary)) : line ? unknownTint().words : undefined),
  };
  const subjectColumn: Column<Row> = {
    key: "subject", head: say("Onderwerp", "Subject"),
    cell: ({ summary }) => (summary?.subject === undefined ? "–" : <a href={toSubject(summary.area, summary.period, summary.subject)}>{summary.subject}</a>),
    value: ({ summary }) => summary?.subject ?? "",
  };
  const used = new Set(summaries.flatMap(s => Object.values(s.signals)));
  const colours = (["green", "yellow", "red"] as const).filter(s => used.has(s) || kind.signals[s]);
  return {
    title: pick(kind.title),
    tintOf,
    legend: [...(line ? colours.map(s => signalTint(kind, s)) : shares.map((colour, i) => ({ colour, words: wordsOfShare(`${i * 20}–${i * 20 + 20}`) }))), unknownTint()],
    isRanked,
    hasAny: code => of(code).some(saysSomething),
    hasFigure: code => of(code).some(isJudged),
    rowsOf: area => (of(area.code).length === 0 ? [{ area }] : of(area.code).map(summary => ({ area, summary }))),
    columns: [
      ...(summaries.some(s => s.subject !== undefined) ? [subjectColumn] : []),
      ...(summaries.some(s => Object.keys(s.signals).length > 0) ? [signalColumn] : []),
      // One judged line says it all; counting it would only repeat it.
      ...(line && isOnlyLine ? [] : totals).map((total): Column<Row> => {
        const value = ({ summary }: Row): number | undefined => (summary && saysSomething(summary) ? valueOf(summary, total) : undefined);
        return {
          key: `t.${total.code}`, head: pick(total.label), numeric: true, sortable: isRanked, value,
          cell: row => { const known = value(row); return known === undefined ? "–" : quantity(known, total.unit); },
        };
      }),
    ],
  };
}

const valueOf = (summary: ScorecardSummary, total: ScorecardTotal): number | undefined => summary.totals.find(t => t.code === total.code)?.value;

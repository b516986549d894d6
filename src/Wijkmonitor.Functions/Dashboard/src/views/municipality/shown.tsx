import { saysSomething, type LineInfo } from "../../api/summaries";
import type { Area, Indicator, KindInfo, Observation, ScorecardSummary, ScorecardTotal, Signal } from "../../api/types";
import { SignalBadge, SignalMark } from "../../parts/signal";
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
  /** The figure of the municipality as a whole, in words, where there is one. */
  ofMunicipality: string | undefined;
  /** Whether an area has a figure of it. */
  hasFigure: (code: string) => boolean;
  /** Whether anything at all is known of an area. */
  hasAny: (code: string) => boolean;
}

const unknownTint = (): Tint => ({ colour: palette.none, words: say("geen cijfer", "no figure") });

const ramp = ["#e3eef0", "#b5d3d8", "#7fb1ba", "#45869a", "#174a5b"];

/** Values in five groups of about as many areas, each named by its bounds. */
function rampOf(all: readonly number[], show: (value: number) => string): { tintOf: (value: number | undefined) => Tint; legend: Tint[] } {
  const values = [...all].sort((a, b) => a - b);
  const bounds = [...new Set(ramp.map((_, i) => values[Math.floor((i * values.length) / ramp.length)]).filter(v => v !== undefined))];
  const tints = bounds.map((low, i): Tint => {
    const high = bounds[i + 1];
    const last = values.at(-1)!;
    return { colour: ramp[bounds.length === 1 ? 2 : i]!, words: high === undefined ? (low === last ? show(low) : `${show(low)} – ${show(last)}`) : `${show(low)} – ${say("onder", "below")} ${show(high)}` };
  });
  return {
    tintOf: value => {
      const group = value === undefined ? undefined : tints[bounds.findLastIndex(low => value >= low)];
      return value === undefined || !group ? unknownTint() : { colour: group.colour, words: show(value) };
    },
    legend: [...tints, unknownTint()],
  };
}

/** The values of an indicator. */
export function ofIndicator(indicator: Indicator, observations: readonly Observation[]): Shown {
  // Where datasets hold it in the boundaries of several years, the newest is shown.
  const byArea = new Map([...observations].sort((a, b) => a.boundaryYear - b.boundaryYear).map(o => [o.area, o]));
  const values = [...byArea.values()].filter(o => !o.area.startsWith("GM")).flatMap(o => (o.value === undefined ? [] : [o.value]));
  const margins = [...byArea.values()].filter(o => o.interval?.lower !== undefined || o.interval?.upper !== undefined);
  const show = (value: number): string => quantity(value, indicator.unit, indicator.decimals);
  const { tintOf, legend } = rampOf(values, show);
  return {
    title: pick(indicator.label),
    tintOf: code => tintOf(byArea.get(code)?.value),
    legend,
    isRanked: true,
    ofMunicipality: [...byArea.values()].flatMap(o => (o.area.startsWith("GM") && o.value !== undefined ? [show(o.value)] : []))[0],
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

/** The margins that the source gives, with the figures. */
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

/** What of the scorecards of a kind is shown: all judgements together, or one line. */
export interface Choice { lines: readonly LineInfo[]; line: LineInfo | undefined; decimalsOf: (code: string) => number | undefined }

/** Whether the judgements of a kind are what it is about: each line is compared with the city, and a table counts them. Of the others a table has each line. */
export const isOfJudgements = (kind: KindInfo): boolean => kind.countsJudgements;

/**
 * The scorecards of a kind. Of a kind that holds each line against the city the colours are counted, or one line is shown; of every other kind each line has its column, and
 * the map has one of them. An area with several subjects has the colour of the least favourable one on the map.
 */
export function ofKind(kind: KindInfo, { lines, line, decimalsOf }: Choice, summaries: readonly ScorecardSummary[], isRanked: boolean): Shown {
  const byArea = new Map<string, ScorecardSummary[]>();
  summaries.forEach(s => byArea.set(s.area, [...(byArea.get(s.area) ?? []), s]));
  const of = (code: string): ScorecardSummary[] => byArea.get(code) ?? [];
  const judged = lines.filter(l => summaries.some(s => s.signals[l.code] !== undefined));
  const inColumns = line && isOfJudgements(kind) ? [line] : isOfJudgements(kind) ? [] : lines;
  const totals = [...new Map(summaries.flatMap(s => s.totals).map(t => [t.code, t])).values()].filter(t => summaries.some(s => valueOf(s, t) !== undefined));
  const hasFigureOf = (summary: ScorecardSummary): boolean => (line && isOfJudgements(kind)
    ? summary.signals[line.code] !== undefined || summary.values[line.code] !== undefined
    : isOfJudgements(kind) ? saysSomething(summary) : inColumns.some(l => summary.values[l.code] !== undefined) || totals.some(t => valueOf(summary, t)));
  const wordsOfShare = (percent: string): string => `${percent}% ${signalName(kind, "red")}`;
  // Of a line that is no indicator a column has as many decimals as its longest number.
  const longest = (code: string): number => Math.min(3, Math.max(0, ...summaries.map(s => String(s.values[code] ?? 0).split(".")[1]?.length ?? 0)));
  const decimals = new Map(lines.map(l => [l.code, decimalsOf(l.code) ?? longest(l.code)]));
  const show = (value: number, of: LineInfo): string => quantity(value, of.unit, decimals.get(of.code));
  const wordsOf = (summary: ScorecardSummary, of: LineInfo): string => {
    const [value, state] = [summary.values[of.code], summary.states[of.code]];
    // A line that is valued without one number is known as a range, which the list does not have.
    return value !== undefined ? show(value, of) : state ? stateName(state) : of.code in summary.signals ? "–" : say("zie het gebied", "see the area");
  };
  const isOfSignals = line === undefined || judged.includes(line);
  const ramped = rampOf(line ? summaries.filter(s => s.area !== municipalityOf(s.area)).flatMap(s => s.values[line.code] ?? []) : [], v => (line ? show(v, line) : ""));
  const tintOfCard = (summary: ScorecardSummary): Tint => {
    if (line && !isOfSignals) {
      const state = summary.states[line.code];
      return summary.values[line.code] === undefined && state ? { colour: palette.none, words: stateName(state) } : ramped.tintOf(summary.values[line.code]);
    }
    if (line) {
      const signal = summary.signals[line.code];
      const state = summary.states[line.code];
      return signal ? signalTint(kind, signal) : { colour: palette.none, words: state ? stateName(state) : signalName(kind, "none") };
    }
    const red = redShare(summary);
    return red === undefined ? unknownTint() : { colour: shares[Math.min(shares.length - 1, Math.floor(red * shares.length))]!, words: wordsOfShare(String(Math.round(red * 100))) };
  };
  const worst = (left: ScorecardSummary, right: ScorecardSummary): number => (line
    ? leastFavourableFirst.indexOf(left.signals[line.code]) - leastFavourableFirst.indexOf(right.signals[line.code])
    : (redShare(right) ?? -1) - (redShare(left) ?? -1));
  const tintOf = (code: string): Tint => {
    const cards = of(code);
    const [first] = isOfSignals ? [...cards].sort(worst) : cards;
    const tint = first ? tintOfCard(first) : unknownTint();
    return cards.length < 2 ? tint : { ...tint, words: isOfSignals
      ? say(`${tint.words}, het minst gunstige van ${cards.length} onderwerpen`, `${tint.words}, the least favourable of ${cards.length} subjects`)
      : say(`${tint.words}, van ${first?.subject ?? "het eerste"} (1 van ${cards.length} onderwerpen)`, `${tint.words}, of ${first?.subject ?? "the first"} (1 of ${cards.length} subjects)`) };
  };
  // One line that is judged has its words in the table; of several that all stand in columns, each has its mark.
  const only = line && isOfJudgements(kind) ? line : judged.length === 1 ? judged[0] : undefined;
  const signalColumn: Column<Row> = {
    key: "signal", head: only ? (isOfJudgements(kind) ? pick(only.label) : say("Oordeel", "Judgement")) : say("Oordelen", "Judgements"), sortable: isRanked,
    cell: ({ summary }) => {
      const signal = only ? summary?.signals[only.code] : undefined;
      return signal ? <SignalBadge signal={signal} kind={kind} /> : <span class="muted">{summary ? wordsOfSignal(summary) : unknownTint().words}</span>;
    },
    value: ({ summary }) => (summary ? (only ? wordsOfSignal(summary) : redShare(summary)) : only ? unknownTint().words : undefined),
  };
  const wordsOfSignal = (summary: ScorecardSummary): string => {
    if (!only) {
      const red = redShare(summary);
      return red === undefined ? unknownTint().words : wordsOfShare(String(Math.round(red * 100)));
    }
    const [signal, state] = [summary.signals[only.code], summary.states[only.code]];
    return signal ? signalName(kind, signal) : state ? stateName(state) : signalName(kind, "none");
  };
  const hasSignalColumn = judged.length > 0 && (isOfJudgements(kind) ? !line || judged.includes(line) : only !== undefined);
  const lineColumn = (of: LineInfo): Column<Row> => ({
    key: `l.${of.code}`, head: of === only && isOfJudgements(kind) && hasSignalColumn ? say("Waarde", "Value") : pick(of.label), numeric: true, sortable: isRanked,
    cell: ({ summary }) => {
      const signal = summary && of !== only ? summary.signals[of.code] : undefined;
      return !summary ? <span class="muted">{unknownTint().words}</span> : <>{signal && <><SignalMark signal={signal} /><span class="unseen">{signalName(kind, signal)}: </span> </>}{summary.values[of.code] === undefined ? <span class="muted">{wordsOf(summary, of)}</span> : wordsOf(summary, of)}</>;
    },
    value: ({ summary }) => (summary ? summary.values[of.code] ?? wordsOf(summary, of) : undefined),
  });
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
    legend: line && !isOfSignals ? ramped.legend : [...(line ? colours.map(s => signalTint(kind, s)) : shares.map((colour, i) => ({ colour, words: wordsOfShare(`${i * 20}–${i * 20 + 20}`) }))), unknownTint()],
    isRanked,
    ofMunicipality: line && !isOfSignals ? summaries.flatMap(s => (s.area === municipalityOf(s.area) && s.values[line.code] !== undefined ? [show(s.values[line.code]!, line)] : []))[0] : undefined,
    hasAny: code => of(code).some(saysSomething),
    hasFigure: code => of(code).some(hasFigureOf),
    rowsOf: area => (of(area.code).length === 0 ? [{ area }] : of(area.code).map(summary => ({ area, summary }))),
    columns: [
      ...(summaries.some(s => s.subject !== undefined) ? [subjectColumn] : []),
      ...(hasSignalColumn ? [signalColumn] : []),
      ...inColumns.filter(l => summaries.some(s => s.values[l.code] !== undefined)).map(lineColumn),
      // One judged line says it all; counting it would only repeat it.
      ...(isOfJudgements(kind) && judged.length === 1 && line ? [] : totals.filter(t => !inColumns.some(l => l.code === t.code))).map((total): Column<Row> => {
        const value = ({ summary }: Row): number | undefined => (summary && saysSomething(summary) ? valueOf(summary, total) : undefined);
        return {
          key: `t.${total.code}`, head: pick(total.label), numeric: true, sortable: isRanked, value,
          cell: row => { const known = value(row); return known === undefined ? "–" : quantity(known, total.unit); },
        };
      }),
    ],
  };
}

const municipalityOf = (area: string): string => `GM${area.slice(2, 6)}`;

const valueOf = (summary: ScorecardSummary, total: ScorecardTotal): number | undefined => summary.totals.find(t => t.code === total.code)?.value;

import { getSubjectName, hasContent, type LineInfo } from "../../api/summaries";
import type { Area, Indicator, KindInfo, Observation, ScorecardSummary, ScorecardTotal, Signal } from "../../api/types";
import { SignalBadge, SignalMark } from "../../parts/signal";
import type { Column } from "../../parts/table";
import { palette } from "../../parts/chart";
import { getSubjectPath } from "../../router";
import { formatMargin, formatStatusMarks } from "../../text/figures";
import { formatQuantity } from "../../text/format";
import { localize, say } from "../../text/language";
import { getSignalName } from "../../text/kinds";
import { getObservedStateName, getStateName } from "../../text/terms";

/** The colour of an area on the map, and its text. */
export interface Tint { colour: string; words: string; pattern?: "stripes" | "dots" }

/** A row of the table: an area and one of its scorecards. An area has a row for each subject. */
export interface Row { area: Area; summary?: ScorecardSummary | undefined }

/** The content of the map and the table of a municipality: the values of an indicator, or the scorecards of a kind. */
export interface AreaDisplay {
  title: string;
  getTint: (code: string) => Tint;
  legend: Tint[];
  columns: Column<Row>[];
  getRows: (area: Area) => Row[];
  isRanked: boolean;
  /** The figure of the whole municipality in words, if there is one. */
  municipalityFigure: string | undefined;
  /** Whether an area has a figure. */
  hasFigure: (code: string) => boolean;
  /** Whether anything is known about an area. */
  hasAnything: (code: string) => boolean;
}

const createUnknownTint = (): Tint => ({ colour: palette.none, words: say("geen cijfer", "no figure") });

const rampColours = ["#e3eef0", "#b5d3d8", "#7fb1ba", "#45869a", "#174a5b"];

/** Divides values into five groups of about equal size, each named by its bounds. */
function createRamp(all: readonly number[], format: (value: number) => string): { getTint: (value: number | undefined) => Tint; legend: Tint[] } {
  const values = [...all].sort((a, b) => a - b);
  const bounds = [...new Set(rampColours.map((_, i) => values[Math.floor((i * values.length) / rampColours.length)]).filter(v => v !== undefined))];
  const tints = bounds.map((low, i): Tint => {
    const high = bounds[i + 1];
    const last = values.at(-1)!;
    return { colour: rampColours[bounds.length === 1 ? 2 : i]!, words: high === undefined ? (low === last ? format(low) : `${format(low)} – ${format(last)}`) : `${format(low)} – ${say("onder", "below")} ${format(high)}` };
  });
  return {
    getTint: value => {
      const group = value === undefined ? undefined : tints[bounds.findLastIndex(low => value >= low)];
      return value === undefined || !group ? createUnknownTint() : { colour: group.colour, words: format(value) };
    },
    legend: [...tints, createUnknownTint()],
  };
}

/** Creates the display of the values of an indicator. */
export function createIndicatorDisplay(indicator: Indicator, observations: readonly Observation[]): AreaDisplay {
  // If datasets have the value for several boundary years, the newest is shown.
  const byArea = new Map([...observations].sort((a, b) => a.boundaryYear - b.boundaryYear).map(o => [o.area, o]));
  const values = [...byArea.values()].filter(o => !o.area.startsWith("GM")).flatMap(o => (o.value === undefined ? [] : [o.value]));
  const margins = [...byArea.values()].filter(o => o.interval?.lower !== undefined || o.interval?.upper !== undefined);
  const format = (value: number): string => formatQuantity(value, indicator.unit, indicator.decimals);
  const { getTint, legend } = createRamp(values, format);
  return {
    title: localize(indicator.label),
    getTint: code => getTint(byArea.get(code)?.value),
    legend,
    isRanked: true,
    municipalityFigure: [...byArea.values()].flatMap(o => (o.area.startsWith("GM") && o.value !== undefined ? [format(o.value)] : []))[0],
    hasFigure: code => byArea.get(code)?.value !== undefined,
    hasAnything: code => byArea.has(code),
    getRows: area => [{ area }],
    columns: [
      {
        key: "value", header: localize(indicator.label), numeric: true,
        cell: ({ area }) => {
          const found = byArea.get(area.code);
          return found?.value === undefined ? (found ? getObservedStateName(found.state) : say("geen cijfer", "no figure")) : format(found.value) + formatStatusMarks(found);
        },
        value: ({ area }) => byArea.get(area.code)?.value,
      },
      ...(margins.length === 0 ? [] : [createMarginColumn(indicator, byArea)]),
    ],
  };
}

/** Creates a column with the margins that the source gives. */
const createMarginColumn = (indicator: Indicator, byArea: ReadonlyMap<string, Observation>): Column<Row> => {
  const formatRow = ({ area }: Row): string => formatMargin(byArea.get(area.code)?.interval, indicator.unit, indicator.decimals);
  return { key: "margin", header: say("Marge", "Margin"), numeric: true, sortable: false, cell: formatRow, value: formatRow };
};

const patterns: Partial<Record<Signal, NonNullable<Tint["pattern"]>>> = { red: "stripes", yellow: "dots" };

const createSignalTint = (kind: KindInfo, signal: Signal): Tint => ({ colour: palette[signal], words: getSignalName(kind, signal), ...(patterns[signal] ? { pattern: patterns[signal] } : {}) });

const shareColours = ["#f3ece0", "#e8cfa9", "#d9a066", "#b96f3d", "#8a4423"];

const severityOrder: readonly (Signal | undefined)[] = ["red", "yellow", "green", "none", undefined];

const getRedShare = (summary: ScorecardSummary): number | undefined => {
  const signals = Object.values(summary.signals);
  return signals.length === 0 ? undefined : signals.filter(s => s === "red").length / signals.length;
};

/** The selection within a kind: all its judgements together, or one line. */
export interface KindChoice { lines: readonly LineInfo[]; line: LineInfo | undefined; getDecimals: (code: string) => number | undefined }

/** Whether the judgements of a kind are counted because each line is compared with the city. Other kinds have a column for each line. */
export const isCompared = (kind: KindInfo): boolean => kind.countsJudgements;

/**
 * Creates the display of the scorecards of a kind. If the kind compares each line with the city, its colours are counted or one line is shown; otherwise each line has a
 * column, and one of them is on the map. An area with several subjects gets the colour of the least favourable one on the map.
 */
export function createKindDisplay(kind: KindInfo, { lines, line, getDecimals }: KindChoice, summaries: readonly ScorecardSummary[], isRanked: boolean): AreaDisplay {
  const byArea = new Map<string, ScorecardSummary[]>();
  summaries.forEach(s => byArea.set(s.area, [...(byArea.get(s.area) ?? []), s]));
  const getSummaries = (code: string): ScorecardSummary[] => byArea.get(code) ?? [];
  const judged = lines.filter(l => summaries.some(s => s.signals[l.code] !== undefined));
  const shownLines = line && isCompared(kind) ? [line] : isCompared(kind) ? [] : lines;
  const totals = [...new Map(summaries.flatMap(s => s.totals).map(t => [t.code, t])).values()].filter(t => summaries.some(s => findTotal(s, t) !== undefined));
  const hasSummaryFigure = (summary: ScorecardSummary): boolean => (line && isCompared(kind)
    ? summary.signals[line.code] !== undefined || summary.values[line.code] !== undefined
    : isCompared(kind) ? hasContent(summary) : shownLines.some(l => summary.values[l.code] !== undefined) || totals.some(t => findTotal(summary, t)));
  const formatShare = (percent: string): string => `${percent}% ${getSignalName(kind, "red")}`;
  // A line that is no indicator has as many decimals in its column as its longest number.
  const countDecimals = (code: string): number => Math.min(3, Math.max(0, ...summaries.map(s => String(s.values[code] ?? 0).split(".")[1]?.length ?? 0)));
  const decimals = new Map(lines.map(l => [l.code, getDecimals(l.code) ?? countDecimals(l.code)]));
  const format = (getValue: number, getSummaries: LineInfo): string => formatQuantity(getValue, getSummaries.unit, decimals.get(getSummaries.code));
  const describeLine = (summary: ScorecardSummary, getSummaries: LineInfo): string => {
    const [getValue, state] = [summary.values[getSummaries.code], summary.states[getSummaries.code]];
    // A valued line without a number has a range, which the list does not include.
    return getValue !== undefined ? format(getValue, getSummaries) : state ? getStateName(state) : getSummaries.code in summary.signals ? "–" : say("zie het gebied", "see the area");
  };
  const isTintedBySignal = line === undefined || judged.includes(line);
  const ramp = createRamp(line ? summaries.filter(s => s.area !== getMunicipality(s.area)).flatMap(s => s.values[line.code] ?? []) : [], v => (line ? format(v, line) : ""));
  const getCardTint = (summary: ScorecardSummary): Tint => {
    if (line && !isTintedBySignal) {
      const state = summary.states[line.code];
      return summary.values[line.code] === undefined && state ? { colour: palette.none, words: getStateName(state) } : ramp.getTint(summary.values[line.code]);
    }
    if (line) {
      const signal = summary.signals[line.code];
      const state = summary.states[line.code];
      return signal ? createSignalTint(kind, signal) : { colour: palette.none, words: state ? getStateName(state) : getSignalName(kind, "none") };
    }
    const red = getRedShare(summary);
    return red === undefined ? createUnknownTint() : { colour: shareColours[Math.min(shareColours.length - 1, Math.floor(red * shareColours.length))]!, words: formatShare(String(Math.round(red * 100))) };
  };
  const compareSeverity = (left: ScorecardSummary, right: ScorecardSummary): number => (line
    ? severityOrder.indexOf(left.signals[line.code]) - severityOrder.indexOf(right.signals[line.code])
    : (getRedShare(right) ?? -1) - (getRedShare(left) ?? -1));
  const getTint = (code: string): Tint => {
    const cards = getSummaries(code);
    const [first] = isTintedBySignal ? [...cards].sort(compareSeverity) : cards;
    const tint = first ? getCardTint(first) : createUnknownTint();
    return cards.length < 2 ? tint : { ...tint, words: isTintedBySignal
      ? say(`${tint.words}, het minst gunstige van ${cards.length} onderwerpen`, `${tint.words}, the least favourable of ${cards.length} subjects`)
      : say(`${tint.words}, van ${first ? getSubjectName(first) : "het eerste"} (1 van ${cards.length} onderwerpen)`, `${tint.words}, of ${first ? getSubjectName(first) : "the first"} (1 of ${cards.length} subjects)`) };
  };
  // A single judged line has its judgement in words; with several judged lines each column has its own mark.
  const onlyLine = line && isCompared(kind) ? line : judged.length === 1 ? judged[0] : undefined;
  const signalColumn: Column<Row> = {
    key: "signal", header: onlyLine ? (isCompared(kind) ? localize(onlyLine.label) : say("Oordeel", "Judgement")) : say("Oordelen", "Judgements"), sortable: isRanked,
    cell: ({ summary }) => {
      const signal = onlyLine ? summary?.signals[onlyLine.code] : undefined;
      return signal ? <SignalBadge signal={signal} kind={kind} /> : <span class="muted">{summary ? describeSignal(summary) : createUnknownTint().words}</span>;
    },
    value: ({ summary }) => (summary ? (onlyLine ? describeSignal(summary) : getRedShare(summary)) : onlyLine ? createUnknownTint().words : undefined),
  };
  const describeSignal = (summary: ScorecardSummary): string => {
    if (!onlyLine) {
      const red = getRedShare(summary);
      return red === undefined ? createUnknownTint().words : formatShare(String(Math.round(red * 100)));
    }
    const [signal, state] = [summary.signals[onlyLine.code], summary.states[onlyLine.code]];
    return signal ? getSignalName(kind, signal) : state ? getStateName(state) : getSignalName(kind, "none");
  };
  const hasSignalColumn = judged.length > 0 && (isCompared(kind) ? !line || judged.includes(line) : onlyLine !== undefined);
  const createLineColumn = (getSummaries: LineInfo): Column<Row> => ({
    key: `l.${getSummaries.code}`, header: getSummaries === onlyLine && isCompared(kind) && hasSignalColumn ? say("Waarde", "Value") : localize(getSummaries.label), numeric: true, sortable: isRanked,
    cell: ({ summary }) => {
      const signal = summary && getSummaries !== onlyLine ? summary.signals[getSummaries.code] : undefined;
      return !summary ? <span class="muted">{createUnknownTint().words}</span> : <>{signal && <><SignalMark signal={signal} /><span class="visually-hidden">{getSignalName(kind, signal)}: </span> </>}{summary.values[getSummaries.code] === undefined ? <span class="muted">{describeLine(summary, getSummaries)}</span> : describeLine(summary, getSummaries)}</>;
    },
    value: ({ summary }) => (summary ? summary.values[getSummaries.code] ?? describeLine(summary, getSummaries) : undefined),
  });
  const subjectColumn: Column<Row> = {
    key: "subject", header: say("Onderwerp", "Subject"),
    cell: ({ summary }) => (summary?.subject === undefined ? "–" : <a href={getSubjectPath(summary.area, summary.period, summary.subject, summary.kind)}>{getSubjectName(summary)}</a>),
    value: ({ summary }) => (summary ? getSubjectName(summary) : ""),
  };
  const used = new Set(summaries.flatMap(s => Object.values(s.signals)));
  const colours = (["green", "yellow", "red"] as const).filter(s => used.has(s) || kind.signals[s]);
  return {
    title: localize(kind.title),
    getTint,
    legend: line && !isTintedBySignal ? ramp.legend : [...(line ? colours.map(s => createSignalTint(kind, s)) : shareColours.map((colour, i) => ({ colour, words: formatShare(`${i * 20}–${i * 20 + 20}`) }))), createUnknownTint()],
    isRanked,
    municipalityFigure: line && !isTintedBySignal ? summaries.flatMap(s => (s.area === getMunicipality(s.area) && s.values[line.code] !== undefined ? [format(s.values[line.code]!, line)] : []))[0] : undefined,
    hasAnything: code => getSummaries(code).some(hasContent),
    hasFigure: code => getSummaries(code).some(hasSummaryFigure),
    getRows: area => (getSummaries(area.code).length === 0 ? [{ area }] : getSummaries(area.code).map(summary => ({ area, summary }))),
    columns: [
      ...(summaries.some(s => s.subject !== undefined) ? [subjectColumn] : []),
      ...(hasSignalColumn ? [signalColumn] : []),
      ...shownLines.filter(l => summaries.some(s => s.values[l.code] !== undefined)).map(createLineColumn),
      // A count of one judged line would only repeat it.
      ...(isCompared(kind) && judged.length === 1 && line ? [] : totals.filter(t => !shownLines.some(l => l.code === t.code))).map((total): Column<Row> => {
        const getValue = ({ summary }: Row): number | undefined => (summary && hasContent(summary) ? findTotal(summary, total) : undefined);
        return {
          key: `t.${total.code}`, header: localize(total.label), numeric: true, sortable: isRanked, value: getValue,
          cell: row => { const known = getValue(row); return known === undefined ? "–" : formatQuantity(known, total.unit); },
        };
      }),
    ],
  };
}

const getMunicipality = (area: string): string => `GM${area.slice(2, 6)}`;

const findTotal = (summary: ScorecardSummary, total: ScorecardTotal): number | undefined => summary.totals.find(t => t.code === total.code)?.value;

import type { Indicator, KindInfo, Scorecard, ScorecardLine, Signal } from "../../api/types";
import type { MergedFinding } from "../../parts/findings";
import { formatNumber, formatQuantity } from "../../text/format";
import { getSignalName } from "../../text/kinds";
import { localize, say } from "../../text/language";
import { getTrend, type AreaFigures } from "./figures";
import { formatLineValue } from "./line-value";

/** A short text about a scorecard, with its colour if it has one. */
export interface Headline { signal?: Signal; words: string }

type Indicators = ReadonlyMap<string, Indicator>;

const maxHeadlines = 2;

const isKnown = (line: ScorecardLine): boolean => line.value !== undefined || line.range !== undefined;

/** Summarizes a scorecard: the number of lines per judgement, or its only judged line; without judgements its totals, else its first figures. */
export function createHeadlines(kind: KindInfo, scorecard: Scorecard, indicators: Indicators): Headline[] {
  const judged = scorecard.lines.filter(l => l.signal !== "none");
  if (kind.countsJudgements && judged.length > 0) {
    return (["red", "yellow", "green"] as const).flatMap(signal => {
      const count = judged.filter(l => l.signal === signal).length;
      return count === 0 ? [] : [{ words: `${formatNumber(count)} × ${getSignalName(kind, signal)}` }];
    });
  }
  const formatLine = (line: ScorecardLine): Headline => ({
    ...(line.signal === "none" ? {} : { signal: line.signal }), words: `${localize(line.label)}: ${formatLineValue(line, indicators.get(line.code)?.decimals)}`,
  });
  const totals = scorecard.totals.flatMap((t): Headline[] => (t.value === undefined ? [] : [{ words: `${localize(t.label)}: ${t.isLowerBound ? say("ten minste ", "at least ") : ""}${formatQuantity(t.value, t.unit)}` }]));
  const lines = judged.length > 0 ? judged.filter(isKnown) : totals.length > 0 ? [] : scorecard.lines.filter(isKnown);
  return (lines.length > 0 ? lines.map(formatLine) : totals).slice(0, maxHeadlines);
}

interface CardLine { kind: KindInfo; scorecard: Scorecard; line: ScorecardLine }

/** A line that differs from the city, formatted for the report. */
interface DifferentLine { code: string; label: string; here: string; city: string; before: string; isUncertain: boolean }

/** Lines of a kind with the same judgement. */
export interface DifferenceGroup { kind: KindInfo; signal: Signal; lines: DifferentLine[] }

const maxLines = { red: 6, green: 4 } as const;

/** Finds the lines judged against the city: least favourable first, largest difference first, and the number of omitted lines. */
export function findDifferences(lines: readonly CardLine[], figures: AreaFigures): { groups: DifferenceGroup[]; omitted: number } {
  const getDistance = ({ line }: CardLine): number => Math.abs(line.figures["gap"] ?? 0) / (line.figures["band"] || 1);
  const isCompared = ({ line }: CardLine): boolean => line.value !== undefined && line.reference !== undefined && line.figures["gap"] !== undefined;
  const kinds = [...new Set(lines.map(l => l.kind))];
  let omitted = 0;
  const groups = (["red", "green"] as const).flatMap(signal => kinds.flatMap((kind): DifferenceGroup[] => {
    const found = lines.filter(l => l.kind === kind && l.line.signal === signal && isCompared(l)).sort((x, y) => getDistance(y) - getDistance(x));
    omitted += Math.max(0, found.length - maxLines[signal]);
    return found.length === 0 ? [] : [{ kind, signal, lines: found.slice(0, maxLines[signal]).map(l => describeLine(l, figures)) }];
  }));
  return { groups, omitted };
}

function describeLine({ scorecard, line }: CardLine, { own, indicators }: AreaFigures): DifferentLine {
  const decimals = indicators.get(line.code)?.decimals;
  const format = (value: number): string => formatQuantity(value, line.unit, decimals);
  const before = getTrend(own, line.code, scorecard.boundaryYear).filter(p => p.period < scorecard.period).at(-1);
  return {
    code: line.code, label: localize(line.label), here: format(line.value!), city: format(line.reference!),
    before: before ? `${format(before.value)} (${before.period})` : "–",
    isUncertain: scorecard.findings.some(f => f.code === "within-chance" && f.lines.includes(line.code)),
  };
}

const maxNamed = 4;

/** Formats a finding as one sentence, with its lines unless it concerns all of them. */
export function formatFinding(finding: MergedFinding, lines: readonly ScorecardLine[]): string {
  const named = finding.parts.length > 0 ? finding.parts : finding.lines.length === lines.length ? [] : finding.lines.flatMap(code => lines.find(l => l.code === code) ?? []).map(l => localize(l.label));
  const list = named.slice(0, maxNamed).join(", ");
  return named.length === 0 ? finding.message : `${finding.message} (${list}${named.length > maxNamed ? say(` en nog ${named.length - maxNamed}`, ` and ${named.length - maxNamed} more`) : ""})`;
}

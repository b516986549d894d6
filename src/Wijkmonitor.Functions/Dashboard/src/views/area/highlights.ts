import type { Indicator, KindInfo, Scorecard, ScorecardLine, Signal } from "../../api/types";
import type { Merged } from "../../parts/findings";
import { number, quantity } from "../../text/format";
import { signalName } from "../../text/kinds";
import { pick, say } from "../../text/language";
import type { AreaFigures } from "./figures";
import { valueOf } from "./line-value";
import { trendOf } from "./trends";

/** A few words that say what a scorecard says, with the colour that they are about, if any. */
export interface Headline { signal?: Signal; words: string }

type Indicators = ReadonlyMap<string, Indicator>;

const mostHeadlines = 2;

const isKnown = (line: ScorecardLine): boolean => line.value !== undefined || line.range !== undefined;

/** What a scorecard says in a few words: how many lines have each judgement, or what its only judged line is; without a judgement its totals, and else its first figures. */
export function headlinesOf(kind: KindInfo, scorecard: Scorecard, indicators: Indicators): Headline[] {
  const judged = scorecard.lines.filter(l => l.signal !== "none");
  if (kind.countsJudgements && judged.length > 0) {
    return (["red", "yellow", "green"] as const).flatMap(signal => {
      const count = judged.filter(l => l.signal === signal).length;
      return count === 0 ? [] : [{ words: `${number(count)} × ${signalName(kind, signal)}` }];
    });
  }
  const words = (line: ScorecardLine): Headline => ({
    ...(line.signal === "none" ? {} : { signal: line.signal }), words: `${pick(line.label)}: ${valueOf(line, indicators.get(line.code)?.decimals)}`,
  });
  const totals = scorecard.totals.flatMap((t): Headline[] => (t.value === undefined ? [] : [{ words: `${pick(t.label)}: ${t.isLowerBound ? say("ten minste ", "at least ") : ""}${quantity(t.value, t.unit)}` }]));
  const lines = judged.length > 0 ? judged.filter(isKnown) : totals.length > 0 ? [] : scorecard.lines.filter(isKnown);
  return (lines.length > 0 ? lines.map(words) : totals).slice(0, mostHeadlines);
}

interface OfCard { kind: KindInfo; scorecard: Scorecard; line: ScorecardLine }

/** A line that is apart from the city, as it is written. */
interface ApartLine { code: string; label: string; here: string; city: string; before: string; isUncertain: boolean }

/** The lines of a kind that have one judgement. */
export interface ApartGroup { kind: KindInfo; signal: Signal; lines: ApartLine[] }

const most = { red: 6, green: 4 } as const;

/** The lines that are judged against the city, by judgement: the less favourable first, the furthest away first, and how many are left out. */
export function apartFromCity(lines: readonly OfCard[], figures: AreaFigures): { groups: ApartGroup[]; left: number } {
  const distance = ({ line }: OfCard): number => Math.abs(line.figures["gap"] ?? 0) / (line.figures["band"] || 1);
  const isApart = ({ line }: OfCard): boolean => line.value !== undefined && line.reference !== undefined && line.figures["gap"] !== undefined;
  const kinds = [...new Set(lines.map(l => l.kind))];
  let left = 0;
  const groups = (["red", "green"] as const).flatMap(signal => kinds.flatMap((kind): ApartGroup[] => {
    const found = lines.filter(l => l.kind === kind && l.line.signal === signal && isApart(l)).sort((x, y) => distance(y) - distance(x));
    left += Math.max(0, found.length - most[signal]);
    return found.length === 0 ? [] : [{ kind, signal, lines: found.slice(0, most[signal]).map(l => written(l, figures)) }];
  }));
  return { groups, left };
}

function written({ scorecard, line }: OfCard, { own, indicators }: AreaFigures): ApartLine {
  const decimals = indicators.get(line.code)?.decimals;
  const show = (value: number): string => quantity(value, line.unit, decimals);
  const before = trendOf(own, line.code, scorecard.boundaryYear).filter(p => p.period < scorecard.period).at(-1);
  return {
    code: line.code, label: pick(line.label), here: show(line.value!), city: show(line.reference!),
    before: before ? `${show(before.value)} (${before.period})` : "–",
    isUncertain: scorecard.findings.some(f => f.code === "within-chance" && f.lines.includes(line.code)),
  };
}

const mostNamed = 4;

/** A finding in one sentence, with the lines that it is about where it is not about all. */
export function saidOf(finding: Merged, lines: readonly ScorecardLine[]): string {
  const named = finding.parts.length > 0 ? finding.parts : finding.lines.length === lines.length ? [] : finding.lines.flatMap(code => lines.find(l => l.code === code) ?? []).map(l => pick(l.label));
  const list = named.slice(0, mostNamed).join(", ");
  return named.length === 0 ? finding.message : `${finding.message} (${list}${named.length > mostNamed ? say(` en nog ${named.length - mostNamed}`, ` and ${named.length - mostNamed} more`) : ""})`;
}

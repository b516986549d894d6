import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ScorecardLine, ScorecardTotal } from "../../api/types";
import { getLineId, UncertaintyMarks } from "../../parts/findings";
import { Funnel } from "../programmes/funnel";
import { SignalBadge } from "../../parts/signal";
import { Sparkline } from "../../parts/sparkline";
import { Timeline } from "../programmes/timeline";
import { WhyDetails } from "../../parts/why-details";
import { formatEuros, formatQuantity, formatShort, formatRange } from "../../text/format";
import { localize, say } from "../../text/language";
import { isTooIncomplete, formatLeftOut } from "../../text/terms";
import { getWord } from "../../text/vocabulary";
import { getTrend, type LayoutProps } from "./figures";
import { LineCsvButton, LineTable } from "./line-table";
import { formatLineValue } from "./line-value";

/** A scorecard drawn from the fields that all kinds share: totals, lines by theme and their explanation, optionally as tiles or with extra content above the lines. */
export function Lines({ kind, scorecard, figures, isTiles = false, children }: LayoutProps & { isTiles?: boolean; children?: ComponentChildren }) {
  const [isTable, setIsTable] = useState(false);
  const known = scorecard.lines.filter(l => l.state !== "missing-input" || isTooIncomplete(l));
  const missing = scorecard.lines.filter(l => l.state === "missing-input" && !isTooIncomplete(l));
  const themes = [...new Set(known.map(l => localize(l.theme)))];
  return (
    <>
      <Totals totals={known.length === 0 ? [] : scorecard.totals} />
      {children}
      <Timeline scorecard={scorecard} idPrefix={kind.name} />
      <Funnel scorecard={scorecard} idPrefix={kind.name} />
      <div class="tallies"><span class="buttons"><button type="button" class="secondary" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>{say("Als tabel", "As a table")}</button>{!isTable && <LineCsvButton {...{ kind, scorecard, figures }} />}</span></div>
      {isTable ? <LineTable {...{ kind, scorecard, figures }} /> : themes.map(theme => (
        <div class="theme" key={theme}>
          <h3>{theme}</h3>
          <ul class={isTiles ? "lines tiles" : "lines"}>{known.filter(l => localize(l.theme) === theme).map(line => <Line key={line.code} {...{ line, kind, scorecard, figures }} />)}</ul>
        </div>
      ))}
      {!isTable && <MissingLines within={kind.name} lines={missing} isAll={known.length === 0} />}
    </>
  );
}

/** Lists the lines without delivered figures by name, and the reason when opened, so that they do not hide the lines that have figures. */
export function MissingLines({ within, lines, isAll = false }: { within: string; lines: readonly ScorecardLine[]; isAll?: boolean }) {
  if (lines.length === 0) {
    return null;
  }
  return (
    <details class="missing">
      <summary>{isAll ? say("Hierover is nog geen cijfer aangeleverd", "No figure for this has been delivered yet") : lines.length === 1 ? say("1 cijfer ontbreekt", "1 figure is missing") : say(`${lines.length} cijfers ontbreken`, `${lines.length} figures are missing`)}</summary>
      <dl>{lines.map(l => <div key={l.code} id={getLineId(within, l.code)}><dt>{localize(l.label)}</dt><dd class="muted">{localize(l.explanation)}</dd></div>)}</dl>
    </details>
  );
}

function formatTotal(total: ScorecardTotal): string {
  if (total.value === undefined && !total.range) {
    return say("niet te geven", "cannot be given");
  }
  const known = total.range ? formatRange(total.range.low, total.range.high, total.unit) : formatQuantity(total.value!, total.unit);
  return total.isLowerBound ? say(`ten minste ${known}`, `at least ${known}`) : known;
}

export function Totals({ totals }: { totals: readonly ScorecardTotal[] }) {
  if (totals.length === 0) {
    return null;
  }
  return (
    <dl class="totals">
      {totals.map(total => (
        <div key={total.code}>
          <dt>{localize(total.label)}</dt>
          <dd class="figure">{formatTotal(total)}</dd>
          {total.leavesOut.length > 0 && <dd class="muted">{getWord("phrases", "left-out")}: {formatLeftOut(total.leavesOut)}</dd>}
        </div>
      ))}
    </dl>
  );
}

// The figures behind a line for which the kind has labels; the others are in the explanation and the calculation.
const maxFigures = 3;

function Line({ line, kind, scorecard, figures }: LayoutProps & { line: ScorecardLine }) {
  const indicator = figures.indicators.get(line.code);
  const format = (value: number): string => formatQuantity(value, line.unit, indicator?.decimals);
  const facts: [string, string][] = [
    ...(line.reference === undefined ? [] : [[say("Vergelijking", "Comparison"), format(line.reference)] as [string, string]]),
    ...(line.baseline === undefined ? [] : [[say("Start", "Start"), format(line.baseline)] as [string, string]]),
    ...(line.norm === undefined ? [] : [[say("Norm", "Norm"), format(line.norm)] as [string, string]]),
    ...(line.amount === undefined || (line.unit === "EUR" && line.amount === line.value) ? [] : [[say("Bedrag", "Amount"), formatEuros(line.amount)] as [string, string]]),
    ...Object.entries(line.figures).filter(([name]) => kind.figures[name]).slice(0, maxFigures).map(([name, value]): [string, string] => [localize(kind.figures[name]!), name.endsWith("year") ? String(value) : formatShort(value)]),
  ];
  const own = indicator ? getTrend(figures.own, line.code, scorecard.boundaryYear) : [];
  return (
    <li class={`line ${line.signal}`} id={getLineId(kind.name, line.code)}>
      <div class="line-name">
        <h4>{localize(line.label)}</h4>
        {line.signal !== "none" && <SignalBadge signal={line.signal} kind={kind} />}
        <UncertaintyMarks line={line.code} findings={scorecard.findings} />
      </div>
      <p class="line-value"><span class="figure">{formatLineValue(line, indicator?.decimals)}</span></p>
      <dl class="line-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {own.length > 1 && <div class="line-trend"><Sparkline own={own} city={getTrend(figures.city, line.code, scorecard.boundaryYear)} unit={line.unit} decimals={indicator?.decimals} /></div>}
      <p class="line-text">{localize(line.explanation)}</p>
      {line.uncertainty && <p class="line-text muted">{localize(line.uncertainty)}</p>}
      <WhyDetails label={say("Hoe berekend?", "How computed?")} terms={kind} inputs={line.inputs} steps={line.steps} />
    </li>
  );
}

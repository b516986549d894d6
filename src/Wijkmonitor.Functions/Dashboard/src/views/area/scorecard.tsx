import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ScorecardLine, ScorecardTotal } from "../../api/types";
import { placeOf, Uncertain } from "../../parts/findings";
import { SignalBadge } from "../../parts/signal";
import { Spark } from "../../parts/spark";
import { Why } from "../../parts/why";
import { euro, quantity, short, span } from "../../text/format";
import { pick, say } from "../../text/language";
import { isTooIncomplete, leftOutWords } from "../../text/terms";
import { word } from "../../text/vocabulary";
import type { LayoutProps } from "./figures";
import { LineCsv, LineTable } from "./line-table";
import { valueOf } from "./line-value";
import { trendOf } from "./trends";

/** A scorecard drawn from the shape that all kinds share: totals, lines by theme, and why; as tiles, or with what a layout puts above the lines. */
export function Lines({ kind, scorecard, figures, asTiles = false, children }: LayoutProps & { asTiles?: boolean; children?: ComponentChildren }) {
  const [asTable, setAsTable] = useState(false);
  const known = scorecard.lines.filter(l => l.state !== "missing-input" || isTooIncomplete(l));
  const missing = scorecard.lines.filter(l => l.state === "missing-input" && !isTooIncomplete(l));
  const themes = [...new Set(known.map(l => pick(l.theme)))];
  return (
    <>
      <Totals totals={known.length === 0 ? [] : scorecard.totals} />
      {children}
      <div class="tallies"><span class="buttons"><button type="button" class="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{say("Als tabel", "As a table")}</button>{!asTable && <LineCsv {...{ kind, scorecard, figures }} />}</span></div>
      {asTable ? <LineTable {...{ kind, scorecard, figures }} /> : themes.map(theme => (
        <div class="theme" key={theme}>
          <h3>{theme}</h3>
          <ul class={asTiles ? "lines tiles" : "lines"}>{known.filter(l => pick(l.theme) === theme).map(line => <Line key={line.code} {...{ line, kind, scorecard, figures }} />)}</ul>
        </div>
      ))}
      {!asTable && <Missing within={kind.name} lines={missing} isAll={known.length === 0} />}
    </>
  );
}

/** The lines whose figures were not delivered: by name, and why when opened; a card for each would hide those that say something. */
export function Missing({ within, lines, isAll = false }: { within: string; lines: readonly ScorecardLine[]; isAll?: boolean }) {
  if (lines.length === 0) {
    return null;
  }
  return (
    <details class="missing">
      <summary>{isAll ? say("Hierover is nog geen cijfer aangeleverd", "No figure of this was delivered yet") : lines.length === 1 ? say("1 cijfer ontbreekt", "1 figure is missing") : say(`${lines.length} cijfers ontbreken`, `${lines.length} figures are missing`)}</summary>
      <dl>{lines.map(l => <div key={l.code} id={placeOf(within, l.code)}><dt>{pick(l.label)}</dt><dd class="muted">{pick(l.explanation)}</dd></div>)}</dl>
    </details>
  );
}

function totalOf(total: ScorecardTotal): string {
  if (total.value === undefined && !total.range) {
    return say("niet te geven", "cannot be given");
  }
  const known = total.range ? span(total.range.low, total.range.high, total.unit) : quantity(total.value!, total.unit);
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
          <dt>{pick(total.label)}</dt>
          <dd class="figure">{totalOf(total)}</dd>
          {total.leavesOut.length > 0 && <dd class="muted">{word("phrases", "left-out")}: {leftOutWords(total.leavesOut)}</dd>}
        </div>
      ))}
    </dl>
  );
}

// The figures behind a line that the kind has words for; the others are in the sentence and the calculation.
const figuresShown = 3;

function Line({ line, kind, scorecard, figures }: LayoutProps & { line: ScorecardLine }) {
  const indicator = figures.indicators.get(line.code);
  const show = (value: number): string => quantity(value, line.unit, indicator?.decimals);
  const facts: [string, string][] = [
    ...(line.reference === undefined ? [] : [[say("Vergelijking", "Comparison"), show(line.reference)] as [string, string]]),
    ...(line.baseline === undefined ? [] : [[say("Start", "Start"), show(line.baseline)] as [string, string]]),
    ...(line.norm === undefined ? [] : [[say("Norm", "Norm"), show(line.norm)] as [string, string]]),
    ...(line.amount === undefined || (line.unit === "EUR" && line.amount === line.value) ? [] : [[say("Bedrag", "Amount"), euro(line.amount)] as [string, string]]),
    ...Object.entries(line.figures).filter(([name]) => kind.figures[name]).slice(0, figuresShown).map(([name, value]): [string, string] => [pick(kind.figures[name]!), name.endsWith("year") ? String(value) : short(value)]),
  ];
  const own = indicator ? trendOf(figures.own, line.code, scorecard.boundaryYear) : [];
  return (
    <li class={`line ${line.signal}`} id={placeOf(kind.name, line.code)}>
      <div class="line-name">
        <h4>{pick(line.label)}</h4>
        {line.signal !== "none" && <SignalBadge signal={line.signal} kind={kind} />}
        <Uncertain line={line.code} findings={scorecard.findings} />
      </div>
      <p class="line-value"><span class="figure">{valueOf(line, indicator?.decimals)}</span></p>
      <dl class="line-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {own.length > 1 && <div class="line-trend"><Spark own={own} city={trendOf(figures.city, line.code, scorecard.boundaryYear)} unit={line.unit} decimals={indicator?.decimals} /></div>}
      <p class="line-words">{pick(line.explanation)}</p>
      {line.uncertainty && <p class="line-words muted">{pick(line.uncertainty)}</p>}
      <Why label={say("Hoe berekend?", "How computed?")} terms={kind} inputs={line.inputs} steps={line.steps} />
    </li>
  );
}

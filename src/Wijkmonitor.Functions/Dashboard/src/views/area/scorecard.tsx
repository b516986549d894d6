import { useState } from "preact/hooks";
import type { Scorecard, ScorecardLine, ScorecardTotal } from "../../api/types";
import { SignalBadge } from "../../parts/signal";
import { Spark } from "../../parts/spark";
import { Why } from "../../parts/why";
import { euro, quantity, short, span } from "../../text/format";
import { pick, say } from "../../text/language";
import { figureName, stateName } from "../../text/terms";
import type { AreaFigures } from "./area";
import { Angles, Dimensions } from "./bars";
import { EffortBesideOutcome } from "./effort";
import { LineCsv, LineTable } from "./line-table";
import { trendOf } from "./trends";

/** A scorecard of any kind, drawn from the shape that all kinds share: totals, lines by theme, and why. */
export function ScorecardBody({ scorecard, figures }: { scorecard: Scorecard; figures: AreaFigures }) {
  const [asTable, setAsTable] = useState(false);
  const known = scorecard.lines.filter(l => l.state !== "missing-input");
  const missing = scorecard.lines.filter(l => l.state === "missing-input");
  const themes = [...new Set(known.map(l => pick(l.theme)))];
  return (
    <>
      <Totals totals={known.length === 0 ? [] : scorecard.totals} />
      {scorecard.kind === "liveability" && <Dimensions scorecard={scorecard} />}
      {scorecard.kind === "four-angle" && <><Angles scorecard={scorecard} /><EffortBesideOutcome scorecard={scorecard} figures={figures} /></>}
      <div class="tallies"><span class="buttons"><button type="button" class="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{say("Als tabel", "As a table")}</button>{!asTable && <LineCsv scorecard={scorecard} figures={figures} />}</span></div>
      {asTable ? <LineTable scorecard={scorecard} figures={figures} /> : themes.map(theme => (
        <div class="theme" key={theme}>
          <h3>{theme}</h3>
          <ul class={scorecard.kind === "crisis-tiles" ? "lines tiles" : "lines"}>{known.filter(l => pick(l.theme) === theme).map(line => <Line key={line.code} line={line} scorecard={scorecard} figures={figures} />)}</ul>
        </div>
      ))}
      {!asTable && <Missing lines={missing} isAll={known.length === 0} />}
    </>
  );
}

/** The lines whose figures were not delivered: by name, and why when opened; a card for each would hide those that say something. */
export function Missing({ lines, isAll = false }: { lines: readonly ScorecardLine[]; isAll?: boolean }) {
  if (lines.length === 0) {
    return null;
  }
  return (
    <details class="missing">
      <summary>{isAll ? say("Hierover is nog geen cijfer aangeleverd", "No figure of this was delivered yet") : lines.length === 1 ? say("1 cijfer ontbreekt", "1 figure is missing") : say(`${lines.length} cijfers ontbreken`, `${lines.length} figures are missing`)}</summary>
      <dl>{lines.map(l => <div key={l.code}><dt>{pick(l.label)}</dt><dd class="muted">{pick(l.explanation)}</dd></div>)}</dl>
    </details>
  );
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
          <dd class="figure">{total.value === undefined ? say("niet te geven", "cannot be given") : quantity(total.value, total.unit)}</dd>
          {total.leavesOut.length > 0 && <dd class="muted">{say("zonder ", "without ")}{total.leavesOut.map(l => `${l.codes.length} × ${stateName(l.state)}`).join(", ")}</dd>}
        </div>
      ))}
    </dl>
  );
}

function Line({ line, scorecard, figures }: { line: ScorecardLine; scorecard: Scorecard; figures: AreaFigures }) {
  const indicator = figures.indicators.get(line.code);
  const show = (value: number): string => quantity(value, line.unit, indicator?.decimals);
  const facts: [string, string][] = [
    ...(line.reference === undefined ? [] : [[say("Vergelijking", "Comparison"), show(line.reference)] as [string, string]]),
    ...(line.baseline === undefined ? [] : [[say("Start", "Start"), show(line.baseline)] as [string, string]]),
    ...(line.norm === undefined ? [] : [[say("Norm", "Norm"), show(line.norm)] as [string, string]]),
    ...(line.amount === undefined || (line.unit === "EUR" && line.amount === line.value) ? [] : [[say("Bedrag", "Amount"), euro(line.amount)] as [string, string]]),
    ...Object.entries(line.figures).flatMap(([name, value]) => { const label = figureName(name); return label ? [[label, name === "first-year" ? String(value) : short(value)] as [string, string]] : []; }).slice(0, 3),
  ];
  const own = indicator ? trendOf(figures.own, line.code, scorecard.boundaryYear) : [];
  return (
    <li class={`line ${line.signal}`}>
      <div class="line-name">
        <h4>{pick(line.label)}</h4>
        {line.signal !== "none" && <SignalBadge signal={line.signal} />}
      </div>
      <p class="line-value"><span class="figure">{line.range ? span(line.range.low, line.range.high, line.unit, indicator?.decimals) : line.value === undefined ? stateName(line.state) : show(line.value)}</span></p>
      <dl class="line-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {own.length > 1 && <div class="line-trend"><Spark own={own} city={trendOf(figures.city, line.code, scorecard.boundaryYear)} unit={line.unit} decimals={indicator?.decimals} /></div>}
      <p class="line-words">{pick(line.explanation)}</p>
      {line.uncertainty && <p class="line-words muted">{pick(line.uncertainty)}</p>}
      <Why label={say("Waarom?", "Why?")} inputs={line.inputs} steps={line.steps} />
    </li>
  );
}

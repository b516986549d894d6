import { useState } from "preact/hooks";
import type { KindInfo, ScorecardLine, Signal } from "../../api/types";
import { getLineId, UncertaintyMarks } from "../../parts/findings";
import { SignalBadge, SignalMark } from "../../parts/signal";
import { Sparkline } from "../../parts/sparkline";
import { WhyDetails } from "../../parts/why-details";
import { formatFigureNotes } from "../../text/figures";
import { formatDifference, formatNumber, formatQuantity } from "../../text/format";
import { localize, say } from "../../text/language";
import { getSignalName } from "../../text/kinds";
import { isTooIncomplete, getLineStateName } from "../../text/terms";
import { getTrend, type LayoutProps } from "./figures";
import { LineCsvButton, LineTable } from "./line-table";
import { MissingLines } from "./scorecard";

/** Each figure next to the city's figure, by theme, with its trend; a button shows the same as a table. */
export function CityComparison({ kind, scorecard, figures }: LayoutProps) {
  const [isTable, setIsTable] = useState(false);
  // A line without a figure for the area moves to the end; a withheld line or one without a norm keeps its position.
  const missing = scorecard.lines.filter(l => l.state === "missing-input" && l.value === undefined);
  const known = scorecard.lines.filter(l => !missing.includes(l));
  // Lines without a direction or a city figure come last: they do not say how the area is doing.
  const uncompared = known.filter(l => l.signal === "none" && (l.state === "valued" || isTooIncomplete(l) || lacksCityFigure(l)));
  const shown = known.filter(l => !uncompared.includes(l));
  const judged = scorecard.lines.filter(l => l.signal !== "none").length;
  return (
    <>
      <div class="tallies">
        {(["green", "yellow", "red"] as const).map(signal => <Tally key={signal} kind={kind} signal={signal} count={scorecard.lines.filter(l => l.signal === signal).length} />)}
        {judged < scorecard.lines.length && (
          <div class="tally none"><SignalMark signal="none" /><span class="tally-count">{formatNumber(scorecard.lines.length - judged)}</span><span>{say("zonder oordeel", "without a judgement")}</span></div>
        )}
        <span class="buttons">
          <button type="button" class="secondary" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>{say("Als tabel", "As a table")}</button>
          {!isTable && <LineCsvButton {...{ kind, scorecard, figures }} />}
        </span>
      </div>
      {!isTable && shown.length > 0 && <p class="muted legend-text">{say("De streep laat zien waar dit gebied staat, vergeleken met de stad. Links van het midden is gunstiger, rechts minder gunstig. Een pijl: nog verder dan de streep. De lijn is dit gebied door de jaren, de stippellijn is de stad.", "The bar shows where this area is, compared with the city. Left of the middle is more favourable, right is less favourable. An arrow: further still than the bar. The line is this area over the years, the dashed line is the city.")}</p>}
      {isTable ? <LineTable {...{ kind, scorecard, figures }} /> : <Themes lines={shown} {...{ kind, scorecard, figures }} />}
      {!isTable && uncompared.length > 0 && (
        <details class="uncompared" open={shown.length === 0}>
          <summary>{uncompared.length === 1 ? say("1 cijfer zonder vergelijking met de stad", "1 figure without a comparison with the city") : say(`${formatNumber(uncompared.length)} cijfers zonder vergelijking met de stad`, `${formatNumber(uncompared.length)} figures without a comparison with the city`)}</summary>
          <Themes lines={uncompared} {...{ kind, scorecard, figures }} />
        </details>
      )}
      {!isTable && <MissingLines within={kind.name} lines={missing} isAll={known.length === 0} />}
    </>
  );
}

function Themes({ lines, ...props }: LayoutProps & { lines: readonly ScorecardLine[] }) {
  return (
    <>
      {[...new Set(lines.map(l => localize(l.theme)))].map(theme => (
        <div class="theme" key={theme}>
          <h3>{theme}</h3>
          <ul class="city-lines">{lines.filter(l => localize(l.theme) === theme).map(line => <CityLine key={line.code} line={line} {...props} />)}</ul>
        </div>
      ))}
    </>
  );
}

function Tally({ kind, signal, count }: { kind: KindInfo; signal: Signal; count: number }) {
  return (
    <div class={`tally ${signal}`}>
      <SignalMark signal={signal} />
      <span class="tally-count">{formatNumber(count)}</span>
      <span>{getSignalName(kind, signal)}</span>
    </div>
  );
}

function CityLine({ line, kind, scorecard, figures }: LayoutProps & { line: ScorecardLine }) {
  const decimals = figures.indicators.get(line.code)?.decimals;
  const format = (value: number): string => formatQuantity(value, line.unit, decimals);
  const input = line.inputs.find(i => i.role === "value");
  const notes = input && line.value !== undefined ? formatFigureNotes(input, line.unit, decimals) : "";
  const own = getTrend(figures.own, line.code, scorecard.boundaryYear);
  const city = getTrend(figures.city, line.code, scorecard.boundaryYear);
  return (
    <li class={`city-line ${line.signal}`} id={getLineId(kind.name, line.code)}>
      <div class="line-name">
        <h4>{localize(line.label)}</h4>
        {line.signal === "none" ? <span class="no-judgement">{line.state === "valued" ? getSignalName(kind, "none") : lacksCityFigure(line) && !isTooIncomplete(line) ? say("cijfer van de stad ontbreekt", "the city's figure is missing") : getLineStateName(line)}</span> : <SignalBadge signal={line.signal} kind={kind} />}
        <UncertaintyMarks line={line.code} findings={scorecard.findings} />
      </div>
      <dl class="line-figures">
        <div><dt>{say("Hier", "Here")}</dt><dd class="figure">{line.value === undefined ? "–" : format(line.value)}</dd>{notes && <dd class="figure-notes">{notes}</dd>}</div>
        <div><dt>{say("Stad", "City")}</dt><dd>{line.reference === undefined ? "–" : format(line.reference)}</dd></div>
      </dl>
      <GapBar line={line} decimals={decimals} />
      <div class="line-trend"><Sparkline own={own} city={city} unit={line.unit} decimals={decimals} /></div>
      {figures.annotations.some(a => a.indicator === line.code) && (
        <ul class="annotations">{figures.annotations.filter(a => a.indicator === line.code).map((a, i) => <li key={i}><strong>{say("Aantekening", "Annotation")}</strong> {localize(a.message)}</li>)}</ul>
      )}
      <WhyDetails label={say("Hoe berekend?", "How computed?")} terms={kind} sentence={[line.explanation, line.uncertainty].flatMap(t => (t ? [localize(t)] : [])).join(" ")} inputs={line.inputs} steps={line.steps} />
    </li>
  );
}

// The area has a figure, but the city figure to compare it with was not delivered.
const lacksCityFigure = (line: ScorecardLine): boolean => line.state === "missing-input" && line.value !== undefined && line.reference === undefined;

const maxBands = 4;

/** The distance from the city: the middle band is "about equal", left is more favourable, right is less favourable. */
function GapBar({ line, decimals }: { line: ScorecardLine; decimals: number | undefined }) {
  const [gap, band] = [line.figures["gap"], line.figures["band"]];
  if (gap === undefined) {
    return <div class="line-gap" />;
  }
  const description = Math.abs(gap) < 1e-9
    ? say("gelijk aan de stad", "equal to the city")
    : `${formatDifference(Math.abs(gap), line.unit, decimals).replace("+", "")} ${gap > 0 ? say("minder gunstig", "less favourable") : say("gunstiger", "more favourable")}`;
  // A value beyond the strip is an arrow at its end.
  const isOffScale = band !== undefined && Math.abs(gap) > band * maxBands;
  const position = band ? Math.max(-1, Math.min(1, gap / (band * maxBands))) : 0;
  return (
    <div class="line-gap">
      {band !== undefined && band > 0 && (
        <svg viewBox="0 0 120 18" aria-hidden="true">
          <line class="axis" x1="4" x2="116" y1="9" y2="9" />
          <rect class="band" x={60 - 54 / maxBands} width={108 / maxBands} y="3" height="12" rx="3" />
          <line class="centre" x1="60" x2="60" y1="1" y2="17" />
          {isOffScale ? <path class={`dot ${line.signal}`} d={gap < 0 ? "M2 9 11 3v12z" : "M118 9 109 3v12z"} /> : <circle class={`dot ${line.signal}`} cx={60 + position * 54} cy="9" r="5" />}
        </svg>
      )}
      <span>{description}</span>
    </div>
  );
}

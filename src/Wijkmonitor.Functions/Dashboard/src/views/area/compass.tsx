import { useState } from "preact/hooks";
import type { KindInfo, ScorecardLine, Signal } from "../../api/types";
import { placeOf, Uncertain } from "../../parts/findings";
import { SignalBadge, SignalMark } from "../../parts/signal";
import { Spark } from "../../parts/spark";
import { Why } from "../../parts/why";
import { asideOf } from "../../text/figures";
import { difference, number, quantity } from "../../text/format";
import { pick, say } from "../../text/language";
import { signalName } from "../../text/kinds";
import { isTooIncomplete, lineStateName } from "../../text/terms";
import type { LayoutProps } from "./figures";
import { LineCsv, LineTable } from "./line-table";
import { Missing } from "./scorecard";
import { trendOf } from "./trends";

/** Each figure next to the city's, by theme, with its trend; the same as a table behind a switch. */
export function Compass({ kind, scorecard, figures }: LayoutProps) {
  const [asTable, setAsTable] = useState(false);
  // A line without a figure of the area says nothing but that; what is withheld or has no norm stays in its place.
  const missing = scorecard.lines.filter(l => l.state === "missing-input" && l.value === undefined);
  const known = scorecard.lines.filter(l => !missing.includes(l));
  // What has no direction, or no city to compare it with, is good to know but says nothing of how the area is doing: it comes after what does.
  const aside = known.filter(l => l.signal === "none" && (l.state === "valued" || isTooIncomplete(l) || isWithoutCity(l)));
  const shown = known.filter(l => !aside.includes(l));
  const judged = scorecard.lines.filter(l => l.signal !== "none").length;
  return (
    <>
      <div class="tallies">
        {(["green", "yellow", "red"] as const).map(signal => <Tally key={signal} kind={kind} signal={signal} count={scorecard.lines.filter(l => l.signal === signal).length} />)}
        {judged < scorecard.lines.length && (
          <div class="tally none"><SignalMark signal="none" /><span class="tally-count">{number(scorecard.lines.length - judged)}</span><span>{say("zonder oordeel", "without a judgement")}</span></div>
        )}
        <span class="buttons">
          <button type="button" class="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{say("Als tabel", "As a table")}</button>
          {!asTable && <LineCsv {...{ kind, scorecard, figures }} />}
        </span>
      </div>
      {!asTable && shown.length > 0 && <p class="muted legend-words">{say("Streep: waar dit gebied staat vergeleken met de stad; links van het midden is gunstiger, rechts minder gunstig; een pijl: verder dan de streep. Lijn: dit gebied door de jaren; stippellijn: de stad.", "Bar: where this area is compared with the city; left of the middle is more favourable, right less; an arrow: further than the bar. Line: this area over the years; dashed line: the city.")}</p>}
      {asTable ? <LineTable {...{ kind, scorecard, figures }} /> : <Themes lines={shown} {...{ kind, scorecard, figures }} />}
      {!asTable && aside.length > 0 && (
        <details class="aside" open={shown.length === 0}>
          <summary>{aside.length === 1 ? say("1 cijfer zonder vergelijking met de stad", "1 figure without a comparison with the city") : say(`${number(aside.length)} cijfers zonder vergelijking met de stad`, `${number(aside.length)} figures without a comparison with the city`)}</summary>
          <Themes lines={aside} {...{ kind, scorecard, figures }} />
        </details>
      )}
      {!asTable && <Missing within={kind.name} lines={missing} isAll={known.length === 0} />}
    </>
  );
}

function Themes({ lines, ...props }: LayoutProps & { lines: readonly ScorecardLine[] }) {
  return (
    <>
      {[...new Set(lines.map(l => pick(l.theme)))].map(theme => (
        <div class="theme" key={theme}>
          <h3>{theme}</h3>
          <ul class="city-lines">{lines.filter(l => pick(l.theme) === theme).map(line => <CompassLine key={line.code} line={line} {...props} />)}</ul>
        </div>
      ))}
    </>
  );
}

function Tally({ kind, signal, count }: { kind: KindInfo; signal: Signal; count: number }) {
  return (
    <div class={`tally ${signal}`}>
      <SignalMark signal={signal} />
      <span class="tally-count">{number(count)}</span>
      <span>{signalName(kind, signal)}</span>
    </div>
  );
}

function CompassLine({ line, kind, scorecard, figures }: LayoutProps & { line: ScorecardLine }) {
  const decimals = figures.indicators.get(line.code)?.decimals;
  const show = (value: number): string => quantity(value, line.unit, decimals);
  const input = line.inputs.find(i => i.role === "value");
  const aside = input && line.value !== undefined ? asideOf(input, line.unit, decimals) : "";
  const own = trendOf(figures.own, line.code, scorecard.boundaryYear);
  const city = trendOf(figures.city, line.code, scorecard.boundaryYear);
  return (
    <li class={`city-line ${line.signal}`} id={placeOf(kind.name, line.code)}>
      <div class="line-name">
        <h4>{pick(line.label)}</h4>
        {line.signal === "none" ? <span class="no-judgement">{line.state === "valued" ? signalName(kind, "none") : isWithoutCity(line) && !isTooIncomplete(line) ? say("cijfer van de stad ontbreekt", "the city's figure is missing") : lineStateName(line)}</span> : <SignalBadge signal={line.signal} kind={kind} />}
        <Uncertain line={line.code} findings={scorecard.findings} />
      </div>
      <dl class="line-figures">
        <div><dt>{say("Hier", "Here")}</dt><dd class="figure">{line.value === undefined ? "–" : show(line.value)}</dd>{aside && <dd class="figure-aside">{aside}</dd>}</div>
        <div><dt>{say("Stad", "City")}</dt><dd>{line.reference === undefined ? "–" : show(line.reference)}</dd></div>
      </dl>
      <Gap line={line} decimals={decimals} />
      <div class="line-trend"><Spark own={own} city={city} unit={line.unit} decimals={decimals} /></div>
      {figures.annotations.some(a => a.indicator === line.code) && (
        <ul class="annotations">{figures.annotations.filter(a => a.indicator === line.code).map((a, i) => <li key={i}><strong>{say("Aantekening", "Annotation")}</strong> {pick(a.message)}</li>)}</ul>
      )}
      <Why label={say("Hoe berekend?", "How computed?")} terms={kind} sentence={[line.explanation, line.uncertainty].flatMap(t => (t ? [pick(t)] : [])).join(" ")} inputs={line.inputs} steps={line.steps} />
    </li>
  );
}

// The area has its figure; what it would be held against was not delivered.
const isWithoutCity = (line: ScorecardLine): boolean => line.state === "missing-input" && line.value !== undefined && line.reference === undefined;

const bandsShown = 4;

/** How far from the city: the band in the middle is "about equal", to the left is more favourable, to the right less. */
function Gap({ line, decimals }: { line: ScorecardLine; decimals: number | undefined }) {
  const [gap, band] = [line.figures["gap"], line.figures["band"]];
  if (gap === undefined) {
    return <div class="line-gap" />;
  }
  const words = Math.abs(gap) < 1e-9
    ? say("gelijk aan de stad", "equal to the city")
    : `${difference(Math.abs(gap), line.unit, decimals).replace("+", "")} ${gap > 0 ? say("minder gunstig", "less favourable") : say("gunstiger", "more favourable")}`;
  // Further than the strip reaches is an arrow at its end.
  const isBeyond = band !== undefined && Math.abs(gap) > band * bandsShown;
  const at = band ? Math.max(-1, Math.min(1, gap / (band * bandsShown))) : 0;
  return (
    <div class="line-gap">
      {band !== undefined && band > 0 && (
        <svg viewBox="0 0 120 18" aria-hidden="true">
          <line class="axis" x1="4" x2="116" y1="9" y2="9" />
          <rect class="band" x={60 - 54 / bandsShown} width={108 / bandsShown} y="3" height="12" rx="3" />
          <line class="centre" x1="60" x2="60" y1="1" y2="17" />
          {isBeyond ? <path class={`dot ${line.signal}`} d={gap < 0 ? "M2 9 11 3v12z" : "M118 9 109 3v12z"} /> : <circle class={`dot ${line.signal}`} cx={60 + at * 54} cy="9" r="5" />}
        </svg>
      )}
      <span>{words}</span>
    </div>
  );
}

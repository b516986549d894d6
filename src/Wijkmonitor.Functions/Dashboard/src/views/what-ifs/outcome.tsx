import type { KindInfo, ScorecardLine } from "../../api/types";
import type { WhatIfOutcome } from "../../api/what-ifs";
import { Findings, getLineId } from "../../parts/findings";
import { SignalBadge } from "../../parts/signal";
import { WhyDetails } from "../../parts/why-details";
import { localize, say } from "../../text/language";
import { formatLineValue } from "../area/line-value";

/** The lines of an example calculation by theme, each with how it was computed, and what a reader must know. */
export function Outcome({ outcome, kind }: { outcome: WhatIfOutcome; kind: KindInfo }) {
  const themes = [...new Set(outcome.lines.map(l => localize(l.theme)))];
  return (
    <>
      {themes.map(theme => (
        <div class="theme" key={theme}>
          <h3>{theme}</h3>
          <ul class="lines">{outcome.lines.filter(l => localize(l.theme) === theme).map(line => <OutcomeLine key={line.code} line={line} kind={kind} />)}</ul>
        </div>
      ))}
      <Findings findings={outcome.findings} lines={outcome.lines} idPrefix={kind.name} />
    </>
  );
}

function OutcomeLine({ line, kind }: { line: ScorecardLine; kind: KindInfo }) {
  return (
    <li class={`line ${line.signal}`} id={getLineId(kind.name, line.code)}>
      <div class="line-name">
        <h4>{localize(line.label)}</h4>
        {line.signal !== "none" && <SignalBadge signal={line.signal} kind={kind} />}
      </div>
      <p class="line-value"><span class="figure">{formatLineValue(line, undefined)}</span></p>
      <p class="line-text">{localize(line.explanation)}</p>
      <WhyDetails label={say("Hoe berekend?", "How computed?")} terms={kind} inputs={line.inputs} steps={line.steps} />
    </li>
  );
}

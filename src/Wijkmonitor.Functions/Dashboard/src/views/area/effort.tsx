import { Spark, type Point } from "../../parts/spark";
import { difference, quantity } from "../../text/format";
import { pick, say } from "../../text/language";
import { stateName } from "../../text/terms";
import type { LayoutProps } from "./figures";
import { trendOf } from "./trends";

/** What was put into an area, and what became of its score. They are shown together; one is not said to cause the other. */
export function EffortAndOutcome({ kind, scorecard, figures }: LayoutProps) {
  const drawn = kind.comparison;
  const effort = scorecard.lines.find(l => l.code === drawn?.effort);
  const score = scorecard.lines.find(l => l.code === drawn?.outcome);
  if (!drawn || !effort || !score) {
    return null;
  }
  // An observation's key is area/dataset/period/indicator.
  const indicator = effort.inputs.find(i => i.role === "value")?.key.split("/")[3];
  const efforts = indicator ? trendOf(figures.own, indicator, scorecard.boundaryYear) : [];
  const scores: Point[] = figures.summaries
    .filter(s => s.kind === scorecard.kind && s.subject === scorecard.subject && s.boundaryYear === scorecard.boundaryYear)
    .flatMap(s => { const value = s.totals.find(t => t.code === drawn.outcome)?.value; return value === undefined ? [] : [{ period: s.period, value }]; })
    .sort((a, b) => a.period.localeCompare(b.period));
  const change = effort.figures[drawn.change];
  return (
    <div class="effort">
      <h3>{say("Inzet naast uitkomst", "Effort and outcome")}</h3>
      <dl>
        <div><dt>{pick(effort.label)}</dt><dd class="figure">{effort.value === undefined ? stateName(effort.state) : quantity(effort.value, effort.unit)}</dd>{efforts.length > 1 && <dd><Spark own={efforts} city={[]} unit={effort.unit} /></dd>}</div>
        <div>
          <dt>{pick(score.label)}</dt><dd class="figure">{score.value === undefined ? stateName(score.state) : quantity(score.value, score.unit, 1)}</dd>
          {change !== undefined && <dd class="muted">{difference(change, score.unit, 1)} {say("sinds de vorige ronde", "since the last cycle")}</dd>}
          {scores.length > 1 && <dd><Spark own={scores} city={[]} unit={score.unit} decimals={1} /></dd>}
        </div>
      </dl>
      <p class="line-words">{pick(effort.explanation)}</p>
    </div>
  );
}

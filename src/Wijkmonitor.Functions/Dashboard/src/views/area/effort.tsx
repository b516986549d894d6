import { Sparkline, type Point } from "../../parts/sparkline";
import { formatDifference, formatQuantity } from "../../text/format";
import { localize, say } from "../../text/language";
import { getStateName } from "../../text/terms";
import { getTrend, type LayoutProps } from "./figures";

/** The spending on an area next to its score. Showing them together does not claim that one caused the other. */
export function EffortAndOutcome({ kind, scorecard, figures }: LayoutProps) {
  const comparison = kind.comparison;
  const effort = scorecard.lines.find(l => l.code === comparison?.effort);
  const score = scorecard.lines.find(l => l.code === comparison?.outcome);
  if (!comparison || !effort || !score) {
    return null;
  }
  // An observation's key is area/dataset/period/indicator.
  const indicator = effort.inputs.find(i => i.role === "value")?.key.split("/")[3];
  const efforts = indicator ? getTrend(figures.own, indicator, scorecard.boundaryYear) : [];
  const scores: Point[] = figures.summaries
    .filter(s => s.kind === scorecard.kind && s.subject === scorecard.subject && s.boundaryYear === scorecard.boundaryYear)
    .flatMap(s => { const value = s.totals.find(t => t.code === comparison.outcome)?.value; return value === undefined ? [] : [{ period: s.period, value }]; })
    .sort((a, b) => a.period.localeCompare(b.period));
  const change = effort.figures[comparison.change];
  return (
    <div class="effort">
      <h3>{say("Inzet naast uitkomst", "Effort and outcome")}</h3>
      <dl>
        <div><dt>{localize(effort.label)}</dt><dd class="figure">{effort.value === undefined ? getStateName(effort.state) : formatQuantity(effort.value, effort.unit)}</dd>{efforts.length > 1 && <dd><Sparkline own={efforts} city={[]} unit={effort.unit} /></dd>}</div>
        <div>
          <dt>{localize(score.label)}</dt><dd class="figure">{score.value === undefined ? getStateName(score.state) : formatQuantity(score.value, score.unit, 1)}</dd>
          {change !== undefined && <dd class="muted">{formatDifference(change, score.unit, 1)} {say("sinds de vorige ronde", "since the last round")}</dd>}
          {scores.length > 1 && <dd><Sparkline own={scores} city={[]} unit={score.unit} decimals={1} /></dd>}
        </div>
      </dl>
      <p class="line-text">{localize(effort.explanation)}</p>
    </div>
  );
}

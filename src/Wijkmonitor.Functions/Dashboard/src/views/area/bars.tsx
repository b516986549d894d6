import type { Scorecard, ScorecardLine } from "../../api/types";
import { Chart, palette, tip } from "../../parts/chart";
import { number } from "../../text/format";
import { pick, say } from "../../text/language";
import { LineTable } from "./line-table";

type Valued = ScorecardLine & { value: number };

const isValued = (line: ScorecardLine): line is Valued => line.value !== undefined;

interface BarsProps { scorecard: Scorecard; lines: readonly ScorecardLine[]; label: string; from: number; to: number; decimals: number; signed: boolean }

/** Lines of one unit as bars on one scale; those without a value are named beside it. */
function Bars({ scorecard, lines, label, from, to, decimals, signed }: BarsProps) {
  const known = lines.filter(isValued);
  const missing = lines.filter(l => !isValued(l));
  const words = (value: number): string => (signed && value > 0 ? "+" : "") + number(value, decimals);
  return (
    <Chart
      label={label} dependsOn={[scorecard]} className="bars" description={known.map(l => `${pick(l.label)} ${words(l.value)}`).join(", ")}
      table={<LineTable scorecard={{ ...scorecard, lines: [...lines] }} figures={{ indicators: new Map() }} />}
      note={missing.length > 0 && say(`Niet bekend: ${missing.map(l => pick(l.label).toLowerCase()).join(", ")}.`, `Not known: ${missing.map(l => pick(l.label).toLowerCase()).join(", ")}.`)}
      draw={(_, __, width) => ({
        grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
        tooltip: { formatter: (p: { dataIndex: number }) => tip(pick(known[p.dataIndex]!.label), words(known[p.dataIndex]!.value)), confine: true },
        xAxis: { type: "value", min: from, max: to, axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false } },
        yAxis: {
          type: "category", inverse: true, data: known.map(l => pick(l.label)), axisTick: { show: false }, axisLine: { show: false },
          axisLabel: { color: palette.ink, fontSize: 13, width: Math.min(230, width * 0.42), overflow: "break" },
        },
        series: [{
          type: "bar", barWidth: 16, markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: { type: "solid", color: palette.ink, width: 1 }, data: [{ xAxis: 0 }] },
          data: known.map(l => ({ value: l.value, itemStyle: { color: l.value < 0 ? palette.sun : palette.accent }, label: { position: l.value < 0 ? "left" : "right" } })),
          label: { show: true, color: palette.ink, formatter: (p: { value: number }) => words(p.value) },
        }],
      })}
    />
  );
}

const dimensions = ["liveability_physical", "liveability_nuisance", "liveability_cohesion", "liveability_amenities", "liveability_housing"];

/** The dimensions of liveability as contributions to the deviation from the national mean: to the right is better. */
export function Dimensions({ scorecard }: { scorecard: Scorecard }) {
  const lines = dimensions.flatMap(code => scorecard.lines.find(l => l.code === code) ?? []);
  if (!lines.some(isValued)) {
    return null;
  }
  const far = Math.max(...lines.filter(isValued).map(l => Math.abs(l.value))) * 1.25 || 1;
  return <Bars {...{ scorecard, lines }} label={say("Vijf kanten van de leefbaarheid, naast het landelijk gemiddelde", "Five sides of liveability, beside the national mean")} from={-far} to={far} decimals={3} signed />;
}

const anglePrefix = "angle-";

/** The four angles on their common scale of 0 (least favourable) to 100. */
export function Angles({ scorecard }: { scorecard: Scorecard }) {
  const lines = scorecard.lines.filter(l => l.code.startsWith(anglePrefix));
  return lines.some(isValued) ? <Bars {...{ scorecard, lines }} label={say("Vier invalshoeken, van 0 (ongunstig) tot 100 (gunstig)", "Four angles, from 0 (unfavourable) to 100 (favourable)")} from={0} to={100} decimals={1} signed={false} /> : null;
}

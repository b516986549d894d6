import type { Scorecard, ScorecardLine } from "../../api/types";
import { Chart, palette, tip } from "../../parts/chart";
import { number } from "../../text/format";
import { pick, say } from "../../text/language";
import { LineTable } from "./line-table";

const dimensions = ["liveability_physical", "liveability_nuisance", "liveability_cohesion", "liveability_amenities", "liveability_housing"];

/** The dimensions of liveability as contributions to the deviation from the national mean: to the right is better. */
export function Dimensions({ scorecard }: { scorecard: Scorecard }) {
  const lines = dimensions.flatMap(code => scorecard.lines.find(l => l.code === code) ?? []);
  const known = lines.filter((l): l is ScorecardLine & { value: number } => l.value !== undefined);
  if (known.length === 0) {
    return null;
  }
  const far = Math.max(...known.map(l => Math.abs(l.value))) * 1.25 || 1;
  const label = say("Vijf kanten van de leefbaarheid, naast het landelijk gemiddelde", "Five sides of liveability, beside the national mean");
  return (
    <Chart
      label={label} dependsOn={[scorecard]} className="dimensions"
      description={known.map(l => `${pick(l.label)} ${number(l.value, 3)}`).join(", ")}
      table={<LineTable scorecard={{ ...scorecard, lines }} figures={{ indicators: new Map() }} />}
      draw={(_, __, width) => ({
        grid: { left: 8, right: 52, top: 8, bottom: 8, containLabel: true },
        tooltip: { formatter: (p: { dataIndex: number }) => tip(pick(known[p.dataIndex]!.label), number(known[p.dataIndex]!.value, 3)), confine: true },
        xAxis: { type: "value", min: -far, max: far, axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false } },
        yAxis: {
          type: "category", inverse: true, data: known.map(l => pick(l.label)), axisTick: { show: false }, axisLine: { show: false },
          axisLabel: { color: palette.ink, fontSize: 13, width: Math.min(220, width * 0.4), overflow: "break" },
        },
        series: [{
          type: "bar", barWidth: 16, markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: { type: "solid", color: palette.ink, width: 1 }, data: [{ xAxis: 0 }] },
          data: known.map(l => ({ value: l.value, itemStyle: { color: l.value < 0 ? palette.sun : palette.accent } })),
          label: { show: true, position: "right", color: palette.ink, formatter: (p: { value: number }) => (p.value > 0 ? "+" : "") + number(p.value, 3) },
        }],
      })}
    />
  );
}

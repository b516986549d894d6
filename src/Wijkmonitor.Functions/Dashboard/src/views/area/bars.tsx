import type { ScorecardLine } from "../../api/types";
import { Chart, palette, tip } from "../../parts/chart";
import { number } from "../../text/format";
import { pick, say } from "../../text/language";
import type { LayoutProps } from "./figures";
import { LineTable } from "./line-table";

type Valued = ScorecardLine & { value: number };

const isValued = (line: ScorecardLine): line is Valued => line.value !== undefined;

/** The lines that a kind draws as bars, on one scale; those without a value are named next to it. */
export function Bars({ kind, scorecard, figures }: LayoutProps) {
  const { bars } = kind;
  const lines = (bars?.lines ?? []).flatMap(code => scorecard.lines.find(l => l.code === code) ?? []);
  const known = lines.filter(isValued);
  if (!bars || known.length === 0) {
    return null;
  }
  // The kind's title says what all of them are; what each label repeats of it is left out.
  const labels = known.map(l => pick(l.label));
  const shared = labels.length > 1 ? /^[^:]+: /.exec(labels[0]!)?.[0] ?? "" : "";
  const short = (label: string): string => (shared && labels.every(l => l.startsWith(shared)) ? label.slice(shared.length) : label);
  const missing = lines.filter(l => !isValued(l));
  const far = Math.max(...known.map(l => Math.abs(l.value))) || 1;
  const [from, to] = [bars.low ?? -far, bars.high ?? far];
  const isSigned = bars.low === undefined;
  const decimals = Math.max(...lines.map(l => figures.indicators.get(l.code)?.decimals ?? 1));
  const words = (value: number): string => (isSigned && value > 0 ? "+" : "") + number(value, decimals);
  return (
    <Chart
      label={pick(bars.title)} dependsOn={[scorecard]} className="bars" description={known.map(l => `${pick(l.label)} ${words(l.value)}`).join(", ")}
      table={<LineTable isAside kind={kind} scorecard={{ ...scorecard, lines }} figures={{ indicators: new Map() }} />}
      note={missing.length > 0 && say(`Niet bekend: ${missing.map(l => pick(l.label).toLowerCase()).join(", ")}.`, `Not known: ${missing.map(l => pick(l.label).toLowerCase()).join(", ")}.`)}
      draw={(_, __, width) => ({
        grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
        tooltip: { formatter: (p: { dataIndex: number }) => tip(pick(known[p.dataIndex]!.label), words(known[p.dataIndex]!.value)), confine: true },
        xAxis: { type: "value", min: from, max: to, axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false } },
        // The numbers are in a column of their own: next to a short bar to the left they would be drawn through the names.
        yAxis: [
          {
            type: "category", inverse: true, data: labels.map(short), axisTick: { show: false }, axisLine: { show: false },
            axisLabel: { color: palette.ink, fontSize: 13, interval: 0, width: Math.min(230, width * 0.42), overflow: "break", lineHeight: 16 },
          },
          { type: "category", inverse: true, position: "right", data: known.map(l => words(l.value)), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: palette.ink, fontSize: 13, interval: 0 } },
        ],
        series: [{
          type: "bar", barWidth: 16, markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: { type: "solid", color: palette.ink, width: 1 }, data: [{ xAxis: 0 }] },
          data: known.map(l => ({ value: l.value, itemStyle: { color: l.value < 0 ? palette.sun : palette.accent } })),
        }],
      })}
    />
  );
}

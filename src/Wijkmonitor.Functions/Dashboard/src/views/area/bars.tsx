import type { ScorecardLine } from "../../api/types";
import { Chart, palette, createTooltip } from "../../parts/chart";
import { formatNumber } from "../../text/format";
import { localize, say } from "../../text/language";
import type { LayoutProps } from "./figures";
import { LineTable } from "./line-table";

type Valued = ScorecardLine & { value: number };

const isValued = (line: ScorecardLine): line is Valued => line.value !== undefined;

/** The lines that a kind draws as bars on one scale; lines without a value are named below. */
export function Bars({ kind, scorecard, figures }: LayoutProps) {
  const { bars } = kind;
  const lines = (bars?.lines ?? []).flatMap(code => scorecard.lines.find(l => l.code === code) ?? []);
  const known = lines.filter(isValued);
  if (!bars || known.length === 0) {
    return null;
  }
  // The title already says what the labels have in common, so that part is left out.
  const labels = known.map(l => localize(l.label));
  const shared = labels.length > 1 ? /^[^:]+: /.exec(labels[0]!)?.[0] ?? "" : "";
  const shorten = (label: string): string => (shared && labels.every(l => l.startsWith(shared)) ? label.slice(shared.length) : label);
  const missing = lines.filter(l => !isValued(l));
  const maxAbsolute = Math.max(...known.map(l => Math.abs(l.value))) || 1;
  const [min, max] = [bars.low ?? -maxAbsolute, bars.high ?? maxAbsolute];
  const isSigned = bars.low === undefined;
  const decimals = Math.max(...lines.map(l => figures.indicators.get(l.code)?.decimals ?? 1));
  const formatValue = (value: number): string => (isSigned && value > 0 ? "+" : "") + formatNumber(value, decimals);
  return (
    <Chart
      label={localize(bars.title)} dependencies={[scorecard]} className="bars" description={known.map(l => `${localize(l.label)} ${formatValue(l.value)}`).join(", ")}
      table={<LineTable isCopy kind={kind} scorecard={{ ...scorecard, lines }} figures={{ indicators: new Map() }} />}
      note={missing.length > 0 && say(`Niet bekend: ${missing.map(l => localize(l.label).toLowerCase()).join(", ")}.`, `Not known: ${missing.map(l => localize(l.label).toLowerCase()).join(", ")}.`)}
      draw={(_, __, width) => ({
        grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
        tooltip: { formatter: (p: { dataIndex: number }) => createTooltip(localize(known[p.dataIndex]!.label), formatValue(known[p.dataIndex]!.value)), confine: true },
        xAxis: { type: "value", min: min, max: max, axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false } },
        // The numbers have their own column because a short bar to the left would put them on top of the names.
        yAxis: [
          {
            type: "category", inverse: true, data: labels.map(shorten), axisTick: { show: false }, axisLine: { show: false },
            axisLabel: { color: palette.ink, fontSize: 13, interval: 0, width: Math.min(230, width * 0.42), overflow: "break", lineHeight: 16 },
          },
          { type: "category", inverse: true, position: "right", data: known.map(l => formatValue(l.value)), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: palette.ink, fontSize: 13, interval: 0 } },
        ],
        series: [{
          type: "bar", barWidth: 16, markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: { type: "solid", color: palette.ink, width: 1 }, data: [{ xAxis: 0 }] },
          data: known.map(l => ({ value: l.value, itemStyle: { color: l.value < 0 ? palette.sun : palette.accent } })),
        }],
      })}
    />
  );
}

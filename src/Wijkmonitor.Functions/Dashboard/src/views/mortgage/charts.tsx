import type { Annotation } from "../../api/annotations";
import type { MortgageSeries, MortgageSeriesYear } from "../../api/types";
import { Chart, palette, createTooltip } from "../../parts/chart";
import { DataTable, type Column } from "../../parts/table";
import { formatEuros } from "../../text/format";
import { localize, say } from "../../text/language";

const getStateName = (year: MortgageSeriesYear): string =>
  ({ settled: say("vastgesteld", "settled"), open: say("open", "open"), ahead: say("nog te komen", "still to come") })[year.state];

const formatAxisValue = (value: number): string => (value === 0 ? "0" : formatEuros(value));
const axis = { axisLabel: { color: palette.muted, formatter: formatAxisValue }, splitLine: { lineStyle: { color: palette.soft } } };
const tooltip = { trigger: "axis", confine: true, borderColor: palette.line, textStyle: { color: palette.ink } } as const;
// A narrow chart labels every other year.
const createYearAxis = (series: MortgageSeries) => ({
  type: "category" as const, data: series.years.map(y => String(y.year)), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.muted, hideOverlap: true },
});

const formatCell = (value: number | undefined): string => (value === undefined ? "–" : formatEuros(value));

// Outside events are shown with the series that they may explain; no figure is adjusted for them.
const renderAnnotations = (annotations: readonly Annotation[]) => annotations.length > 0 && (
  <ul class="annotations">{annotations.map((a, i) => <li key={i}><strong>{localize(a.label)}</strong> {localize(a.message)}</li>)}</ul>
);

export function BalanceChart({ series, annotations }: { series: MortgageSeries; annotations: readonly Annotation[] }) {
  const agreed = series.isAgreed ? say("afgesproken", "agreed") : say("gelijkmatige aflossing (niet afgesproken)", "even repayment (not agreed)");
  const balance = say("saldo", "balance");
  // The year before the first one holds the principal, where both lines start.
  const start = say("start", "start");
  return (
    <Chart
      label={series.isAgreed ? say("Nog af te lossen, naast wat is afgesproken", "Still to repay, next to what was agreed") : say("Nog af te lossen, naast een gelijkmatige aflossing", "Still to repay, next to even repayment")} dependencies={[series]} note={renderAnnotations(annotations)}
      description={series.years.filter(y => y.closing !== undefined).map(y => `${y.year}: ${formatEuros(y.closing!)}`).join(", ")}
      table={<SeriesTable series={series} columns={["closing", "referenceBalance", "repaid", "reference"]} />}
      draw={() => ({
        grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
        legend: { top: 0, left: 0, textStyle: { color: palette.ink }, icon: "roundRect", itemHeight: 4, data: [balance, agreed] },
        tooltip: {
          ...tooltip,
          formatter: (points: { dataIndex: number }[]) => {
            const year = series.years[(points[0]?.dataIndex ?? 0) - 1];
            return year ? createTooltip(`${year.year}, ${getStateName(year)}`, ...(year.closing === undefined ? [] : [`${balance}: ${formatEuros(year.closing)}`]), `${agreed}: ${formatEuros(year.referenceBalance)}`) : createTooltip(start, formatEuros(series.principal));
          },
        },
        xAxis: { ...createYearAxis(series), data: [start, ...series.years.map(y => String(y.year))], boundaryGap: false },
        yAxis: { type: "value", min: 0, ...axis },
        series: [
          { name: agreed, type: "line", data: [series.principal, ...series.years.map(y => y.referenceBalance)], symbol: "none", lineStyle: { type: "dashed", color: palette.muted, width: 2 }, itemStyle: { color: palette.muted } },
          { name: balance, type: "line", data: [series.principal, ...series.years.map(y => y.closing ?? null)], symbol: "circle", symbolSize: 9, lineStyle: { color: palette.accent, width: 3 }, itemStyle: { color: palette.accent } },
        ],
      })}
    />
  );
}

const createChannels = () => [
  { key: "activities" as const, name: say("activiteiten", "activities"), colour: palette.accent, decal: undefined },
  { key: "indicators" as const, name: say("betere cijfers", "better figures"), colour: "#8fbcc4", decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color: "rgba(23,74,91,0.55)" } },
  { key: "operation" as const, name: say("opbrengst van het huis", "proceeds of the house"), colour: "#e0a13a", decal: { symbol: "circle", symbolSize: 0.6, dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0], color: "rgba(90,55,0,0.6)" } },
];

export function CreditsChart({ series, annotations }: { series: MortgageSeries; annotations: readonly Annotation[] }) {
  const known = series.years.filter(y => y.credits);
  if (known.length === 0) {
    return null;
  }
  const parts = createChannels();
  return (
    <Chart
      label={say("Waarmee is afgelost", "What was used to repay")} dependencies={[series]} note={renderAnnotations(annotations)}
      description={known.map(y => `${y.year}: ${parts.map(p => `${p.name} ${formatEuros(y.credits![p.key])}`).join(", ")}`).join("; ")}
      table={<SeriesTable series={series} columns={["activities", "indicators", "operation", "pending"]} />}
      draw={(_, __, width) => ({
        grid: { left: 8, right: 16, top: width < 420 ? 64 : 40, bottom: 8, containLabel: true },
        legend: { top: 0, left: 0, textStyle: { color: palette.ink }, data: parts.map(p => p.name) },
        tooltip: {
          ...tooltip,
          formatter: (points: { dataIndex: number }[]) => {
            const year = series.years[points[0]?.dataIndex ?? 0]!;
            return createTooltip(`${year.year}, ${getStateName(year)}`, ...(year.credits ? parts.map(p => `${p.name}: ${formatEuros(year.credits![p.key])}`) : [say("nog geen jaaropgave", "no statement yet")]));
          },
        },
        xAxis: createYearAxis(series),
        yAxis: { type: "value", ...axis },
        series: parts.map(p => ({
          name: p.name, type: "bar", stack: "credits", barMaxWidth: 34, data: series.years.map(y => y.credits?.[p.key] ?? null), itemStyle: { color: p.colour, ...(p.decal ? { decal: p.decal } : {}) },
        })),
      })}
    />
  );
}

type AmountKey = "closing" | "referenceBalance" | "repaid" | "reference" | "pending" | "activities" | "indicators" | "operation";

function SeriesTable({ series, columns }: { series: MortgageSeries; columns: readonly AmountKey[] }) {
  const headers: Record<AmountKey, string> = {
    closing: say("Saldo", "Balance"), referenceBalance: say("Saldo volgens de vergelijking", "Balance by the comparison"), repaid: say("Afgelost", "Repaid"), reference: localize(series.referenceLabel),
    pending: say("Nog te bevestigen", "To be confirmed"), activities: say("Activiteiten", "Activities"), indicators: say("Betere cijfers", "Better figures"), operation: say("Opbrengst", "Proceeds"),
  };
  const getAmount = (year: MortgageSeriesYear, key: AmountKey): number | undefined =>
    key === "activities" || key === "indicators" || key === "operation" ? year.credits?.[key] : year[key];
  return (
    <DataTable
      caption={localize(series.title)} rows={series.years} rowKey={y => String(y.year)} fileName={`${series.contract}-${columns[0]}`}
      columns={[
        { key: "year", header: say("Jaar", "Year"), cell: y => String(y.year), value: y => y.year },
        { key: "state", header: say("Staat", "State"), cell: getStateName, value: getStateName },
        ...columns.map((key): Column<MortgageSeriesYear> => ({ key, header: headers[key], numeric: true, cell: y => formatCell(getAmount(y, key)), value: y => getAmount(y, key) })),
      ]}
    />
  );
}

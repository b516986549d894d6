import type { KindInfo, Scorecard, ScorecardLine } from "../../api/types";
import { CsvButton } from "../../parts/csv";
import { getLineId } from "../../parts/findings";
import { SignalBadge } from "../../parts/signal";
import { DataTable, type Column } from "../../parts/table";
import { formatQuantity, formatRange } from "../../text/format";
import { localize, say } from "../../text/language";
import { getSignalName } from "../../text/kinds";
import { getLineStateName } from "../../text/terms";
import type { AreaFigures } from "./figures";
import { formatLineValue } from "./line-value";

interface TableProps { isCopy?: boolean; kind: KindInfo; scorecard: Scorecard; figures: Pick<AreaFigures, "indicators"> }

// Only the columns that at least one line fills.
function createColumns({ kind, scorecard, figures }: TableProps): Column<ScorecardLine>[] {
  const format = (line: ScorecardLine, value: number | undefined): string =>
    value === undefined ? "–" : formatQuantity(value, line.unit, figures.indicators.get(line.code)?.decimals);
  const createOptionalColumns = (key: "baseline" | "reference" | "norm", header: string): Column<ScorecardLine>[] =>
    scorecard.lines.some(l => l[key] !== undefined) ? [{ key, header, numeric: true, cell: l => format(l, l[key]), value: l => l[key] }] : [];
  return [
    { key: "label", header: say("Cijfer", "Figure"), cell: l => localize(l.label), value: l => localize(l.label) },
    { key: "value", header: say("Waarde", "Value"), numeric: true, cell: l => formatLineValue(l, figures.indicators.get(l.code)?.decimals), value: l => (l.range ? formatRange(l.range.low, l.range.high, l.unit) : l.value) },
    ...createOptionalColumns("reference", say("Stad of vergelijking", "City or comparison")),
    ...createOptionalColumns("baseline", say("Start", "Start")),
    ...createOptionalColumns("norm", say("Norm", "Norm")),
    ...(scorecard.lines.some(l => l.signal !== "none")
      ? [{ key: "signal", header: say("Oordeel", "Judgement"), cell: (l: ScorecardLine) => (l.signal === "none" ? getSignalName(kind, "none") : <SignalBadge signal={l.signal} kind={kind} />), value: (l: ScorecardLine) => getSignalName(kind, l.signal) }]
      : []),
    { key: "state", header: say("Staat", "State"), cell: l => getLineStateName(l), value: l => getLineStateName(l) },
  ];
}

const getFileName = (scorecard: Scorecard): string => [scorecard.area, scorecard.kind, scorecard.period, scorecard.subject].filter(Boolean).join("-");

/** The lines of a scorecard of any kind as a table. */
export function LineTable(props: TableProps) {
  const { kind, scorecard } = props;
  return <DataTable caption={`${localize(kind.title)} ${scorecard.period}`} columns={createColumns(props)} rows={scorecard.lines} rowKey={l => l.code} {...(props.isCopy ? {} : { rowId: (l: ScorecardLine) => getLineId(kind.name, l.code) })} fileName={getFileName(scorecard)} stackedBy="value" />;
}

/** Downloads the lines of a scorecard without opening the table. */
export function LineCsvButton(props: TableProps) {
  const { scorecard } = props;
  const columns = createColumns(props);
  return <CsvButton name={getFileName(scorecard)} header={columns.map(c => c.header)} rows={() => scorecard.lines.map(l => columns.map(c => c.value(l)))} />;
}

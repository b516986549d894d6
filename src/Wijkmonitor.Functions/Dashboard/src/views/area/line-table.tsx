import type { KindInfo, Scorecard, ScorecardLine } from "../../api/types";
import { CsvButton } from "../../parts/csv";
import { placeOf } from "../../parts/findings";
import { SignalBadge } from "../../parts/signal";
import { DataTable, type Column } from "../../parts/table";
import { quantity, span } from "../../text/format";
import { pick, say } from "../../text/language";
import { signalName } from "../../text/kinds";
import { lineStateName } from "../../text/terms";
import type { AreaFigures } from "./figures";
import { valueOf } from "./line-value";

interface TableProps { isAside?: boolean; kind: KindInfo; scorecard: Scorecard; figures: Pick<AreaFigures, "indicators"> }

// Only the columns that some line has.
function columnsOf({ kind, scorecard, figures }: TableProps): Column<ScorecardLine>[] {
  const show = (line: ScorecardLine, value: number | undefined): string =>
    value === undefined ? "–" : quantity(value, line.unit, figures.indicators.get(line.code)?.decimals);
  const optional = (key: "baseline" | "reference" | "norm", head: string): Column<ScorecardLine>[] =>
    scorecard.lines.some(l => l[key] !== undefined) ? [{ key, head, numeric: true, cell: l => show(l, l[key]), value: l => l[key] }] : [];
  return [
    { key: "label", head: say("Cijfer", "Figure"), cell: l => pick(l.label), value: l => pick(l.label) },
    { key: "value", head: say("Waarde", "Value"), numeric: true, cell: l => valueOf(l, figures.indicators.get(l.code)?.decimals), value: l => (l.range ? span(l.range.low, l.range.high, l.unit) : l.value) },
    ...optional("reference", say("Stad of vergelijking", "City or comparison")),
    ...optional("baseline", say("Start", "Start")),
    ...optional("norm", say("Norm", "Norm")),
    ...(scorecard.lines.some(l => l.signal !== "none")
      ? [{ key: "signal", head: say("Oordeel", "Judgement"), cell: (l: ScorecardLine) => (l.signal === "none" ? signalName(kind, "none") : <SignalBadge signal={l.signal} kind={kind} />), value: (l: ScorecardLine) => signalName(kind, l.signal) }]
      : []),
    { key: "state", head: say("Staat", "State"), cell: l => lineStateName(l), value: l => lineStateName(l) },
  ];
}

const fileOf = (scorecard: Scorecard): string => [scorecard.area, scorecard.kind, scorecard.period, scorecard.subject].filter(Boolean).join("-");

/** The lines of a scorecard of any kind as a table. */
export function LineTable(props: TableProps) {
  const { kind, scorecard } = props;
  return <DataTable caption={`${pick(kind.title)} ${scorecard.period}`} columns={columnsOf(props)} rows={scorecard.lines} rowKey={l => l.code} {...(props.isAside ? {} : { rowId: (l: ScorecardLine) => placeOf(kind.name, l.code) })} fileName={fileOf(scorecard)} stacks="value" />;
}

/** The same as a file, for who does not look at the table first. */
export function LineCsv(props: TableProps) {
  const { scorecard } = props;
  const columns = columnsOf(props);
  return <CsvButton name={fileOf(scorecard)} head={columns.map(c => c.head)} rows={() => scorecard.lines.map(l => columns.map(c => c.value(l)))} />;
}

import type { Scorecard, ScorecardLine } from "../../api/types";
import { SignalBadge } from "../../parts/signal";
import { DataTable, type Column } from "../../parts/table";
import { quantity, span } from "../../text/format";
import { pick, say } from "../../text/language";
import { kindName, signalName, stateName } from "../../text/terms";
import type { AreaFigures } from "./area";

/** The lines of a scorecard of any kind, with only the columns that some line has. */
export function LineTable({ scorecard, figures }: { scorecard: Scorecard; figures: Pick<AreaFigures, "indicators"> }) {
  const show = (line: ScorecardLine, value: number | undefined): string =>
    value === undefined ? "–" : quantity(value, line.unit, figures.indicators.get(line.code)?.decimals);
  const optional = (key: "baseline" | "reference" | "norm", head: string): Column<ScorecardLine>[] =>
    scorecard.lines.some(l => l[key] !== undefined) ? [{ key, head, numeric: true, cell: l => show(l, l[key]), value: l => l[key] }] : [];
  const columns: Column<ScorecardLine>[] = [
    { key: "label", head: say("Cijfer", "Figure"), cell: l => pick(l.label), value: l => pick(l.label) },
    { key: "value", head: say("Waarde", "Value"), numeric: true, cell: l => (l.range ? span(l.range.low, l.range.high, l.unit, figures.indicators.get(l.code)?.decimals) : l.value === undefined ? stateName(l.state) : show(l, l.value)), value: l => (l.range ? span(l.range.low, l.range.high, l.unit) : l.value) },
    ...optional("reference", say("Stad of vergelijking", "City or comparison")),
    ...optional("baseline", say("Start", "Start")),
    ...optional("norm", say("Norm", "Norm")),
    ...(scorecard.lines.some(l => l.signal !== "none")
      ? [{ key: "signal", head: say("Oordeel", "Judgement"), cell: (l: ScorecardLine) => (l.signal === "none" ? signalName("none") : <SignalBadge signal={l.signal} />), value: (l: ScorecardLine) => signalName(l.signal) }]
      : []),
    { key: "state", head: say("Staat", "State"), cell: l => stateName(l.state), value: l => stateName(l.state) },
  ];
  return (
    <DataTable caption={`${kindName(scorecard.kind)} ${scorecard.period}`} columns={columns} rows={scorecard.lines} rowKey={l => l.code} fileName={`${scorecard.area}-${scorecard.kind}-${scorecard.period}`} />
  );
}

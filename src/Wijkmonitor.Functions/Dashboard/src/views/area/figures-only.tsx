import type { Observation } from "../../api/types";
import { SourceNote } from "../../parts/source";
import { EmptyState } from "../../parts/states";
import { DataTable } from "../../parts/table";
import { getDeliveryPath } from "../../router";
import { getDatasetTitle } from "../../text/datasets";
import { formatFigureNotes } from "../../text/figures";
import { formatQuantity } from "../../text/format";
import { localize, say } from "../../text/language";
import { getPeriodHeader } from "../../text/period";
import { getObservedStateName } from "../../text/terms";
import type { AreaFigures } from "./figures";

/** An area without scorecards: its figures as delivered. */
export function FiguresOnly({ figures }: { figures: AreaFigures }) {
  const { area, own, indicators, datasets } = figures;
  const getLabel = (o: Observation): string => (indicators.has(o.indicator) ? localize(indicators.get(o.indicator)!.label) : o.indicator);
  const formatValue = (o: Observation): string => (o.value === undefined ? getObservedStateName(o.state) : formatQuantity(o.value, o.unit, indicators.get(o.indicator)?.decimals));
  const formatNotes = (o: Observation): string => formatFigureNotes(o, o.unit, indicators.get(o.indicator)?.decimals);
  const getPeriodLabel = (o: Observation): string => (o.periodLabel ? localize(o.periodLabel) : o.period);
  return (
    <>
      <EmptyState title={say("Over dit gebied is nog niets berekend", "Nothing has been computed for this area yet")}>
        <p>{own.length === 0 ? say("Er zijn ook nog geen cijfers aangeleverd.", "No figures have been delivered either.") : say("De cijfers die zijn aangeleverd, staan hieronder.", "The figures that have been delivered are below.")}</p>
      </EmptyState>
      {own.length > 0 && (
        <DataTable
          caption={say(`Cijfers van ${area.name}`, `Figures of ${area.name}`)} rows={own} rowKey={o => `${o.indicator}/${o.period}/${o.dataset}`} fileName={`${area.code}-cijfers`} stackedBy="value"
          columns={[
            { key: "indicator", header: say("Cijfer", "Figure"), cell: getLabel, value: getLabel },
            { key: "period", header: getPeriodHeader(own.map(o => o.period)), cell: getPeriodLabel, value: getPeriodLabel },
            { key: "value", header: say("Waarde", "Value"), numeric: true, cell: formatValue, value: o => o.value },
            ...(own.some(o => formatNotes(o)) ? [{ key: "aside", header: say("Marge en status", "Margin and status"), cell: formatNotes, value: formatNotes }] : []),
            { key: "file", header: say("Levering", "Delivery"), cell: o => <a href={getDeliveryPath(o.delivery)}>{getDatasetTitle(datasets, o.dataset)}, {say("regel", "line")} {o.line}</a>, value: o => `${o.delivery}:${o.line}` },
          ]}
        />
      )}
      <SourceNote sources={own.map(o => (indicators.has(o.indicator) ? localize(indicators.get(o.indicator)!.source) : getDatasetTitle(datasets, o.dataset)))} boundaryYears={own.length ? own.map(o => o.boundaryYear) : area.boundaryYears} />
    </>
  );
}

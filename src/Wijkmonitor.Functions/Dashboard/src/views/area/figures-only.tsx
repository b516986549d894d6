import type { Observation } from "../../api/types";
import { SourceNote } from "../../parts/source";
import { Empty } from "../../parts/states";
import { DataTable } from "../../parts/table";
import { toDelivery } from "../../router";
import { titleOf } from "../../text/datasets";
import { asideOf } from "../../text/figures";
import { quantity } from "../../text/format";
import { pick, say } from "../../text/language";
import { periodHead } from "../../text/period";
import { observedName } from "../../text/terms";
import type { AreaFigures } from "./figures";

/** An area of which nothing was computed: its figures as they were delivered. */
export function FiguresOnly({ figures }: { figures: AreaFigures }) {
  const { area, own, indicators, datasets } = figures;
  const label = (o: Observation): string => (indicators.has(o.indicator) ? pick(indicators.get(o.indicator)!.label) : o.indicator);
  const shown = (o: Observation): string => (o.value === undefined ? observedName(o.state) : quantity(o.value, o.unit, indicators.get(o.indicator)?.decimals));
  const aside = (o: Observation): string => asideOf(o, o.unit, indicators.get(o.indicator)?.decimals);
  const when = (o: Observation): string => (o.periodLabel ? pick(o.periodLabel) : o.period);
  return (
    <>
      <Empty title={say("Over dit gebied is nog niets berekend", "Nothing was computed of this area yet")}>
        <p>{own.length === 0 ? say("Er zijn ook nog geen cijfers aangeleverd.", "No figures were delivered either.") : say("De cijfers die zijn aangeleverd, staan hieronder.", "The figures that were delivered are below.")}</p>
      </Empty>
      {own.length > 0 && (
        <DataTable
          caption={say(`Cijfers van ${area.name}`, `Figures of ${area.name}`)} rows={own} rowKey={o => `${o.indicator}/${o.period}/${o.dataset}`} fileName={`${area.code}-cijfers`} stacks="value"
          columns={[
            { key: "indicator", head: say("Cijfer", "Figure"), cell: label, value: label },
            { key: "period", head: periodHead(own.map(o => o.period)), cell: when, value: when },
            { key: "value", head: say("Waarde", "Value"), numeric: true, cell: shown, value: o => o.value },
            ...(own.some(o => aside(o)) ? [{ key: "aside", head: say("Marge en status", "Margin and status"), cell: aside, value: aside }] : []),
            { key: "file", head: say("Levering", "Delivery"), cell: o => <a href={toDelivery(o.delivery)}>{titleOf(datasets, o.dataset)}, {say("regel", "line")} {o.line}</a>, value: o => `${o.delivery}:${o.line}` },
          ]}
        />
      )}
      <SourceNote sources={own.map(o => (indicators.has(o.indicator) ? pick(indicators.get(o.indicator)!.source) : titleOf(datasets, o.dataset)))} boundaryYears={own.length ? own.map(o => o.boundaryYear) : area.boundaryYears} />
    </>
  );
}

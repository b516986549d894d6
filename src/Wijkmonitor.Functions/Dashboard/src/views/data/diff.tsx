import { get, getAll } from "../../api/http";
import { OptionalParts, useLoad, type MissingPart } from "../../api/load";
import type { Area, Change, ChangeList, Delivery, Indicator, SourcedValue, ValueChange } from "../../api/types";
import { PartialState, LoadableView } from "../../parts/states";
import { DataTable } from "../../parts/table";
import { getAreaPath, getDeliveryPath } from "../../router";
import { formatFigureNotes } from "../../text/figures";
import { formatNumber, formatQuantity, formatShort } from "../../text/format";
import { localize, say } from "../../text/language";
import { getPeriodHeader, formatPeriod } from "../../text/period";
import { getObservedStateName } from "../../text/terms";

const getChangeName = (change: Change): string =>
  ({ added: say("nieuw", "added"), changed: say("veranderd", "changed"), withdrawn: say("vervallen", "removed") })[change];

function formatValue(value: SourcedValue | undefined, indicator: Indicator | undefined): string {
  if (!value) {
    return "–";
  }
  const formatChange = value.value === undefined ? getObservedStateName(value.state) : indicator ? formatQuantity(value.value, indicator.unit) : formatShort(value.value);
  const notes = formatFigureNotes({ ...value, interval: value }, indicator?.unit ?? "");
  return notes ? `${formatChange} (${notes})` : formatChange;
}

// A national file concerns all municipalities: area names are loaded for the first few, the others show their code.
const maxMunicipalities = 12;

const getMunicipality = (area: string): string => `GM${area.slice(2, 6)}`;

interface NamedChanges { list: ChangeList; indicators: Map<string, Indicator>; names: Map<string, string>; missing: readonly MissingPart[] }

const loadFileName = async (id: string, signal: AbortSignal): Promise<[string, string]> => {
  const found = await get<Delivery>(`/deliveries/${encodeURIComponent(id)}`, signal).catch(() => undefined);
  return [id, found ? `${found.dataset}/${found.file}` : id];
};

async function loadNamedChanges(path: string, signal: AbortSignal): Promise<NamedChanges> {
  const list = await get<ChangeList>(path, signal);
  const municipalities = [...new Set(list.items.map(c => getMunicipality(c.area)))].slice(0, maxMunicipalities);
  const parts = new OptionalParts();
  const [indicators, ...areas] = await Promise.all([
    getAll<Indicator>("/indicators", signal),
    ...municipalities.map(m => parts.get({ nl: "de namen van de gebieden", en: "the names of the areas" }, getAll<Area>(`/municipalities/${m}/areas?limit=10000`, signal), [])),
  ]);
  return { list, indicators: new Map(indicators.map(i => [i.code, i])), names: new Map(areas.flat().map(a => [a.code, a.name])), missing: parts.missing };
}

/** The changes of a delivery compared with the previous values, and the deliveries that it replaced. */
export function Diff({ delivery }: { delivery: Delivery }) {
  const loaded = useLoad(signal => (delivery.diff ? loadNamedChanges(delivery.diff, signal) : Promise.resolve(undefined)), [delivery.diff]);
  const files = useLoad(async signal => new Map(await Promise.all(delivery.supersedes.map(id => loadFileName(id, signal)))), [delivery.supersedes.join()]);
  const findFileName = (id: string): string => (files.state === "ready" && files.value.get(id)) || id;
  if (!delivery.diff || !delivery.changes) {
    return null;
  }
  const { added, changed, withdrawn, unchanged } = delivery.changes;
  return (
    <section aria-labelledby="diff-head" class="diff">
      <h2 id="diff-head">{delivery.state === "pending" ? say("Wat deze levering zou veranderen", "What this delivery would change") : say("Wat deze levering veranderde", "What this delivery changed")}</h2>
      <dl class="totals">
        <div><dt>{say("Nieuwe waarden", "New values")}</dt><dd class="figure">{formatNumber(added)}</dd></div>
        <div><dt>{say("Veranderd", "Changed")}</dt><dd class="figure">{formatNumber(changed)}</dd></div>
        <div><dt>{say("Vervallen", "Removed")}</dt><dd class="figure">{formatNumber(withdrawn)}</dd></div>
        <div><dt>{say("Ongewijzigd", "Unchanged")}</dt><dd class="figure">{formatNumber(unchanged)}</dd></div>
      </dl>
      {delivery.state === "pending" && <p>{say("Van gebieden die niet in dit bestand staan, blijven de oude cijfers gelden.", "Areas that are not in this file keep their old figures.")}</p>}
      {delivery.supersedes.length > 0 && (
        <p>{delivery.state === "pending" ? say("Vervangt waarden uit ", "Replaces values of ") : say("Verving waarden uit ", "Replaced values of ")}{delivery.supersedes.map((id, i) => <>{i > 0 && ", "}<a key={id} href={getDeliveryPath(id)}>{findFileName(id)}</a></>)}.</p>
      )}
      <LoadableView source={loaded} name={say("veranderingen", "changes")}>{(found, retry) => found && <><PartialState missing={found.missing} retry={retry} />{found.list.items.length > 0 && <Changes {...found} delivery={delivery.id} />}</>}</LoadableView>
    </section>
  );
}

function Changes({ list, indicators, names, delivery }: NamedChanges & { delivery: string }) {
  const getAreaName = (c: ValueChange): string => names.get(c.area) ?? c.area;
  const getIndicatorName = (c: ValueChange): string => (indicators.has(c.indicator) ? localize(indicators.get(c.indicator)!.label) : c.indicator);
  const formatChange = (c: ValueChange, value: SourcedValue | undefined): string => formatValue(value, indicators.get(c.indicator));
  const getCsvValue = (c: ValueChange, value: SourcedValue | undefined) => value?.value ?? (value ? formatChange(c, value) : undefined);
  const renderOrigin = (value: SourcedValue | undefined) => (value ? <a href={getDeliveryPath(value.delivery)}>{say("regel", "line")} {value.line}</a> : "–");
  return (
    <>
      <DataTable
        caption={say("Waarde voor waarde", "Value by value")} rows={list.items} rowKey={c => `${c.area}/${c.period}/${c.indicator}/${c.change}`} fileName={`${delivery}-veranderingen`} stackedBy="change"
        columns={[
          { key: "area", header: say("Gebied", "Area"), cell: c => <a href={getAreaPath(c.area)}>{getAreaName(c)}</a>, value: getAreaName },
          { key: "code", header: say("Code", "Code"), cell: c => <span class="code">{c.area}</span>, value: c => c.area },
          { key: "indicator", header: say("Cijfer", "Figure"), cell: getIndicatorName, value: getIndicatorName },
          { key: "period", header: getPeriodHeader(list.items.map(c => c.period)), cell: c => formatPeriod(c.period), value: c => c.period },
          { key: "change", header: say("Wat", "What"), cell: c => getChangeName(c.change), value: c => getChangeName(c.change) },
          { key: "old", header: say("Was", "Was"), numeric: true, cell: c => formatChange(c, c.old), value: c => getCsvValue(c, c.old) },
          { key: "new", header: say("Is", "Is"), numeric: true, cell: c => formatChange(c, c.new), value: c => getCsvValue(c, c.new) },
          { key: "source", header: say("Herkomst oude waarde", "Origin of the old value"), cell: c => renderOrigin(c.old), value: c => (c.old ? `${c.old.delivery}:${c.old.line}` : undefined) },
        ]}
      />
      {list.rest > 0 && <p class="muted">{say(`Nog ${formatNumber(list.rest)} veranderingen staan hier niet.`, `${formatNumber(list.rest)} more changes are not shown here.`)}</p>}
    </>
  );
}

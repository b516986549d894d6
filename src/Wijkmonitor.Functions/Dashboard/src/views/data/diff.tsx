import { get, getAll } from "../../api/http";
import { Parts, useLoad, type Lack } from "../../api/load";
import type { Area, Change, ChangeList, Delivery, Indicator, SourcedValue, ValueChange } from "../../api/types";
import { Partly, Show } from "../../parts/states";
import { DataTable } from "../../parts/table";
import { toArea, toDelivery } from "../../router";
import { asideOf } from "../../text/figures";
import { number, quantity, short } from "../../text/format";
import { pick, say } from "../../text/language";
import { periodHead, periodName } from "../../text/period";
import { observedName } from "../../text/terms";

const changeName = (change: Change): string =>
  ({ added: say("nieuw", "added"), changed: say("veranderd", "changed"), withdrawn: say("vervallen", "taken away") })[change];

function valueOf(value: SourcedValue | undefined, indicator: Indicator | undefined): string {
  if (!value) {
    return "–";
  }
  const shown = value.value === undefined ? observedName(value.state) : indicator ? quantity(value.value, indicator.unit) : short(value.value);
  const aside = asideOf({ ...value, interval: value }, indicator?.unit ?? "");
  return aside ? `${shown} (${aside})` : shown;
}

// A national file is about all municipalities; the names of the areas of so many can be asked for, the others have their code.
const mostMunicipalities = 12;

const municipalityOf = (area: string): string => `GM${area.slice(2, 6)}`;

interface Named { list: ChangeList; indicators: Map<string, Indicator>; names: Map<string, string>; lacks: readonly Lack[] }

const fileOf = async (id: string, signal: AbortSignal): Promise<[string, string]> => {
  const found = await get<Delivery>(`/deliveries/${encodeURIComponent(id)}`, signal).catch(() => undefined);
  return [id, found ? `${found.dataset}/${found.file}` : id];
};

async function namedChanges(path: string, signal: AbortSignal): Promise<Named> {
  const list = await get<ChangeList>(path, signal);
  const municipalities = [...new Set(list.items.map(c => municipalityOf(c.area)))].slice(0, mostMunicipalities);
  const parts = new Parts();
  const [indicators, ...areas] = await Promise.all([
    getAll<Indicator>("/indicators", signal),
    ...municipalities.map(m => parts.get({ nl: "de namen van de gebieden", en: "the names of the areas" }, getAll<Area>(`/municipalities/${m}/areas?limit=10000`, signal), [])),
  ]);
  return { list, indicators: new Map(indicators.map(i => [i.code, i])), names: new Map(areas.flat().map(a => [a.code, a.name])), lacks: parts.lacks };
}

/** What a delivery changed against what was in force before it, and which deliveries it took the place of. */
export function Diff({ delivery }: { delivery: Delivery }) {
  const loaded = useLoad(signal => (delivery.diff ? namedChanges(delivery.diff, signal) : Promise.resolve(undefined)), [delivery.diff]);
  const files = useLoad(async signal => new Map(await Promise.all(delivery.supersedes.map(id => fileOf(id, signal)))), [delivery.supersedes.join()]);
  const fileName = (id: string): string => (files.state === "ready" && files.value.get(id)) || id;
  if (!delivery.diff || !delivery.changes) {
    return null;
  }
  const { added, changed, withdrawn, unchanged } = delivery.changes;
  return (
    <section aria-labelledby="diff-head" class="diff">
      <h2 id="diff-head">{delivery.state === "pending" ? say("Wat deze levering zou veranderen", "What this delivery would change") : say("Wat deze levering veranderde", "What this delivery changed")}</h2>
      <dl class="totals">
        <div><dt>{say("Nieuwe waarden", "New values")}</dt><dd class="figure">{number(added)}</dd></div>
        <div><dt>{say("Veranderd", "Changed")}</dt><dd class="figure">{number(changed)}</dd></div>
        <div><dt>{say("Vervallen", "Taken away")}</dt><dd class="figure">{number(withdrawn)}</dd></div>
        <div><dt>{say("Ongewijzigd", "Unchanged")}</dt><dd class="figure">{number(unchanged)}</dd></div>
      </dl>
      {delivery.state === "pending" && <p>{say("Wat van gebieden bekend is die niet in dit bestand staan, blijft gelden.", "What is known of areas that are not in this file stays in force.")}</p>}
      {delivery.supersedes.length > 0 && (
        <p>{delivery.state === "pending" ? say("Komt in de plaats van waarden uit ", "Takes the place of values of ") : say("Kwam in de plaats van waarden uit ", "Took the place of values of ")}{delivery.supersedes.map((id, i) => <>{i > 0 && ", "}<a key={id} href={toDelivery(id)}>{fileName(id)}</a></>)}.</p>
      )}
      <Show of={loaded} what={say("veranderingen", "changes")}>{(found, again) => found && <><Partly lacks={found.lacks} again={again} />{found.list.items.length > 0 && <Changes {...found} delivery={delivery.id} />}</>}</Show>
    </section>
  );
}

function Changes({ list, indicators, names, delivery }: Named & { delivery: string }) {
  const areaOf = (c: ValueChange): string => names.get(c.area) ?? c.area;
  const indicatorOf = (c: ValueChange): string => (indicators.has(c.indicator) ? pick(indicators.get(c.indicator)!.label) : c.indicator);
  const shown = (c: ValueChange, value: SourcedValue | undefined): string => valueOf(value, indicators.get(c.indicator));
  const saved = (c: ValueChange, value: SourcedValue | undefined) => value?.value ?? (value ? shown(c, value) : undefined);
  const from = (value: SourcedValue | undefined) => (value ? <a href={toDelivery(value.delivery)}>{say("regel", "line")} {value.line}</a> : "–");
  return (
    <>
      <DataTable
        caption={say("Waarde voor waarde", "Value by value")} rows={list.items} rowKey={c => `${c.area}/${c.period}/${c.indicator}/${c.change}`} fileName={`${delivery}-veranderingen`} stacks="change"
        columns={[
          { key: "area", head: say("Gebied", "Area"), cell: c => <a href={toArea(c.area)}>{areaOf(c)}</a>, value: areaOf },
          { key: "code", head: say("Code", "Code"), cell: c => <span class="code">{c.area}</span>, value: c => c.area },
          { key: "indicator", head: say("Cijfer", "Figure"), cell: indicatorOf, value: indicatorOf },
          { key: "period", head: periodHead(list.items.map(c => c.period)), cell: c => periodName(c.period), value: c => c.period },
          { key: "change", head: say("Wat", "What"), cell: c => changeName(c.change), value: c => changeName(c.change) },
          { key: "old", head: say("Was", "Was"), numeric: true, cell: c => shown(c, c.old), value: c => saved(c, c.old) },
          { key: "new", head: say("Is", "Is"), numeric: true, cell: c => shown(c, c.new), value: c => saved(c, c.new) },
          { key: "source", head: say("Herkomst oude waarde", "Origin of the old value"), cell: c => from(c.old), value: c => (c.old ? `${c.old.delivery}:${c.old.line}` : undefined) },
        ]}
      />
      {list.rest > 0 && <p class="muted">{say(`Nog ${number(list.rest)} veranderingen staan hier niet.`, `${number(list.rest)} more changes are not shown here.`)}</p>}
    </>
  );
}

import { get } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Change, ChangeList, Delivery, SourcedValue, ValueChange } from "../../api/types";
import { Show } from "../../parts/states";
import { DataTable } from "../../parts/table";
import { toArea, toDelivery } from "../../router";
import { number, short } from "../../text/format";
import { say } from "../../text/language";
import { observedName } from "../../text/terms";

const changeName = (change: Change): string =>
  ({ added: say("nieuw", "added"), changed: say("veranderd", "changed"), withdrawn: say("vervallen", "taken away") })[change];

const valueOf = (value: SourcedValue | undefined): string => (!value ? "–" : value.value === undefined ? observedName(value.state) : short(value.value));

/** What a delivery changed against what was in force before it, and which deliveries it took the place of. */
export function Diff({ delivery }: { delivery: Delivery }) {
  const loaded = useLoad(signal => (delivery.diff ? get<ChangeList>(delivery.diff, signal) : Promise.resolve(undefined)), [delivery.diff]);
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
        <div><dt>{say("Zoals ze waren", "As they were")}</dt><dd class="figure">{number(unchanged)}</dd></div>
      </dl>
      {delivery.supersedes.length > 0 && (
        <p>{delivery.state === "pending" ? say("Komt in de plaats van waarden uit ", "Takes the place of values of ") : say("Kwam in de plaats van waarden uit ", "Took the place of values of ")}{delivery.supersedes.map((id, i) => <>{i > 0 && ", "}<a key={id} href={toDelivery(id)}>{id}</a></>)}.</p>
      )}
      <Show of={loaded} what={say("veranderingen", "changes")}>{list => (list && list.items.length > 0 ? <Changes list={list} name={delivery.id} /> : null)}</Show>
    </section>
  );
}

function Changes({ list, name }: { list: ChangeList; name: string }) {
  const from = (value: SourcedValue | undefined) => (value ? <a href={toDelivery(value.delivery)}>{say("regel", "line")} {value.line}</a> : "–");
  return (
    <>
      <DataTable
        caption={say("Waarde voor waarde", "Value by value")} rows={list.items} rowKey={c => `${c.area}/${c.period}/${c.indicator}/${c.change}`} fileName={`${name}-veranderingen`}
        columns={[
          { key: "area", head: say("Gebied", "Area"), cell: c => <a href={toArea(c.area)}>{c.area}</a>, value: c => c.area },
          { key: "indicator", head: say("Cijfer", "Figure"), cell: c => c.indicator, value: c => c.indicator },
          { key: "period", head: say("Jaar", "Year"), cell: c => c.period, value: c => c.period },
          { key: "change", head: say("Wat", "What"), cell: c => changeName(c.change), value: c => changeName(c.change) },
          { key: "old", head: say("Was", "Was"), numeric: true, cell: c => valueOf(c.old), value: (c: ValueChange) => c.old?.value ?? (c.old ? valueOf(c.old) : undefined) },
          { key: "new", head: say("Is", "Is"), numeric: true, cell: c => valueOf(c.new), value: (c: ValueChange) => c.new?.value ?? (c.new ? valueOf(c.new) : undefined) },
          { key: "source", head: say("Waarvandaan het oude kwam", "Where the old one came from"), cell: c => from(c.old), value: c => (c.old ? `${c.old.delivery}:${c.old.line}` : undefined) },
        ]}
      />
      {list.rest > 0 && <p class="muted">{say(`Nog ${number(list.rest)} veranderingen staan hier niet.`, `${number(list.rest)} more changes are not shown here.`)}</p>}
    </>
  );
}

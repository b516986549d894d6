import { get, getAll } from "../../api/http";
import { Parts, useLoad, type Lack, type Loaded } from "../../api/load";
import { findKind, loadKinds, type Kinds } from "../../api/kinds";
import type { Area, DecisionPreview, KindInfo, LineChange, LineOutcome, MortgageItem, ScorecardChange, TotalChange } from "../../api/types";
import { Partly, Show } from "../../parts/states";
import { DataTable } from "../../parts/table";
import { toArea } from "../../router";
import { euro, number, quantity } from "../../text/format";
import { signalName } from "../../text/kinds";
import { pick, say } from "../../text/language";
import { periodName } from "../../text/period";
import { stateName } from "../../text/terms";

export interface NamedPreview { preview: DecisionPreview; kinds: Kinds; names: Map<string, string>; contracts: readonly MortgageItem[]; lacks: readonly Lack[] }

/** Loads what a decision about a delivery would change, with the names of kinds and areas; nothing where that is not asked. */
export const usePreview = (path: string, isAsked: boolean): Loaded<NamedPreview | undefined> => useLoad(async signal => {
  if (!isAsked) {
    return undefined;
  }
  const preview = await get<DecisionPreview>(`${path}/preview`, signal);
  const parts = new Parts();
  const [kinds, contracts, ...areas] = await Promise.all([
    loadKinds(signal),
    parts.get({ nl: "de namen van de contracten", en: "the names of the contracts" }, getAll<MortgageItem>("/social-mortgages", signal), [], true),
    ...preview.municipalities.map(m => parts.get({ nl: "de namen van de gebieden", en: "the names of the areas" }, getAll<Area>(`/municipalities/${m}/areas?limit=10000`, signal), [])),
  ]);
  return { preview, kinds, names: new Map(areas.flat().map(a => [a.code, a.name])), contracts, lacks: parts.lacks };
}, [path, isAsked]);

/** What a decision would change: figures, scorecards, and statements in euros as they are and as they would be. Nothing of it is stored. */
export function Preview({ of }: { of: Loaded<NamedPreview | undefined> }) {
  return (
    <section class="preview" aria-labelledby="preview-head">
      <h2 id="preview-head">{say("Wat dit verandert", "What this changes")}</h2>
      <Show of={of} what={say("gevolgen", "consequences")}>{(named, again) => named && <><Partly lacks={named.lacks} again={again} /><Consequences {...named} /></>}</Show>
    </section>
  );
}

function Consequences({ preview, kinds, names, contracts }: NamedPreview) {
  const contractName = (id: string): string => { const found = contracts.find(c => c.id === id); return found ? pick(found.title) : id; };
  const { figures, scorecards, statements } = preview;
  const isNothing = figures.added + figures.changed + figures.withdrawn + scorecards.added + scorecards.changed + scorecards.withdrawn + statements.length + preview.otherContracts === 0;
  return (
    <>
      {!preview.isComplete && (
        <p class="notice">{preview.municipalities.length === 0
          ? say("Dit bestand is te groot om vooraf door te rekenen. Wat het verandert, ziet u pas als het is gebeurd.", "This file is too large to compute in advance. What it changes is seen only once it is done.")
          : say(`Niet alles kon worden doorgerekend, alleen ${preview.municipalities.map(m => names.get(m) ?? m).join(", ")}. Er kan dus meer veranderen dan hier staat.`, `Not everything could be computed, only ${preview.municipalities.map(m => names.get(m) ?? m).join(", ")}. So more may change than is shown here.`)}</p>
      )}
      {preview.isComplete && isNothing && <p>{say("Geen cijfer, scorekaart of overzicht verandert.", "No figure, scorecard or statement changes.")}</p>}
      {preview.municipalities.length > 0 && !isNothing && (
        <ul class="rows">
          <li>{say("Cijfers: ", "Figures: ")}{counted(figures)}</li>
          <li>{say("Scorekaarten: ", "Scorecards: ")}{counted(scorecards)}</li>
        </ul>
      )}
      {statements.length > 0 && (
        <DataTable
          caption={say("Overzichten van sociale hypotheken, in euro’s", "Statements of social mortgages, in euros")} rows={statements.flatMap(s => s.totals.map(total => ({ ...s, total })))}
          rowKey={s => `${s.contract}/${s.period}/${s.total.code}`} stacks="contract"
          columns={[
            { key: "contract", head: say("Contract", "Contract"), cell: s => contractName(s.contract), value: s => contractName(s.contract) },
            { key: "period", head: say("Jaar", "Year"), cell: s => periodName(s.period), value: s => s.period },
            { key: "total", head: say("Wat", "What"), cell: s => pick(s.total.label), value: s => pick(s.total.label) },
            { key: "before", head: say("Nu", "Now"), numeric: true, cell: s => shownTotal(s.total, s.total.before), value: s => s.total.before },
            { key: "after", head: say("Daarna", "Afterwards"), numeric: true, cell: s => shownTotal(s.total, s.total.after), value: s => s.total.after },
          ]}
        />
      )}
      {preview.otherContracts > 0 && <p>{say(
        `Ook verandert een overzicht van ${number(preview.otherContracts)} ${preview.otherContracts === 1 ? "contract" : "contracten"} waarbij u geen partij bent. Overleg met de partijen.`,
        `A statement of ${number(preview.otherContracts)} ${preview.otherContracts === 1 ? "contract" : "contracts"} that you are no party to changes too. Talk to the parties.`,
      )}</p>}
      {preview.omitted > 0 && <p class="muted">{say(
        `${number(preview.omitted)} scorekaarten die veranderen staan hier niet: het zijn er te veel, of u mag ze niet zien.`,
        `${number(preview.omitted)} scorecards that change are not shown here: they are too many, or not for you to see.`,
      )}</p>}
      {preview.scorecardChanges.length > 0 && (
        <details>
          <summary>{say("Scorekaarten die veranderen, regel voor regel", "Scorecards that change, line by line")}</summary>
          <Lines changes={preview.scorecardChanges} {...{ kinds, names }} />
        </details>
      )}
    </>
  );
}

function Lines({ changes, kinds, names }: { changes: readonly ScorecardChange[]; kinds: Kinds; names: Map<string, string> }) {
  const kindOf = (c: ScorecardChange): KindInfo => findKind(kinds, c.kind);
  const rows = changes.flatMap(card => [
    ...card.lines.map(line => ({ card, code: line.code, label: line.label, before: shownOutcome(kindOf(card), line, line.before), after: shownOutcome(kindOf(card), line, line.after) })),
    ...card.totals.map(total => ({ card, code: `total/${total.code}`, label: total.label, before: shownTotal(total, total.before), after: shownTotal(total, total.after) })),
  ]);
  const titleOf = (c: ScorecardChange): string => pick(kindOf(c).title);
  return (
    <DataTable
      caption={say("Scorekaarten die veranderen", "Scorecards that change")} rows={rows} rowKey={r => `${r.card.kind}/${r.card.area}/${r.card.period}/${r.card.subject ?? ""}/${r.code}`} stacks="area"
      columns={[
        { key: "area", head: say("Gebied", "Area"), cell: r => <a href={toArea(r.card.area)}>{names.get(r.card.area) ?? r.card.area}</a>, value: r => r.card.area },
        { key: "kind", head: say("Scorekaart", "Scorecard"), cell: r => titleOf(r.card), value: r => titleOf(r.card) },
        { key: "period", head: say("Jaar", "Year"), cell: r => periodName(r.card.period), value: r => r.card.period },
        { key: "line", head: say("Regel", "Line"), cell: r => pick(r.label), value: r => pick(r.label) },
        { key: "before", head: say("Nu", "Now"), cell: r => r.before, value: r => r.before },
        { key: "after", head: say("Daarna", "Afterwards"), cell: r => r.after, value: r => r.after },
      ]}
    />
  );
}

const counted = (c: { added: number; changed: number; withdrawn: number; unchanged: number }): string => say(
  `${number(c.changed)} veranderen, ${number(c.added)} komen erbij, ${number(c.withdrawn)} vervallen, ${number(c.unchanged)} blijven zoals zij zijn`,
  `${number(c.changed)} change, ${number(c.added)} are added, ${number(c.withdrawn)} are taken away, ${number(c.unchanged)} stay as they are`,
);

const shownTotal = (total: TotalChange, value: number | undefined): string => value === undefined ? "–" : total.unit === "EUR" ? euro(value) : quantity(value, total.unit);

function shownOutcome(kind: KindInfo, line: LineChange, outcome: LineOutcome | undefined): string {
  if (!outcome) {
    return "–";
  }
  const said = [
    outcome.value !== undefined ? quantity(outcome.value, line.unit) : outcome.range ? `${quantity(outcome.range.low, line.unit)} – ${quantity(outcome.range.high, line.unit)}` : stateName(outcome.state),
    ...(outcome.amount === undefined ? [] : [euro(outcome.amount)]),
    ...(outcome.signal !== "none" ? [signalName(kind, outcome.signal)] : []),
  ];
  return said.join("; ");
}

import { get, getAll } from "../../api/http";
import { OptionalParts, useLoad, type MissingPart, type Loadable } from "../../api/load";
import { findKind, loadKinds, type Kinds } from "../../api/kinds";
import type { Area, DecisionPreview, KindInfo, LineChange, LineOutcome, MortgageItem, ScorecardChange, TotalChange } from "../../api/types";
import { PartialState, LoadableView } from "../../parts/states";
import { DataTable } from "../../parts/table";
import { getAreaPath } from "../../router";
import { formatEuros, formatNumber, formatQuantity } from "../../text/format";
import { getSignalName } from "../../text/kinds";
import { localize, say } from "../../text/language";
import { formatPeriod } from "../../text/period";
import { getStateName } from "../../text/terms";

export interface NamedPreview { preview: DecisionPreview; kinds: Kinds; names: Map<string, string>; contracts: readonly MortgageItem[]; missing: readonly MissingPart[] }

/** Loads the effects of a decision with the names of kinds and areas, or nothing if no preview is needed. */
export const usePreview = (path: string, isNeeded: boolean): Loadable<NamedPreview | undefined> => useLoad(async signal => {
  if (!isNeeded) {
    return undefined;
  }
  const preview = await get<DecisionPreview>(`${path}/preview`, signal);
  const parts = new OptionalParts();
  const [kinds, contracts, ...areas] = await Promise.all([
    loadKinds(signal),
    parts.get({ nl: "de namen van de contracten", en: "the names of the contracts" }, getAll<MortgageItem>("/social-mortgages", signal), [], true),
    ...preview.municipalities.map(m => parts.get({ nl: "de namen van de gebieden", en: "the names of the areas" }, getAll<Area>(`/municipalities/${m}/areas?limit=10000`, signal), [])),
  ]);
  return { preview, kinds, names: new Map(areas.flat().map(a => [a.code, a.name])), contracts, missing: parts.missing };
}, [path, isNeeded]);

/** The effects of a decision on figures, scorecards and statements in euros, before and after. Nothing is stored. */
export function Preview({ source }: { source: Loadable<NamedPreview | undefined> }) {
  return (
    <section class="preview" aria-labelledby="preview-head">
      <h2 id="preview-head">{say("Wat dit verandert", "What this changes")}</h2>
      <LoadableView source={source} name={say("gevolgen", "consequences")}>{(named, retry) => named && <><PartialState missing={named.missing} retry={retry} /><Consequences {...named} /></>}</LoadableView>
    </section>
  );
}

function Consequences({ preview, kinds, names, contracts }: NamedPreview) {
  const getContractName = (id: string): string => { const found = contracts.find(c => c.id === id); return found ? localize(found.title) : id; };
  const { figures, scorecards, statements } = preview;
  const isUnchanged = figures.added + figures.changed + figures.withdrawn + scorecards.added + scorecards.changed + scorecards.withdrawn + statements.length + preview.otherContracts === 0;
  return (
    <>
      {!preview.isComplete && (
        <p class="notice">{preview.municipalities.length === 0
          ? say("Dit bestand is te groot om vooraf door te rekenen. Wat het verandert, ziet u pas als het is gebeurd.", "This file is too large to compute in advance. You see what it changes only once it is done.")
          : say(`Niet alles kon worden doorgerekend, alleen ${preview.municipalities.map(m => names.get(m) ?? m).join(", ")}. Er kan dus meer veranderen dan hier staat.`, `Not everything could be computed, only ${preview.municipalities.map(m => names.get(m) ?? m).join(", ")}. So more may change than is shown here.`)}</p>
      )}
      {preview.isComplete && isUnchanged && <p>{say("Geen cijfer, scorekaart of jaaropgave verandert.", "No figure, scorecard or statement changes.")}</p>}
      {preview.municipalities.length > 0 && !isUnchanged && (
        <ul class="rows">
          <li>{say("Cijfers: ", "Figures: ")}{formatCounts(figures)}</li>
          <li>{say("Scorekaarten: ", "Scorecards: ")}{formatCounts(scorecards)}</li>
        </ul>
      )}
      {statements.length > 0 && (
        <DataTable
          caption={say("Jaaropgaven van sociale hypotheken, in euro's", "Statements of social mortgages, in euros")} rows={statements.flatMap(s => s.totals.map(total => ({ ...s, total })))}
          rowKey={s => `${s.contract}/${s.period}/${s.total.code}`} stackedBy="contract"
          columns={[
            { key: "contract", header: say("Contract", "Contract"), cell: s => getContractName(s.contract), value: s => getContractName(s.contract) },
            { key: "period", header: say("Jaar", "Year"), cell: s => formatPeriod(s.period), value: s => s.period },
            { key: "total", header: say("Wat", "What"), cell: s => localize(s.total.label), value: s => localize(s.total.label) },
            { key: "before", header: say("Nu", "Now"), numeric: true, cell: s => formatAmount(s.total, s.total.before), value: s => s.total.before },
            { key: "after", header: say("Daarna", "Afterwards"), numeric: true, cell: s => formatAmount(s.total, s.total.after), value: s => s.total.after },
          ]}
        />
      )}
      {preview.otherContracts > 0 && <p>{say(
        `Ook verandert een jaaropgave van ${formatNumber(preview.otherContracts)} ${preview.otherContracts === 1 ? "contract" : "contracten"} waarbij u geen partij bent. Overleg met de partijen.`,
        `A statement of ${formatNumber(preview.otherContracts)} ${preview.otherContracts === 1 ? "contract" : "contracts"} that you are not a party to changes too. Talk to the parties.`,
      )}</p>}
      {preview.omitted > 0 && <p class="muted">{say(
        `${formatNumber(preview.omitted)} scorekaarten die veranderen staan hier niet: het zijn er te veel, of u mag ze niet zien.`,
        `${formatNumber(preview.omitted)} scorecards that change are not shown here: there are too many, or you may not see them.`,
      )}</p>}
      {preview.scorecardChanges.length > 0 && (
        <details>
          <summary>{say("Scorekaarten die veranderen, regel voor regel", "Scorecards that change, line by line")}</summary>
          <ChangedLines changes={preview.scorecardChanges} {...{ kinds, names }} />
        </details>
      )}
    </>
  );
}

function ChangedLines({ changes, kinds, names }: { changes: readonly ScorecardChange[]; kinds: Kinds; names: Map<string, string> }) {
  const getKind = (c: ScorecardChange): KindInfo => findKind(kinds, c.kind);
  const rows = changes.flatMap(card => [
    ...card.lines.map(line => ({ card, code: line.code, label: line.label, before: formatOutcome(getKind(card), line, line.before), after: formatOutcome(getKind(card), line, line.after) })),
    ...card.totals.map(total => ({ card, code: `total/${total.code}`, label: total.label, before: formatAmount(total, total.before), after: formatAmount(total, total.after) })),
  ]);
  const getTitle = (c: ScorecardChange): string => localize(getKind(c).title);
  return (
    <DataTable
      caption={say("Scorekaarten die veranderen", "Scorecards that change")} rows={rows} rowKey={r => `${r.card.kind}/${r.card.area}/${r.card.period}/${r.card.subject ?? ""}/${r.code}`} stackedBy="area"
      columns={[
        { key: "area", header: say("Gebied", "Area"), cell: r => <a href={getAreaPath(r.card.area)}>{names.get(r.card.area) ?? r.card.area}</a>, value: r => r.card.area },
        { key: "kind", header: say("Scorekaart", "Scorecard"), cell: r => getTitle(r.card), value: r => getTitle(r.card) },
        { key: "period", header: say("Jaar", "Year"), cell: r => formatPeriod(r.card.period), value: r => r.card.period },
        { key: "line", header: say("Regel", "Line"), cell: r => localize(r.label), value: r => localize(r.label) },
        { key: "before", header: say("Nu", "Now"), cell: r => r.before, value: r => r.before },
        { key: "after", header: say("Daarna", "Afterwards"), cell: r => r.after, value: r => r.after },
      ]}
    />
  );
}

const formatCounts = (c: { added: number; changed: number; withdrawn: number; unchanged: number }): string => say(
  `${formatNumber(c.changed)} veranderen, ${formatNumber(c.added)} komen erbij, ${formatNumber(c.withdrawn)} vervallen, ${formatNumber(c.unchanged)} blijven ongewijzigd`,
  `${formatNumber(c.changed)} change, ${formatNumber(c.added)} are added, ${formatNumber(c.withdrawn)} are removed, ${formatNumber(c.unchanged)} stay unchanged`,
);

const formatAmount = (total: TotalChange, value: number | undefined): string => value === undefined ? "–" : total.unit === "EUR" ? formatEuros(value) : formatQuantity(value, total.unit);

function formatOutcome(kind: KindInfo, line: LineChange, outcome: LineOutcome | undefined): string {
  if (!outcome) {
    return "–";
  }
  const parts = [
    outcome.value !== undefined ? formatQuantity(outcome.value, line.unit) : outcome.range ? `${formatQuantity(outcome.range.low, line.unit)} – ${formatQuantity(outcome.range.high, line.unit)}` : outcome.outcome ? localize(outcome.outcome.name) : getStateName(outcome.state),
    ...(outcome.amount === undefined ? [] : [formatEuros(outcome.amount)]),
    ...(outcome.signal !== "none" ? [getSignalName(kind, outcome.signal)] : []),
  ];
  return parts.join("; ");
}

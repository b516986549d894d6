import { loadAnnotations } from "../../api/annotations";
import { get, getAll } from "../../api/http";
import { OptionalParts, useLoad } from "../../api/load";
import type { Area, Indicator, Module, Mortgage, MortgageSeries, Observation } from "../../api/types";
import { SourceNote } from "../../parts/source";
import { EmptyState, PartialState, LoadableView, UnknownChoice } from "../../parts/states";
import { Title } from "../../parts/title";
import { pushChoices, getAreaPath, getDeliveryPath, getMunicipalityPath } from "../../router";
import { formatDay, formatEuros, formatNumber } from "../../text/format";
import { localize, say } from "../../text/language";
import { BalanceChart, CreditsChart } from "./charts";
import type { MortgageFigures } from "./figures";
import { House } from "./house";
import { Statement } from "./statement";
import { WhatIf } from "./what-if";

const encode = encodeURIComponent;

// An unknown amount is not zero.
const formatKnownEuros = (value: number | undefined): string => (value === undefined ? say("niet te geven", "cannot be given") : formatEuros(value));

async function loadMortgageFigures(id: string, signal: AbortSignal): Promise<MortgageFigures> {
  const path = `/social-mortgages/${encode(id)}`;
  const mortgage = await get<Mortgage>(path, signal);
  const parts = new OptionalParts();
  const loadArea = (code: string): Promise<Area | undefined> => parts.get({ nl: "de namen van gebied en gemeente", en: "the names of area and municipality" }, get<Area>(`/areas/${encode(code)}`, signal), undefined);
  const [series, modules, indicators, own, city, annotations, observed] = await Promise.all([
    get<MortgageSeries>(`${path}/series`, signal), getAll<Module>(`${path}/modules`, signal), getAll<Indicator>("/indicators", signal), loadArea(mortgage.contract.area), loadArea(mortgage.contract.city), loadAnnotations(mortgage.statements, parts, signal),
    parts.get({ nl: "de laatst bekende cijfers van de buurt", en: "the neighbourhood's last known figures" }, getAll<Observation>(`/areas/${encode(mortgage.contract.area)}/observations`, signal), []),
  ]);
  return { mortgage, series, modules, indicators: new Map(indicators.map(i => [i.code, i])), area: own, city, annotations, observed, missing: parts.missing };
}

export function MortgageView({ id, query }: { id: string; query: URLSearchParams }) {
  const loaded = useLoad(signal => loadMortgageFigures(id, signal), [id]);
  return <LoadableView source={loaded} name={say("sociale hypotheek", "social mortgage")} isWholeView>{(value, retry) => <MortgagePage figures={value} query={query} retry={retry} />}</LoadableView>;
}

function MortgagePage({ figures, query, retry }: { figures: MortgageFigures; query: URLSearchParams; retry: () => void }) {
  const { mortgage, series, modules, area, city, annotations } = figures;
  const { contract, statements } = mortgage;
  const years = statements.map(s => s.period).sort();
  const year = years.find(y => y === query.get("jaar")) ?? years.at(-1);
  const now = series.years.filter(y => y.state !== "ahead").at(-1);
  return (
    <>
      <Title
        above={<>{say("Sociale hypotheek voor", "Social mortgage for")} <a href={getAreaPath(contract.area)}>{area?.name ?? contract.area}</a>, <a href={getMunicipalityPath(contract.city)}>{city?.name ?? contract.city}</a></>}
        below={<p class="muted">{contract.parties.map(p => `${p.organisation} (${localize(p.role).toLowerCase()})`).join(" · ")}</p>}
      >{localize(contract.title)}</Title>
      <PartialState missing={figures.missing} retry={retry} />
      <dl class="hero">
        <div><dt>{say("Nog af te lossen", "Still to be repaid")}</dt><dd class="figure">{now ? formatKnownEuros(now.closing) : formatEuros(series.principal)}</dd><dd class="muted">{say("van", "of")} {formatEuros(series.principal)}{now && ` · ${say("eind", "end of")} ${now.year}`}</dd></div>
        <div><dt>{say("Afgelost", "Repaid")}</dt><dd class="figure">{now ? formatKnownEuros(now.repaid) : formatEuros(0)}</dd><dd class="muted">{now ? `${series.isAgreed ? say("afgesproken", "agreed") : say("gelijkmatige aflossing (niet afgesproken)", "even repayment (not agreed)")}: ${formatEuros(now.reference)}` : say("nog geen jaaropgave", "no statement yet")}</dd></div>
        {now?.onTrackPercent !== undefined && <div><dt>{series.isAgreed ? say("Van wat is afgesproken", "Of what was agreed") : say("Deel van een gelijkmatige aflossing", "Share of even repayment")}</dt><dd class="figure">{formatNumber(now.onTrackPercent, 1)}%</dd><dd class="muted">{series.isAgreed ? "" : say("niet in het contract afgesproken", "not agreed in the contract")}</dd></div>}
        <div>
          <dt>{say("Afgesproken verbeteringen lossen hooguit af", "Agreed improvements repay at most")}</dt><dd class="figure">{formatEuros(mortgage.agreed.amount)}</dd>
          <dd class="muted">{formatNumber(mortgage.agreed.percentOfPrincipal, 1)}% {say("van de hoofdsom", "of the principal")}{mortgage.agreed.withoutAgreedChange.length > 0 && ` · ${say(`voor ${mortgage.agreed.withoutAgreedChange.length} indicatoren is niets afgesproken`, `nothing was agreed for ${mortgage.agreed.withoutAgreedChange.length} indicators`)}`}</dd>
        </div>
        <div><dt>{say("Looptijd", "Term")}</dt><dd class="figure">{contract.firstYear}–{contract.firstYear + contract.termYears - 1}</dd><dd class="muted">{say("nulmeting", "baseline")} {contract.baselineYear}</dd></div>
      </dl>
      <div class="two-columns">
        <BalanceChart series={series} annotations={annotations} />
        <CreditsChart series={series} annotations={annotations} />
      </div>
      {modules.length > 0 && <House modules={modules} principal={series.principal} repaid={now?.repaid ?? 0} />}
      {year ? (
        <section class="kind" aria-labelledby="statement-head">
          <div class="kind-head">
            <h2 id="statement-head">{say(`Jaaropgave ${year}`, `Statement of ${year}`)}</h2>
            <div class="segments" role="group" aria-label={say("Jaar", "Year")}>{years.map(y => <button key={y} type="button" aria-pressed={y === year} onClick={() => pushChoices({ jaar: y })}>{y}</button>)}</div>
          </div>
          <UnknownChoice query={query} actual={{ jaar: year }} />
          <Statement key={year} id={contract.id} year={year} figures={figures} />
        </section>
      ) : <EmptyState title={say("Er is nog geen jaaropgave", "There is no statement yet")}><p>{say("Die komt er als er cijfers of boekingen zijn over een jaar van de looptijd.", "It comes as soon as there are figures or entries for a year of the term.")}</p></EmptyState>}
      <WhatIf figures={figures} />
      {contract.notes && contract.notes.length > 0 && <section class="kind notes"><h2>{say("Bij dit contract", "About this contract")}</h2><ul>{contract.notes.map((n, i) => <li key={i}>{localize(n)}</li>)}</ul></section>}
      <SourceNote
        sources={[say(`contract ${contract.id}`, `contract ${contract.id}`)]} computedAt={statements.map(s => s.computedAt ?? "").sort().at(-1) || undefined}
        boundaryYears={statements.map(s => s.boundaryYear)} rules={mortgage.versions.map(v => `${say("versie", "version")} ${v.version}, ${say("vanaf", "from")} ${formatDay(v.validFrom)}`).join("; ")}
      >
        <div><dt>{say("Contract", "Contract")}</dt><dd><a href={getDeliveryPath(mortgage.delivery)}>{say("zoals aangeleverd", "as delivered")}</a></dd></div>
      </SourceNote>
    </>
  );
}

import { annotationsOf } from "../../api/annotations";
import { get, getAll } from "../../api/http";
import { Parts, useLoad } from "../../api/load";
import type { Area, Indicator, Module, Mortgage, MortgageSeries, Observation } from "../../api/types";
import { SourceNote } from "../../parts/source";
import { Empty, Partly, Show, Unknown } from "../../parts/states";
import { Title } from "../../parts/title";
import { choose, toArea, toDelivery, toMunicipality } from "../../router";
import { day, euro, number } from "../../text/format";
import { pick, say } from "../../text/language";
import { BalanceChart, CreditsChart } from "./charts";
import type { MortgageFigures } from "./figures";
import { House } from "./house";
import { Statement } from "./statement";
import { WhatIf } from "./what-if";

const encode = encodeURIComponent;

// A year of which it cannot be said is no nought.
const euroOrNone = (value: number | undefined): string => (value === undefined ? say("niet te geven", "cannot be given") : euro(value));

async function figuresOf(id: string, signal: AbortSignal): Promise<MortgageFigures> {
  const path = `/social-mortgages/${encode(id)}`;
  const mortgage = await get<Mortgage>(path, signal);
  const parts = new Parts();
  const area = (code: string): Promise<Area | undefined> => parts.get({ nl: "de namen van gebied en gemeente", en: "the names of area and municipality" }, get<Area>(`/areas/${encode(code)}`, signal), undefined);
  const [series, modules, indicators, own, city, annotations, observed] = await Promise.all([
    get<MortgageSeries>(`${path}/series`, signal), getAll<Module>(`${path}/modules`, signal), getAll<Indicator>("/indicators", signal), area(mortgage.contract.area), area(mortgage.contract.city), annotationsOf(mortgage.statements, parts, signal),
    parts.get({ nl: "de laatst bekende cijfers van de buurt", en: "the neighbourhood's last known figures" }, getAll<Observation>(`/areas/${encode(mortgage.contract.area)}/observations`, signal), []),
  ]);
  return { mortgage, series, modules, indicators: new Map(indicators.map(i => [i.code, i])), area: own, city, annotations, observed, lacks: parts.lacks };
}

export function MortgageView({ id, query }: { id: string; query: URLSearchParams }) {
  const loaded = useLoad(signal => figuresOf(id, signal), [id]);
  return <Show of={loaded} what={say("sociale hypotheek", "social mortgage")} whole>{(value, again) => <MortgagePage figures={value} query={query} again={again} />}</Show>;
}

function MortgagePage({ figures, query, again }: { figures: MortgageFigures; query: URLSearchParams; again: () => void }) {
  const { mortgage, series, modules, area, city, annotations } = figures;
  const { contract, statements } = mortgage;
  const years = statements.map(s => s.period).sort();
  const year = years.find(y => y === query.get("jaar")) ?? years.at(-1);
  const now = series.years.filter(y => y.state !== "ahead").at(-1);
  return (
    <>
      <Title
        above={<>{say("Sociale hypotheek voor", "Social mortgage for")} <a href={toArea(contract.area)}>{area?.name ?? contract.area}</a>, <a href={toMunicipality(contract.city)}>{city?.name ?? contract.city}</a></>}
        below={<p class="muted">{contract.parties.map(p => `${p.organisation} (${pick(p.role).toLowerCase()})`).join(" · ")}</p>}
      >{pick(contract.title)}</Title>
      <Partly lacks={figures.lacks} again={again} />
      <dl class="hero">
        <div><dt>{say("Nog af te lossen", "Still to be repaid")}</dt><dd class="figure">{now ? euroOrNone(now.closing) : euro(series.principal)}</dd><dd class="muted">{say("van", "of")} {euro(series.principal)}{now && ` · ${say("eind", "end of")} ${now.year}`}</dd></div>
        <div><dt>{say("Afgelost", "Repaid")}</dt><dd class="figure">{now ? euroOrNone(now.repaid) : euro(0)}</dd><dd class="muted">{now ? `${series.isAgreed ? say("afgesproken", "agreed") : say("gelijkmatige aflossing (niet afgesproken)", "even repayment (not agreed)")}: ${euro(now.reference)}` : say("nog geen jaaropgave", "no statement yet")}</dd></div>
        {now?.onTrackPercent !== undefined && <div><dt>{series.isAgreed ? say("Van wat is afgesproken", "Of what was agreed") : say("Deel van een gelijkmatige aflossing", "Share of even repayment")}</dt><dd class="figure">{number(now.onTrackPercent, 1)}%</dd><dd class="muted">{series.isAgreed ? "" : say("niet in het contract afgesproken", "not agreed in the contract")}</dd></div>}
        <div>
          <dt>{say("Afgesproken verbeteringen lossen hooguit af", "Agreed improvements repay at most")}</dt><dd class="figure">{euro(mortgage.agreed.amount)}</dd>
          <dd class="muted">{number(mortgage.agreed.percentOfPrincipal, 1)}% {say("van de hoofdsom", "of the principal")}{mortgage.agreed.withoutAgreedChange.length > 0 && ` · ${say(`voor ${mortgage.agreed.withoutAgreedChange.length} indicatoren is niets afgesproken`, `nothing was agreed for ${mortgage.agreed.withoutAgreedChange.length} indicators`)}`}</dd>
        </div>
        <div><dt>{say("Looptijd", "Term")}</dt><dd class="figure">{contract.firstYear}–{contract.firstYear + contract.termYears - 1}</dd><dd class="muted">{say("nulmeting", "baseline")} {contract.baselineYear}</dd></div>
      </dl>
      <div class="two">
        <BalanceChart series={series} annotations={annotations} />
        <CreditsChart series={series} annotations={annotations} />
      </div>
      {modules.length > 0 && <House modules={modules} principal={series.principal} repaid={now?.repaid ?? 0} />}
      {year ? (
        <section class="kind" aria-labelledby="statement-head">
          <div class="kind-head">
            <h2 id="statement-head">{say(`Jaaropgave ${year}`, `Statement of ${year}`)}</h2>
            <div class="segments" role="group" aria-label={say("Jaar", "Year")}>{years.map(y => <button key={y} type="button" aria-pressed={y === year} onClick={() => choose({ jaar: y })}>{y}</button>)}</div>
          </div>
          <Unknown query={query} known={{ jaar: year }} />
          <Statement key={year} id={contract.id} year={year} figures={figures} />
        </section>
      ) : <Empty title={say("Er is nog geen jaaropgave", "There is no statement yet")}><p>{say("Die komt er zodra er cijfers of boekingen over een jaar van de looptijd zijn.", "It comes as soon as there are figures or entries of a year of the term.")}</p></Empty>}
      <WhatIf figures={figures} />
      {contract.notes && contract.notes.length > 0 && <section class="kind notes"><h2>{say("Bij dit contract", "About this contract")}</h2><ul>{contract.notes.map((n, i) => <li key={i}>{pick(n)}</li>)}</ul></section>}
      <SourceNote
        sources={[say(`contract ${contract.id}`, `contract ${contract.id}`)]} computedAt={statements.map(s => s.computedAt ?? "").sort().at(-1) || undefined}
        boundaryYears={statements.map(s => s.boundaryYear)} rules={mortgage.versions.map(v => `${say("versie", "version")} ${v.version}, ${say("vanaf", "from")} ${day(v.validFrom)}`).join("; ")}
      >
        <div><dt>{say("Contract", "Contract")}</dt><dd><a href={toDelivery(mortgage.delivery)}>{say("zoals aangeleverd", "as delivered")}</a></dd></div>
      </SourceNote>
    </>
  );
}

import { useEffect, useState } from "preact/hooks";
import { ApiProblem, asProblem, post } from "../../api/http";
import type { Assumptions, Scorecard } from "../../api/types";
import { Failed } from "../../parts/states";
import { euro, number, quantity } from "../../text/format";
import { pick, say } from "../../text/language";
import type { MortgageFigures } from "./mortgage";

interface Lever { key: string; label: string; from: number; to: number; step: number; now: number; show: (value: number) => string; apply: (value: number, all: Required<Assumptions>) => void }

const pause = 250;
const steps = 20;

/** "What if?": sliders for an open year, and the statement that would follow. Nothing of it is stored. */
export function WhatIf({ figures }: { figures: MortgageFigures }) {
  const { series, mortgage } = figures;
  const open = series.years.filter(y => y.state !== "settled");
  const [year, setYear] = useState((open.find(y => y.state === "ahead") ?? open[0])?.year);
  const levers = year === undefined ? [] : leversOf(figures);
  const [values, setValues] = useState<Record<string, number>>({});
  const [outcome, setOutcome] = useState<Scorecard | ApiProblem | undefined>(undefined);
  const [turn, setTurn] = useState(0);
  const moved = levers.filter(l => values[l.key] !== undefined && values[l.key] !== l.now);
  useEffect(() => {
    if (year === undefined || moved.length === 0) {
      setOutcome(undefined);
      return;
    }
    const ending = new AbortController();
    const timer = setTimeout(() => {
      const all: Required<Assumptions> = { year, values: [], activities: [], operation: 0 };
      moved.forEach(l => l.apply(values[l.key]!, all));
      const body: Assumptions = { year, values: all.values, activities: all.activities, ...(all.operation > 0 ? { operation: all.operation } : {}) };
      post<Scorecard>(`/social-mortgages/${encodeURIComponent(mortgage.contract.id)}/what-if`, body, ending.signal).then(
        setOutcome, (e: unknown) => ending.signal.aborted || setOutcome(asProblem(e)));
    }, pause);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [year, JSON.stringify(values), turn]);
  if (year === undefined || levers.length === 0) {
    return null;
  }
  const group = (name: string, list: readonly Lever[]) => list.length > 0 && (
    <fieldset>
      <legend>{name}</legend>
      {list.map(lever => <Slider key={lever.key} lever={lever} value={values[lever.key] ?? lever.now} set={v => setValues({ ...values, [lever.key]: v })} />)}
    </fieldset>
  );
  return (
    <section class="kind what-if" aria-labelledby="what-if-head">
      <div class="kind-head">
        <h2 id="what-if-head">{say("Wat als?", "What if?")}</h2>
        <p class="muted">{say("Schuif en zie wat een jaar zou opleveren. Er wordt niets bewaard, en het is geen voorspelling.", "Slide and see what a year would bring. Nothing is kept, and it is no forecast.")}</p>
      </div>
      <div class="what-if-body">
        <form class="levers" onSubmit={e => e.preventDefault()}>
          <label class="inline">{say("Jaar", "Year")}{" "}
            <select value={year} onChange={e => setYear(Number(e.currentTarget.value))}>{open.map(y => <option key={y.year} value={y.year}>{y.year}</option>)}</select>
          </label>
          {group(say("Cijfers van de buurt", "Figures of the neighbourhood"), levers.filter(l => l.key.startsWith("i.")))}
          {group(say("Activiteiten en opbrengst erbij", "Activities and proceeds on top"), levers.filter(l => !l.key.startsWith("i.")))}
        </form>
        <div class="outcome" aria-live="polite">
          {outcome instanceof ApiProblem ? <Failed problem={outcome} again={() => setTurn(t => t + 1)} /> : outcome ? <Outcome statement={outcome} figures={figures} year={year} /> : <p class="muted">{say("Verschuif iets; hier komt wat het zou opleveren.", "Move something; what it would bring comes here.")}</p>}
          {moved.length > 0 && <button type="button" class="quiet" onClick={() => setValues({})}>{say("Alles terug", "Reset all")}</button>}
        </div>
      </div>
    </section>
  );
}

function Slider({ lever, value, set }: { lever: Lever; value: number; set: (value: number) => void }) {
  const id = `lever-${lever.key}`;
  return (
    <div class="lever">
      <label for={id}>{lever.label}</label>
      <output for={id}>{lever.show(value)}</output>
      <input id={id} type="range" min={lever.from} max={lever.to} step={lever.step} value={value} aria-valuetext={lever.show(value)} onInput={e => set(Number(e.currentTarget.value))} />
    </div>
  );
}

function Outcome({ statement, figures, year }: { statement: Scorecard; figures: MortgageFigures; year: number }) {
  const known = figures.series.years.find(y => y.year === year)!;
  const total = (code: string): number | undefined => statement.totals.find(t => t.code === code)?.value;
  const amount = (value: number | undefined): string => (value === undefined ? say("niet te geven", "cannot be given") : euro(value));
  const credited = statement.lines.filter(l => l.amount !== undefined && l.amount !== 0);
  return (
    <>
      <dl class="totals">
        <div><dt>{say(`Saldo eind ${year}`, `Balance at the end of ${year}`)}</dt><dd class="figure">{amount(total("closing-balance"))}</dd>{known.closing !== undefined && <dd class="muted">{say("nu", "now")} {euro(known.closing)}</dd>}</div>
        <div><dt>{say("Afgelost tot en met dat jaar", "Repaid through that year")}</dt><dd class="figure">{amount(total("repaid"))}</dd><dd class="muted">{say("gedacht", "planned")} {euro(known.reference)}</dd></div>
        {total("on-track") !== undefined && <div><dt>{say("Van wat was gedacht", "Of what was planned")}</dt><dd class="figure">{number(total("on-track")!, 1)}%</dd></div>}
      </dl>
      <ul class="credited">{credited.map(l => <li key={l.code}><span>{pick(l.label)}</span><strong>{euro(l.amount!)}</strong></li>)}</ul>
    </>
  );
}

function leversOf({ mortgage, indicators }: MortgageFigures): Lever[] {
  const { contract } = mortgage;
  const ofFigures = contract.indicators.flatMap((rule): Lever[] => {
    const indicator = indicators.get(rule.code);
    if (!indicator || rule.baseline === undefined || rule.step === undefined) {
      return [];
    }
    const better = indicator.polarity === "lower-is-better" ? -1 : 1;
    const size = rule.stepUnit === "relative" ? (rule.baseline * rule.step) / 100 : rule.step;
    const far = rule.baseline + better * size * steps;
    const worst = rule.baseline - better * size * 4;
    const round = (v: number): number => Number(v.toFixed(6));
    return [{
      key: `i.${rule.code}`, label: pick(indicator.label), from: round(Math.max(0, Math.min(far, worst))), to: round(Math.max(far, worst)), step: round(size), now: rule.baseline,
      show: v => (v === rule.baseline ? `${quantity(v, indicator.unit, indicator.decimals)} (${say("nulmeting", "baseline")})` : quantity(v, indicator.unit, indicator.decimals)),
      apply: (value, all) => all.values.push({ indicator: rule.code, value }),
    }];
  });
  const ofActivities = contract.tariffs.map((tariff): Lever => ({
    key: `a.${tariff.code}`, label: `${pick(tariff.label)} (${euro(tariff.amount)})`, from: 0, to: 100, step: 1, now: 0, show: v => `${number(v)} ${say("keer", "times")}`,
    apply: (count, all) => all.activities.push({ activity: tariff.code, count }),
  }));
  return [...ofFigures, ...ofActivities, {
    key: "operation", label: say("Opbrengst van het huis", "Proceeds of the house"), from: 0, to: Math.round(contract.principal / 10), step: 250, now: 0, show: euro,
    apply: (value, all) => { all.operation = value; },
  }];
}

import { useEffect, useState } from "preact/hooks";
import { ApiProblem, toProblem, get, post } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Assumptions, Scorecard, ScorecardLine, TargetOption, MortgageTarget } from "../../api/types";
import { FailedState, LoadableView } from "../../parts/states";
import { ScrollBox } from "../../parts/table";
import { formatEuros, formatNumber, formatQuantity } from "../../text/format";
import { getGranularity } from "../../text/period";
import { localize, say } from "../../text/language";
import type { MortgageFigures } from "./figures";

interface Lever { key: string; mark?: { at: number; words: string }; label: string; min: number; max: number; step: number; current: number; format: (value: number) => string; apply: (value: number, all: Required<Assumptions>) => void }

const debounceMilliseconds = 250;
const maxSteps = 20;

/** Sliders for an open year and the resulting statement. Nothing is stored. */
export function WhatIf({ figures }: { figures: MortgageFigures }) {
  const { series, mortgage } = figures;
  const openYears = series.years.filter(y => y.state !== "settled");
  const [year, setYear] = useState((openYears.find(y => y.state === "ahead") ?? openYears[0])?.year);
  const levers = year === undefined ? [] : createLevers(figures);
  const [values, setValues] = useState<Record<string, number>>({});
  const [outcome, setOutcome] = useState<Scorecard | ApiProblem | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);
  const moved = levers.filter(l => values[l.key] !== undefined && values[l.key] !== l.current);
  useEffect(() => {
    if (year === undefined || moved.length === 0) {
      setOutcome(undefined);
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      const all: Required<Assumptions> = { year, values: [], activities: [], operation: 0 };
      moved.forEach(l => l.apply(values[l.key]!, all));
      const body: Assumptions = { year, values: all.values, activities: all.activities, ...(all.operation > 0 ? { operation: all.operation } : {}) };
      post<Scorecard>(`/social-mortgages/${encodeURIComponent(mortgage.contract.id)}/what-if`, body, controller.signal).then(
        setOutcome, (e: unknown) => controller.signal.aborted || setOutcome(toProblem(e)));
    }, debounceMilliseconds);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [year, JSON.stringify(values), attempt]);
  if (year === undefined || levers.length === 0) {
    return null;
  }
  const renderGroup = (name: string, list: readonly Lever[]) => list.length > 0 && (
    <fieldset>
      <legend>{name}</legend>
      {list.map(lever => <Slider key={lever.key} lever={lever} value={values[lever.key] ?? lever.current} onChange={v => setValues({ ...values, [lever.key]: v })} />)}
    </fieldset>
  );
  return (
    <section class="kind what-if" aria-labelledby="what-if-head">
      <div class="kind-head">
        <h2 id="what-if-head">{say("Wat als?", "What if?")}</h2>
        <p class="muted">{say("Schuif, en zie wat een jaar zou opleveren. Er wordt niets bewaard. Het is geen voorspelling.", "Slide, and see what a year would bring. Nothing is kept. It is not a forecast.")}</p>
      </div>
      <div class="what-if-body">
        <form class="levers" onSubmit={e => e.preventDefault()}>
          <label class="inline">{say("Jaar", "Year")}{" "}
            <select value={year} onChange={e => setYear(Number(e.currentTarget.value))}>{openYears.map(y => <option key={y.year} value={y.year}>{y.year}</option>)}</select>
          </label>
          {renderGroup(say("Cijfers van de buurt", "Figures of the neighbourhood"), levers.filter(l => l.key.startsWith("i.")))}
          {renderGroup(say("Activiteiten en opbrengst erbij", "Extra activities and proceeds"), levers.filter(l => !l.key.startsWith("i.")))}
        </form>
        <div class="outcome" aria-live="polite">
          {outcome instanceof ApiProblem ? <FailedState problem={outcome} retry={() => setAttempt(t => t + 1)} /> : outcome ? <Outcome statement={outcome} figures={figures} year={year} /> : <p class="muted">{say("Verschuif iets. Hier komt dan wat het zou opleveren.", "Move something. What it would bring is then shown here.")}</p>}
          {!outcome && moved.length === 0 && <RepaidBefore figures={figures} year={year} />}
          {moved.length > 0 && <button type="button" class="secondary" onClick={() => setValues({})}>{say("Alles terug", "Reset all")}</button>}
        </div>
      </div>
      <TargetSection key={year} year={year} figures={figures} />
    </section>
  );
}

// The newest known yearly figure, from which a new year starts.
function findLastKnown({ observed }: MortgageFigures, indicator: string): { value: number; period: string } | undefined {
  const known = observed.filter(o => o.indicator === indicator && o.value !== undefined && getGranularity(o.period) === "year");
  const last = [...known].sort((a, b) => a.period.localeCompare(b.period)).at(-1);
  return last && { value: last.value!, period: last.period };
}

/** The amount repaid before the simulated year. */
function RepaidBefore({ figures, year }: { figures: MortgageFigures; year: number }) {
  const before = figures.series.years.filter(y => y.year < year && y.repaid !== undefined).at(-1);
  return before ? <p class="muted">{say(`Tot en met ${before.year} is al ${formatEuros(before.repaid!)} bijgeschreven.`, `Up to and including ${before.year}, ${formatEuros(before.repaid!)} was already credited.`)}</p> : null;
}

/** The change that each line alone would need for the year to end on track. */
function TargetSection({ year, figures }: { year: number; figures: MortgageFigures }) {
  const { mortgage, series, indicators } = figures;
  const loaded = useLoad(signal => get<MortgageTarget>(`/social-mortgages/${encodeURIComponent(mortgage.contract.id)}/statements/${year}/target`, signal), [year]);
  const formatNeeded = (way: TargetOption): string => {
    if (way.needed === undefined) {
      return say("kan het niet alleen", "cannot do it alone");
    }
    if (way.unit === "count") {
      return say(`nog ${formatNumber(way.needed)} keer erbij`, `${formatNumber(way.needed)} more times`);
    }
    const last = findLastKnown(figures, way.line);
    return way.unit === "EUR" && !indicators.has(way.line) ? say(`nog ${formatEuros(way.needed)} erbij`, `${formatEuros(way.needed)} more`)
      : `${formatQuantity(way.needed, way.unit, indicators.get(way.line)?.decimals)}${last ? say(` (laatst bekend: ${formatQuantity(last.value, way.unit, indicators.get(way.line)?.decimals)})`, ` (last known: ${formatQuantity(last.value, way.unit, indicators.get(way.line)?.decimals)})`) : ""}`;
  };
  const line = series.isAgreed ? say("wat is afgesproken", "what was agreed") : say("gelijkmatige aflossing (niet afgesproken)", "even repayment (not agreed)");
  return (
    <div class="what-if-target">
      <h3>{say(`Wat moet er gebeuren om eind ${year} op koers te zijn?`, `What has to happen to be on track at the end of ${year}?`)}</h3>
      <LoadableView source={loaded} name={say("wat nodig is", "what is needed")}>
        {target => target.short <= 0 ? (
          <p>{say(`Er is ${formatEuros(target.repaid)} afgelost; bij ${line} zou dat ${formatEuros(target.reference)} zijn. Er is niets meer nodig.`, `${formatEuros(target.repaid)} is repaid; by ${line} it would be ${formatEuros(target.reference)}. Nothing more is needed.`)}</p>
        ) : (
          <>
            <p>{say(`Er is ${formatEuros(target.repaid)} afgelost; bij ${line} zou dat ${formatEuros(target.reference)} zijn. Er ontbreekt ${formatEuros(target.short)}. Dit zou elke regel alleen moeten doen:`, `${formatEuros(target.repaid)} is repaid; by ${line} it would be ${formatEuros(target.reference)}. ${formatEuros(target.short)} is missing. This is what each line alone would have to do:`)}</p>
            <ScrollBox label={say("Wat elke regel alleen moet doen", "What each line alone has to do")} className="stacked">
              <table>
                <caption class="visually-hidden">{say("Wat elke regel alleen moet doen", "What each line alone has to do")}</caption>
                <thead><tr><th scope="col">{say("Regel", "Line")}</th><th scope="col">{say("Nodig", "Needed")}</th></tr></thead>
                <tbody>{target.ways.map(w => <tr key={w.line}><th scope="row">{localize(w.label)}</th><td data-header={say("Nodig", "Needed")}>{formatNeeded(w)}</td></tr>)}</tbody>
              </table>
            </ScrollBox>
          </>
        )}
      </LoadableView>
    </div>
  );
}

function Slider({ lever, value, onChange }: { lever: Lever; value: number; onChange: (value: number) => void }) {
  const id = `lever-${lever.key}`;
  return (
    <div class="lever">
      <label for={id}>{lever.label}{lever.mark && <span class="lever-mark muted">{lever.mark.words}</span>}</label>
      <output for={id}>{lever.format(value)}</output>
      <input id={id} type="range" min={lever.min} max={lever.max} step={lever.step} value={value} aria-valuetext={lever.format(value)} {...(lever.mark ? { list: `${id}-marks` } : {})} onInput={e => onChange(Number(e.currentTarget.value))} />
      {lever.mark && <datalist id={`${id}-marks`}><option value={lever.mark.at} label={say("nulmeting", "baseline")} /></datalist>}
    </div>
  );
}

function Outcome({ statement, figures, year }: { statement: Scorecard; figures: MortgageFigures; year: number }) {
  const known = figures.series.years.find(y => y.year === year)!;
  const findTotal = (code: string): number | undefined => statement.totals.find(t => t.code === code)?.value;
  const formatAmount = (value: number | undefined): string => (value === undefined ? say("niet te geven", "cannot be given") : formatEuros(value));
  // A moved line without a new credit is listed too, with its earlier credit.
  const getCreditedBefore = (l: ScorecardLine): number | undefined => l.figures["credited-before"] || undefined;
  const credited = statement.lines.filter(l => l.amount !== undefined && (l.amount !== 0 || getCreditedBefore(l) !== undefined));
  const agreed = figures.series.isAgreed ? say("afgesproken", "agreed") : say("gelijkmatige aflossing (niet afgesproken)", "even repayment (not agreed)");
  return (
    <>
      <dl class="totals">
        <div><dt>{say(`Saldo eind ${year}`, `Balance at the end of ${year}`)}</dt><dd class="figure">{formatAmount(findTotal("closing-balance"))}</dd>{known.closing !== undefined && <dd class="muted">{say("nu", "now")} {formatEuros(known.closing)}</dd>}</div>
        <div><dt>{say("Afgelost tot en met dat jaar", "Repaid up to and including that year")}</dt><dd class="figure">{formatAmount(findTotal("repaid"))}</dd><dd class="muted">{agreed}: {formatEuros(known.reference)}</dd></div>
        {findTotal("on-track") !== undefined && <div><dt>{figures.series.isAgreed ? say("Deel van wat is afgesproken", "Share of what was agreed") : say("Deel van een gelijkmatige aflossing", "Share of even repayment")}</dt><dd class="figure">{formatNumber(findTotal("on-track")!, 1)}%</dd>{!figures.series.isAgreed && <dd class="muted">{say("niet in het contract afgesproken", "not agreed in the contract")}</dd>}</div>}
      </dl>
      <ul class="credited">{credited.map(l => <li key={l.code}><span>{localize(l.label)}{getCreditedBefore(l) !== undefined && <span class="muted credited-before">{say(`al eerder bijgeschreven: ${formatEuros(getCreditedBefore(l)!)}`, `credited before: ${formatEuros(getCreditedBefore(l)!)}`)}</span>}</span><strong>{formatEuros(l.amount!)}</strong></li>)}</ul>
    </>
  );
}

function createLevers(figures: MortgageFigures): Lever[] {
  const { mortgage, indicators } = figures;
  const { contract } = mortgage;
  const figureLevers = contract.indicators.flatMap((rule): Lever[] => {
    const indicator = indicators.get(rule.code);
    if (!indicator || rule.baseline === undefined || rule.step === undefined) {
      return [];
    }
    const better = indicator.polarity === "lower-is-better" ? -1 : 1;
    const size = rule.stepUnit === "relative" ? (rule.baseline * rule.step) / 100 : rule.step;
    const { baseline } = rule;
    // The range starts at the last known figure and uses the steps of the contract: a fixed number for the better, and past the baseline for the worse.
    const last = findLastKnown(figures, rule.code);
    const current = last?.value ?? baseline;
    const ahead = current + better * size * maxSteps;
    const behind = current - better * size * (Math.ceil(Math.max(0, (better * (current - baseline)) / size)) + 4);
    const round = (v: number): number => Number(v.toFixed(6));
    const clamp = (v: number): number => (v < 0 ? current - Math.floor(current / size) * size : indicator.unit === "%" && v > 100 ? current + Math.floor((100 - current) / size) * size : v);
    const format = (v: number): string => formatQuantity(v, indicator.unit, indicator.decimals);
    return [{
      key: `i.${rule.code}`, label: localize(indicator.label), min: round(clamp(Math.min(ahead, behind))), max: round(clamp(Math.max(ahead, behind))), step: round(size), current: round(current),
      mark: { at: baseline, words: last ? say(`laatst bekend ${format(current)} (${last.period}); nulmeting ${format(baseline)}`, `last known ${format(current)} (${last.period}); baseline ${format(baseline)}`) : say(`nulmeting ${format(baseline)}; daarna niets bekend`, `baseline ${format(baseline)}; nothing known since`) },
      format: v => (Math.abs(v - current) < size / 1000 ? `${format(v)} (${last ? say("laatst bekend", "last known") : say("nulmeting", "baseline")})` : Math.abs(v - baseline) < size / 1000 ? `${format(v)} (${say("nulmeting", "baseline")})` : format(v)),
      apply: (value, all) => all.values.push({ indicator: rule.code, value }),
    }];
  });
  const activityLevers = contract.tariffs.map((tariff): Lever => ({
    key: `a.${tariff.code}`, label: `${localize(tariff.label)} (${formatEuros(tariff.amount)})`, min: 0, max: 100, step: 1, current: 0, format: v => `${formatNumber(v)} ${say("keer", "times")}`,
    apply: (count, all) => all.activities.push({ activity: tariff.code, count }),
  }));
  return [...figureLevers, ...activityLevers, {
    key: "operation", label: say("Opbrengst van het huis", "Proceeds of the house"), min: 0, max: Math.round(contract.principal / 10), step: 250, current: 0, format: formatEuros,
    apply: (value, all) => { all.operation = value; },
  }];
}

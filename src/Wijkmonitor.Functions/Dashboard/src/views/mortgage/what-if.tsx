import { useEffect, useState } from "preact/hooks";
import { ApiProblem, asProblem, get, post } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Assumptions, Scorecard, ScorecardLine, TargetWay, MortgageTarget } from "../../api/types";
import { Failed, Show } from "../../parts/states";
import { Scroll } from "../../parts/table";
import { euro, number, quantity } from "../../text/format";
import { granularityOf } from "../../text/period";
import { pick, say } from "../../text/language";
import type { MortgageFigures } from "./figures";

interface Lever { key: string; mark?: { at: number; words: string }; label: string; from: number; to: number; step: number; now: number; show: (value: number) => string; apply: (value: number, all: Required<Assumptions>) => void }

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
          {!outcome && moved.length === 0 && <Before figures={figures} year={year} />}
          {moved.length > 0 && <button type="button" class="quiet" onClick={() => setValues({})}>{say("Alles terug", "Reset all")}</button>}
        </div>
      </div>
      <Target key={year} year={year} figures={figures} />
    </section>
  );
}

// The newest figure of a year that is known, which a new year starts from.
function lastKnown({ observed }: MortgageFigures, indicator: string): { value: number; period: string } | undefined {
  const known = observed.filter(o => o.indicator === indicator && o.value !== undefined && granularityOf(o.period) === "year");
  const last = [...known].sort((a, b) => a.period.localeCompare(b.period)).at(-1);
  return last && { value: last.value!, period: last.period };
}

/** What was repaid before the year that is thought about. */
function Before({ figures, year }: { figures: MortgageFigures; year: number }) {
  const before = figures.series.years.filter(y => y.year < year && y.repaid !== undefined).at(-1);
  return before ? <p class="muted">{say(`Tot en met ${before.year} is al ${euro(before.repaid!)} bijgeschreven.`, `Through ${before.year}, ${euro(before.repaid!)} was credited already.`)}</p> : null;
}

/** What each line alone would have to do for a year to end on track. */
function Target({ year, figures }: { year: number; figures: MortgageFigures }) {
  const { mortgage, series, indicators } = figures;
  const loaded = useLoad(signal => get<MortgageTarget>(`/social-mortgages/${encodeURIComponent(mortgage.contract.id)}/statements/${year}/target`, signal), [year]);
  const needed = (way: TargetWay): string => {
    if (way.needed === undefined) {
      return say("kan het niet alleen", "cannot do it alone");
    }
    if (way.unit === "count") {
      return say(`nog ${number(way.needed)} keer erbij`, `${number(way.needed)} more times`);
    }
    const last = lastKnown(figures, way.line);
    return way.unit === "EUR" && !indicators.has(way.line) ? say(`nog ${euro(way.needed)} erbij`, `${euro(way.needed)} more`)
      : `${quantity(way.needed, way.unit, indicators.get(way.line)?.decimals)}${last ? say(` (laatst bekend: ${quantity(last.value, way.unit, indicators.get(way.line)?.decimals)})`, ` (last known: ${quantity(last.value, way.unit, indicators.get(way.line)?.decimals)})`) : ""}`;
  };
  const line = series.isAgreed ? say("wat is afgesproken", "what was agreed") : say("gelijkmatige aflossing (niet afgesproken)", "even repayment (not agreed)");
  return (
    <div class="target">
      <h3>{say(`Wat moet er gebeuren om eind ${year} op koers te zijn?`, `What has to happen to be on track at the end of ${year}?`)}</h3>
      <Show of={loaded} what={say("wat nodig is", "what is needed")}>
        {target => target.short <= 0 ? (
          <p>{say(`Er is ${euro(target.repaid)} afgelost; bij ${line} hoort ${euro(target.reference)}. Er is niets meer nodig.`, `${euro(target.repaid)} is repaid; ${line} asks ${euro(target.reference)}. Nothing more is needed.`)}</p>
        ) : (
          <>
            <p>{say(`Er is ${euro(target.repaid)} afgelost; bij ${line} hoort ${euro(target.reference)}. Er ontbreekt ${euro(target.short)}. Dit zou elke regel alleen moeten doen:`, `${euro(target.repaid)} is repaid; ${line} asks ${euro(target.reference)}. ${euro(target.short)} is short. This is what each line alone would have to do:`)}</p>
            <Scroll label={say("Wat elke regel alleen moet doen", "What each line alone has to do")}>
              <table>
                <caption class="unseen">{say("Wat elke regel alleen moet doen", "What each line alone has to do")}</caption>
                <thead><tr><th scope="col">{say("Regel", "Line")}</th><th scope="col">{say("Nodig", "Needed")}</th></tr></thead>
                <tbody>{target.ways.map(w => <tr key={w.line}><th scope="row">{pick(w.label)}</th><td>{needed(w)}</td></tr>)}</tbody>
              </table>
            </Scroll>
          </>
        )}
      </Show>
    </div>
  );
}

function Slider({ lever, value, set }: { lever: Lever; value: number; set: (value: number) => void }) {
  const id = `lever-${lever.key}`;
  return (
    <div class="lever">
      <label for={id}>{lever.label}{lever.mark && <span class="lever-mark muted">{lever.mark.words}</span>}</label>
      <output for={id}>{lever.show(value)}</output>
      <input id={id} type="range" min={lever.from} max={lever.to} step={lever.step} value={value} aria-valuetext={lever.show(value)} {...(lever.mark ? { list: `${id}-marks` } : {})} onInput={e => set(Number(e.currentTarget.value))} />
      {lever.mark && <datalist id={`${id}-marks`}><option value={lever.mark.at} label={say("nulmeting", "baseline")} /></datalist>}
    </div>
  );
}

function Outcome({ statement, figures, year }: { statement: Scorecard; figures: MortgageFigures; year: number }) {
  const known = figures.series.years.find(y => y.year === year)!;
  const total = (code: string): number | undefined => statement.totals.find(t => t.code === code)?.value;
  const amount = (value: number | undefined): string => (value === undefined ? say("niet te geven", "cannot be given") : euro(value));
  // What moved and brings nothing stands there too, with what was credited for it before.
  const before = (l: ScorecardLine): number | undefined => l.figures["credited-before"] || undefined;
  const credited = statement.lines.filter(l => l.amount !== undefined && (l.amount !== 0 || before(l) !== undefined));
  const agreed = figures.series.isAgreed ? say("afgesproken", "agreed") : say("gelijkmatige aflossing (niet afgesproken)", "even repayment (not agreed)");
  return (
    <>
      <dl class="totals">
        <div><dt>{say(`Saldo eind ${year}`, `Balance at the end of ${year}`)}</dt><dd class="figure">{amount(total("closing-balance"))}</dd>{known.closing !== undefined && <dd class="muted">{say("nu", "now")} {euro(known.closing)}</dd>}</div>
        <div><dt>{say("Afgelost tot en met dat jaar", "Repaid through that year")}</dt><dd class="figure">{amount(total("repaid"))}</dd><dd class="muted">{agreed}: {euro(known.reference)}</dd></div>
        {total("on-track") !== undefined && <div><dt>{figures.series.isAgreed ? say("Deel van wat is afgesproken", "Share of what was agreed") : say("Deel van een gelijkmatige aflossing", "Share of even repayment")}</dt><dd class="figure">{number(total("on-track")!, 1)}%</dd>{!figures.series.isAgreed && <dd class="muted">{say("niet in het contract afgesproken", "not agreed in the contract")}</dd>}</div>}
      </dl>
      <ul class="credited">{credited.map(l => <li key={l.code}><span>{pick(l.label)}{before(l) !== undefined && <span class="muted credited-before">{say(`al eerder bijgeschreven: ${euro(before(l)!)}`, `credited before: ${euro(before(l)!)}`)}</span>}</span><strong>{euro(l.amount!)}</strong></li>)}</ul>
    </>
  );
}

function leversOf(figures: MortgageFigures): Lever[] {
  const { mortgage, indicators } = figures;
  const { contract } = mortgage;
  const ofFigures = contract.indicators.flatMap((rule): Lever[] => {
    const indicator = indicators.get(rule.code);
    if (!indicator || rule.baseline === undefined || rule.step === undefined) {
      return [];
    }
    const better = indicator.polarity === "lower-is-better" ? -1 : 1;
    const size = rule.stepUnit === "relative" ? (rule.baseline * rule.step) / 100 : rule.step;
    const { baseline } = rule;
    // From the last figure that is known, in the steps of the contract: so far for the better, and past the baseline for the worse.
    const last = lastKnown(figures, rule.code);
    const now = last?.value ?? baseline;
    const ahead = now + better * size * steps;
    const behind = now - better * size * (Math.ceil(Math.max(0, (better * (now - baseline)) / size)) + 4);
    const round = (v: number): number => Number(v.toFixed(6));
    const within = (v: number): number => (v < 0 ? now - Math.floor(now / size) * size : indicator.unit === "%" && v > 100 ? now + Math.floor((100 - now) / size) * size : v);
    const shown = (v: number): string => quantity(v, indicator.unit, indicator.decimals);
    return [{
      key: `i.${rule.code}`, label: pick(indicator.label), from: round(within(Math.min(ahead, behind))), to: round(within(Math.max(ahead, behind))), step: round(size), now: round(now),
      mark: { at: baseline, words: last ? say(`laatst bekend ${shown(now)} (${last.period}); nulmeting ${shown(baseline)}`, `last known ${shown(now)} (${last.period}); baseline ${shown(baseline)}`) : say(`nulmeting ${shown(baseline)}; daarna niets bekend`, `baseline ${shown(baseline)}; nothing known since`) },
      show: v => (Math.abs(v - now) < size / 1000 ? `${shown(v)} (${last ? say("laatst bekend", "last known") : say("nulmeting", "baseline")})` : Math.abs(v - baseline) < size / 1000 ? `${shown(v)} (${say("nulmeting", "baseline")})` : shown(v)),
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

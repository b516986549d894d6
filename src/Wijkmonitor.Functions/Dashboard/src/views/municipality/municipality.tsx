import { useEffect, useState } from "preact/hooks";
import { get, getAll } from "../../api/http";
import { byOrder, findKind, loadKinds } from "../../api/kinds";
import { Parts, useLoad, type Lack } from "../../api/load";
import { isAboutAreas, judgesAreas, linesOf, newestThatSays, summariesOf, type LineInfo } from "../../api/summaries";
import type { Area, AreaLevel, Boundaries, Dataset, Indicator, KindInfo, KindOfMunicipality, Observation, ScorecardSummary } from "../../api/types";
import { SourceNote } from "../../parts/source";
import { Empty, Failed, Loading, Partly, Show, Unknown } from "../../parts/states";
import { DataTable, type Column } from "../../parts/table";
import { Title } from "../../parts/title";
import { choose, note, toArea, toMunicipality } from "../../router";
import { sourcesOf } from "../../text/datasets";
import { statusesOf, statusMark, statusName } from "../../text/figures";
import { number } from "../../text/format";
import { pick, say } from "../../text/language";
import { granularities, granularityName, granularityOf, newestFirst, periodHead, periodName, yearOf } from "../../text/period";
import { levelCount, levelName, levelPlural } from "../../text/terms";
import { AreaMap, join } from "./map";
import { isOfJudgements, ofIndicator, ofKind, type Row, type Shown } from "./shown";

/** A kind that the municipality has, and what it says of itself. Whether it may be ranked the municipality's rules say. */
interface ShownKind { info: KindInfo; periods: string[]; isRanked: boolean }

interface Overview {
  code: string; areas: Area[]; kinds: ShownKind[]; indicators: Map<string, Indicator>; observed: Map<string, string[]>; boundaries: Boundaries | undefined; datasets: readonly Dataset[]; lacks: readonly Lack[];
}

const indicatorPrefix = "i.";
// Beyond so many areas a list of those of other years helps nobody.
const mostListed = 2000;
const encode = encodeURIComponent;

async function overview(code: string, signal: AbortSignal): Promise<Overview> {
  const parts = new Parts();
  const [areas, infos, kinds, indicators, observations, boundaries, datasets] = await Promise.all([
    getAll<Area>(`/municipalities/${encode(code)}/areas?limit=10000`, signal),
    loadKinds(signal),
    getAll<KindOfMunicipality>(`/municipalities/${encode(code)}/scorecards`, signal),
    getAll<Indicator>("/indicators", signal),
    getAll<Observation>(`/areas/${encode(code)}/observations`, signal),
    // Boundaries are a service to the eye: without them the table says it all.
    parts.get({ nl: "de grenzen voor de kaart", en: "the boundaries of the map" }, get<Boundaries>(`/municipalities/${encode(code)}/boundaries`, signal), undefined),
    parts.get({ nl: "de namen van de datasets", en: "the names of the datasets" }, getAll<Dataset>("/datasets", signal), []),
  ]);
  const observed = new Map<string, string[]>();
  for (const o of observations) {
    observed.set(o.indicator, newestFirst([...new Set([...(observed.get(o.indicator) ?? []), o.period])]));
  }
  const ordered = kinds
    .map((k): ShownKind => ({ info: findKind(infos, k.kind), periods: [...k.periods].sort().reverse(), isRanked: k.mayBeRanked }))
    .sort((a, b) => byOrder(a.info, b.info));
  return { code, areas, kinds: ordered, indicators: new Map(indicators.map(i => [i.code, i])), observed, boundaries, datasets, lacks: parts.lacks };
}

export function MunicipalityView({ code, query }: { code: string; query: URLSearchParams }) {
  const loaded = useLoad(signal => overview(code, signal), [code]);
  return (
    <Show of={loaded} what={say("gemeente", "municipality")} whole>
      {(value, again) => <Municipality code={code} query={query} known={value} again={again} />}
    </Show>
  );
}

function Municipality({ code, query, known, again }: { code: string; query: URLSearchParams; known: Overview; again: () => void }) {
  const name = known.areas.find(a => a.code === code)?.name ?? code;
  const options = [
    ...known.kinds.map(k => ({ key: k.info.name, label: pick(k.info.title), periods: k.periods })),
    ...[...known.observed].flatMap(([i, periods]) => {
      const indicator = known.indicators.get(i);
      return indicator ? [{ key: indicatorPrefix + i, label: pick(indicator.label), periods }] : [];
    }),
  ];
  const chosen = options.find(o => o.key === query.get("toon")) ?? options[0];
  // Of what nobody chose a year for, the newest year that says something is shown; which one that is, is known when the newest was looked at.
  const [betterPeriods, setBetterPeriods] = useState<Record<string, string>>({});
  const asked = chosen?.periods.find(p => p === query.get("jaar"));
  const period = asked ?? betterPeriods[chosen?.key ?? ""] ?? chosen?.periods[0];
  const levels = (["district", "neighbourhood", "custom"] as const).filter(l => known.areas.some(a => a.level === l));
  return (
    <>
      <Title above={say("Gemeente", "Municipality")} below={<>
        <p class="lead">{levels.map(l => counted(known.areas, l)).join(", ")}</p>
        <nav class="views" aria-label={say("Van deze gemeente", "Of this municipality")}>
          <a href={toMunicipality(code)} aria-current="page">{say("De gebieden", "The areas")}</a> <a href={toArea(code)}>{say("De gemeente zelf", "The municipality itself")}</a>
        </nav>
      </>}>{name}</Title>
      <Partly lacks={known.lacks} again={again} />
      {!chosen || !period ? (
        <Empty title={say("Over deze gemeente is nog niets berekend", "Nothing was computed of this municipality yet")}>
          <p>{say("De gebieden zijn bekend, maar er is nog geen cijfer aangeleverd.", "Its areas are known, but no figures were delivered yet.")}</p>
        </Empty>
      ) : (
        <>
          <form class="choices" onSubmit={e => e.preventDefault()}>
            <label>{say("Toon", "Show")}
              <select value={chosen.key} onChange={e => choose({ toon: e.currentTarget.value, jaar: undefined, regel: undefined, op: undefined, af: undefined })}>
                <optgroup label={say("Scorekaarten", "Scorecards")}>{options.filter(o => !o.key.startsWith(indicatorPrefix)).map(o => <option key={o.key} value={o.key}>{o.label}</option>)}</optgroup>
                <optgroup label={say("Cijfers", "Figures")}>{options.filter(o => o.key.startsWith(indicatorPrefix)).map(o => <option key={o.key} value={o.key}>{o.label}</option>)}</optgroup>
              </select>
            </label>
            <label>{periodHead(chosen.periods)}
              <select value={period} onChange={e => choose({ jaar: e.currentTarget.value })}><PeriodOptions periods={chosen.periods} /></select>
            </label>
          </form>
          <Unknown query={query} known={{ toon: chosen.key, jaar: period }} />
          <Selection
            key={`${chosen.key}/${period}`} {...{ code, name, query, known, period, levels }} what={chosen.key} earlier={chosen.periods.filter(p => p < period)}
            isAsked={asked !== undefined} onBetter={p => setBetterPeriods(now => ({ ...now, [chosen.key]: p }))}
          />
        </>
      )}
    </>
  );
}

// Under their kind, where there are several.
function PeriodOptions({ periods }: { periods: readonly string[] }) {
  const kinds = granularities.filter(g => periods.some(p => granularityOf(p) === g));
  const options = (of: readonly string[]) => of.map(p => <option key={p} value={p}>{periodName(p)}</option>);
  return <>{kinds.length === 1 ? options(periods) : kinds.map(g => <optgroup key={g} label={granularityName(g)}>{options(periods.filter(p => granularityOf(p) === g))}</optgroup>)}</>;
}

interface SelectionProps { code: string; name: string; query: URLSearchParams; known: Overview; what: string; period: string; levels: readonly AreaLevel[]; earlier: readonly string[]; isAsked: boolean; onBetter: (period: string) => void }

function Selection(props: SelectionProps) {
  const { code, what, period, known, earlier, isAsked, onBetter } = props;
  const indicator = what.startsWith(indicatorPrefix) ? known.indicators.get(what.slice(indicatorPrefix.length)) : undefined;
  const figures = useLoad(async signal => {
    const ofMunicipality = `/municipalities/${encode(code)}`;
    const summaries = indicator ? [] : await summariesOf(code, what, period, signal);
    return {
      observations: indicator ? await getAll<Observation>(`${ofMunicipality}/observations?indicators=${encode(indicator.code)}&period=${period}&limit=50000`, signal) : [],
      summaries,
      // The municipality's own card can have lines that no area has.
      lines: await linesOf(summaries.filter(s => s.area !== code), signal),
    };
  }, [what, period]);
  const isSilent = figures.state === "ready" && !indicator && !isAboutAreas(code, figures.value.summaries);
  const kind = known.kinds.find(k => k.info.name === what)?.info;
  // Where nobody chose a year, one with a judgement is preferred to a newer one that has figures alone.
  const isWeak = figures.state === "ready" && !isAsked && kind !== undefined && Object.keys(kind.signals).length > 0 && !judgesAreas(code, figures.value.summaries);
  const before = useLoad(signal => (kind && (isSilent || isWeak) ? newestThatSays(code, kind, earlier, signal) : Promise.resolve(undefined)), [isSilent, isWeak]);
  const better = before.state === "ready" ? before.value : undefined;
  useEffect(() => {
    if (better && !isAsked) {
      onBetter(better);
    }
  }, [better, isAsked]);
  if ((isSilent || isWeak) && !isAsked && (before.state === "loading" || better)) {
    return <Loading what={say("cijfers", "figures")} />;
  }
  if (before.state === "failed") {
    return <Failed problem={before.problem} again={before.again} />;
  }
  return (
    <Show of={figures} what={say("cijfers", "figures")}>
      {found => <Figures {...props} indicator={indicator} {...found} better={better} />}
    </Show>
  );
}

function Figures({ code, name, query, known, what, period, levels, indicator, observations, summaries, lines, better }: SelectionProps & {
  indicator: Indicator | undefined; observations: readonly Observation[]; summaries: readonly ScorecardSummary[]; lines: readonly LineInfo[]; better: string | undefined;
}) {
  const kind = known.kinds.find(k => k.info.name === what);
  const line = lineOf(kind?.info, lines, summaries, query.get("regel"));
  const shown: Shown = indicator ? ofIndicator(indicator, observations) : ofKind(kind!.info, { lines, line, decimalsOf: c => known.indicators.get(c)?.decimals }, summaries, kind!.isRanked);
  const withFigure = new Set([...observations.map(o => o.area), ...summaries.map(s => s.area)]);
  const level = levels.find(l => l === query.get("niveau")) ?? fullest(levels, known, withFigure);
  const sought = (query.get("zoek") ?? "").trim().toLowerCase();
  const ofLevel = known.areas.filter(a => a.level === level && (withFigure.has(a.code) || a.boundaryYears.includes(yearOf(period))));
  const areas = ofLevel.filter(a => a.name.toLowerCase().includes(sought) || a.code.toLowerCase().includes(sought));
  const columns: Column<Row>[] = [
    { key: "name", head: say("Naam", "Name"), cell: ({ area: a }) => <a href={toArea(a.code)}>{a.name}</a>, value: ({ area: a }) => a.name },
    ...shown.columns,
    { key: "code", head: say("Code", "Code"), cell: ({ area: a }) => <span class="code">{a.code}</span>, value: ({ area: a }) => a.code },
  ];
  const label = observations.find(o => o.periodLabel)?.periodLabel;
  const when = label ? pick(label) : periodName(period);
  const table = (
    <DataTable
      caption={say(`${shown.title} ${when}, per ${levelName(level).toLowerCase()}`, `${shown.title} ${when}, by ${levelName(level).toLowerCase()}`)}
      columns={columns} rows={areas.flatMap(shown.rowsOf)} rowKey={row => [row.area.code, row.summary?.subject].filter(Boolean).join("/")} fileName={`${name}-${what}-${period}`.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, "-")}
      {...(shown.columns[0] ? { stacks: shown.columns[0].key } : {})} sorting={{ by: sortKey(query, columns), descending: query.get("af") === "1" }} onSort={s => note({ op: s.by, af: s.descending ? "1" : undefined })}
      tools={
        <label class="inline">{say("Zoek op naam", "Search by name")}
          <input type="search" value={query.get("zoek") ?? ""} onInput={e => note({ zoek: e.currentTarget.value || undefined })} />
        </label>
      }
    />
  );
  const boundaries = known.boundaries && join(ofLevel, known.boundaries).shapes.size > 0 ? known.boundaries : undefined;
  return (
    <>
      <h2 class="print-only">{shown.title} {when}</h2>
      {kind && <p class="about">{pick(kind.info.summary)} {!shown.isRanked && say("Dit is geen ranglijst; de gebieden staan op naam.", "This is no ranking; the areas are ordered by name.")}</p>}
      <div class="segments" role="group" aria-label={say("Soort gebied", "Kind of area")}>
        {levels.map(l => <button key={l} type="button" aria-pressed={l === level} onClick={() => choose({ niveau: l })}>{levelPlural(l)}</button>)}
      </div>
      {kind && lines.length > 1 && (isOfJudgements(kind.info) || boundaries) && (
        <label class="inline apart">{isOfJudgements(kind.info) ? say("Oordeel over", "Judgement of") : say("Op de kaart", "On the map")}{" "}
          <select value={line?.code ?? ""} onChange={e => choose({ regel: e.currentTarget.value || undefined })}>
            {isOfJudgements(kind.info) && <option value="">{say("alle cijfers samen", "all figures together")}</option>}
            {lines.map(l => <option key={l.code} value={l.code}>{pick(l.label)}</option>)}
          </select>
        </label>
      )}
      {!(indicator ? [...withFigure].some(shown.hasAny) : isAboutAreas(code, summaries)) ? <Silent isKind={!indicator} period={period} better={better} own={summaries.some(s => s.area === code) ? toArea(code) : undefined} /> : (
        <div class={boundaries ? "beside" : ""}>
          <div>
            {boundaries ? <AreaMap areas={ofLevel} boundaries={boundaries} shown={shown} name={name} /> : known.lacks.length > 0 ? null : (
              <p class="no-map">{say(`Van deze ${levelPlural(level)} zijn geen grenzen aangeleverd; daarom is er geen kaart.`, `No boundaries of these ${levelPlural(level)} were delivered, so there is no map.`)}</p>
            )}
          </div>
          <div>{table}</div>
        </div>
      )}
      {known.areas.length < mostListed && <OtherYears areas={known.areas.filter(a => a.level === level && !ofLevel.includes(a))} level={level} />}
      <SourceNote
        sources={indicator ? [pick(indicator.source)] : sourcesOf(what, lines, known)}
        computedAt={summaries.map(s => s.computedAt ?? "").sort().at(-1) || undefined}
        boundaryYears={[...observations, ...summaries].map(o => o.boundaryYear)} rules={summaries[0]?.ruleVersion}
      >
        <div><dt>{say("Met een cijfer", "With a figure")}</dt><dd>{number(ofLevel.filter(a => shown.hasFigure(a.code)).length)} {say("van", "of")} {levelCount(ofLevel.length, level)}</dd></div>
        {statusesOf(observations).map(status => <div key={status}><dt>{statusMark(status)}</dt><dd>{status === "series-break" ? statusName(status) : say(`${statusName(status)} cijfer`, `${statusName(status)} figure`)}</dd></div>)}
      </SourceNote>
    </>
  );
}

// Why there is nothing to show, and where there is something.
function Silent({ isKind, period, better, own }: { isKind: boolean; period: string; better: string | undefined; own: string | undefined }) {
  return (
    own && !better ? (
      <Empty title={say("Dit gaat over de gemeente als geheel", "This is about the municipality as a whole")}>
        <p>{say("Er zijn geen cijfers per gebied. ", "There are no figures by area. ")}<a href={own}>{say("Bekijk de gemeente zelf", "See the municipality itself")}</a></p>
      </Empty>
    ) : <Empty title={say(`Over ${periodName(period)} is hier niets van te zeggen`, `Nothing can be said of this for ${periodName(period)}`)}>
      <p>{isKind
        ? say("Deze scorekaart heeft cijfers nodig die voor dit jaar van geen enkel gebied zijn aangeleverd. Of er is niets om ze mee te vergelijken.", "The figures that this scorecard needs were delivered of no area for this year. Or there is nothing to compare them with.")
        : say("Voor deze periode is dit cijfer van geen gebied bekend.", "For this period the figure of no area is known.")}</p>
      {better ? <p><button type="button" onClick={() => choose({ jaar: better })}>{say(`Toon ${better}`, `Show ${better}`)}</button></p> : <p>{say("Kies hierboven een ander jaar of een ander cijfer.", "Choose another year or another figure above.")}</p>}
    </Empty>
  );
}

// The line that was chosen, and where none was: of a kind that counts its judgements the only line that there is, of another the one that it judges, or draws first.
function lineOf(kind: KindInfo | undefined, lines: readonly LineInfo[], summaries: readonly ScorecardSummary[], asked: string | null): LineInfo | undefined {
  const chosen = lines.find(l => l.code === asked);
  if (chosen || !kind) {
    return chosen;
  }
  const judged = lines.filter(l => summaries.some(s => s.signals[l.code] !== undefined));
  return isOfJudgements(kind) ? (judged.length === 1 ? judged[0] : undefined)
    : judged.length === 1 ? judged[0]
    : lines.find(l => kind.bars?.lines.includes(l.code)) ?? lines[0];
}

const newestOf = (area: Area): number => Math.max(...area.boundaryYears);

// By the newest boundaries that an area is in: another year can have other areas, and all that are in use are counted.
function counted(areas: readonly Area[], level: AreaLevel): string {
  const ofLevel = areas.filter(a => a.level === level);
  const years = [...new Set(ofLevel.map(newestOf))].sort((a, b) => b - a);
  const [newest, ...earlier] = years.map(year => ({ year, count: ofLevel.filter(a => newestOf(a) === year).length }));
  const others = earlier.map(e => say(`${number(e.count)} alleen in ${e.year}`, `${number(e.count)} in ${e.year} only`));
  return `${levelCount(newest!.count, level)} (${[newest!.year, ...others].join("; ")})`;
}

/** The areas of the level that this period does not have: by the year of their boundaries, with a way there. */
function OtherYears({ areas, level }: { areas: readonly Area[]; level: AreaLevel }) {
  if (areas.length === 0) {
    return null;
  }
  const years = [...new Set(areas.map(newestOf))].sort((a, b) => b - a);
  return (
    <details class="shapeless other-years">
      <summary>{say(`Nog ${levelCount(areas.length, level)} met andere grenzen (${years.join(", ")})`, `${levelCount(areas.length, level)} more with other boundaries (${years.join(", ")})`)}</summary>
      <p class="muted">{say("Van deze gebieden is hierboven geen cijfer: hun grenzen zijn van een ander jaar. Zij hebben wel een eigen bladzijde.", "There is no figure of these areas above: their boundaries are of another year. They do have a page of their own.")}</p>
      <ul class="name-list">{areas.map(a => <li key={a.code}><a href={toArea(a.code)}>{a.name}</a> <span class="muted">{newestOf(a)}</span></li>)}</ul>
    </details>
  );
}

const sortKey = (query: URLSearchParams, columns: readonly Column<Row>[]): string =>
  columns.find(c => c.key === query.get("op") && c.sortable !== false)?.key ?? "name";

// The level with a map first, else the one with most figures.
function fullest(levels: readonly AreaLevel[], known: Overview, withFigure: ReadonlySet<string>): AreaLevel {
  const count = (level: AreaLevel): number => {
    const areas = known.areas.filter(a => a.level === level && withFigure.has(a.code));
    return areas.length + join(areas, known.boundaries).shapes.size * 1000;
  };
  return [...levels].sort((a, b) => count(b) - count(a))[0] ?? "municipality";
}

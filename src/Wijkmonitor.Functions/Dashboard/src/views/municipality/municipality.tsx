import { useEffect, useState } from "preact/hooks";
import { get, getAll } from "../../api/http";
import { compareKinds, findKind, loadKinds } from "../../api/kinds";
import { OptionalParts, useLoad, type MissingPart } from "../../api/load";
import { hasAreaContent, hasAreaJudgement, loadLines, findNewestPeriod, loadSummaries, type LineInfo } from "../../api/summaries";
import type { Area, AreaLevel, Boundaries, Dataset, Indicator, KindInfo, MunicipalityKind, Observation, ScorecardSummary } from "../../api/types";
import { SourceNote } from "../../parts/source";
import { EmptyState, FailedState, LoadingState, PartialState, LoadableView, UnknownChoice } from "../../parts/states";
import { DataTable, type Column } from "../../parts/table";
import { Title } from "../../parts/title";
import { pushChoices, replaceChoices, getAreaPath, getMunicipalityPath } from "../../router";
import { listSources } from "../../text/datasets";
import { listStatuses, getStatusMark, getStatusName } from "../../text/figures";
import { formatNumber } from "../../text/format";
import { localize, say } from "../../text/language";
import { granularities, getGranularityName, getGranularity, sortNewestFirst, getPeriodHeader, formatPeriod, getYear } from "../../text/period";
import { formatLevelCount, getLevelName, getLevelPlural } from "../../text/terms";
import { ProgrammesSection } from "../programmes/section";
import { AreaMap, joinShapes } from "./map";
import { isCompared, createIndicatorDisplay, createKindDisplay, type Row, type AreaDisplay } from "./area-display";

/** A kind of scorecard that the municipality has. The rules of the municipality decide whether it may be ranked. */
interface ShownKind { info: KindInfo; periods: string[]; isRanked: boolean }

interface Overview {
  code: string; areas: Area[]; kinds: ShownKind[]; indicators: Map<string, Indicator>; observed: Map<string, string[]>; boundaries: Boundaries | undefined; datasets: readonly Dataset[]; missing: readonly MissingPart[];
}

const indicatorPrefix = "i.";
// A longer list of areas of other years is of no use.
const maxListed = 2000;
const encode = encodeURIComponent;

async function loadOverview(code: string, signal: AbortSignal): Promise<Overview> {
  const parts = new OptionalParts();
  const [areas, infos, kinds, indicators, observations, boundaries, datasets] = await Promise.all([
    getAll<Area>(`/municipalities/${encode(code)}/areas?limit=10000`, signal),
    loadKinds(signal),
    getAll<MunicipalityKind>(`/municipalities/${encode(code)}/scorecards`, signal),
    getAll<Indicator>("/indicators", signal),
    getAll<Observation>(`/areas/${encode(code)}/observations`, signal),
    // The map is optional: the table shows the same figures without boundaries.
    parts.get({ nl: "de grenzen voor de kaart", en: "the boundaries of the map" }, get<Boundaries>(`/municipalities/${encode(code)}/boundaries`, signal), undefined),
    parts.get({ nl: "de namen van de datasets", en: "the names of the datasets" }, getAll<Dataset>("/datasets", signal), []),
  ]);
  const observed = new Map<string, string[]>();
  for (const o of observations) {
    observed.set(o.indicator, sortNewestFirst([...new Set([...(observed.get(o.indicator) ?? []), o.period])]));
  }
  const ordered = kinds
    .map((k): ShownKind => ({ info: findKind(infos, k.kind), periods: [...k.periods].sort().reverse(), isRanked: k.mayBeRanked }))
    .sort((a, b) => compareKinds(a.info, b.info));
  return { code, areas, kinds: ordered, indicators: new Map(indicators.map(i => [i.code, i])), observed, boundaries, datasets, missing: parts.missing };
}

export function MunicipalityView({ code, query }: { code: string; query: URLSearchParams }) {
  const loaded = useLoad(signal => loadOverview(code, signal), [code]);
  return (
    <LoadableView source={loaded} name={say("gemeente", "municipality")} isWholeView>
      {(value, retry) => <Municipality code={code} query={query} overview={value} retry={retry} />}
    </LoadableView>
  );
}

function Municipality({ code, query, overview, retry }: { code: string; query: URLSearchParams; overview: Overview; retry: () => void }) {
  const name = overview.areas.find(a => a.code === code)?.name ?? code;
  const options = [
    ...overview.kinds.map(k => ({ key: k.info.name, label: localize(k.info.title), periods: k.periods })),
    ...[...overview.observed].flatMap(([i, periods]) => {
      const indicator = overview.indicators.get(i);
      return indicator ? [{ key: indicatorPrefix + i, label: localize(indicator.label), periods }] : [];
    }),
  ];
  const chosen = options.find(o => o.key === query.get("toon")) ?? options[0];
  // Without a chosen year, the newest year with content is shown. Which one that is, is known after the newest year is loaded.
  const [betterPeriods, setBetterPeriods] = useState<Record<string, string>>({});
  const requested = chosen?.periods.find(p => p === query.get("jaar"));
  const period = requested ?? betterPeriods[chosen?.key ?? ""] ?? chosen?.periods[0];
  const levels = (["district", "neighbourhood", "custom"] as const).filter(l => overview.areas.some(a => a.level === l));
  return (
    <>
      <Title above={say("Gemeente", "Municipality")} below={<>
        <p class="lead">{levels.map(l => formatAreaCount(overview.areas, l)).join(", ")}</p>
        <nav class="view-links" aria-label={say("Van deze gemeente", "Of this municipality")}>
          <a href={getMunicipalityPath(code)} aria-current="page">{say("De gebieden", "The areas")}</a> <a href={getAreaPath(code)}>{say("De gemeente zelf", "The municipality itself")}</a>
        </nav>
      </>}>{name}</Title>
      <PartialState missing={overview.missing} retry={retry} />
      {!chosen || !period ? (
        <EmptyState title={say("Over deze gemeente is nog niets berekend", "Nothing has been computed for this municipality yet")}>
          <p>{say("De gebieden zijn bekend, maar er is nog geen cijfer aangeleverd.", "Its areas are known, but no figures have been delivered yet.")}</p>
        </EmptyState>
      ) : (
        <>
          <form class="choices" onSubmit={e => e.preventDefault()}>
            <label>{say("Toon", "Show")}
              <select value={chosen.key} onChange={e => pushChoices({ toon: e.currentTarget.value, jaar: undefined, regel: undefined, op: undefined, af: undefined })}>
                <optgroup label={say("Scorekaarten", "Scorecards")}>{options.filter(o => !o.key.startsWith(indicatorPrefix)).map(o => <option key={o.key} value={o.key}>{o.label}</option>)}</optgroup>
                <optgroup label={say("Cijfers", "Figures")}>{options.filter(o => o.key.startsWith(indicatorPrefix)).map(o => <option key={o.key} value={o.key}>{o.label}</option>)}</optgroup>
              </select>
            </label>
            <label>{getPeriodHeader(chosen.periods)}
              <select value={period} onChange={e => pushChoices({ jaar: e.currentTarget.value })}><PeriodOptions periods={chosen.periods} /></select>
            </label>
          </form>
          <UnknownChoice query={query} actual={{ toon: chosen.key, jaar: period }} />
          <Selection
            key={`${chosen.key}/${period}`} {...{ code, name, query, overview, period, levels }} choice={chosen.key} earlier={chosen.periods.filter(p => p < period)}
            isPeriodChosen={requested !== undefined} onBetterPeriod={p => setBetterPeriods(now => ({ ...now, [chosen.key]: p }))}
          />
        </>
      )}
      <ProgrammesSection choice={{ municipality: code }} name={name} />
    </>
  );
}

// Periods are grouped by kind if there are several kinds.
function PeriodOptions({ periods }: { periods: readonly string[] }) {
  const kinds = granularities.filter(g => periods.some(p => getGranularity(p) === g));
  const renderOptions = (shown: readonly string[]) => shown.map(p => <option key={p} value={p}>{formatPeriod(p)}</option>);
  return <>{kinds.length === 1 ? renderOptions(periods) : kinds.map(g => <optgroup key={g} label={getGranularityName(g)}>{renderOptions(periods.filter(p => getGranularity(p) === g))}</optgroup>)}</>;
}

interface SelectionProps { code: string; name: string; query: URLSearchParams; overview: Overview; choice: string; period: string; levels: readonly AreaLevel[]; earlier: readonly string[]; isPeriodChosen: boolean; onBetterPeriod: (period: string) => void }

function Selection(props: SelectionProps) {
  const { code, choice, period, overview, earlier, isPeriodChosen, onBetterPeriod } = props;
  const indicator = choice.startsWith(indicatorPrefix) ? overview.indicators.get(choice.slice(indicatorPrefix.length)) : undefined;
  const figures = useLoad(async signal => {
    const path = `/municipalities/${encode(code)}`;
    const summaries = indicator ? [] : await loadSummaries(code, choice, period, signal);
    return {
      observations: indicator ? await getAll<Observation>(`${path}/observations?indicators=${encode(indicator.code)}&period=${period}&limit=50000`, signal) : [],
      summaries,
      // The municipality's own scorecard can have lines that no area has.
      lines: await loadLines(summaries.filter(s => s.area !== code), signal),
    };
  }, [choice, period]);
  const isEmpty = figures.state === "ready" && !indicator && !hasAreaContent(code, figures.value.summaries);
  const kind = overview.kinds.find(k => k.info.name === choice)?.info;
  // Without a chosen year, a year with a judgement is preferred to a newer one with figures only.
  const lacksJudgement = figures.state === "ready" && !isPeriodChosen && kind !== undefined && Object.keys(kind.signals).length > 0 && !hasAreaJudgement(code, figures.value.summaries);
  const before = useLoad(signal => (kind && (isEmpty || lacksJudgement) ? findNewestPeriod(code, kind, earlier, signal) : Promise.resolve(undefined)), [isEmpty, lacksJudgement]);
  const betterPeriod = before.state === "ready" ? before.value : undefined;
  useEffect(() => {
    if (betterPeriod && !isPeriodChosen) {
      onBetterPeriod(betterPeriod);
    }
  }, [betterPeriod, isPeriodChosen]);
  if ((isEmpty || lacksJudgement) && !isPeriodChosen && (before.state === "loading" || betterPeriod)) {
    return <LoadingState name={say("cijfers", "figures")} />;
  }
  if (before.state === "failed") {
    return <FailedState problem={before.problem} retry={before.retry} />;
  }
  return (
    <LoadableView source={figures} name={say("cijfers", "figures")}>
      {found => <Figures {...props} indicator={indicator} {...found} betterPeriod={betterPeriod} />}
    </LoadableView>
  );
}

function Figures({ code, name, query, overview, choice, period, levels, indicator, observations, summaries, lines, betterPeriod }: SelectionProps & {
  indicator: Indicator | undefined; observations: readonly Observation[]; summaries: readonly ScorecardSummary[]; lines: readonly LineInfo[]; betterPeriod: string | undefined;
}) {
  const kind = overview.kinds.find(k => k.info.name === choice);
  const line = selectLine(kind?.info, lines, summaries, query.get("regel"));
  const shown: AreaDisplay = indicator ? createIndicatorDisplay(indicator, observations) : createKindDisplay(kind!.info, { lines, line, getDecimals: c => overview.indicators.get(c)?.decimals }, summaries, kind!.isRanked);
  const areasWithFigure = new Set([...observations.map(o => o.area), ...summaries.map(s => s.area)]);
  const level = levels.find(l => l === query.get("niveau")) ?? selectLevel(levels, overview, areasWithFigure);
  const searchText = (query.get("zoek") ?? "").trim().toLowerCase();
  const levelAreas = overview.areas.filter(a => a.level === level && (areasWithFigure.has(a.code) || a.boundaryYears.includes(getYear(period))));
  const areas = levelAreas.filter(a => a.name.toLowerCase().includes(searchText) || a.code.toLowerCase().includes(searchText));
  const columns: Column<Row>[] = [
    { key: "name", header: say("Naam", "Name"), cell: ({ area: a }) => <a href={getAreaPath(a.code)}>{a.name}</a>, value: ({ area: a }) => a.name },
    ...shown.columns,
    { key: "code", header: say("Code", "Code"), cell: ({ area: a }) => <span class="code">{a.code}</span>, value: ({ area: a }) => a.code },
  ];
  const label = observations.find(o => o.periodLabel)?.periodLabel;
  const periodLabel = label ? localize(label) : formatPeriod(period);
  const table = (
    <DataTable
      caption={say(`${shown.title} ${periodLabel}, per ${getLevelName(level).toLowerCase()}`, `${shown.title} ${periodLabel}, by ${getLevelName(level).toLowerCase()}`)}
      columns={columns} rows={areas.flatMap(shown.getRows)} rowKey={row => [row.area.code, row.summary?.subject].filter(Boolean).join("/")} fileName={`${name}-${choice}-${period}`.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, "-")}
      {...(shown.columns[0] ? { stackedBy: shown.columns[0].key } : {})} sorting={{ by: getSortKey(query, columns), descending: query.get("af") === "1" }} onSort={s => replaceChoices({ op: s.by, af: s.descending ? "1" : undefined })}
      tools={
        <label class="inline">{say("Zoek op naam", "Search by name")}
          <input type="search" value={query.get("zoek") ?? ""} onInput={e => replaceChoices({ zoek: e.currentTarget.value || undefined })} />
        </label>
      }
    />
  );
  const boundaries = overview.boundaries && joinShapes(levelAreas, overview.boundaries).shapes.size > 0 ? overview.boundaries : undefined;
  return (
    <>
      <h2 class="print-only">{shown.title} {periodLabel}</h2>
      {kind && <p class="about">{localize(kind.info.summary)} {!shown.isRanked && say("Dit is geen ranglijst; de gebieden staan op naam.", "This is not a ranking; the areas are in order of name.")}</p>}
      <div class="segments" role="group" aria-label={say("Soort gebied", "Kind of area")}>
        {levels.map(l => <button key={l} type="button" aria-pressed={l === level} onClick={() => pushChoices({ niveau: l })}>{getLevelPlural(l)}</button>)}
      </div>
      {kind && lines.length > 1 && (isCompared(kind.info) || boundaries) && (
        <label class="inline line-choice">{isCompared(kind.info) ? say("Oordeel over", "Judgement about") : say("Op de kaart", "On the map")}{" "}
          <select value={line?.code ?? ""} onChange={e => pushChoices({ regel: e.currentTarget.value || undefined })}>
            {isCompared(kind.info) && <option value="">{say("alle cijfers samen", "all figures together")}</option>}
            {lines.map(l => <option key={l.code} value={l.code}>{localize(l.label)}</option>)}
          </select>
        </label>
      )}
      {!(indicator ? [...areasWithFigure].some(shown.hasAnything) : hasAreaContent(code, summaries)) ? <NothingToShow isKind={!indicator} period={period} betterPeriod={betterPeriod} own={summaries.some(s => s.area === code) ? getAreaPath(code) : undefined} /> : (
        <div class={boundaries ? "map-and-table" : ""}>
          <div>
            {boundaries ? <AreaMap areas={levelAreas} boundaries={boundaries} shown={shown} name={name} /> : overview.missing.length > 0 ? null : (
              <p class="no-map">{say(`Van deze ${getLevelPlural(level)} zijn geen grenzen aangeleverd; daarom is er geen kaart.`, `No boundaries of these ${getLevelPlural(level)} have been delivered, so there is no map.`)}</p>
            )}
          </div>
          <div>{table}</div>
        </div>
      )}
      {overview.areas.length < maxListed && <OtherYears areas={overview.areas.filter(a => a.level === level && !levelAreas.includes(a))} level={level} />}
      <SourceNote
        sources={indicator ? [localize(indicator.source)] : listSources(choice, lines, overview)}
        computedAt={summaries.map(s => s.computedAt ?? "").sort().at(-1) || undefined}
        boundaryYears={[...observations, ...summaries].map(o => o.boundaryYear)} rules={summaries[0]?.ruleVersion}
      >
        <div><dt>{say("Met een cijfer", "With a figure")}</dt><dd>{formatNumber(levelAreas.filter(a => shown.hasFigure(a.code)).length)} {say("van", "of")} {formatLevelCount(levelAreas.length, level)}</dd></div>
        {listStatuses(observations).map(status => <div key={status}><dt>{getStatusMark(status)}</dt><dd>{status === "series-break" ? getStatusName(status) : say(`${getStatusName(status)} cijfer`, `${getStatusName(status)} figure`)}</dd></div>)}
      </SourceNote>
    </>
  );
}

// Explains why there is nothing to show, and links to a period or page with content.
function NothingToShow({ isKind, period, betterPeriod, own }: { isKind: boolean; period: string; betterPeriod: string | undefined; own: string | undefined }) {
  return (
    own && !betterPeriod ? (
      <EmptyState title={say("Dit gaat over de gemeente als geheel", "This is about the municipality as a whole")}>
        <p>{say("Er zijn geen cijfers per gebied. ", "There are no figures per area. ")}<a href={own}>{say("Bekijk de gemeente zelf", "See the municipality itself")}</a></p>
      </EmptyState>
    ) : <EmptyState title={say(`Over ${formatPeriod(period)} is hier niets te zeggen`, `Nothing can be said about this for ${formatPeriod(period)}`)}>
      <p>{isKind
        ? say("Deze scorekaart heeft cijfers nodig die voor dit jaar van geen enkel gebied zijn aangeleverd. Of er is niets om ze mee te vergelijken.", "The figures that this scorecard needs have not been delivered for any area for this year. Or there is nothing to compare them with.")
        : say("Voor deze periode is dit cijfer van geen gebied bekend.", "For this period this figure is not known for any area.")}</p>
      {betterPeriod ? <p><button type="button" onClick={() => pushChoices({ jaar: betterPeriod })}>{say(`Toon ${betterPeriod}`, `Show ${betterPeriod}`)}</button></p> : <p>{say("Kies hierboven een ander jaar of een ander cijfer.", "Choose another year or another figure above.")}</p>}
    </EmptyState>
  );
}

// The chosen line; without one, the only judged line, or for a kind that does not count judgements its first bar or line.
function selectLine(kind: KindInfo | undefined, lines: readonly LineInfo[], summaries: readonly ScorecardSummary[], requested: string | null): LineInfo | undefined {
  const chosen = lines.find(l => l.code === requested);
  if (chosen || !kind) {
    return chosen;
  }
  const judged = lines.filter(l => summaries.some(s => s.signals[l.code] !== undefined));
  return isCompared(kind) ? (judged.length === 1 ? judged[0] : undefined)
    : judged.length === 1 ? judged[0]
    : lines.find(l => kind.bars?.lines.includes(l.code)) ?? lines[0];
}

const getNewestYear = (area: Area): number => Math.max(...area.boundaryYears);

// Counts areas by their newest boundaries, because another year can have other areas.
function formatAreaCount(areas: readonly Area[], level: AreaLevel): string {
  const levelAreas = areas.filter(a => a.level === level);
  const years = [...new Set(levelAreas.map(getNewestYear))].sort((a, b) => b - a);
  const [newest, ...earlier] = years.map(year => ({ year, count: levelAreas.filter(a => getNewestYear(a) === year).length }));
  const others = earlier.map(e => say(`${formatNumber(e.count)} alleen in ${e.year}`, `${formatNumber(e.count)} in ${e.year} only`));
  return `${formatLevelCount(newest!.count, level)} (${[newest!.year, ...others].join("; ")})`;
}

/** The areas of the level that are not in this period, with the year of their boundaries and a link. */
function OtherYears({ areas, level }: { areas: readonly Area[]; level: AreaLevel }) {
  if (areas.length === 0) {
    return null;
  }
  const years = [...new Set(areas.map(getNewestYear))].sort((a, b) => b - a);
  return (
    <details class="unshaped other-years">
      <summary>{say(`Nog ${formatLevelCount(areas.length, level)} met andere grenzen (${years.join(", ")})`, `${formatLevelCount(areas.length, level)} more with other boundaries (${years.join(", ")})`)}</summary>
      <p class="muted">{say("Van deze gebieden is hierboven geen cijfer: hun grenzen zijn van een ander jaar. Zij hebben wel een eigen bladzijde.", "There is no figure of these areas above: their boundaries are of another year. They do have a page of their own.")}</p>
      <ul class="name-list">{areas.map(a => <li key={a.code}><a href={getAreaPath(a.code)}>{a.name}</a> <span class="muted">{getNewestYear(a)}</span></li>)}</ul>
    </details>
  );
}

const getSortKey = (query: URLSearchParams, columns: readonly Column<Row>[]): string =>
  columns.find(c => c.key === query.get("op") && c.sortable !== false)?.key ?? "name";

// Prefers the level with a map, else the level with the most figures.
function selectLevel(levels: readonly AreaLevel[], overview: Overview, areasWithFigure: ReadonlySet<string>): AreaLevel {
  const countAreas = (level: AreaLevel): number => {
    const areas = overview.areas.filter(a => a.level === level && areasWithFigure.has(a.code));
    return areas.length + joinShapes(areas, overview.boundaries).shapes.size * 1000;
  };
  return [...levels].sort((a, b) => countAreas(b) - countAreas(a))[0] ?? "municipality";
}

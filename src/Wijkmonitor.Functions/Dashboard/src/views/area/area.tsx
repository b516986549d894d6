import { get } from "../../api/http";
import { compareKinds, findKind } from "../../api/kinds";
import { useLoad } from "../../api/load";
import { hasContent } from "../../api/summaries";
import type { KindInfo, Scorecard } from "../../api/types";
import { Findings } from "../../parts/findings";
import { SourceNote } from "../../parts/source";
import { EmptyState, PartialState, LoadableView, UnknownChoice } from "../../parts/states";
import { Title } from "../../parts/title";
import { pushChoices, getAreaPath, getMortgagePath, getMunicipalityPath, getReportPath } from "../../router";
import { listSources } from "../../text/datasets";
import { localize, say } from "../../text/language";
import { getLevelName } from "../../text/terms";
import type { AreaFigures } from "./figures";
import { FiguresOnly } from "./figures-only";
import { ScorecardBody } from "./layouts";
import { ProgrammesSection } from "../programmes/section";
import { loadAreaFigures, selectSummaries, selectYear, listYears } from "./load";

export function AreaView({ code, query }: { code: string; query: URLSearchParams }) {
  const loaded = useLoad(signal => loadAreaFigures(code, signal), [code]);
  return <LoadableView source={loaded} name={say("gebied", "area")} isWholeView>{(value, retry) => <AreaPage figures={value} query={query} retry={retry} />}</LoadableView>;
}

function AreaPage({ figures, query, retry }: { figures: AreaFigures; query: URLSearchParams; retry: () => void }) {
  const { area, municipality, summaries: areaSummaries, mortgages } = figures;
  const kinds = [...new Set(areaSummaries.map(s => s.kind))].map(name => findKind(figures.kinds, name)).sort(compareKinds);
  const years = listYears(areaSummaries);
  const year = selectYear(areaSummaries, query.get("jaar"));
  return (
    <>
      <Title
        above={<>{getLevelName(area.level)}{area.level !== "municipality" && <> {say("in", "in")} <a href={getMunicipalityPath(area.municipality)}>{municipality?.name ?? area.municipality}</a></>}</>}
        below={<>
          <p class="muted">{area.code}</p>
          {year && <p class="report-link"><a href={getReportPath(area.code, year)}>{say("Op één blad, om af te drukken", "On one page, to print")}</a></p>}
          {area.level === "municipality" && (
            <nav class="view-links" aria-label={say("Van deze gemeente", "Of this municipality")}>
              <a href={getMunicipalityPath(area.code)}>{say("De gebieden", "The areas")}</a> <a href={getAreaPath(area.code)} aria-current="page">{say("De gemeente zelf", "The municipality itself")}</a>
            </nav>
          )}
        </>}
      >{area.name}</Title>
      <PartialState missing={figures.missing} retry={retry} />
      {mortgages.map(m => (
        <p class="notice" key={m.id}>{say("Dit gebied heeft een sociale hypotheek: ", "This area has a social mortgage: ")}<a href={getMortgagePath(m.id)}>{localize(m.title)}</a></p>
      ))}
      {year && (
        <div class="area-bar">
          <div class="segments" role="group" aria-label={say("Jaar", "Year")}>
            {years.map(y => <button key={y} type="button" aria-pressed={y === year} onClick={() => pushChoices({ jaar: y })}>{y}</button>)}
          </div>
          {kinds.length > 1 && <nav class="kind-links" aria-label={say("Op deze bladzijde", "On this page")}>{kinds.map(k => <a key={k.name} href={`#${k.name}`}>{localize(k.title)}</a>)}</nav>}
        </div>
      )}
      {year && <UnknownChoice query={query} actual={{ jaar: year }} />}
      <ProgrammesSection choice={area.level === "municipality" ? { municipality: area.code } : { area: area.code }} kinds={figures.kinds} name={area.name} />
      {kinds.map(kind => <KindSection key={kind.name} kind={kind} year={year!} subject={query.get("onderwerp")} figures={figures} />)}
      {kinds.length === 0 && <FiguresOnly figures={figures} />}
    </>
  );
}

function KindSection({ kind, year, subject, figures }: { kind: KindInfo; year: string; subject: string | null; figures: AreaFigures }) {
  const kindSummaries = figures.summaries.filter(s => s.kind === kind.name);
  const periods = kindSummaries.map(s => s.period).sort();
  const periodSummaries = selectSummaries(figures.summaries, kind.name, year);
  const period = periodSummaries[0]?.period;
  const chosen = periodSummaries.find(s => s.subject === subject) ?? periodSummaries[0];
  const isEmpty = !hasContent(chosen);
  const newestWithContent = kindSummaries.filter(hasContent).map(s => s.period).sort().at(-1);
  const loaded = useLoad(
    signal => (chosen ? get<Scorecard>(chosen.href, signal) : Promise.resolve(undefined)), [chosen?.href]);
  return (
    <section id={kind.name} class="kind" aria-labelledby={`${kind.name}-head`}>
      <div class="kind-head">
        <h2 id={`${kind.name}-head`}>{localize(kind.title)}{period && <span class="print-only"> {period}</span>}</h2>
        <p class="muted">{localize(kind.summary)} {period && period !== year && <strong>{say(`Cijfers over ${period}: over ${year} zijn er geen.`, `Figures of ${period}: there are none for ${year}.`)}</strong>}</p>
      </div>
      {periodSummaries.some(s => s.subject !== undefined) && (
        <div class="segments" role="group" aria-label={say("Onderwerp", "Subject")}>
          {periodSummaries.map(s => <button key={s.subject} type="button" aria-pressed={s === chosen} onClick={() => pushChoices({ onderwerp: s.subject })}>{s.subject}</button>)}
        </div>
      )}
      <LoadableView source={loaded} name={localize(kind.title).toLowerCase()}>
        {scorecard => !scorecard ? <EmptyState title={say(`Over ${year} is dit er niet`, `There is none for ${year}`)}><p>{say("Wel over ", "There is one for ")}{periods.join(", ")}.</p></EmptyState> : (
          <>
            <ScorecardBody {...{ kind, scorecard, figures }} />
            {isEmpty && newestWithContent && newestWithContent !== period && (
              <p class="notice">{say(`Over ${scorecard.period} is hier niets te zeggen. `, `Nothing can be said about this for ${scorecard.period}. `)}<button type="button" class="secondary" onClick={() => pushChoices({ jaar: newestWithContent })}>{say(`Toon ${newestWithContent}`, `Show ${newestWithContent}`)}</button></p>
            )}
            <Findings findings={scorecard.findings} lines={scorecard.lines} idPrefix={kind.name} />
            <SourceNote
              sources={listSources(kind.name, scorecard.lines, figures)}
              computedAt={scorecard.computedAt} boundaryYears={[scorecard.boundaryYear]} rules={scorecard.ruleVersion}
            />
          </>
        )}
      </LoadableView>
    </section>
  );
}

import { compareKinds, findKind } from "../../api/kinds";
import { useLoad } from "../../api/load";
import type { KindInfo } from "../../api/types";
import { PartialState, LoadableView, UnknownChoice } from "../../parts/states";
import { Title } from "../../parts/title";
import { pushChoices, getAreaPath, getMortgagePath, getMunicipalityPath, getReportPath } from "../../router";
import { localize, say } from "../../text/language";
import { getLevelName } from "../../text/terms";
import type { AreaFigures } from "./figures";
import { FiguresOnly } from "./figures-only";
import { KindSection } from "./kind-section";
import { ProgrammesSection } from "../programmes/section";
import { loadAreaFigures, selectYear, listYears } from "./load";

export function AreaView({ code, query }: { code: string; query: URLSearchParams }) {
  const loaded = useLoad(signal => loadAreaFigures(code, signal), [code]);
  return <LoadableView source={loaded} name={say("gebied", "area")} isWholeView>{(value, retry) => <AreaPage figures={value} query={query} retry={retry} />}</LoadableView>;
}

function AreaPage({ figures, query, retry }: { figures: AreaFigures; query: URLSearchParams; retry: () => void }) {
  const { area, municipality, summaries: areaSummaries, mortgages } = figures;
  const kinds = [...new Set(areaSummaries.map(s => s.kind))].map(name => findKind(figures.kinds, name)).sort(compareKinds);
  const years = listYears(areaSummaries);
  const year = selectYear(areaSummaries, query.get("jaar"));
  // An area can have many programmes and projects; the table above them leads to each.
  const subjectKinds = new Set(areaSummaries.filter(s => s.subject !== undefined).map(s => s.kind));
  const isFolded = (kind: KindInfo): boolean => subjectKinds.size > 1 && subjectKinds.has(kind.name);
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
      {kinds.map(kind => <KindSection key={kind.name} kind={kind} year={year!} subject={query.get("onderwerp")} figures={figures} isFolded={isFolded(kind)} />)}
      {kinds.length === 0 && <FiguresOnly figures={figures} />}
    </>
  );
}

import { get } from "../../api/http";
import { byOrder, findKind } from "../../api/kinds";
import { useLoad } from "../../api/load";
import { saysSomething } from "../../api/summaries";
import type { KindInfo, Scorecard } from "../../api/types";
import { Findings } from "../../parts/findings";
import { SourceNote } from "../../parts/source";
import { Empty, Partly, Show, Unknown } from "../../parts/states";
import { Title } from "../../parts/title";
import { choose, toArea, toMortgage, toMunicipality, toReport } from "../../router";
import { sourcesOf } from "../../text/datasets";
import { pick, say } from "../../text/language";
import { levelName } from "../../text/terms";
import type { AreaFigures } from "./figures";
import { FiguresOnly } from "./figures-only";
import { ScorecardBody } from "./layouts";
import { loadFigures, ofKindIn, yearOf, yearsOf } from "./load";

export function AreaView({ code, query }: { code: string; query: URLSearchParams }) {
  const loaded = useLoad(signal => loadFigures(code, signal), [code]);
  return <Show of={loaded} what={say("gebied", "area")} whole>{(value, again) => <AreaPage figures={value} query={query} again={again} />}</Show>;
}

function AreaPage({ figures, query, again }: { figures: AreaFigures; query: URLSearchParams; again: () => void }) {
  const { area, municipality, summaries: ofArea, mortgages } = figures;
  const kinds = [...new Set(ofArea.map(s => s.kind))].map(name => findKind(figures.kinds, name)).sort(byOrder);
  const years = yearsOf(ofArea);
  const year = yearOf(ofArea, query.get("jaar"));
  return (
    <>
      <Title
        above={<>{levelName(area.level)}{area.level !== "municipality" && <> {say("in", "in")} <a href={toMunicipality(area.municipality)}>{municipality?.name ?? area.municipality}</a></>}</>}
        below={<>
          <p class="muted">{area.code}</p>
          {year && <p class="to-report"><a href={toReport(area.code, year)}>{say("Op één blad, om af te drukken", "On one page, to print")}</a></p>}
          {area.level === "municipality" && (
            <nav class="views" aria-label={say("Van deze gemeente", "Of this municipality")}>
              <a href={toMunicipality(area.code)}>{say("De gebieden", "The areas")}</a> <a href={toArea(area.code)} aria-current="page">{say("De gemeente zelf", "The municipality itself")}</a>
            </nav>
          )}
        </>}
      >{area.name}</Title>
      <Partly lacks={figures.lacks} again={again} />
      {mortgages.map(m => (
        <p class="notice" key={m.id}>{say("Voor dit gebied loopt een sociale hypotheek: ", "A social mortgage runs for this area: ")}<a href={toMortgage(m.id)}>{pick(m.title)}</a></p>
      ))}
      {year && (
        <div class="area-bar">
          <div class="segments" role="group" aria-label={say("Jaar", "Year")}>
            {years.map(y => <button key={y} type="button" aria-pressed={y === year} onClick={() => choose({ jaar: y })}>{y}</button>)}
          </div>
          {kinds.length > 1 && <nav class="jump" aria-label={say("Op deze bladzijde", "On this page")}>{kinds.map(k => <a key={k.name} href={`#${k.name}`}>{pick(k.title)}</a>)}</nav>}
        </div>
      )}
      {year && <Unknown query={query} known={{ jaar: year }} />}
      {kinds.map(kind => <KindSection key={kind.name} kind={kind} year={year!} subject={query.get("onderwerp")} figures={figures} />)}
      {kinds.length === 0 && <FiguresOnly figures={figures} />}
    </>
  );
}

function KindSection({ kind, year, subject, figures }: { kind: KindInfo; year: string; subject: string | null; figures: AreaFigures }) {
  const ofKind = figures.summaries.filter(s => s.kind === kind.name);
  const periods = ofKind.map(s => s.period).sort();
  const inPeriod = ofKindIn(figures.summaries, kind.name, year);
  const period = inPeriod[0]?.period;
  const chosen = inPeriod.find(s => s.subject === subject) ?? inPeriod[0];
  const isSilent = !saysSomething(chosen);
  const telling = ofKind.filter(saysSomething).map(s => s.period).sort().at(-1);
  const loaded = useLoad(
    signal => (chosen ? get<Scorecard>(chosen.href, signal) : Promise.resolve(undefined)), [chosen?.href]);
  return (
    <section id={kind.name} class="kind" aria-labelledby={`${kind.name}-head`}>
      <div class="kind-head">
        <h2 id={`${kind.name}-head`}>{pick(kind.title)}{period && <span class="print-only"> {period}</span>}</h2>
        <p class="muted">{pick(kind.summary)} {period && period !== year && <strong>{say(`Cijfers over ${period}: over ${year} zijn er geen.`, `Figures of ${period}: there are none of ${year}.`)}</strong>}</p>
      </div>
      {inPeriod.some(s => s.subject !== undefined) && (
        <div class="segments" role="group" aria-label={say("Onderwerp", "Subject")}>
          {inPeriod.map(s => <button key={s.subject} type="button" aria-pressed={s === chosen} onClick={() => choose({ onderwerp: s.subject })}>{s.subject}</button>)}
        </div>
      )}
      <Show of={loaded} what={pick(kind.title).toLowerCase()}>
        {scorecard => !scorecard ? <Empty title={say(`Over ${year} is dit er niet`, `There is none for ${year}`)}><p>{say("Wel over ", "There is for ")}{periods.join(", ")}.</p></Empty> : (
          <>
            <ScorecardBody {...{ kind, scorecard, figures }} />
            {isSilent && telling && telling !== period && (
              <p class="notice">{say(`Over ${scorecard.period} is hier niets van te zeggen. `, `Nothing can be said of this for ${scorecard.period}. `)}<button type="button" class="quiet" onClick={() => choose({ jaar: telling })}>{say(`Toon ${telling}`, `Show ${telling}`)}</button></p>
            )}
            <Findings findings={scorecard.findings} lines={scorecard.lines} within={kind.name} />
            <SourceNote
              sources={sourcesOf(kind.name, scorecard.lines, figures)}
              computedAt={scorecard.computedAt} boundaryYears={[scorecard.boundaryYear]} rules={scorecard.ruleVersion}
            />
          </>
        )}
      </Show>
    </section>
  );
}

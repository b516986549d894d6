import { get } from "../../api/http";
import { compareKinds, findKind } from "../../api/kinds";
import { useLoad } from "../../api/load";
import { hasContent } from "../../api/summaries";
import type { KindInfo, Scorecard } from "../../api/types";
import { mergeFindings } from "../../parts/findings";
import { SignalBadge } from "../../parts/signal";
import { SourceNote } from "../../parts/source";
import { EmptyState, PartialState, LoadableView, UnknownChoice } from "../../parts/states";
import { ScrollBox } from "../../parts/table";
import { Title } from "../../parts/title";
import { pushChoices, getAreaPath, getMunicipalityPath } from "../../router";
import { listSources } from "../../text/datasets";
import { formatEuros } from "../../text/format";
import { localize, say } from "../../text/language";
import { getLevelName } from "../../text/terms";
import type { AreaFigures } from "./figures";
import { findDifferences, createHeadlines, formatFinding } from "./highlights";
import { loadAreaFigures, selectSummaries, selectYear, listYears } from "./load";

/** A scorecard of the year, or of the newest earlier year, and the number of other scorecards of its kind. */
interface Card { kind: KindInfo; scorecard: Scorecard; others: number }

const maxFindings = 3;

// Programmes are named only: their scorecards do not fit on the page next to those of the area itself.
const isOfProgramme = ({ scorecard }: Card): boolean => scorecard.subject !== undefined;

/** An area on one printed page: its scorecards, its differences from the city, and notes for the reader. */
export function ReportView({ code, query }: { code: string; query: URLSearchParams }) {
  const loaded = useLoad(signal => loadAreaFigures(code, signal), [code]);
  return <LoadableView source={loaded} name={say("gebied", "area")} isWholeView>{(figures, retry) => <Report figures={figures} query={query} retry={retry} />}</LoadableView>;
}

function Report({ figures, query, retry }: { figures: AreaFigures; query: URLSearchParams; retry: () => void }) {
  const { area, municipality, summaries } = figures;
  const year = selectYear(summaries, query.get("jaar"));
  const city = municipality?.name ?? area.municipality;
  return (
    <article class="report">
      <Title
        above={<>{getLevelName(area.level)}{area.level !== "municipality" && <> {say("in", "in")} <a href={getMunicipalityPath(area.municipality)}>{city}</a></>} · {area.code}</>}
        below={area.level === "municipality" ? undefined : <p class="muted">{say(`Een cijfer laat zien dát er iets aan de hand is, niet waarom. De cijfers van ${city} staan ernaast.`, `A figure shows that something is the matter, not why. The figures of ${city} are shown next to it.`)}</p>}
      >{year ? `${area.name} ${year}` : area.name}</Title>
      <p class="report-tools">
        <button type="button" onClick={() => print()}>{say("Afdrukken", "Print")}</button>
        <a href={`${getAreaPath(area.code)}${year ? `?jaar=${year}` : ""}`}>{say("Alle cijfers van dit gebied", "All figures of this area")}</a>
      </p>
      <PartialState missing={figures.missing} retry={retry} />
      {year ? (
        <>
          <div class="segments" role="group" aria-label={say("Jaar", "Year")}>
            {listYears(summaries).map(y => <button key={y} type="button" aria-pressed={y === year} onClick={() => pushChoices({ jaar: y })}>{y}</button>)}
          </div>
          <UnknownChoice query={query} actual={{ jaar: year }} />
          <Cards key={year} figures={figures} year={year} />
        </>
      ) : <EmptyState title={say("Over dit gebied is nog niets berekend", "Nothing has been computed for this area yet")} />}
    </article>
  );
}

async function loadCards(figures: AreaFigures, year: string, signal: AbortSignal): Promise<Card[]> {
  const kinds = [...new Set(figures.summaries.map(s => s.kind))].map(name => findKind(figures.kinds, name)).sort(compareKinds);
  const found = kinds.flatMap(kind => {
    const [first, ...others] = selectSummaries(figures.summaries, kind.name, year).filter(hasContent);
    return first ? [{ kind, href: first.href, others: others.length }] : [];
  });
  return Promise.all(found.map(async ({ kind, href, others }) => ({ kind, others, scorecard: await get<Scorecard>(href, signal) })));
}

function Cards({ figures, year }: { figures: AreaFigures; year: string }) {
  const loaded = useLoad(signal => loadCards(figures, year, signal), [year]);
  return (
    <LoadableView source={loaded} name={say("scorekaarten", "scorecards")}>
      {cards => cards.length === 0 ? <EmptyState title={say(`Over ${year} is hier niets te zeggen`, `Nothing can be said about this for ${year}`)} /> : (
        <>
          <Headlines cards={cards} figures={figures} year={year} />
          <CityDifferences cards={cards} figures={figures} />
          {figures.mortgages.map(m => <p key={m.id}>{say("Dit gebied heeft een sociale hypotheek: ", "This area has a social mortgage: ")}{localize(m.title)}, {formatEuros(m.principal)}, {m.firstYear}–{m.lastYear}.</p>)}
          <ReadingNotes cards={cards.filter(c => !isOfProgramme(c))} />
          <SourceNote
            sources={[...new Set(cards.flatMap(c => listSources(c.kind.name, c.scorecard.lines, figures)))]} computedAt={cards.map(c => c.scorecard.computedAt ?? "").sort().at(-1) || undefined}
            boundaryYears={cards.map(c => c.scorecard.boundaryYear)}
          />
        </>
      )}
    </LoadableView>
  );
}

function Headlines({ cards, figures, year }: { cards: readonly Card[]; figures: AreaFigures; year: string }) {
  const programmes = cards.filter(isOfProgramme);
  return (
    <section aria-labelledby="report-short">
      <h2 id="report-short">{say("In het kort", "In short")}</h2>
      <table class="report-cards">
        <caption class="visually-hidden">{say("In het kort", "In short")}</caption>
        <thead class="visually-hidden"><tr><th scope="col">{say("Scorekaart", "Scorecard")}</th><th scope="col">{say("Wat erop staat", "What it says")}</th></tr></thead>
        <tbody>
          {cards.filter(c => !isOfProgramme(c)).map(({ kind, scorecard, others }) => (
            <tr key={kind.name}>
              <th scope="row">
                {localize(kind.title)}
                {scorecard.period !== year && <span class="muted"> {scorecard.period}{others > 0 && say(` (en nog ${others})`, ` (and ${others} more)`)}</span>}
              </th>
              <td>{createHeadlines(kind, scorecard, figures.indicators).map(h => <span class="headline" key={h.words}>{h.signal && <SignalBadge signal={h.signal} kind={kind} />} {h.words}</span>)}</td>
            </tr>
          ))}
          {programmes.length > 0 && (
            <tr>
              <th scope="row">{say("Programma's en projecten", "Programmes and projects")}</th>
              <td>{[...new Set(programmes.map(({ scorecard }) => scorecard.about?.title ?? scorecard.subject))].join(", ")}. {say("Hoe het ermee staat, is te lezen op de bladzijde van dit gebied.", "How they are doing is on this area's page.")}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** The lines that differ from the city, by judgement, least favourable first, with their earlier values. */
function CityDifferences({ cards, figures }: { cards: readonly Card[]; figures: AreaFigures }) {
  const { groups, omitted } = findDifferences(cards.flatMap(c => c.scorecard.lines.map(line => ({ ...c, line }))), figures);
  return groups.length === 0 ? null : (
    <section aria-labelledby="report-differences">
      <h2 id="report-differences">{say("Waar het anders is dan in de stad", "Where it differs from the city")}</h2>
      <ScrollBox label={say("Waar het anders is dan in de stad", "Where it differs from the city")}>
        <table class="report-lines">
          <caption class="visually-hidden">{say("Waar het anders is dan in de stad", "Where it differs from the city")}</caption>
          <thead><tr><th scope="col">{say("Cijfer", "Figure")}</th><th scope="col" class="numeric">{say("Hier", "Here")}</th><th scope="col" class="numeric">{say("Stad", "City")}</th><th scope="col" class="numeric">{say("Eerder", "Before")}</th></tr></thead>
          {groups.map(({ kind, signal, lines }) => (
            <tbody key={kind.name + signal}>
              <tr><th scope="rowgroup" colSpan={4}><SignalBadge signal={signal} kind={kind} /></th></tr>
              {lines.map(l => <tr key={l.code}><th scope="row">{l.label}{l.isUncertain && <> <span class="uncertain">{say("kan toeval zijn", "may be chance")}</span></>}</th><td class="numeric">{l.here}</td><td class="numeric">{l.city}</td><td class="numeric">{l.before}</td></tr>)}
            </tbody>
          ))}
        </table>
      </ScrollBox>
      {omitted > 0 && <p class="muted">{omitted === 1 ? say("Nog 1 cijfer verschilt van de stad. Het staat op de bladzijde van dit gebied.", "1 more figure differs from the city. It is on this area's page.") : say(`Nog ${omitted} cijfers verschillen van de stad. Die staan op de bladzijde van dit gebied.`, `${omitted} more figures differ from the city. They are on this area's page.`)}</p>}
    </section>
  );
}

/** Notes for the reader: the warnings of all scorecards, and the number of unknown figures. */
function ReadingNotes({ cards }: { cards: readonly Card[] }) {
  const all = cards.flatMap(c => mergeFindings(c.scorecard.findings.filter(f => f.severity === "warning")).map(f => formatFinding(f, c.scorecard.lines)));
  const shown = [...new Set(all)];
  const lines = cards.flatMap(c => c.scorecard.lines);
  const [missing, withheld] = [lines.filter(l => l.state === "missing-input").length, lines.filter(l => l.state === "suppressed").length];
  return (
    <section aria-labelledby="report-notes">
      <h2 id="report-notes">{say("Let hierop bij het lezen", "About these figures")}</h2>
      <ul class="reading-notes">
        {shown.slice(0, maxFindings).map(words => <li key={words}>{words}</li>)}
        {shown.length > maxFindings && <li>{say(`Er zijn nog ${shown.length - maxFindings} opmerkingen. Die staan op de bladzijde van dit gebied.`, `There are ${shown.length - maxFindings} more notes. They are on this area's page.`)}</li>}
        {missing > 0 && <li>{missing === 1 ? say("1 cijfer ontbreekt. Dat is geen nul.", "1 figure is missing. That is not zero.") : say(`${missing} cijfers ontbreken. Dat is geen nul.`, `${missing} figures are missing. That is not zero.`)}</li>}
        {withheld > 0 && <li>{withheld === 1 ? say("1 cijfer wordt niet getoond, omdat het over te weinig mensen gaat, of is uit te rekenen met andere cijfers.", "1 figure is not shown, because it is about too few people, or others could be worked out from it.") : say(`${withheld} cijfers worden niet getoond, omdat ze over te weinig mensen gaan, of zijn uit te rekenen met andere cijfers.`, `${withheld} figures are not shown, because they are about too few people, or others could be worked out from them.`)}</li>}
      </ul>
    </section>
  );
}

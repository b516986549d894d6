import { get } from "../../api/http";
import { byOrder, findKind } from "../../api/kinds";
import { useLoad } from "../../api/load";
import { saysSomething } from "../../api/summaries";
import type { KindInfo, Scorecard } from "../../api/types";
import { mergeFindings } from "../../parts/findings";
import { SignalBadge } from "../../parts/signal";
import { SourceNote } from "../../parts/source";
import { Empty, Partly, Show, Unknown } from "../../parts/states";
import { Scroll } from "../../parts/table";
import { Title } from "../../parts/title";
import { choose, toArea, toMunicipality } from "../../router";
import { sourcesOf } from "../../text/datasets";
import { euro } from "../../text/format";
import { pick, say } from "../../text/language";
import { levelName } from "../../text/terms";
import type { AreaFigures } from "./figures";
import { apartFromCity, headlinesOf, saidOf } from "./highlights";
import { loadFigures, ofKindIn, yearOf, yearsOf } from "./load";

/** A scorecard of the year, or of the newest year before it, and how many others of its kind there are. */
interface Card { kind: KindInfo; scorecard: Scorecard; others: number }

const mostFindings = 3;

/** An area on one page of paper, to take along: how it is, where it is apart from the city, and what to mind. */
export function ReportView({ code, query }: { code: string; query: URLSearchParams }) {
  const loaded = useLoad(signal => loadFigures(code, signal), [code]);
  return <Show of={loaded} what={say("gebied", "area")} whole>{(figures, again) => <Report figures={figures} query={query} again={again} />}</Show>;
}

function Report({ figures, query, again }: { figures: AreaFigures; query: URLSearchParams; again: () => void }) {
  const { area, municipality, summaries } = figures;
  const year = yearOf(summaries, query.get("jaar"));
  const city = municipality?.name ?? area.municipality;
  return (
    <article class="report">
      <Title
        above={<>{levelName(area.level)}{area.level !== "municipality" && <> {say("in", "in")} <a href={toMunicipality(area.municipality)}>{city}</a></>} · {area.code}</>}
        below={area.level === "municipality" ? undefined : <p class="muted">{say(`Een cijfer laat zien dát er iets aan de hand is, niet waarom. De cijfers van ${city} staan ernaast.`, `A figure shows that something is the matter, not why. The figures of ${city} are next to it.`)}</p>}
      >{year ? `${area.name} ${year}` : area.name}</Title>
      <p class="report-tools">
        <button type="button" onClick={() => print()}>{say("Afdrukken", "Print")}</button>
        <a href={`${toArea(area.code)}${year ? `?jaar=${year}` : ""}`}>{say("Alle cijfers van dit gebied", "All figures of this area")}</a>
      </p>
      <Partly lacks={figures.lacks} again={again} />
      {year ? (
        <>
          <div class="segments" role="group" aria-label={say("Jaar", "Year")}>
            {yearsOf(summaries).map(y => <button key={y} type="button" aria-pressed={y === year} onClick={() => choose({ jaar: y })}>{y}</button>)}
          </div>
          <Unknown query={query} known={{ jaar: year }} />
          <Cards key={year} figures={figures} year={year} />
        </>
      ) : <Empty title={say("Over dit gebied is nog niets berekend", "Nothing was computed of this area yet")} />}
    </article>
  );
}

async function cardsOf(figures: AreaFigures, year: string, signal: AbortSignal): Promise<Card[]> {
  const kinds = [...new Set(figures.summaries.map(s => s.kind))].map(name => findKind(figures.kinds, name)).sort(byOrder);
  const found = kinds.flatMap(kind => {
    const [first, ...others] = ofKindIn(figures.summaries, kind.name, year).filter(saysSomething);
    return first ? [{ kind, href: first.href, others: others.length }] : [];
  });
  return Promise.all(found.map(async ({ kind, href, others }) => ({ kind, others, scorecard: await get<Scorecard>(href, signal) })));
}

function Cards({ figures, year }: { figures: AreaFigures; year: string }) {
  const loaded = useLoad(signal => cardsOf(figures, year, signal), [year]);
  return (
    <Show of={loaded} what={say("scorekaarten", "scorecards")}>
      {cards => cards.length === 0 ? <Empty title={say(`Over ${year} is hier niets van te zeggen`, `Nothing can be said of this for ${year}`)} /> : (
        <>
          <Headlines cards={cards} figures={figures} year={year} />
          <Apart cards={cards} figures={figures} />
          {figures.mortgages.map(m => <p key={m.id}>{say("Voor dit gebied loopt een sociale hypotheek: ", "A social mortgage runs for this area: ")}{pick(m.title)}, {euro(m.principal)}, {m.firstYear}–{m.lastYear}.</p>)}
          <Minds cards={cards} />
          <SourceNote
            sources={[...new Set(cards.flatMap(c => sourcesOf(c.kind.name, c.scorecard.lines, figures)))]} computedAt={cards.map(c => c.scorecard.computedAt ?? "").sort().at(-1) || undefined}
            boundaryYears={cards.map(c => c.scorecard.boundaryYear)}
          />
        </>
      )}
    </Show>
  );
}

function Headlines({ cards, figures, year }: { cards: readonly Card[]; figures: AreaFigures; year: string }) {
  return (
    <section aria-labelledby="report-short">
      <h2 id="report-short">{say("In het kort", "In short")}</h2>
      <table class="report-cards">
        <caption class="unseen">{say("In het kort", "In short")}</caption>
        <thead class="unseen"><tr><th scope="col">{say("Scorekaart", "Scorecard")}</th><th scope="col">{say("Wat zij zegt", "What it says")}</th></tr></thead>
        <tbody>
          {cards.map(({ kind, scorecard, others }) => (
            <tr key={kind.name}>
              <th scope="row">
                {pick(kind.title)}
                {(scorecard.period !== year || scorecard.subject !== undefined) && <span class="muted"> {[scorecard.subject, scorecard.period !== year ? scorecard.period : undefined].filter(Boolean).join(", ")}{others > 0 && say(` (en nog ${others})`, ` (and ${others} more)`)}</span>}
              </th>
              <td>{headlinesOf(kind, scorecard, figures.indicators).map(h => <span class="headline" key={h.words}>{h.signal && <SignalBadge signal={h.signal} kind={kind} />} {h.words}</span>)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The lines that are apart from the city, by judgement, the least favourable first, with what they were before. */
function Apart({ cards, figures }: { cards: readonly Card[]; figures: AreaFigures }) {
  const { groups, left } = apartFromCity(cards.flatMap(c => c.scorecard.lines.map(line => ({ ...c, line }))), figures);
  return groups.length === 0 ? null : (
    <section aria-labelledby="report-apart">
      <h2 id="report-apart">{say("Waar het anders is dan in de stad", "Where it differs from the city")}</h2>
      <Scroll label={say("Waar het anders is dan in de stad", "Where it differs from the city")}>
        <table class="report-lines">
          <caption class="unseen">{say("Waar het anders is dan in de stad", "Where it differs from the city")}</caption>
          <thead><tr><th scope="col">{say("Cijfer", "Figure")}</th><th scope="col" class="numeric">{say("Hier", "Here")}</th><th scope="col" class="numeric">{say("Stad", "City")}</th><th scope="col" class="numeric">{say("Eerder", "Before")}</th></tr></thead>
          {groups.map(({ kind, signal, lines }) => (
            <tbody key={kind.name + signal}>
              <tr><th scope="rowgroup" colSpan={4}><SignalBadge signal={signal} kind={kind} /></th></tr>
              {lines.map(l => <tr key={l.code}><th scope="row">{l.label}{l.isUncertain && <> <span class="uncertain">{say("kan toeval zijn", "may be chance")}</span></>}</th><td class="numeric">{l.here}</td><td class="numeric">{l.city}</td><td class="numeric">{l.before}</td></tr>)}
            </tbody>
          ))}
        </table>
      </Scroll>
      {left > 0 && <p class="muted">{left === 1 ? say("Nog 1 cijfer verschilt van de stad; het staat op de bladzijde van dit gebied.", "1 more figure differs from the city; it is on this area's page.") : say(`Nog ${left} cijfers verschillen van de stad; die staan op de bladzijde van dit gebied.`, `${left} more figures differ from the city; they are on this area's page.`)}</p>}
    </section>
  );
}

/** What to mind when reading: the warnings of all cards, and what is not known. */
function Minds({ cards }: { cards: readonly Card[] }) {
  const all = cards.flatMap(c => mergeFindings(c.scorecard.findings.filter(f => f.severity === "warning")).map(f => saidOf(f, c.scorecard.lines)));
  const shown = [...new Set(all)];
  const lines = cards.flatMap(c => c.scorecard.lines);
  const [missing, withheld] = [lines.filter(l => l.state === "missing-input").length, lines.filter(l => l.state === "suppressed").length];
  return (
    <section aria-labelledby="report-mind">
      <h2 id="report-mind">{say("Let hierop bij het lezen", "About these figures")}</h2>
      <ul class="report-minds">
        {shown.slice(0, mostFindings).map(words => <li key={words}>{words}</li>)}
        {shown.length > mostFindings && <li>{say(`Er zijn nog ${shown.length - mostFindings} opmerkingen; die staan op de bladzijde van dit gebied.`, `There are ${shown.length - mostFindings} more notes; they are on this area's page.`)}</li>}
        {missing > 0 && <li>{missing === 1 ? say("1 cijfer ontbreekt. Dat is geen nul.", "1 figure is missing. That is not zero.") : say(`${missing} cijfers ontbreken. Dat is geen nul.`, `${missing} figures are missing. That is not zero.`)}</li>}
        {withheld > 0 && <li>{withheld === 1 ? say("1 cijfer wordt niet getoond, omdat het over te weinig mensen gaat of anders te herleiden is.", "1 figure is not shown, as it is about too few people or others could be derived from it.") : say(`${withheld} cijfers worden niet getoond, omdat ze over te weinig mensen gaan of anders te herleiden zijn.`, `${withheld} figures are not shown, as they are about too few people or others could be derived from them.`)}</li>}
      </ul>
    </section>
  );
}

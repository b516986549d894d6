import { useEffect, useState } from "preact/hooks";
import { get } from "../../api/http";
import { useLoad } from "../../api/load";
import { getSubjectName, hasContent } from "../../api/summaries";
import type { KindInfo, Scorecard } from "../../api/types";
import { Findings } from "../../parts/findings";
import { SourceNote } from "../../parts/source";
import { EmptyState, LoadableView } from "../../parts/states";
import { pushChoices } from "../../router";
import { listSources } from "../../text/datasets";
import { localize, say } from "../../text/language";
import type { AreaFigures } from "./figures";
import { ScorecardBody } from "./layouts";
import { selectSummaries } from "./load";

const maxNames = 5;

function listNames(names: readonly string[]): string {
  const more = names.length - maxNames;
  return [...names.slice(0, maxNames), ...(more > 0 ? [say(`nog ${more}`, `${more} more`)] : [])].join(" · ");
}

/** The scorecard of a kind in a year. A folded one is loaded once it is opened, and is open if its subject is chosen. */
export function KindSection({ kind, year, subject, figures, isFolded }: { kind: KindInfo; year: string; subject: string | null; figures: AreaFigures; isFolded: boolean }) {
  const kindSummaries = figures.summaries.filter(s => s.kind === kind.name);
  const periods = kindSummaries.map(s => s.period).sort();
  const periodSummaries = selectSummaries(figures.summaries, kind.name, year);
  const period = periodSummaries[0]?.period;
  const requested = periodSummaries.find(s => s.subject === subject);
  const chosen = requested ?? periodSummaries[0];
  const isRequested = subject !== null && requested !== undefined;
  const [isOpen, setIsOpen] = useState(!isFolded || isRequested);
  useEffect(() => setIsOpen(wasOpen => wasOpen || isRequested), [isRequested]);
  const isEmpty = !hasContent(chosen);
  const newestWithContent = kindSummaries.filter(hasContent).map(s => s.period).sort().at(-1);
  const href = isOpen ? chosen?.href : undefined;
  const loaded = useLoad(signal => (href ? get<Scorecard>(href, signal) : Promise.resolve(undefined)), [href]);
  const head = (
    <>
      <h2 id={`${kind.name}-head`}>{localize(kind.title)}{period && <span class="print-only"> {period}</span>}</h2>
      <span class="muted">{localize(kind.summary)} {period && period !== year && <strong>{say(`Cijfers over ${period}: over ${year} zijn er geen.`, `Figures of ${period}: there are none for ${year}.`)}</strong>}</span>
      {!isOpen && <span class="subject-names">{listNames(periodSummaries.map(getSubjectName))}</span>}
    </>
  );
  const body = isOpen && (
    <>
      {periodSummaries.some(s => s.subject !== undefined) && (
        <div class="segments" role="group" aria-label={say("Onderwerp", "Subject")}>
          {periodSummaries.map(s => <button key={s.subject} type="button" aria-pressed={s === chosen} onClick={() => pushChoices({ onderwerp: s.subject })}>{getSubjectName(s)}</button>)}
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
    </>
  );
  return isFolded
    ? <details id={kind.name} class="kind" open={isOpen} onToggle={e => setIsOpen(e.currentTarget.open)}><summary class="kind-head">{head}</summary>{body}</details>
    : <section id={kind.name} class="kind" aria-labelledby={`${kind.name}-head`}><div class="kind-head">{head}</div>{body}</section>;
}

import type { Deadline, DeadlineDate, Scorecard } from "../../api/types";
import { formatDays, getDeadlineState, getDeadlineStateName, listDates, selectDates } from "../../text/deadlines";
import { localize, say } from "../../text/language";
import { getLineId } from "../../parts/findings";
import { ScrollBox } from "../../parts/table";

const width = 240;
const height = 16;
const edge = 8;

/** The deadlines of a scorecard: what was promised first and later, what is expected and what came of it. */
export function Timeline({ scorecard, idPrefix }: { scorecard: Scorecard; idPrefix: string }) {
  const deadlines = scorecard.deadlines ?? [];
  if (deadlines.length === 0) {
    return null;
  }
  const days = [...deadlines.flatMap(d => listDates(d).flatMap(date => [date.date, date.until ?? date.date])), ...(scorecard.asOf ? [scorecard.asOf] : [])].map(toDay);
  const scale = createScale(Math.min(...days), Math.max(...days));
  const title = say("Termijnen", "Deadlines");
  return (
    <div class="theme">
      <h3>{title}</h3>
      <ScrollBox label={title} className="stacked">
        <table class="timeline">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say("Wat", "What")}</th><th scope="col">{say("Stand", "State")}</th><th scope="col">{say("Eerst beloofd", "First promised")}</th><th scope="col">{say("Later beloofd", "Promised later")}</th>
              <th scope="col">{say("Verwacht", "Expected")}</th><th scope="col">{say("Gehaald", "Met")}</th><th scope="col"><span class="visually-hidden">{say("Getekend", "Drawn")}</span></th>
            </tr>
          </thead>
          <tbody>{deadlines.map(deadline => <Row key={deadline.code} {...{ deadline, scorecard, scale, idPrefix }} />)}</tbody>
        </table>
      </ScrollBox>
      <p class="muted timeline-legend"><Mark kind="baseline" /> {say("eerst beloofd", "first promised")} <Mark kind="replan" /> {say("later beloofd", "promised later")} <Mark kind="forecast" /> {say("verwacht", "expected")} <Mark kind="actual" /> {say("gehaald", "met")}</p>
    </div>
  );
}

function Row({ deadline, scorecard, scale, idPrefix }: { deadline: Deadline; scorecard: Scorecard; scale: (date: string) => number; idPrefix: string }) {
  const formatKind = (kind: DeadlineDate["kind"]) => selectDates(deadline, kind).map(date => <span class="row-detail" key={date.date}>{formatDays(date.date, date.until)}</span>);
  const line = scorecard.lines.find(l => l.code === deadline.line);
  const state = getDeadlineState(deadline, scorecard.asOf);
  return (
    <tr>
      <th scope="row">
        {line ? <a href={`#${getLineId(idPrefix, line.code)}`}>{localize(deadline.label)}</a> : localize(deadline.label)}
        <span class="row-detail muted">{localize(deadline.promise)}{deadline.party && <> {deadline.isDecision ? say("Besluit: ", "Decision: ") : say("Aan zet: ", "Next to act: ")}{localize(deadline.party)}.</>}</span>
      </th>
      <td data-header={say("Stand", "State")}><span class={`subject-state ${state}`}>{getDeadlineStateName(state)}</span></td>
      <td data-header={say("Eerst beloofd", "First promised")}>{formatKind("baseline")}</td>
      <td data-header={say("Later beloofd", "Promised later")}>{formatKind("replan")}</td>
      <td data-header={say("Verwacht", "Expected")}>{formatKind("forecast")}</td>
      <td data-header={say("Gehaald", "Met")}>{formatKind("actual")}</td>
      <td>
        <svg class="timeline-strip" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <line class="axis" x1={edge} x2={width - edge} y1={height / 2} y2={height / 2} />
          {scorecard.asOf && <line class="now" x1={scale(scorecard.asOf)} x2={scale(scorecard.asOf)} y1={0} y2={height} />}
          {listDates(deadline).map(date => (
            <g key={`${date.kind}${date.date}`}>
              {date.until && <line class={`span ${date.kind}`} x1={scale(date.date)} x2={scale(date.until)} y1={height / 2} y2={height / 2} />}
              <Shape kind={date.kind} x={scale(date.date)} />
            </g>
          ))}
        </svg>
      </td>
    </tr>
  );
}

const toDay = (date: string): number => Date.parse(date);

function createScale(first: number, last: number): (date: string) => number {
  const span = Math.max(last - first, 1);
  return date => Math.round(edge + ((toDay(date) - first) / span) * (width - 2 * edge));
}

// Each kind of date has a shape of its own, so that colour alone never says which it is.
function Shape({ kind, x }: { kind: DeadlineDate["kind"]; x: number }) {
  const y = height / 2;
  switch (kind) {
    case "baseline": return <circle class={kind} cx={x} cy={y} r={5} />;
    case "replan": return <rect class={kind} x={x - 4} y={y - 4} width={8} height={8} />;
    case "forecast": return <path class={kind} d={`M${x - 5} ${y + 4}h10l-5-9z`} />;
    case "actual": return <path class={kind} d={`M${x} ${y - 6}l6 6-6 6-6-6z`} />;
  }
}

const Mark = ({ kind }: { kind: DeadlineDate["kind"] }) => <svg class="timeline-strip" viewBox={`0 0 ${height} ${height}`} width={height} height={height} aria-hidden="true"><Shape kind={kind} x={height / 2} /></svg>;

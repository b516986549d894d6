import type { Scorecard, ScorecardLine } from "../../api/types";
import { formatQuantity, formatShort } from "../../text/format";
import { localize, say } from "../../text/language";
import { getLineStateName } from "../../text/terms";
import { getLineId } from "../../parts/findings";
import { ScrollBox } from "../../parts/table";

const width = 240;
const height = 14;

/** The stages of a scorecard as a funnel: how many reached each, how many are not yet further, and which share was on time. */
export function Funnel({ scorecard, idPrefix }: { scorecard: Scorecard; idPrefix: string }) {
  const findLine = (code: string | undefined): ScorecardLine | undefined => scorecard.lines.find(l => l.code === code);
  const stages = (scorecard.stages ?? []).flatMap(stage => {
    const line = findLine(stage.line);
    return line ? [{ line, onTime: findLine(stage.onTime) }] : [];
  });
  const largest = Math.max(0, ...stages.map(s => s.line.value ?? 0));
  // Without two numbers there is nothing to compare: the lines themselves say it.
  if (stages.filter(s => s.line.value !== undefined).length < 2 || largest === 0) {
    return null;
  }
  const title = say("Stap voor stap", "Step by step");
  const toWidth = (value: number): number => Math.round((value / largest) * width);
  return (
    <div class="theme">
      <h3>{title}</h3>
      <ScrollBox label={title} className="stacked">
        <table class="funnel">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say("Stap", "Stage")}</th><th scope="col" class="numeric">{say("Bereikt", "Reached")}</th><th scope="col" class="numeric">{say("Nog niet verder", "Not yet further")}</th>
              <th scope="col" class="numeric">{say("Op tijd", "On time")}</th><th scope="col"><span class="visually-hidden">{say("Getekend", "Drawn")}</span></th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ line, onTime }) => (
              <tr key={line.code}>
                <th scope="row"><a href={`#${getLineId(idPrefix, line.code)}`}>{localize(line.label)}</a></th>
                <td class="numeric" data-header={say("Bereikt", "Reached")}>{line.value === undefined ? getLineStateName(line) : formatQuantity(line.value, line.unit)}</td>
                <td class="numeric" data-header={say("Nog niet verder", "Not yet further")}>{line.figures.open !== undefined && formatShort(line.figures.open)}</td>
                <td class="numeric" data-header={say("Op tijd", "On time")}>{onTime && (onTime.value === undefined ? getLineStateName(onTime) : formatQuantity(onTime.value, onTime.unit))}</td>
                <td>
                  {line.value !== undefined && (
                    <svg class="funnel-bar" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
                      <rect class="reached" x={0} y={0} width={toWidth(line.value)} height={height} />
                      {line.figures.open !== undefined && line.figures.open > 0 && <rect class="open" x={toWidth(Math.max(0, line.value - line.figures.open))} y={0} width={toWidth(Math.min(line.figures.open, line.value))} height={height} />}
                    </svg>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p class="muted">{say("De balk is wie de stap bereikte; het gestreepte eind is wie nog niet verder is.", "The bar is who reached the stage; its outlined end is who is not yet further.")}</p>
    </div>
  );
}

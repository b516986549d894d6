import { useState } from "preact/hooks";
import { asProblem, download, get, hasKey } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Explanation, Finding, Scorecard, ScorecardLine, ScorecardTotal } from "../../api/types";
import { CsvButton, save } from "../../parts/csv";
import { Findings, placeOf, Uncertain } from "../../parts/findings";
import { Show } from "../../parts/states";
import { Scroll } from "../../parts/table";
import { Why } from "../../parts/why";
import { euro, quantity, span, unitName } from "../../text/format";
import { pick, say } from "../../text/language";
import { leftOutWords, lineStateName } from "../../text/terms";
import type { MortgageFigures } from "./figures";
import { mortgageTerms } from "./terms";

const encode = encodeURIComponent;
const within = "regel";

/** The statement of a year: its totals, its lines with their state, and "why this amount?" down to file and line. */
export function Statement({ id, year, figures }: { id: string; year: string; figures: MortgageFigures }) {
  const path = `/social-mortgages/${encode(id)}/statements/${year}`;
  const loaded = useLoad(async signal => {
    const [statement, explanation] = await Promise.all([get<Scorecard>(path, signal), get<Explanation>(`${path}/explanation`, signal)]);
    return { statement, explanation };
  }, [path]);
  return (
    <Show of={loaded} what={say("jaaropgave", "statement")}>
      {({ statement, explanation }) => (
        <>
          <p class="links">
            <PageLink path={`${path}/page`} name={`jaaropgave-${id}-${year}.html`} />
            <CsvButton name={`${id}-${year}`} head={csvHead()} rows={() => statement.lines.map(l => [pick(l.theme), pick(l.label), lineStateName(l), l.value, unitName(l.unit), l.amount])} />
          </p>
          <Scroll label={say("Regels van de jaaropgave", "Lines of the statement")}>
            <table class="statement">
              <caption>{say(`Regels van de jaaropgave ${year}`, `Lines of the statement of ${year}`)}</caption>
              <thead><tr><th scope="col">{say("Onderdeel", "Item")}</th><th scope="col" class="numeric">{say("Stand", "Value")}</th><th scope="col">{say("Staat", "State")}</th><th scope="col" class="numeric">{say("Afgelost", "Repaid")}</th></tr></thead>
              {[...new Set(statement.lines.map(l => pick(l.theme)))].map(theme => (
                <tbody key={theme}>
                  <tr class="theme-row"><th colSpan={4} scope="rowgroup">{theme}</th></tr>
                  {statement.lines.filter(l => pick(l.theme) === theme).map(line => <Line key={line.code} line={line} findings={statement.findings} explanation={explanation} figures={figures} />)}
                </tbody>
              ))}
            </table>
          </Scroll>
          <TotalsOf statement={statement} explanation={explanation} />
          <Findings findings={statement.findings} lines={statement.lines} within={within} />
        </>
      )}
    </Show>
  );
}

/** The statement as a page to print. Who is here with a key gets it as a file: the key goes in a header, which a link has not. */
function PageLink({ path, name }: { path: string; name: string }) {
  const [refusal, setRefusal] = useState("");
  const fetched = (event: MouseEvent): void => {
    if (hasKey()) {
      event.preventDefault();
      download(path).then(content => save(content, name), (e: unknown) => setRefusal(pick(asProblem(e).said)));
    }
  };
  return (
    <>
      <a href={`/api/v1${path}`} target="_blank" rel="noopener" onClick={fetched}>{say("Jaaropgave om te printen", "Statement to print (in Dutch)")}</a>
      {refusal && <span class="problem-text" role="alert">{refusal}</span>}
    </>
  );
}

const csvHead = (): string[] => [say("Thema", "Theme"), say("Onderdeel", "Item"), say("Staat", "State"), say("Stand", "Value"), say("Eenheid", "Unit"), say("Afgelost", "Repaid")];

function Line({ line, findings, explanation, figures }: { line: ScorecardLine; findings: readonly Finding[]; explanation: Explanation; figures: MortgageFigures }) {
  const explained = explanation.amounts.find(a => a.code === line.code);
  return (
    <>
      <tr class={line.state} id={placeOf(within, line.code)}>
        <th scope="row">{pick(line.label)} <Uncertain line={line.code} findings={findings} /></th>
        <td class="numeric">{line.range ? span(line.range.low, line.range.high, line.unit) : line.value === undefined ? "–" : quantity(line.value, line.unit, figures.indicators.get(line.code)?.decimals)}</td>
        <td><span class={`state-word ${line.state}`}>{lineStateName(line)}</span></td>
        <td class="numeric amount">{line.amount === undefined ? "–" : euro(line.amount)}</td>
      </tr>
      <tr class="why-row">
        <td colSpan={4}>
          <Why label={line.amount === undefined ? say("Waarom geen bedrag?", "Why no amount?") : say("Waarom dit bedrag?", "Why this amount?")} terms={mortgageTerms} sentence={[line.explanation, line.uncertainty].flatMap(t => (t ? [pick(t)] : [])).join(" ")} inputs={explained?.inputs ?? line.inputs} steps={explained?.steps ?? line.steps} contract={v => figures.mortgage.versions.find(known => known.version === v)?.delivery} />
        </td>
      </tr>
    </>
  );
}

function TotalsOf({ statement, explanation }: { statement: Scorecard; explanation: Explanation }) {
  const leavesOut = (total: ScorecardTotal): string => leftOutWords(total.leavesOut);
  return (
    <Scroll label={say("Totalen", "Totals")}>
      <table class="statement">
        <caption>{say("Totalen", "Totals")}</caption>
        <thead><tr><th scope="col">{say("Wat", "What")}</th><th scope="col">{say("Laat weg", "Leaves out")}</th><th scope="col" class="numeric">{say("Totaal", "Total")}</th></tr></thead>
        <tbody>
          {statement.totals.map(total => {
            const steps = explanation.amounts.find(a => a.code === `total:${total.code}`)?.steps ?? [];
            return (
              <tr key={total.code}>
                <th scope="row">{pick(total.label)}{steps.length > 0 && <Why label={say("Hoe?", "How?")} terms={mortgageTerms} steps={steps} />}</th>
                <td class="muted">{leavesOut(total) || "–"}</td>
                <td class="numeric amount">{total.value === undefined ? say("niet te geven", "cannot be given") : quantity(total.value, total.unit)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

import { useState } from "preact/hooks";
import { toProblem, download, get, hasKey } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Explanation, Finding, Scorecard, ScorecardLine, ScorecardTotal } from "../../api/types";
import { CsvButton, saveFile } from "../../parts/csv";
import { Findings, getLineId, UncertaintyMarks } from "../../parts/findings";
import { LoadableView } from "../../parts/states";
import { ScrollBox } from "../../parts/table";
import { WhyDetails } from "../../parts/why-details";
import { formatEuros, formatQuantity, formatRange, getUnitName } from "../../text/format";
import { localize, say } from "../../text/language";
import { formatLeftOut, getLineStateName } from "../../text/terms";
import type { MortgageFigures } from "./figures";
import { mortgageTerms } from "./terms";

const encode = encodeURIComponent;
const idPrefix = "regel";

/** The statement of a year: its totals, its lines with their state, and the explanation of each amount down to file and line. */
export function Statement({ id, year, figures }: { id: string; year: string; figures: MortgageFigures }) {
  const path = `/social-mortgages/${encode(id)}/statements/${year}`;
  const loaded = useLoad(async signal => {
    const [statement, explanation] = await Promise.all([get<Scorecard>(path, signal), get<Explanation>(`${path}/explanation`, signal)]);
    return { statement, explanation };
  }, [path]);
  return (
    <LoadableView source={loaded} name={say("jaaropgave", "statement")}>
      {({ statement, explanation }) => (
        <>
          <p class="links">
            <PageLink path={`${path}/page`} name={`jaaropgave-${id}-${year}.html`} />
            <CsvButton name={`${id}-${year}`} header={createCsvHeader()} rows={() => statement.lines.map(l => [localize(l.theme), localize(l.label), getLineStateName(l), l.value, getUnitName(l.unit), l.amount])} />
          </p>
          <ScrollBox label={say("Regels van de jaaropgave", "Lines of the statement")} className="stacked">
            <table class="statement">
              <caption>{say(`Regels van de jaaropgave ${year}`, `Lines of the statement of ${year}`)}</caption>
              <thead><tr><th scope="col">{headers.item()}</th><th scope="col" class="numeric">{headers.value()}</th><th scope="col">{headers.state()}</th><th scope="col" class="numeric">{headers.repaid()}</th></tr></thead>
              {[...new Set(statement.lines.map(l => localize(l.theme)))].map(theme => (
                <tbody key={theme}>
                  <tr class="theme-row"><th colSpan={4} scope="rowgroup">{theme}</th></tr>
                  {statement.lines.filter(l => localize(l.theme) === theme).map(line => <Line key={line.code} line={line} findings={statement.findings} explanation={explanation} figures={figures} />)}
                </tbody>
              ))}
            </table>
          </ScrollBox>
          <StatementTotals statement={statement} explanation={explanation} />
          <Findings findings={statement.findings} lines={statement.lines} idPrefix={idPrefix} />
        </>
      )}
    </LoadableView>
  );
}

/** Links to the printable statement. With an access key it is downloaded instead, because a link cannot send the key in a header. */
function PageLink({ path, name }: { path: string; name: string }) {
  const [refusal, setRefusal] = useState("");
  const downloadPage = (event: MouseEvent): void => {
    if (hasKey()) {
      event.preventDefault();
      download(path).then(content => saveFile(content, name), (e: unknown) => setRefusal(localize(toProblem(e).localizedMessage)));
    }
  };
  return (
    <>
      <a href={`/api/v1${path}`} target="_blank" rel="noopener" onClick={downloadPage}>{say("Jaaropgave om te printen", "Statement to print (in Dutch)")}</a>
      {refusal && <span class="problem-text" role="alert">{refusal}</span>}
    </>
  );
}

const headers = {
  item: () => say("Onderdeel", "Item"), value: () => say("Stand", "Value"), state: () => say("Staat", "State"), repaid: () => say("Afgelost", "Repaid"),
  leftOut: () => say("Laat weg", "Leaves out"), total: () => say("Totaal", "Total"),
} as const;

const createCsvHeader = (): string[] => [say("Thema", "Theme"), headers.item(), headers.state(), headers.value(), say("Eenheid", "Unit"), headers.repaid()];

function Line({ line, findings, explanation, figures }: { line: ScorecardLine; findings: readonly Finding[]; explanation: Explanation; figures: MortgageFigures }) {
  const explained = explanation.amounts.find(a => a.code === line.code);
  return (
    <>
      <tr class={line.state} id={getLineId(idPrefix, line.code)}>
        <th scope="row">{localize(line.label)} <UncertaintyMarks line={line.code} findings={findings} /></th>
        <td class="numeric" data-header={headers.value()}>{line.range ? formatRange(line.range.low, line.range.high, line.unit) : line.value === undefined ? "–" : formatQuantity(line.value, line.unit, figures.indicators.get(line.code)?.decimals)}</td>
        <td data-header={headers.state()}><span class={`line-state ${line.state}`}>{getLineStateName(line)}</span></td>
        <td class="numeric amount" data-header={headers.repaid()}>{line.amount === undefined ? "–" : formatEuros(line.amount)}</td>
      </tr>
      <tr class="why-row">
        <td colSpan={4}>
          <WhyDetails label={line.amount === undefined ? say("Waarom geen bedrag?", "Why no amount?") : say("Waarom dit bedrag?", "Why this amount?")} terms={mortgageTerms} sentence={[line.explanation, line.uncertainty].flatMap(t => (t ? [localize(t)] : [])).join(" ")} inputs={explained?.inputs ?? line.inputs} steps={explained?.steps ?? line.steps} contract={v => figures.mortgage.versions.find(known => known.version === v)?.delivery} />
        </td>
      </tr>
    </>
  );
}

function StatementTotals({ statement, explanation }: { statement: Scorecard; explanation: Explanation }) {
  const formatLeavesOut = (total: ScorecardTotal): string => formatLeftOut(total.leavesOut);
  return (
    <ScrollBox label={say("Totalen", "Totals")} className="stacked">
      <table class="statement">
        <caption>{say("Totalen", "Totals")}</caption>
        <thead><tr><th scope="col">{say("Wat", "What")}</th><th scope="col">{headers.leftOut()}</th><th scope="col" class="numeric">{headers.total()}</th></tr></thead>
        <tbody>
          {statement.totals.map(total => {
            const steps = explanation.amounts.find(a => a.code === `total:${total.code}`)?.steps ?? [];
            return (
              <tr key={total.code}>
                <th scope="row">{localize(total.label)}{steps.length > 0 && <WhyDetails label={say("Hoe?", "How?")} terms={mortgageTerms} steps={steps} />}</th>
                <td class="muted" data-header={headers.leftOut()}>{formatLeavesOut(total) || "–"}</td>
                <td class="numeric amount" data-header={headers.total()}>{total.value === undefined ? say("niet te geven", "cannot be given") : formatQuantity(total.value, total.unit)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

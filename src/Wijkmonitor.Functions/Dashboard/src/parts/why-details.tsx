import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { get } from "../api/http";
import { useLoad } from "../api/load";
import type { CalculationStep, Delivery, ScorecardInput } from "../api/types";
import { getDeliveryPath } from "../router";
import { formatFigureNotes } from "../text/figures";
import { formatShort } from "../text/format";
import { say } from "../text/language";
import { getRoleName, getStepName, type Terms } from "../text/kinds";
import { getObservedStateName, getOperationSign, getRuleName } from "../text/terms";
import { ScrollBox } from "./table";

/** The origin of a figure, down to the file and the line; loaded when opened. */
export function WhyDetails({ label, terms, inputs, steps, sentence, contract, children }: {
  label: string; terms: Terms; inputs?: readonly ScorecardInput[]; steps?: readonly CalculationStep[] | undefined; sentence?: string | undefined; contract?: (version: string) => string | undefined; children?: ComponentChildren;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="why" onToggle={e => setIsOpen(e.currentTarget.open)}>
      <summary>{label}</summary>
      {isOpen && (
        <div class="why-body">
          {sentence && <p class="sentence">{sentence}</p>}
          {children}
          {steps && steps.length > 0 && <Steps steps={steps} terms={terms} />}
          {inputs && <Inputs inputs={inputs} terms={terms} contract={contract} />}
        </div>
      )}
    </details>
  );
}

const formatInput = (input: ScorecardInput) => (input.value === undefined ? getObservedStateName(input.state) : formatShort(input.value));

// Without a unit: the inputs of a line have different units.
const formatInputNotes = (input: ScorecardInput) => formatFigureNotes(input, "");

const isDeliveryId = (delivery: string | undefined): delivery is string => delivery !== undefined && delivery !== "assumed";

async function loadFiles(inputs: readonly ScorecardInput[], signal: AbortSignal): Promise<Map<string, Delivery>> {
  const ids = [...new Set(inputs.map(i => i.delivery).filter(isDeliveryId))];
  const found = await Promise.allSettled(ids.map(id => get<Delivery>(`/deliveries/${encodeURIComponent(id)}`, signal)));
  return new Map(found.flatMap(result => (result.status === "fulfilled" ? [[result.value.id, result.value] as const] : [])));
}

const contractKey = /^contract:[^@]+@([^#]+)#(.+)$/;

/** The clause of the contract that an input comes from, with a link to the file. Other inputs come from the rules or a calculation. */
function ContractClause({ input, contract }: { input: ScorecardInput; contract: ((version: string) => string | undefined) | undefined }) {
  const [, version, clause] = contractKey.exec(input.key) ?? [];
  if (!version) {
    return <>{say("regels of berekening", "rules or calculation")}</>;
  }
  const delivery = contract?.(version);
  const label = say(`contract, versie ${version}`, `contract, version ${version}`);
  return <>{delivery ? <a href={getDeliveryPath(delivery)}>{label}</a> : label}<span class="key">{clause}</span></>;
}

function Inputs({ inputs, terms, contract }: { inputs: readonly ScorecardInput[]; terms: Terms; contract?: ((version: string) => string | undefined) | undefined }) {
  const files = useLoad(signal => loadFiles(inputs, signal), [inputs.map(i => i.delivery).join()]);
  if (inputs.length === 0) {
    return <p class="muted">{say("Dit is nergens uit berekend.", "This was not computed from anything.")}</p>;
  }
  return (
    <ScrollBox label={say("Waar dit vandaan komt", "Where this comes from")}>
      <table class="inputs">
        <caption>{say("Waar dit vandaan komt", "Where this comes from")}</caption>
        <thead><tr><th scope="col">{say("Wat", "What")}</th><th scope="col" class="numeric">{say("Waarde", "Value")}</th><th scope="col">{say("Bestand", "File")}</th><th scope="col" class="numeric">{say("Regel", "Line")}</th></tr></thead>
        <tbody>
          {inputs.map((input, index) => {
            const file = files.state === "ready" && input.delivery ? files.value.get(input.delivery) : undefined;
            return (
              <tr key={index}>
                <th scope="row">
                  {getRoleName(terms, input.role)}<span class="key">{input.key}</span>
                  {input.others?.map(other => (
                    <span class="key" key={other.key}>{say("gaat voor", "takes precedence over")} {other.key} ({getRoleName(terms, other.role)}): {formatInput(other)}{input.rule && `; ${getRuleName(input.rule)}`}</span>
                  ))}
                </th>
                <td class="numeric">{formatInput(input)}{formatInputNotes(input) && <span class="key">{formatInputNotes(input)}</span>}</td>
                <td>{!isDeliveryId(input.delivery) ? (input.delivery ? say("aangenomen", "assumed") : <ContractClause input={input} contract={contract} />) : <a href={getDeliveryPath(input.delivery)}>{file ? `${file.dataset}/${file.file}` : input.delivery}</a>}</td>
                <td class="numeric">{input.line ?? "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Whether a step leaves its number unchanged, such as adding zero or multiplying by one. Such steps are not shown. */
function isIdentity({ operation, operands, result }: CalculationStep): boolean {
  const [first, ...others] = operands.map(o => o.value);
  if (first !== result) {
    return false;
  }
  const neutral = operation === "multiply" || operation === "divide" ? 1 : 0;
  return operation.startsWith("round") || operation === "truncate" || operation === "maximum" || operation === "minimum" || operation === "absolute" || others.every(o => o === neutral);
}

function Steps({ steps, terms }: { steps: readonly CalculationStep[]; terms: Terms }) {
  return (
    <ol class="steps">
      {steps.filter(step => !isIdentity(step)).map(step => (
        <li key={step.name}>
          <span class="step-name">{getStepName(terms, step)}</span>
          <span class="step-sum">{formatStep(step)} = <strong>{formatShort(step.result)}</strong></span>
        </li>
      ))}
    </ol>
  );
}

function formatStep(step: CalculationStep): string {
  const sign = getOperationSign(step.operation);
  const operands = step.operands.map(o => formatShort(o.value));
  if (sign.length === 1) {
    return operands.join(` ${sign} `);
  }
  const decimals = step.operation.startsWith("round") && operands.length === 2 ? say(` op ${operands[1]} decimalen`, ` to ${operands[1]} decimals`) : undefined;
  return decimals === undefined ? `${sign} ${operands.join(say(" en ", " and "))}` : `${sign} ${operands[0]}${decimals}`;
}

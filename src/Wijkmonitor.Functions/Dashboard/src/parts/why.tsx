import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { get } from "../api/http";
import { useLoad } from "../api/load";
import type { CalculationStep, Delivery, ScorecardInput } from "../api/types";
import { toDelivery } from "../router";
import { asideOf } from "../text/figures";
import { short } from "../text/format";
import { say } from "../text/language";
import { roleName, stepName, type Terms } from "../text/kinds";
import { observedName, operationSign, ruleName } from "../text/terms";
import { Scroll } from "./table";

/** "Why?": what a figure was computed from, down to the file and the line; it is loaded when it is opened. */
export function Why({ label, terms, inputs, steps, sentence, contract, children }: {
  label: string; terms: Terms; inputs?: readonly ScorecardInput[]; steps?: readonly CalculationStep[] | undefined; sentence?: string | undefined; contract?: (version: string) => string | undefined; children?: ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details class="why" onToggle={e => setOpen(e.currentTarget.open)}>
      <summary>{label}</summary>
      {open && (
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

const valueOf = (input: ScorecardInput) => (input.value === undefined ? observedName(input.state) : short(input.value));

// Without a unit: the inputs of a line have several.
const asideOfInput = (input: ScorecardInput) => asideOf(input, "");

const isFile = (delivery: string | undefined): delivery is string => delivery !== undefined && delivery !== "assumed";

async function filesOf(inputs: readonly ScorecardInput[], signal: AbortSignal): Promise<Map<string, Delivery>> {
  const ids = [...new Set(inputs.map(i => i.delivery).filter(isFile))];
  const found = await Promise.allSettled(ids.map(id => get<Delivery>(`/deliveries/${encodeURIComponent(id)}`, signal)));
  return new Map(found.flatMap(result => (result.status === "fulfilled" ? [[result.value.id, result.value] as const] : [])));
}

const contractKey = /^contract:[^@]+@([^#]+)#(.+)$/;

/** Where in the contract something stands, with the way to the file; what is in no contract is in the rules or was computed. */
function Clause({ input, contract }: { input: ScorecardInput; contract: ((version: string) => string | undefined) | undefined }) {
  const [, version, clause] = contractKey.exec(input.key) ?? [];
  if (!version) {
    return <>{say("regels of berekening", "rules or calculation")}</>;
  }
  const delivery = contract?.(version);
  const words = say(`contract, versie ${version}`, `contract, version ${version}`);
  return <>{delivery ? <a href={toDelivery(delivery)}>{words}</a> : words}<span class="key">{clause}</span></>;
}

function Inputs({ inputs, terms, contract }: { inputs: readonly ScorecardInput[]; terms: Terms; contract?: ((version: string) => string | undefined) | undefined }) {
  const files = useLoad(signal => filesOf(inputs, signal), [inputs.map(i => i.delivery).join()]);
  if (inputs.length === 0) {
    return <p class="muted">{say("Er is niets waaruit dit is berekend.", "There is nothing that this was computed from.")}</p>;
  }
  return (
    <Scroll label={say("Waar dit uit komt", "What this comes from")}>
      <table class="inputs">
        <caption>{say("Waar dit uit komt", "What this comes from")}</caption>
        <thead><tr><th scope="col">{say("Wat", "What")}</th><th scope="col" class="numeric">{say("Waarde", "Value")}</th><th scope="col">{say("Bestand", "File")}</th><th scope="col" class="numeric">{say("Regel", "Line")}</th></tr></thead>
        <tbody>
          {inputs.map((input, index) => {
            const file = files.state === "ready" && input.delivery ? files.value.get(input.delivery) : undefined;
            return (
              <tr key={index}>
                <th scope="row">
                  {roleName(terms, input.role)}<span class="key">{input.key}</span>
                  {input.others?.map(other => (
                    <span class="key" key={other.key}>{say("gaat voor", "takes precedence over")} {other.key} ({roleName(terms, other.role)}): {valueOf(other)}{input.rule && `; ${ruleName(input.rule)}`}</span>
                  ))}
                </th>
                <td class="numeric">{valueOf(input)}{asideOfInput(input) && <span class="key">{asideOfInput(input)}</span>}</td>
                <td>{!isFile(input.delivery) ? (input.delivery ? say("aangenomen", "assumed") : <Clause input={input} contract={contract} />) : <a href={toDelivery(input.delivery)}>{file ? `${file.dataset}/${file.file}` : input.delivery}</a>}</td>
                <td class="numeric">{input.line ?? "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Whether a step leaves its number as it was: rounding to decimals that it has not, adding nothing, times one. It says nothing to who reads the sum. */
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
          <span class="step-name">{stepName(terms, step)}</span>
          <span class="step-sum">{formula(step)} = <strong>{short(step.result)}</strong></span>
        </li>
      ))}
    </ol>
  );
}

function formula(step: CalculationStep): string {
  const sign = operationSign(step.operation);
  const operands = step.operands.map(o => short(o.value));
  if (sign.length === 1) {
    return operands.join(` ${sign} `);
  }
  const decimals = step.operation.startsWith("round") && operands.length === 2 ? say(` op ${operands[1]} decimalen`, ` to ${operands[1]} decimals`) : undefined;
  return decimals === undefined ? `${sign} ${operands.join(say(" en ", " and "))}` : `${sign} ${operands[0]}${decimals}`;
}

import { useRef, useState } from "preact/hooks";
import { ApiProblem, toProblem } from "../../api/http";
import { findKind, loadKinds } from "../../api/kinds";
import { useLoad } from "../../api/load";
import type { KindInfo } from "../../api/types";
import { computeWhatIf, loadWhatIfs, type WhatIfForm, type WhatIfOutcome, type WhatIfQuestion } from "../../api/what-ifs";
import { SourceNote } from "../../parts/source";
import { EmptyState, FailedState, LoadableView, UnknownChoice } from "../../parts/states";
import { Title } from "../../parts/title";
import { pushChoices } from "../../router";
import { formatQuantity, getUnitName } from "../../text/format";
import { localize, say } from "../../text/language";
import { isBareUnit } from "../../text/vocabulary";
import { Outcome } from "./outcome";

const getKey = (form: WhatIfForm): string => `${form.kind}/${form.rules}`;

/** Example calculations that are only computed when somebody asks: a form for each, and its outcome. */
export function WhatIfsView({ query }: { query: URLSearchParams }) {
  const loaded = useLoad(async signal => {
    const [forms, kinds] = await Promise.all([loadWhatIfs(signal), loadKinds(signal)]);
    return { forms, kinds };
  }, []);
  return (
    <>
      <Title below={<p class="lead">{say("Reken uit wat iets voor een huishouden betekent. Wat u invult, wordt niet bewaard.", "Work out what something means for a household. What you fill in is not kept.")}</p>}>
        {say("Rekenvoorbeelden", "Example calculations")}
      </Title>
      <LoadableView source={loaded} name={say("rekenvoorbeelden", "example calculations")}>
        {({ forms, kinds }) => {
          const form = forms.find(f => getKey(f) === query.get("voorbeeld")) ?? forms[0];
          return form === undefined ? <EmptyState title={say("Er zijn geen rekenvoorbeelden ingesteld", "No example calculations are set up")} /> : (
            <>
              {forms.length > 1 && (
                <div class="choices">
                  <label>{say("Voorbeeld", "Example")}
                    <select value={getKey(form)} onChange={e => pushChoices({ voorbeeld: e.currentTarget.value })}>{forms.map(f => <option key={getKey(f)} value={getKey(f)}>{localize(f.title)}</option>)}</select>
                  </label>
                </div>
              )}
              <UnknownChoice query={query} actual={{ voorbeeld: getKey(form) }} />
              <Calculation key={getKey(form)} form={form} kind={findKind(kinds, form.kind)} />
              <SourceNote sources={[form.source]} rules={`${form.rules}, ${form.ruleVersion}`} />
            </>
          );
        }}
      </LoadableView>
    </>
  );
}

/** A form and its outcome. An outcome goes as soon as an input changes, so that it is never next to other inputs. */
function Calculation({ form, kind }: { form: WhatIfForm; kind: KindInfo }) {
  const [filledIn, setFilledIn] = useState<Readonly<Record<string, string>>>({});
  const [outcome, setOutcome] = useState<WhatIfOutcome | ApiProblem | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const asked = useRef(0);
  const change = (code: string, value: string): void => {
    asked.current++;
    setIsBusy(false);
    setOutcome(undefined);
    setFilledIn({ ...filledIn, [code]: value });
  };
  const compute = async (): Promise<void> => {
    const number = ++asked.current;
    setIsBusy(true);
    const answer = await computeWhatIf(form, filledIn).catch(toProblem);
    if (number === asked.current) {
      setIsBusy(false);
      setOutcome(answer);
    }
  };
  return (
    <section class="kind" aria-labelledby="example-head">
      <h2 id="example-head">{localize(form.title)}</h2>
      <div class="what-if-body">
        <form class="questions" onSubmit={e => { e.preventDefault(); void compute(); }}>
          {form.inputs.map(question => <Question key={question.code} question={question} value={filledIn[question.code] ?? ""} onChange={value => change(question.code, value)} />)}
          <p><button type="submit" disabled={isBusy}>{say("Uitrekenen", "Compute")}</button></p>
        </form>
        <div class="outcome" aria-live="polite">
          {outcome instanceof ApiProblem && outcome.status === 400 ? <p class="notice" role="alert">{localize(outcome.localizedMessage)}</p>
            : outcome instanceof ApiProblem ? <FailedState problem={outcome} retry={() => void compute()} />
            : outcome ? <Outcome outcome={outcome} kind={kind} />
            : <p class="muted">{isBusy ? say("Uitrekenen…", "Computing…") : say("Vul het formulier in. Hier komt dan de uitkomst.", "Fill in the form. The outcome is then shown here.")}</p>}
        </div>
      </div>
    </section>
  );
}

function Question({ question, value, onChange }: { question: WhatIfQuestion; value: string; onChange: (value: string) => void }) {
  const id = `question-${question.code}`;
  return (
    <div class="question">
      <label for={id}>{localize(question.label)}{question.unit && !isBareUnit(question.unit) && ` (${getUnitName(question.unit)})`}</label>
      {question.keys
        ? (
          <select id={id} required={question.isRequired} value={value} onChange={e => onChange(e.currentTarget.value)}>
            <option value="">{say("kies", "choose")}</option>
            {question.keys.map(key => <option key={key} value={key}>{key}</option>)}
          </select>
        )
        : <input id={id} type="number" step="any" inputMode="decimal" min={question.low} max={question.high} required={question.isRequired && question.value === undefined} value={value} aria-describedby={`${id}-hint`} onInput={e => onChange(e.currentTarget.value)} />}
      {!question.keys && <p class="muted" id={`${id}-hint`}>{describeLimits(question)}</p>}
    </div>
  );
}

function describeLimits({ unit, low, high, value, isRequired }: WhatIfQuestion): string {
  const limits = say(`van ${formatQuantity(low!, unit)} tot en met ${formatQuantity(high!, unit)}`, `from ${formatQuantity(low!, unit)} up to ${formatQuantity(high!, unit)}`);
  const otherwise = value !== undefined ? say(`; leeg is ${formatQuantity(value, unit)}`, `; empty is ${formatQuantity(value, unit)}`) : isRequired ? "" : say("; mag leeg blijven", "; may stay empty");
  return limits + otherwise;
}

import type { CalculationStep, KindInfo, Signal } from "../api/types";
import { pick } from "./language";
import { word } from "./vocabulary";

/** What the inputs and steps behind a figure are called. */
export type Terms = Pick<KindInfo, "roles" | "steps">;

/** What a colour means on the scorecards of a kind; one that the kind has no words for is named as a colour. */
export const signalName = (kind: Pick<KindInfo, "signals">, signal: Signal): string => {
  const words = kind.signals[signal];
  return words ? pick(words) : word("signals", signal);
};

export const roleName = (terms: Terms, role: string): string => {
  const words = terms.roles[role];
  return words ? pick(words) : role.replaceAll("-", " ");
};

/** What a step gives; a step that is named after a year or a part has its words in the scorecard alone. */
export const stepName = (terms: Terms, step: CalculationStep): string => pick(terms.steps[step.name] ?? step.label);

import type { CalculationStep, KindInfo, Signal } from "../api/types";
import { localize } from "./language";
import { getWord } from "./vocabulary";

/** The names of the inputs and steps behind a figure. */
export type Terms = Pick<KindInfo, "roles" | "steps">;

/** The meaning of a colour on the scorecards of a kind, or the name of the colour if the kind has no words for it. */
export const getSignalName = (kind: Pick<KindInfo, "signals">, signal: Signal): string => {
  const words = kind.signals[signal];
  return words ? localize(words) : getWord("signals", signal);
};

export const getRoleName = (terms: Terms, role: string): string => {
  const words = terms.roles[role];
  return words ? localize(words) : role.replaceAll("-", " ");
};

/** The name of a step. A step named after a year or a part has its label in the scorecard only. */
export const getStepName = (terms: Terms, step: CalculationStep): string => localize(terms.steps[step.name] ?? step.label);

import type { AreaLevel, FigureCompleteness, LineState, ObservedState, PrecedenceRule } from "../api/types";
import { number } from "./format";
import { say } from "./language";

export const stateName = (state: LineState): string =>
  ({
    valued: say("bekend", "valued"),
    "to-be-determined": say("nader te bepalen", "to be determined"),
    "missing-input": say("cijfer ontbreekt", "figure missing"),
    unresolved: say("regel is onduidelijk", "rule is ambiguous"),
    suppressed: say("afgeschermd: te klein aantal", "withheld: too few"),
    "not-normed": say("geen norm gesteld", "no norm set"),
  })[state] ?? state;

/** Whether too many parts of a figure are missing to judge by it. */
export const isTooIncomplete = (line: { completeness?: FigureCompleteness }): boolean => line.completeness?.isEnough === false;

/** The state of a line in words; one whose figure is too incomplete to be judged says so. */
export const lineStateName = (line: { state: LineState; completeness?: FigureCompleteness }): string =>
  line.state === "missing-input" && isTooIncomplete(line) ? say("onvolledig: geen oordeel", "incomplete: no verdict") : stateName(line.state);

export const observedName = (state: ObservedState): string =>
  ({
    known: say("bekend", "known"),
    unknown: say("onbekend", "unknown"),
    suppressed: say("afgeschermd: te klein aantal", "withheld: too few"),
    "not-applicable": say("niet van toepassing", "not applicable"),
  })[state] ?? state;

export const ruleName = (rule: PrecedenceRule): string =>
  ({
    declared: say("zo staat het in de definities", "so the definitions say"),
    owner: say("die dataset levert dit niet meer", "that dataset delivers this no more"),
    "outside-period": say("dat cijfer telt in dit jaar niet", "that figure does not count in this year"),
    delivered: say("geleverd gaat voor berekend", "delivered figures take precedence over computed ones"),
  })[rule] ?? rule;

export const levelName = (level: AreaLevel): string =>
  ({
    municipality: say("Gemeente", "Municipality"),
    district: say("Wijk", "District"),
    neighbourhood: say("Buurt", "Neighbourhood"),
    custom: say("Eigen gebied", "Custom area"),
  })[level];

/** A number of areas of a level, in words. */
export const levelCount = (count: number, level: AreaLevel): string => `${number(count)} ${count === 1 ? levelName(level).toLowerCase() : levelPlural(level)}`;

export const levelPlural = (level: AreaLevel): string =>
  ({
    municipality: say("gemeenten", "municipalities"),
    district: say("wijken", "districts"),
    neighbourhood: say("buurten", "neighbourhoods"),
    custom: say("eigen gebieden", "custom areas"),
  })[level];

const operations: Record<string, string> = {
  subtract: "−", add: "+", multiply: "×", divide: "÷",
};
export const operationSign = (operation: string): string =>
  operations[operation] ??
  ({
    "round-half-away-from-zero": say("afronden", "round"),
    truncate: say("afkappen", "truncate"),
    maximum: say("grootste van", "largest of"),
    minimum: say("kleinste van", "smallest of"),
    absolute: say("zonder teken", "without sign"),
    sum: say("som van", "sum of"),
  })[operation] ?? operation;

const stages: Record<string, [string, string]> = {
  checking: ["controleren", "checking"],
  comparing: ["vergelijken", "comparing"],
  storing: ["opslaan", "storing"],
  restoring: ["terugdraaien", "undoing"],
  scoring: ["doorrekenen", "computing"],
};
export const stageName = (stage: string): string => {
  const known = stages[stage];
  return known ? say(...known) : stage;
};

const deliveryStates: Record<string, [string, string]> = {
  waiting: ["wacht in de inbox", "waiting in the inbox"],
  checking: ["wordt gecontroleerd", "being checked"],
  pending: ["wacht op bevestiging", "waits for confirmation"],
  confirmed: ["bevestigd, wordt opgenomen", "confirmed, being processed"],
  storing: ["wordt opgeslagen", "being stored"],
  scoring: ["wordt doorgerekend", "being computed"],
  served: ["verwerkt", "served"],
  refused: ["geweigerd", "refused"],
  withdrawing: ["wordt ingetrokken", "being withdrawn"],
  restored: ["ingetrokken, wordt doorgerekend", "withdrawn, being computed"],
  withdrawn: ["ingetrokken", "withdrawn"],
};
export const deliveryState = (state: string, quarantined = false): string => {
  if (quarantined) {
    return say("geweigerd: fout in de monitor", "refused: error in the monitor");
  }
  const known = deliveryStates[state];
  return known ? say(...known) : state;
};

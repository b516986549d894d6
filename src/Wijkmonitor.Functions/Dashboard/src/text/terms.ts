import type { AreaLevel, FigureCompleteness, LeftOut, LineState, ObservedState, PrecedenceRule } from "../api/types";
import { number } from "./format";
import { say } from "./language";
import { countedWord, word } from "./vocabulary";

export const stateName = (state: LineState): string => word("lineStates", state);

/** Whether too many parts of a figure are missing to judge by it. */
export const isTooIncomplete = (line: { completeness?: FigureCompleteness }): boolean => line.completeness?.isEnough === false;

/** The state of a line in words; one whose figure is too incomplete to be judged says so. */
export const lineStateName = (line: { state: LineState; completeness?: FigureCompleteness }): string =>
  line.state === "missing-input" && isTooIncomplete(line) ? word("lineStates", "incomplete") : stateName(line.state);

export const observedName = (state: ObservedState): string => word("valueStates", state);

export const ruleName = (rule: PrecedenceRule): string =>
  ({
    declared: say("zo staat het in de definities", "as the definitions say"),
    owner: say("die dataset levert dit niet meer", "that dataset no longer delivers this"),
    "outside-period": say("dat cijfer telt in dit jaar niet", "that figure does not count in this year"),
    delivered: say("een geleverd cijfer gaat voor een berekend cijfer", "a delivered figure takes precedence over a computed one"),
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

/** The roles that a decision was taken in: those of a sign-in by their names, others as somebody wrote them. */
export const roleNames = (roles: string): string => roles.split(", ").map(role =>
  ({ Admin: say("beheerder", "administrator"), DataTeam: say("datateam", "data team"), Partner: say("partner", "partner") })[role] ?? role).join(", ");

export const deliveryState = (state: string, quarantined = false): string => word("deliveryStates", quarantined ? "quarantined" : state);

/** What is wrong, as a sentence; the code where the monitor has none. */
export const problemName = (code: string): string => word("problems", code);

/** What a total leaves out, by state. */
export const leftOutWords = (leavesOut: readonly LeftOut[]): string => leavesOut.map(l => `${number(l.codes.length)} ${countedWord("lineStates", l.state, l.codes.length)}`).join(", ");

import type { AreaLevel, FigureCompleteness, LeftOut, LineState, ObservedState, PrecedenceRule } from "../api/types";
import { formatNumber } from "./format";
import { say } from "./language";
import { getCountedWord, getWord } from "./vocabulary";

export const getStateName = (state: LineState): string => getWord("lineStates", state);

/** Whether too many parts of a figure are missing to judge it. */
export const isTooIncomplete = (line: { completeness?: FigureCompleteness }): boolean => line.completeness?.isEnough === false;

/** The state of a line in words, including that its figure is too incomplete to be judged. */
export const getLineStateName = (line: { state: LineState; completeness?: FigureCompleteness }): string =>
  line.state === "missing-input" && isTooIncomplete(line) ? getWord("lineStates", "incomplete") : getStateName(line.state);

export const getObservedStateName = (state: ObservedState): string => getWord("valueStates", state);

export const getRuleName = (rule: PrecedenceRule): string =>
  ({
    declared: say("zo staat het in de definities", "as the definitions say"),
    owner: say("die dataset levert dit niet meer", "that dataset no longer delivers this"),
    "outside-period": say("dat cijfer telt in dit jaar niet", "that figure does not count in this year"),
    delivered: say("een geleverd cijfer gaat voor een berekend cijfer", "a delivered figure takes precedence over a computed one"),
  })[rule] ?? rule;

export const getLevelName = (level: AreaLevel): string =>
  ({
    municipality: say("Gemeente", "Municipality"),
    district: say("Wijk", "District"),
    neighbourhood: say("Buurt", "Neighbourhood"),
    custom: say("Eigen gebied", "Custom area"),
  })[level];

/** Formats a number of areas of a level. */
export const formatLevelCount = (count: number, level: AreaLevel): string => `${formatNumber(count)} ${count === 1 ? getLevelName(level).toLowerCase() : getLevelPlural(level)}`;

export const getLevelPlural = (level: AreaLevel): string =>
  ({
    municipality: say("gemeenten", "municipalities"),
    district: say("wijken", "districts"),
    neighbourhood: say("buurten", "neighbourhoods"),
    custom: say("eigen gebieden", "custom areas"),
  })[level];

const operationSigns: Record<string, string> = {
  subtract: "−", add: "+", multiply: "×", divide: "÷",
};
export const getOperationSign = (operation: string): string =>
  operationSigns[operation] ??
  ({
    "round-half-away-from-zero": say("afronden", "round"),
    truncate: say("decimalen weglaten", "drop decimals"),
    ceiling: say("naar boven afronden", "round up"),
    floor: say("naar beneden afronden", "round down"),
    power: say("tot de macht", "to the power"),
    logarithm: say("natuurlijke logaritme", "natural logarithm"),
    maximum: say("grootste van", "largest of"),
    minimum: say("kleinste van", "smallest of"),
    absolute: say("zonder plus of min", "without plus or minus"),
    sum: say("som van", "sum of"),
  })[operation] ?? operation;

const stageNames: Record<string, [string, string]> = {
  checking: ["controleren", "checking"],
  comparing: ["vergelijken", "comparing"],
  storing: ["opslaan", "storing"],
  restoring: ["terugdraaien", "undoing"],
  scoring: ["doorrekenen", "computing"],
};
export const getStageName = (stage: string): string => {
  const known = stageNames[stage];
  return known ? say(...known) : stage;
};

/** Formats the roles of a decision: roles of a sign-in by their names, others as they were written. */
export const formatRoles = (roles: string): string => roles.split(", ").map(role =>
  ({ Admin: say("beheerder", "administrator"), DataTeam: say("datateam", "data team"), Partner: say("partner", "partner") })[role] ?? role).join(", ");

export const getDeliveryStateName = (state: string, quarantined = false): string => getWord("deliveryStates", quarantined ? "quarantined" : state);

/** A problem as a sentence, or its code if the vocabulary has none. */
export const getProblemName = (code: string): string => getWord("problems", code);

/** The lines that a total leaves out, by state. */
export const formatLeftOut = (leavesOut: readonly LeftOut[]): string => leavesOut.map(l => `${formatNumber(l.codes.length)} ${getCountedWord("lineStates", l.state, l.codes.length)}`).join(", ");

import type { AreaLevel, LineState, ObservedState, Signal } from "../api/types";
import { number } from "./format";
import { say } from "./language";

export const signalName = (signal: Signal): string =>
  ({
    green: say("gunstiger", "more favourable"),
    yellow: say("ongeveer gelijk", "about equal"),
    red: say("minder gunstig", "less favourable"),
    none: say("geen oordeel", "not judged"),
  })[signal];

export const stateName = (state: LineState): string =>
  ({
    valued: say("bekend", "valued"),
    "to-be-determined": say("nader te bepalen", "to be determined"),
    "missing-input": say("cijfer ontbreekt", "figure missing"),
    unresolved: say("regel is onduidelijk", "rule is ambiguous"),
    suppressed: say("afgeschermd", "suppressed"),
    "not-normed": say("geen norm gesteld", "no norm set"),
  })[state] ?? state;

export const observedName = (state: ObservedState): string =>
  ({
    known: say("bekend", "known"),
    unknown: say("onbekend", "unknown"),
    suppressed: say("afgeschermd", "suppressed"),
    "not-applicable": say("niet van toepassing", "not applicable"),
  })[state] ?? state;

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

const kinds: Record<string, [string, string]> = {
  compass: ["Wijkkompas", "Neighbourhood compass"],
  liveability: ["Leefbaarheid", "Liveability"],
  "four-angle": ["Vier invalshoeken", "Four angles"],
  "load-capacity": ["Draaglast en draagkracht", "Load and capacity"],
  vulnerability: ["Kwetsbaarheid", "Vulnerability"],
  perception: ["Beleving naast cijfers", "Perception beside figures"],
  "stayers-movers": ["Blijvers en verhuizers", "Stayers and movers"],
  function: ["Functie van de buurt", "Function of the neighbourhood"],
  "crisis-tiles": ["Wooncrisis in tegels", "Housing crisis tiles"],
  "social-mortgage": ["Sociale hypotheek", "Social mortgage"],
};

export const kindName = (kind: string): string => {
  const known = kinds[kind];
  return known ? say(...known) : kind;
};

const about: Record<string, [string, string]> = {
  compass: ["Elk cijfer naast dat van de stad.", "Each figure beside the city's."],
  liveability: ["Dat er iets aan de hand is, niet waarom.", "That something is the matter, not why."],
  "four-angle": ["Cijfers van buiten, bewoners, eigen registraties en medewerkers naast elkaar.", "Outside data, residents, own registrations and staff side by side."],
  "load-capacity": ["Wat een buurt te dragen heeft, en wat haar draagt.", "What a neighbourhood carries, and what carries it."],
  vulnerability: ["Corporatiewoningen naast de rest.", "Corporation homes beside the rest."],
  perception: ["Wat de cijfers zeggen en wat bewoners zeggen.", "What the figures say and what residents say."],
  "stayers-movers": ["Wie bleef, wie ging, en wat dat met een gemiddelde doet.", "Who stayed, who left, and what that does to a mean."],
  function: ["Naast gebieden met dezelfde functie, en naast de eigen geschiedenis.", "Beside areas with the same function, and beside its own history."],
  "crisis-tiles": ["Elk een eigen getal; ze tellen niet op.", "Each a number of its own; they do not add up."],
};

export const kindAbout = (kind: string): string => {
  const known = about[kind];
  return known ? say(...known) : "";
};

const roles: Record<string, [string, string]> = {
  value: ["cijfer van het gebied", "the area's figure"],
  city: ["cijfer van de stad", "the city's figure"],
  baseline: ["nulmeting", "baseline"],
  "city-baseline": ["nulmeting van de stad", "the city's baseline"],
  "start-value": ["gebied bij de start", "the area at the start"],
  "start-city": ["stad bij de start", "the city at the start"],
  weight: ["gewicht", "weight"],
  entry: ["boeking", "entry"],
  step: ["stap", "step"],
  amount: ["bedrag per stap", "amount per step"],
  share: ["aandeel", "share"],
  tariff: ["tarief", "tariff"],
  "credited-before": ["eerder bijgeschreven", "credited before"],
  denominator: ["noemer", "denominator"],
  part: ["cijfer van een deel", "figure of a part"],
  "part-weight": ["gewicht van een deel", "weight of a part"],
  dimension: ["dimensie", "dimension"],
  mean: ["gemiddelde van de gebieden", "mean of the areas"],
  deviation: ["spreiding over de gebieden", "spread over the areas"],
  angle: ["invalshoek", "angle"],
  indicator: ["cijfer in de invalshoek", "figure in the angle"],
  municipality: ["cijfer van de gemeente", "the municipality's figure"],
  "staff-signal": ["signaal van medewerkers", "signal of staff"],
  score: ["score", "score"],
  "score-before": ["score van de vorige ronde", "score of the last cycle"],
  pin: ["prikker uit het buurtatelier", "pin of the workshop"],
  note: ["aantekening", "note"],
  budget: ["budget", "budget"],
  homes: ["woningen", "homes"],
  objective: ["wat de cijfers zeggen", "what the figures say"],
  subjective: ["wat bewoners zeggen", "what residents say"],
  active: ["actieve bewoners", "active residents"],
  "visitors-low": ["bezoekers per actieve bewoner, laag", "visitors per active resident, low"],
  "visitors-high": ["bezoekers per actieve bewoner, hoog", "visitors per active resident, high"],
  stayers: ["blijvers", "stayers"],
  leavers: ["vertrekkers", "leavers"],
  entrants: ["nieuwkomers", "entrants"],
  "stayers-then": ["blijvers, toen", "stayers, then"],
  "stayers-now": ["blijvers, nu", "stayers, now"],
  "leavers-then": ["vertrekkers, toen", "leavers, then"],
  "entrants-now": ["nieuwkomers, nu", "entrants, now"],
  corporation: ["corporatiewoningen", "corporation homes"],
  rest: ["overige woningen", "other homes"],
  nuisance: ["overlast", "nuisance"],
  inflow: ["instroom", "inflow"],
  "net-outflow": ["vertrek per saldo", "net outflow"],
  first: ["eerste jaar", "first year"],
  other: ["gebied met dezelfde functie", "area with the same function"],
  count: ["telling", "count"],
  base: ["waarop", "out of"],
  low: ["ten minste", "at least"],
  high: ["ten hoogste", "at most"],
  settled: ["zoals vastgesteld", "as settled"],
  now: ["zoals nu berekend", "as computed now"],
  "cause-before": ["wat het toen was", "what it was then"],
  "cause-after": ["wat het nu is", "what it is now"],
  earlier: ["cijfer van eerder", "an earlier figure"],
  default: ["waarde uit de regels", "value of the rules"],
};

// What a card shows of the figures behind a line; the others are in the sentence and the calculation.
const figures: Record<string, [string, string]> = {
  coverage: ["dekking (%)", "coverage (%)"],
  severity: ["ernst", "severity"],
  weight: ["gewicht", "weight"],
  "age-in-months": ["maanden oud", "months old"],
  "score-change": ["verschil met de vorige ronde", "change since the last cycle"],
  change: ["verandering", "change"],
  listed: ["op de lijst sinds (rondes)", "on the list for (cycles)"],
  "difference-with-homes": ["verschil met alleen woningen", "difference with homes alone"],
  homes: ["woningen", "homes"],
  "z-score": ["z-score", "z-score"],
  areas: ["gebieden", "areas"],
  now: ["nu", "now"],
  then: ["toen", "then"],
  "first-year": ["sinds", "since"],
  difference: ["verschil", "difference"],
  "sum-of-dimensions": ["som van de dimensies", "sum of the dimensions"],
};

export const figureName = (name: string): string | undefined => {
  const known = figures[name];
  return known && say(...known);
};

export const roleName = (role: string): string => {
  const known = roles[role];
  return known ? say(...known) : role.replaceAll("-", " ");
};

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
  confirmed: ["bevestigd, wordt opgenomen", "confirmed, being taken in"],
  storing: ["wordt opgeslagen", "being stored"],
  scoring: ["wordt doorgerekend", "being computed"],
  served: ["verwerkt", "served"],
  refused: ["geweigerd", "refused"],
  withdrawing: ["wordt ingetrokken", "being withdrawn"],
  restored: ["ingetrokken, wordt doorgerekend", "withdrawn, being computed"],
  withdrawn: ["ingetrokken", "withdrawn"],
};
export const deliveryState = (state: string): string => {
  const known = deliveryStates[state];
  return known ? say(...known) : state;
};

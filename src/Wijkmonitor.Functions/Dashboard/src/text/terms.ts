import type { AreaLevel, LineState, ObservedState, Signal } from "../api/types";
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
  "crisis-tiles": ["Elk een eigen getal; ze tellen niet op.", "Each a number of its own; they do not add up."],
};

export const kindAbout = (kind: string): string => {
  const known = about[kind];
  return known ? say(...known) : "";
};

// What the rules forbid to be put in an order of worst to best: these are listed by name only.
const unranked = new Set(["four-angle", "load-capacity", "vulnerability", "perception", "stayers-movers", "crisis-tiles"]);
export const mayBeRanked = (kind: string): boolean => !unranked.has(kind);

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

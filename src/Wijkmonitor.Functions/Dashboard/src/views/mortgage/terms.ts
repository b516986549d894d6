import type { Terms } from "../../text/kinds";

/** The names of the inputs behind the amounts of a statement. A statement has no kind of scorecard to name them; its steps carry their own labels. */
export const mortgageTerms: Terms = {
  roles: {
    value: { nl: "cijfer van het gebied", en: "the area's figure" },
    city: { nl: "cijfer van de stad", en: "the city's figure" },
    baseline: { nl: "nulmeting", en: "baseline" },
    "city-baseline": { nl: "nulmeting van de stad", en: "the city's baseline" },
    step: { nl: "stap", en: "step" },
    amount: { nl: "bedrag per stap", en: "amount per step" },
    share: { nl: "aandeel", en: "share" },
    population: { nl: "aantal bewoners", en: "number of residents" },
    cap: { nl: "plafond", en: "cap" },
    "credited-before": { nl: "eerder bijgeschreven", en: "credited before" },
    entry: { nl: "boeking", en: "entry" },
    correction: { nl: "correctie", en: "correction" },
    "pending-entry": { nl: "boeking, nog te bevestigen", en: "entry, to be confirmed" },
    "pending-correction": { nl: "correctie, nog te bevestigen", en: "correction, to be confirmed" },
    "disputed-entry": { nl: "betwiste boeking", en: "disputed entry" },
    "disputed-correction": { nl: "correctie, betwist", en: "correction, disputed" },
    confirmation: { nl: "bevestiging", en: "confirmation" },
    dispute: { nl: "betwisting", en: "dispute" },
    settled: { nl: "zoals vastgesteld", en: "as settled" },
    now: { nl: "zoals nu berekend", en: "as computed now" },
    "cause-before": { nl: "wat het toen was", en: "what it was then" },
    "cause-after": { nl: "wat het nu is", en: "what it is now" },
    part: { nl: "cijfer van een deel", en: "figure of a part" },
    "part-weight": { nl: "gewicht van een deel", en: "weight of a part" },
    denominator: { nl: "noemer", en: "denominator" },
  },
  steps: {},
};

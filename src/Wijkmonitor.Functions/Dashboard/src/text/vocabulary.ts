import table from "../../../../Wijkmonitor.Indicators/Localization/vocabulary.json";
import type { Bilingual } from "../api/types";
import { pick } from "./language";

/** A word, and how a number of what it says is written; a bare unit is not written behind a number. */
interface Term { name: Bilingual; one?: Bilingual; many?: Bilingual; bare?: boolean }
export type Section = keyof typeof table;

// The same table is behind what the API, its CSV, the print and the terminal say.
const sections: Record<Section, Record<string, Term>> = table;

/** The word for a code; the code itself where there is none. */
export const word = (section: Section, code: string): string => {
  const term = sections[section][code];
  return term ? pick(term.name) : code;
};

/** The word for a code behind a number. */
export const countedWord = (section: Section, code: string, count: number): string => {
  const term = sections[section][code];
  return term ? pick((count === 1 ? term.one : term.many) ?? term.name) : code;
};

/** Whether a unit is not written behind a number: the label says what is counted. */
export const isBare = (unit: string): boolean => unit === "" || sections.units[unit]?.bare === true;

import table from "../../../../Wijkmonitor.Indicators/Localization/vocabulary.json";
import type { Bilingual } from "../api/types";
import { localize } from "./language";

/** A word and its form after a number. A bare unit is not written after a number. */
interface Term { name: Bilingual; one?: Bilingual; many?: Bilingual; bare?: boolean }
export type Section = keyof typeof table;

// The API, its CSV, the printed statement and the terminal use the same table.
const sections: Record<Section, Record<string, Term>> = table;

/** The word for a code, or the code itself if there is none. */
export const getWord = (section: Section, code: string): string => {
  const term = sections[section][code];
  return term ? localize(term.name) : code;
};

/** The word for a code after a number. */
export const getCountedWord = (section: Section, code: string, count: number): string => {
  const term = sections[section][code];
  return term ? localize((count === 1 ? term.one : term.many) ?? term.name) : code;
};

/** Whether a unit is left out after a number because the label says what is counted. */
export const isBareUnit = (unit: string): boolean => unit === "" || sections.units[unit]?.bare === true;

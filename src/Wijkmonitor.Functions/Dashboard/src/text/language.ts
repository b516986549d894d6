import type { Bilingual } from "../api/types";

export type Language = "nl" | "en";

const storageKey = "wijkmonitor-language";

function readInitialLanguage(): Language {
  const requested = new URLSearchParams(location.search).get("lang");
  if (requested === "nl" || requested === "en") {
    localStorage.setItem(storageKey, requested);
    return requested;
  }
  return localStorage.getItem(storageKey) === "en" ? "en" : "nl";
}

let current: Language = readInitialLanguage();
document.documentElement.lang = current;

export const getLanguage = (): Language => current;

export function setLanguage(chosen: Language): void {
  current = chosen;
  localStorage.setItem(storageKey, chosen);
  document.documentElement.lang = chosen;
}

/** Chooses the text in the language of the page. */
export const say = (nl: string, en: string): string => (current === "nl" ? nl : en);

export const localize = (text: Bilingual): string => text[current];

import type { Bilingual } from "../api/types";

export type Language = "nl" | "en";

const stored = "wijkmonitor-language";

function first(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked === "nl" || asked === "en") {
    localStorage.setItem(stored, asked);
    return asked;
  }
  return localStorage.getItem(stored) === "en" ? "en" : "nl";
}

let current: Language = first();
document.documentElement.lang = current;

export const language = (): Language => current;

export function speak(chosen: Language): void {
  current = chosen;
  localStorage.setItem(stored, chosen);
  document.documentElement.lang = chosen;
}

/** The words in the language of the page. */
export const say = (nl: string, en: string): string => (current === "nl" ? nl : en);

export const pick = (text: Bilingual): string => text[current];

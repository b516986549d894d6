import { language, say } from "./language";
import { countedWord, isBare, word } from "./vocabulary";

const locale = (): string => (language() === "nl" ? "nl-NL" : "en-GB");

// The platform holds whoever shows a number to its decimals; making a formatter is slow, so they are kept.
const formatters = new Map<string, Intl.NumberFormat>();
function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale() + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale(), options);
  formatters.set(key, known);
  return known;
}

export const number = (value: number, decimals = 0): string =>
  formatter({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value).replace("-", "−");

/** A number with as many decimals as it has, three at most. */
export const short = (value: number): string => formatter({ maximumFractionDigits: 3 }).format(value).replace("-", "−");

/** An amount; cents only where there are any. */
export const euro = (value: number): string => {
  const decimals = Math.abs(value % 1) < 0.005 ? 0 : 2;
  const amount = number(Math.abs(value), decimals);
  return `${value < 0 ? "−" : ""}€ ${amount}`;
};

export const unitName = (unit: string): string => word("units", unit);

/** A value with its unit, as a reader expects it. */
export function quantity(value: number, unit: string, decimals?: number): string {
  if (unit === "EUR") {
    return euro(value);
  }
  const shown = decimals === undefined ? short(value) : number(value, decimals);
  return unit === "%" ? `${shown}%` : isBare(unit) ? shown : `${shown} ${countedWord("units", unit, value)}`;
}

/** A value that is known as a range only: both ends, and no middle. */
export const span = (low: number, high: number, unit: string, decimals?: number): string => {
  const first = unit === "EUR" ? euro(low) : decimals === undefined ? short(low) : number(low, decimals);
  return say(`${first} tot ${quantity(high, unit, decimals)}`, `${first} to ${quantity(high, unit, decimals)}`);
};

/** A difference: always with its sign. */
export const difference = (value: number, unit: string, decimals?: number): string => {
  const shown = unit === "%" ? `${number(Math.abs(value), decimals ?? 1)} ${say("procentpunt", "percentage points")}` : quantity(Math.abs(value), unit, decimals);
  return Math.abs(value) < 1e-9 ? say("gelijk", "equal") : `${value > 0 ? "+" : "−"}${shown}`;
};

export const moment = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" }).format(new Date(iso));

/** A moment in a list, where a row has little room. */
export const shortMoment = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" }).format(new Date(iso));

export const day = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Amsterdam" }).format(new Date(iso));

export function bytes(size: number): string {
  if (size < 1000) {
    return `${number(size)} ${say("bytes", "bytes")}`;
  }
  return size < 1e6 ? `${number(size / 1e3, 1)} kB` : `${number(size / 1e6, 1)} MB`;
}

export const compare = (left: string, right: string): number => left.localeCompare(right, locale(), { numeric: true, sensitivity: "base" });

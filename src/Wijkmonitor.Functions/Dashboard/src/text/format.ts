import { language, say } from "./language";

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

const units: Record<string, [string, string]> = {
  inhabitants: ["inwoners", "inhabitants"],
  households: ["huishoudens", "households"],
  indicators: ["indicatoren", "indicators"],
  areas: ["gebieden", "areas"],
  count: ["keer", "times"],
  score: ["score", "score"],
  grade: ["cijfer", "grade"],
  class: ["klasse", "class"],
  homes: ["woningen", "homes"],
  people: ["mensen", "people"],
  beds: ["bedden", "beds"],
  rooms: ["kamers", "rooms"],
  angles: ["invalshoeken", "angles"],
  pins: ["prikkers", "pins"],
  periods: ["perioden", "periods"],
  ratio: ["keer", "times"],
  z: ["z", "z"],
  fte: ["fte", "fte"],
  signal: ["", ""],
  "x 1000 EUR": ["duizend euro", "thousand euros"],
  "per 1000 per year": ["per 1.000 per jaar", "per 1,000 a year"],
  "per 100": ["per 100", "per 100"],
  "per 1000": ["per 1.000", "per 1,000"],
};

export const unitName = (unit: string): string => {
  const known = units[unit];
  return known ? say(...known) : unit === "EUR" ? say("euro", "euros") : unit;
};

/** A value with its unit, as a reader expects it. */
export function quantity(value: number, unit: string, decimals?: number): string {
  if (unit === "EUR") {
    return euro(value);
  }
  const shown = decimals === undefined ? short(value) : number(value, decimals);
  switch (unit) {
    case "%":
      return `${shown}%`;
    case "points":
      return `${shown} ${say("punt", "points")}`;
    case "score":
    case "grade":
    case "class":
    case "count":
    case "inhabitants":
    case "households":
    case "indicators":
    case "signal":
    case "":
      return shown;
    default:
      return `${shown} ${unitName(unit)}`;
  }
}

/** A value that is known as a range only: both ends, and no middle. */
export const span = (low: number, high: number, unit: string, decimals?: number): string => {
  const first = unit === "EUR" ? euro(low) : decimals === undefined ? short(low) : number(low, decimals);
  return say(`${first} tot ${quantity(high, unit, decimals)}`, `${first} to ${quantity(high, unit, decimals)}`);
};

/** A difference: always with its sign. */
export const difference = (value: number, unit: string, decimals?: number): string => {
  const shown = unit === "%" ? `${number(Math.abs(value), decimals ?? 1)} ${say("procentpunt", "points")}` : quantity(Math.abs(value), unit, decimals);
  return Math.abs(value) < 1e-9 ? say("gelijk", "equal") : `${value > 0 ? "+" : "−"}${shown}`;
};

export const moment = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" }).format(new Date(iso));

export const day = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Amsterdam" }).format(new Date(iso));

export function bytes(size: number): string {
  if (size < 1000) {
    return `${number(size)} ${say("bytes", "bytes")}`;
  }
  return size < 1e6 ? `${number(size / 1e3, 1)} kB` : `${number(size / 1e6, 1)} MB`;
}

export const compare = (left: string, right: string): number => left.localeCompare(right, locale(), { numeric: true, sensitivity: "base" });

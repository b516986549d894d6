import { getLanguage, say } from "./language";
import { getCountedWord, isBareUnit, getWord } from "./vocabulary";

const getLocale = (): string => (getLanguage() === "nl" ? "nl-NL" : "en-GB");

// Formatters are cached because creating one is slow.
const formatters = new Map<string, Intl.NumberFormat>();
function getFormatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = getLocale() + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.NumberFormat(getLocale(), options);
  formatters.set(key, known);
  return known;
}

export const formatNumber = (value: number, decimals = 0): string =>
  getFormatter({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value).replace("-", "−");

/** Formats a number with the decimals that it has, at most three. */
export const formatShort = (value: number): string => getFormatter({ maximumFractionDigits: 3 }).format(value).replace("-", "−");

/** Formats an amount, with cents only if there are any. */
export const formatEuros = (value: number): string => {
  const decimals = Math.abs(value % 1) < 0.005 ? 0 : 2;
  const amount = formatNumber(Math.abs(value), decimals);
  return `${value < 0 ? "−" : ""}€ ${amount}`;
};

export const getUnitName = (unit: string): string => getWord("units", unit);

/** Formats a value with its unit. */
export function formatQuantity(value: number, unit: string, decimals?: number): string {
  if (unit === "EUR") {
    return formatEuros(value);
  }
  const text = decimals === undefined ? formatShort(value) : formatNumber(value, decimals);
  return unit === "%" ? `${text}%` : isBareUnit(unit) ? text : `${text} ${getCountedWord("units", unit, value)}`;
}

/** Formats a value of which only the range is known. */
export const formatRange = (low: number, high: number, unit: string, decimals?: number): string => {
  const first = unit === "EUR" ? formatEuros(low) : decimals === undefined ? formatShort(low) : formatNumber(low, decimals);
  return say(`${first} tot ${formatQuantity(high, unit, decimals)}`, `${first} to ${formatQuantity(high, unit, decimals)}`);
};

/** Formats a difference, always with its sign. */
export const formatDifference = (value: number, unit: string, decimals?: number): string => {
  const text = unit === "%" ? `${formatNumber(Math.abs(value), decimals ?? 1)} ${say("procentpunt", "percentage points")}` : formatQuantity(Math.abs(value), unit, decimals);
  return Math.abs(value) < 1e-9 ? say("gelijk", "equal") : `${value > 0 ? "+" : "−"}${text}`;
};

export const formatMoment = (iso: string): string =>
  new Intl.DateTimeFormat(getLocale(), { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" }).format(new Date(iso));

/** Formats a moment for a list, where a row has little room. */
export const formatShortMoment = (iso: string): string =>
  new Intl.DateTimeFormat(getLocale(), { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" }).format(new Date(iso));

export const formatDay = (iso: string): string =>
  new Intl.DateTimeFormat(getLocale(), { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Amsterdam" }).format(new Date(iso));

export function formatBytes(size: number): string {
  if (size < 1000) {
    return `${formatNumber(size)} ${say("bytes", "bytes")}`;
  }
  return size < 1e6 ? `${formatNumber(size / 1e3, 1)} kB` : `${formatNumber(size / 1e6, 1)} MB`;
}

export const compareText = (left: string, right: string): number => left.localeCompare(right, getLocale(), { numeric: true, sensitivity: "base" });

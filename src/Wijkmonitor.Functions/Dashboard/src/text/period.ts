import { getLanguage, say } from "./language";

export type Granularity = "year" | "school-year" | "quarter" | "month" | "week";

/** The kinds of periods, longest first. */
export const granularities: readonly Granularity[] = ["year", "school-year", "quarter", "month", "week"];

const daysInYear = 365.2425;

/** The kind of a period, from its text: 2024, 2023-SY, 2024-Q1, 2024-03 or 2024-W05. */
export function getGranularity(period: string): Granularity {
  const rest = period.slice(5);
  return rest === "" ? "year" : rest === "SY" ? "school-year" : rest.startsWith("Q") ? "quarter" : rest.startsWith("W") ? "week" : "month";
}

export const getYear = (period: string): number => Number(period.slice(0, 4));

const getNumber = (period: string): number => Number(period.slice(5).replace(/^[QW]/, ""));

/** The start of a period in years: its position on a time axis. */
export function getStart(period: string): number {
  const year = getYear(period);
  switch (getGranularity(period)) {
    case "year": return year;
    case "school-year": return year + 7 / 12;
    case "quarter": return year + (getNumber(period) - 1) / 4;
    case "month": return year + (getNumber(period) - 1) / 12;
    case "week": {
      // The week of 4 January is the first one by ISO 8601.
      const fourth = new Date(Date.UTC(year, 0, 4));
      const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (getNumber(period) - 1) * 7;
      return year + (monday - 1) / daysInYear;
    }
  }
}

/** Orders periods by kind, longest first, and then by time. */
export const comparePeriods = (left: string, right: string): number =>
  granularities.indexOf(getGranularity(left)) - granularities.indexOf(getGranularity(right)) || getStart(left) - getStart(right);

/** Sorts periods by kind, longest first, and within each kind newest first. */
export const sortNewestFirst = (periods: readonly string[]): string[] =>
  [...periods].sort((left, right) => comparePeriods(left, right) * (getGranularity(left) === getGranularity(right) ? -1 : 1));

export function formatPeriod(period: string): string {
  const [year, number] = [getYear(period), getNumber(period)];
  switch (getGranularity(period)) {
    case "year": return period;
    case "school-year": {
      const next = String((year + 1) % 100).padStart(2, "0");
      return say(`schooljaar ${year}/'${next}`, `school year ${year}/${next}`);
    }
    case "quarter": return say(`${number}e kwartaal ${year}`, `Q${number} ${year}`);
    case "month": return new Intl.DateTimeFormat(getLanguage() === "nl" ? "nl-NL" : "en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.UTC(year, number - 1));
    case "week": return say(`week ${number} van ${year}`, `week ${number} of ${year}`);
  }
}

export const getGranularityName = (granularity: Granularity): string => ({
  year: say("Jaren", "Years"), "school-year": say("Schooljaren", "School years"), quarter: say("Kwartalen", "Quarters"), month: say("Maanden", "Months"), week: say("Weken", "Weeks"),
})[granularity];

/** The header of a column or field with periods: "year" if there are only years. */
export const getPeriodHeader = (periods: readonly string[]): string => (periods.every(p => getGranularity(p) === "year") ? say("Jaar", "Year") : say("Periode", "Period"));

import { language, say } from "./language";

export type Granularity = "year" | "school-year" | "quarter" | "month" | "week";

/** The kinds of periods, the longest first. */
export const granularities: readonly Granularity[] = ["year", "school-year", "quarter", "month", "week"];

const daysInYear = 365.2425;

/** The kind of a period, by its text: 2024, 2023-SY, 2024-Q1, 2024-03 or 2024-W05. */
export function granularityOf(period: string): Granularity {
  const rest = period.slice(5);
  return rest === "" ? "year" : rest === "SY" ? "school-year" : rest.startsWith("Q") ? "quarter" : rest.startsWith("W") ? "week" : "month";
}

export const yearOf = (period: string): number => Number(period.slice(0, 4));

const numberOf = (period: string): number => Number(period.slice(5).replace(/^[QW]/, ""));

/** Where a period starts, in years: the place of its figure on a time axis. */
export function startOf(period: string): number {
  const year = yearOf(period);
  switch (granularityOf(period)) {
    case "year": return year;
    case "school-year": return year + 7 / 12;
    case "quarter": return year + (numberOf(period) - 1) / 4;
    case "month": return year + (numberOf(period) - 1) / 12;
    case "week": {
      // The week of 4 January is the first one by ISO 8601.
      const fourth = new Date(Date.UTC(year, 0, 4));
      const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (numberOf(period) - 1) * 7;
      return year + (monday - 1) / daysInYear;
    }
  }
}

/** By kind, the longest first, and then in time. */
export const comparePeriods = (left: string, right: string): number =>
  granularities.indexOf(granularityOf(left)) - granularities.indexOf(granularityOf(right)) || startOf(left) - startOf(right);

/** Periods by kind, the longest first, and within each the newest first. */
export const newestFirst = (periods: readonly string[]): string[] =>
  [...periods].sort((left, right) => comparePeriods(left, right) * (granularityOf(left) === granularityOf(right) ? -1 : 1));

export function periodName(period: string): string {
  const [year, number] = [yearOf(period), numberOf(period)];
  switch (granularityOf(period)) {
    case "year": return period;
    case "school-year": {
      const next = String((year + 1) % 100).padStart(2, "0");
      return say(`schooljaar ${year}/'${next}`, `school year ${year}/${next}`);
    }
    case "quarter": return say(`${number}e kwartaal ${year}`, `Q${number} ${year}`);
    case "month": return new Intl.DateTimeFormat(language() === "nl" ? "nl-NL" : "en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.UTC(year, number - 1));
    case "week": return say(`week ${number} van ${year}`, `week ${number} of ${year}`);
  }
}

export const granularityName = (granularity: Granularity): string => ({
  year: say("Jaren", "Years"), "school-year": say("Schooljaren", "School years"), quarter: say("Kwartalen", "Quarters"), month: say("Maanden", "Months"), week: say("Weken", "Weeks"),
})[granularity];

/** The head of a column or field with periods: a year as long as there is nothing else. */
export const periodHead = (periods: readonly string[]): string => (periods.every(p => granularityOf(p) === "year") ? say("Jaar", "Year") : say("Periode", "Period"));

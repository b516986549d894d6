import type { Deadline, DeadlineDate, ListedDeadline } from "../api/types";
import { formatDay, formatNumber } from "./format";
import { say } from "./language";

/** Formats a day, or the first and last day of a loose date. */
export const formatDays = (date: string, until: string | undefined): string => (until && until !== date ? say(`${formatDay(date)} tot en met ${formatDay(until)}`, `${formatDay(date)} to ${formatDay(until)}`) : formatDay(date));

const formatDayCount = (days: number): string => `${formatNumber(days)} ${days === 1 ? say("dag", "day") : say("dagen", "days")}`;

/** Says by how much a deadline is late, against the promise that holds and against the first one. */
export function describeLateness(deadline: ListedDeadline): string {
  const days = formatDays(deadline.date, deadline.until);
  const late = say(`${formatDayCount(deadline.daysLate ?? 0)} na ${days}`, `${formatDayCount(deadline.daysLate ?? 0)} after ${days}`);
  return deadline.firstPromised === undefined || deadline.daysAfterFirst === undefined ? late
    : say(`${late}; eerst beloofd was ${formatDay(deadline.firstPromised)}: ${formatDayCount(deadline.daysAfterFirst)} geleden`, `${late}; first promised was ${formatDay(deadline.firstPromised)}: ${formatDayCount(deadline.daysAfterFirst)} ago`);
}

/** All dates of a deadline; where only the promise is known, that one. */
export const listDates = (deadline: Deadline): readonly DeadlineDate[] => deadline.dates ?? [{ kind: "baseline", date: deadline.date, ...(deadline.until ? { until: deadline.until } : {}) }];

export const selectDates = (deadline: Deadline, kind: DeadlineDate["kind"]): DeadlineDate[] => listDates(deadline).filter(date => date.kind === kind);

export type DeadlineState = "completed" | "late" | "planned" | "unknown";

/** The state of a deadline as of a day. */
export const getDeadlineState = (deadline: Deadline, asOf: string | undefined): DeadlineState =>
  deadline.isMet === undefined ? "unknown" : deadline.isMet ? "completed" : asOf !== undefined && (deadline.until ?? deadline.date) < asOf ? "late" : "planned";

export const getDeadlineStateName = (state: DeadlineState): string =>
  ({ completed: say("gehaald", "met"), late: say("te laat", "late"), planned: say("loopt nog", "is ahead"), unknown: say("niet bekend", "not known") })[state];

import { getAll } from "./http";
import type { Alert, AlertRole, Subject } from "./types";

/** The choice of programmes and projects: each as the API's query has it. */
export interface SubjectChoice { municipality?: string | undefined; area?: string | undefined; region?: string | undefined; kind?: string | undefined; state?: string | undefined }

function formatQuery(choices: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(choices).filter((choice): choice is [string, string] => Boolean(choice[1])));
  return query.size > 0 ? `?${query}` : "";
}

// A file has no next page, so it is asked as long as the API gives it; a calendar is always whole.
const getLimit = (format: string | undefined): string | undefined => format === "csv" ? "10000" : undefined;

/** The address of a list of programmes and projects. */
export const getSubjectsAddress = (choice: SubjectChoice, format?: string): string => `/subjects${formatQuery({ ...choice, format, limit: getLimit(format) })}`;

/** The address of a list of alerts. */
export const getAlertsAddress = (choices: SubjectChoice & { role?: AlertRole | undefined; within?: string; language?: string; format?: string }): string => `/alerts${formatQuery({ ...choices, limit: getLimit(choices.format) })}`;

/** Loads programmes and projects, those with the earliest deadline first. */
export const loadSubjects = (choice: SubjectChoice, signal: AbortSignal): Promise<Subject[]> => getAll<Subject>(getSubjectsAddress(choice), signal);

/** Loads alerts by deadline. */
export const loadAlerts = (role: AlertRole | undefined, signal: AbortSignal): Promise<Alert[]> => getAll<Alert>(getAlertsAddress({ role }), signal);

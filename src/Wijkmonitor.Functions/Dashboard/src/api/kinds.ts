import { getAll } from "./http";
import type { KindInfo } from "./types";

/** The kinds of scorecards, by name. */
export type Kinds = ReadonlyMap<string, KindInfo>;

export const loadKinds = async (signal: AbortSignal): Promise<Kinds> => new Map((await getAll<KindInfo>("/scorecard-kinds", signal)).map(kind => [kind.name, kind]));

const createUnknownKind = (name: string): KindInfo => ({
  name, title: { nl: name, en: name }, summary: { nl: "", en: "" }, order: Number.MAX_SAFE_INTEGER, layout: "lines", mayBeRanked: false, countsJudgements: false, signals: {}, roles: {}, figures: {}, steps: {},
});

/** Finds a kind. A kind that the monitor no longer knows, but whose scorecards are still stored, gets the default layout. */
export const findKind = (kinds: Kinds, name: string): KindInfo => kinds.get(name) ?? createUnknownKind(name);

/** Orders kinds as they are read. */
export const compareKinds = (left: KindInfo, right: KindInfo): number => left.order - right.order || left.name.localeCompare(right.name);

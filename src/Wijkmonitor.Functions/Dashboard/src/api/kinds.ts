import { getAll } from "./http";
import type { KindInfo } from "./types";

/** What the kinds of scorecards say of themselves, by name. */
export type Kinds = ReadonlyMap<string, KindInfo>;

export const loadKinds = async (signal: AbortSignal): Promise<Kinds> => new Map((await getAll<KindInfo>("/scorecard-kinds", signal)).map(kind => [kind.name, kind]));

const unknown = (name: string): KindInfo => ({
  name, title: { nl: name, en: name }, summary: { nl: "", en: "" }, order: Number.MAX_SAFE_INTEGER, layout: "lines", mayBeRanked: false, countsJudgements: false, signals: {}, roles: {}, figures: {}, steps: {},
});

/** A kind; one that the monitor no longer knows, and of which scorecards are still stored, is drawn from the shape that all kinds share. */
export const findKind = (kinds: Kinds, name: string): KindInfo => kinds.get(name) ?? unknown(name);

/** Kinds in the order in which they are read. */
export const byOrder = (left: KindInfo, right: KindInfo): number => left.order - right.order || left.name.localeCompare(right.name);

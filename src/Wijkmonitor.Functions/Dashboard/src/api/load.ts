import { useEffect, useState } from "preact/hooks";
import { asProblem, isRefusal, type ApiProblem } from "./http";
import type { Bilingual } from "./types";

export type Loaded<T> = { state: "loading" } | { state: "ready"; value: T; again: () => void } | { state: "failed"; problem: ApiProblem; again: () => void };

/** Loads what a view needs, again whenever what it depends on changes; an answer that comes too late is dropped. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, dependsOn: readonly unknown[]): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  const [turn, setTurn] = useState(0);
  const again = (): void => setTurn(t => t + 1);
  useEffect(() => {
    const ending = new AbortController();
    setLoaded({ state: "loading" });
    load(ending.signal).then(
      value => ending.signal.aborted || setLoaded({ state: "ready", value, again }),
      (error: unknown) => {
        if (ending.signal.aborted) {
          return;
        }
        setLoaded({ state: "failed", problem: asProblem(error), again });
      },
    );
    return () => ending.abort();
    // eslint-disable-next-line -- the caller says what it depends on
  }, [...dependsOn, turn]);
  return loaded;
}

/** Something that a view can do without and did not get, and why. */
export interface Lack { what: Bilingual; problem: ApiProblem }

/** What a view asks for besides what it cannot do without: a part that fails is named in the view, and is never shown as empty. */
export class Parts {
  readonly lacks: Lack[] = [];

  /** Gets a part; with `mayBeRefused`, what this reader may not see is simply not there for them. */
  async get<T>(what: Bilingual, asked: Promise<T>, ifFailed: T, mayBeRefused = false): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") {
        throw error;
      }
      const problem = asProblem(error);
      // That there is none is an answer.
      if (problem.status !== 404 && !(mayBeRefused && isRefusal(problem))) {
        this.lacks.push({ what, problem });
      }
      return ifFailed;
    }
  }
}

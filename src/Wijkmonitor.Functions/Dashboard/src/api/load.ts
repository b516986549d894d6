import { useEffect, useState } from "preact/hooks";
import { ApiProblem } from "./http";

export type Loaded<T> = { state: "loading" } | { state: "ready"; value: T } | { state: "failed"; problem: ApiProblem; again: () => void };

/** Loads what a view needs, again whenever what it depends on changes; an answer that comes too late is dropped. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, dependsOn: readonly unknown[]): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const ending = new AbortController();
    setLoaded({ state: "loading" });
    load(ending.signal).then(
      value => ending.signal.aborted || setLoaded({ state: "ready", value }),
      (error: unknown) => {
        if (ending.signal.aborted) {
          return;
        }
        if (!(error instanceof ApiProblem)) {
          console.error(error);
        }
        const problem = error instanceof ApiProblem ? error : new ApiProblem(-1, { nl: "Deze bladzijde kon dit niet tonen.", en: "This page could not show this." });
        setLoaded({ state: "failed", problem, again: () => setTurn(t => t + 1) });
      },
    );
    return () => ending.abort();
    // eslint-disable-next-line -- the caller says what it depends on
  }, [...dependsOn, turn]);
  return loaded;
}

import { useEffect, useState } from "preact/hooks";
import { toProblem, isRefusal, type ApiProblem } from "./http";
import type { Bilingual } from "./types";

export type Loadable<T> = { state: "loading" } | { state: "ready"; value: T; retry: () => void } | { state: "failed"; problem: ApiProblem; retry: () => void };

/** Loads the data of a view, again whenever its dependencies change; a response that arrives too late is dropped. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, dependencies: readonly unknown[]): Loadable<T> {
  const [loaded, setLoaded] = useState<Loadable<T>>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  const retry = (): void => setAttempt(t => t + 1);
  useEffect(() => {
    const controller = new AbortController();
    setLoaded({ state: "loading" });
    load(controller.signal).then(
      value => controller.signal.aborted || setLoaded({ state: "ready", value, retry }),
      (error: unknown) => {
        if (controller.signal.aborted) {
          return;
        }
        setLoaded({ state: "failed", problem: toProblem(error), retry });
      },
    );
    return () => controller.abort();
    // eslint-disable-next-line -- the caller says what it depends on
  }, [...dependencies, attempt]);
  return loaded;
}

/** An optional part of a view that could not be loaded, and the problem. */
export interface MissingPart { name: Bilingual; problem: ApiProblem }

/** Loads the optional parts of a view. A part that fails is named in the view, never shown as empty. */
export class OptionalParts {
  readonly missing: MissingPart[] = [];

  /** Gets a part; with `isOptional`, a part that the caller may not see is left out without a message. */
  async get<T>(name: Bilingual, request: Promise<T>, fallback: T, isOptional = false): Promise<T> {
    try {
      return await request;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") {
        throw error;
      }
      const problem = toProblem(error);
      // Status 404 is an answer: there is no such part.
      if (problem.status !== 404 && !(isOptional && isRefusal(problem))) {
        this.missing.push({ name, problem });
      }
      return fallback;
    }
  }
}

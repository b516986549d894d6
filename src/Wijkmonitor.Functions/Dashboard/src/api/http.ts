import type { Bilingual, ItemList, Readiness } from "./types";

/** What the API says is wrong (its status), or why there is no answer to go by. */
export class ApiProblem extends Error {
  constructor(readonly status: number, readonly said: Bilingual) {
    super(said.en);
  }
}

/** States of a call that got no status to go by. */
export const noAnswer = { unreachable: 0, tooLate: -2, notShown: -1 } as const;

/** What went wrong, as a problem: an error of the page itself is one too. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) {
    return error;
  }
  console.error(error);
  return new ApiProblem(noAnswer.notShown, { nl: "Deze bladzijde kon dit niet tonen. Laad haar opnieuw.", en: "This page could not show this. Load it again." });
}

/** Whether a reader may not see something: nothing is broken, and who signs in may get it. */
export const isRefusal = (problem: ApiProblem): boolean => problem.status === 401 || problem.status === 403;

const unreachable: Bilingual = {
  nl: "De wijkmonitor is niet te bereiken. Kijk of er verbinding is en probeer het opnieuw.",
  en: "The monitor cannot be reached. See whether there is a connection and try again.",
};

const tooLate: Bilingual = {
  nl: "De wijkmonitor antwoordt niet binnen een minuut. Er kan veel te doen zijn; probeer het over een paar minuten opnieuw.",
  en: "The monitor does not answer within a minute. There may be much to do; try again in a few minutes.",
};

const unreadable: Bilingual = {
  nl: "Er kwam een antwoord dat niet te lezen is. Probeer het opnieuw; blijft het zo, meld het dan aan de beheerder.",
  en: "An answer came that cannot be read. Try again; if it stays so, tell who keeps the monitor.",
};

// Where the answer itself says nothing; what stands between the reader and the monitor can answer too.
function unexplained(status: number): Bilingual {
  switch (true) {
    case status === 401: return { nl: "Meld u aan om dit te zien.", en: "Sign in to see this." };
    case status === 403: return { nl: "U mag dit niet zien of doen. Wie daarvoor is aangemeld wel.", en: "You may not see or do this. Who has signed in for it may." };
    case status === 404: return { nl: "Dit is er niet.", en: "There is no such thing." };
    case status === 429: return { nl: "Er wordt te veel tegelijk gevraagd. Wacht een minuut en probeer het opnieuw.", en: "Too much is asked at once. Wait a minute and try again." };
    case status === 503: return { nl: "De wijkmonitor is even niet beschikbaar. Probeer het over een paar minuten opnieuw.", en: "The monitor is not available for a moment. Try again in a few minutes." };
    default: return { nl: "Er ging iets mis in de wijkmonitor. Probeer het opnieuw; blijft het zo, meld het dan aan de beheerder.", en: "Something went wrong in the monitor. Try again; if it stays so, tell who keeps it." };
  }
}

// A key of the Functions host, for those who have no sign-in; it is kept until the tab is closed and goes in a header, never in an address.
const keyName = "wijkmonitor-key";
export const keepKey = (key: string): void => (key ? sessionStorage.setItem(keyName, key) : sessionStorage.removeItem(keyName));

function headers(extra: Record<string, string>): Record<string, string> {
  const key = sessionStorage.getItem(keyName);
  return key ? { ...extra, "x-functions-key": key } : extra;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const other = unexplained(response.status);
  try {
    const body = (await response.json()) as { message?: Bilingual; detail?: string };
    return new ApiProblem(response.status, body.message?.nl && body.message.en ? body.message : body.detail ? { nl: body.detail, en: body.detail } : other);
  } catch {
    return new ApiProblem(response.status, other);
  }
}

const patience = 60_000;

/** Asks, and waits so long and no longer for the whole answer. A call that the page itself ended is no problem and stays what it was. */
async function within<T>(path: string, init: RequestInit, read: (response: Response) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, patience);
  init.signal?.addEventListener("abort", end);
  try {
    return await read(await fetch(path, { ...init, signal: ending.signal }));
  } catch (error) {
    if (error instanceof ApiProblem) {
      throw error;
    }
    if (isLate) {
      throw new ApiProblem(noAnswer.tooLate, tooLate);
    }
    if (error instanceof DOMException && error.name === "AbortError") {
      throw error;
    }
    throw error instanceof SyntaxError ? new ApiProblem(noAnswer.notShown, unreadable) : new ApiProblem(noAnswer.unreachable, unreachable);
  } finally {
    clearTimeout(timer);
    init.signal?.removeEventListener("abort", end);
  }
}

const ask = <T>(path: string, init: RequestInit): Promise<T> =>
  within(path, init, async response => {
    if (!response.ok) {
      throw await problemOf(response);
    }
    return (response.status === 204 ? undefined : await response.json()) as T;
  });

const base = "/api/v1";

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  ask<T>(path.startsWith(base) ? path : base + path, { headers: headers({ Accept: "application/json" }), ...(signal ? { signal } : {}) });

/** How the monitor is: one of which a run is late says so by status 503, and tells of its runs all the same. */
export const getReadiness = (signal: AbortSignal): Promise<Readiness> =>
  within(`${base}/health/ready`, { headers: headers({ Accept: "application/json" }), signal }, async response => {
    const body = (await response.clone().json().catch(() => undefined)) as Partial<Readiness> | undefined;
    if (body?.lastRuns && body.refusedDefinitions) {
      return { refusedDefinitions: body.refusedDefinitions, lastRuns: body.lastRuns };
    }
    throw response.ok ? new ApiProblem(noAnswer.notShown, unreadable) : await problemOf(response);
  });

/** All items of a list, page after page. */
export async function getAll<T>(path: string, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  for (let next: string | undefined = path; next; ) {
    const page: ItemList<T> = await get<ItemList<T>>(next, signal);
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

export const post = <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  ask<T>(base + path, { method: "POST", headers: headers({ "Content-Type": "application/json" }), body: JSON.stringify(body), ...(signal ? { signal } : {}) });

/** Whether a key goes with what is asked: a link alone would go without. */
export const hasKey = (): boolean => sessionStorage.getItem(keyName) !== null;

/** A page or file of the API, as it is served. */
export const download = (path: string): Promise<Blob> =>
  within(base + path, { headers: headers({}) }, async response => {
    if (!response.ok) {
      throw await problemOf(response);
    }
    return response.blob();
  });

/** Sends a file; fetch tells nothing of the progress of an upload, so this is the older way. It may take long as long as it goes on. */
export function put(path: string, file: Blob, progress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const late = (): void => {
      reject(new ApiProblem(noAnswer.tooLate, tooLate));
      request.abort();
    };
    let timer = setTimeout(late, patience);
    request.open("PUT", base + path);
    for (const [name, value] of Object.entries(headers({ "Content-Type": "application/octet-stream" }))) {
      request.setRequestHeader(name, value);
    }
    request.upload.addEventListener("progress", e => {
      clearTimeout(timer);
      timer = setTimeout(late, patience);
      if (e.lengthComputable) {
        progress(e.loaded / e.total);
      }
    });
    request.addEventListener("loadend", () => clearTimeout(timer));
    request.addEventListener("error", () => reject(new ApiProblem(noAnswer.unreachable, unreachable)));
    request.addEventListener("load", async () => {
      if (request.status < 300) {
        resolve();
      } else {
        reject(await problemOf(new Response(request.responseText, { status: request.status })));
      }
    });
    request.send(file);
  });
}

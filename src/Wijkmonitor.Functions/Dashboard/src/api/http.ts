import type { Bilingual, ItemList, Readiness } from "./types";

/** A problem that the API reports with its status, or the reason why there is no usable response. */
export class ApiProblem extends Error {
  constructor(readonly status: number, readonly localizedMessage: Bilingual) {
    super(localizedMessage.en);
  }
}

/** Statuses of calls without a usable response. */
export const failureStatus = { unreachable: 0, timedOut: -2, unusable: -1 } as const;

/** Converts an error to a problem, including errors of the page itself. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) {
    return error;
  }
  console.error(error);
  return new ApiProblem(failureStatus.unusable, { nl: "Deze bladzijde kon dit niet tonen. Laad de bladzijde opnieuw.", en: "This page could not show this. Load the page again." });
}

/** Whether the caller lacks access: nothing is broken, and signing in may help. */
export const isRefusal = (problem: ApiProblem): boolean => problem.status === 401 || problem.status === 403;

const unreachableMessage: Bilingual = {
  nl: "De wijkmonitor is niet te bereiken. Kijk of u verbinding hebt en probeer het opnieuw.",
  en: "The monitor cannot be reached. Check your connection and try again.",
};

const timeoutMessage: Bilingual = {
  nl: "De wijkmonitor antwoordt niet binnen een minuut. Misschien is het erg druk; probeer het over een paar minuten opnieuw.",
  en: "The monitor does not answer within a minute. It may be very busy; try again in a few minutes.",
};

const unreadableMessage: Bilingual = {
  nl: "Het antwoord is niet te lezen. Probeer het opnieuw. Blijft het zo, meld het dan aan de beheerder.",
  en: "The answer cannot be read. Try again. If this continues, tell the administrator.",
};

// For responses without a message of their own, such as those of a proxy.
function getDefaultMessage(status: number): Bilingual {
  switch (true) {
    case status === 401: return { nl: "Meld u aan om dit te zien.", en: "Sign in to see this." };
    case status === 403: return { nl: "U mag dit niet zien of doen. Wie daarvoor is aangemeld wel.", en: "You may not see or do this. People who have signed in for it may." };
    case status === 404: return { nl: "Dit is er niet.", en: "This does not exist." };
    case status === 429: return { nl: "Er wordt te veel tegelijk gevraagd. Wacht een minuut en probeer het opnieuw.", en: "Too many requests at once. Wait a minute and try again." };
    case status === 503: return { nl: "De wijkmonitor is even niet beschikbaar. Probeer het over een paar minuten opnieuw.", en: "The monitor is not available right now. Try again in a few minutes." };
    default: return { nl: "Er ging iets mis in de wijkmonitor. Probeer het opnieuw. Blijft het zo, meld het dan aan de beheerder.", en: "Something went wrong in the monitor. Try again. If this continues, tell the administrator." };
  }
}

// A key of the Functions host for people without a sign-in. It is kept until the tab is closed and goes in a header, never in an address.
const keyName = "wijkmonitor-key";
export const saveKey = (key: string): void => (key ? sessionStorage.setItem(keyName, key) : sessionStorage.removeItem(keyName));

function createHeaders(extra: Record<string, string>): Record<string, string> {
  const key = sessionStorage.getItem(keyName);
  return key ? { ...extra, "x-functions-key": key } : extra;
}

async function readProblem(response: Response): Promise<ApiProblem> {
  const fallback = getDefaultMessage(response.status);
  try {
    const body = (await response.json()) as { message?: Bilingual; detail?: string };
    return new ApiProblem(response.status, body.message?.nl && body.message.en ? body.message : body.detail ? { nl: body.detail, en: body.detail } : fallback);
  } catch {
    return new ApiProblem(response.status, fallback);
  }
}

const timeoutMilliseconds = 60_000;

/** Fetches and reads a response within the time limit. A call that the page aborts itself still throws its AbortError. */
async function fetchWithTimeout<T>(path: string, init: RequestInit, read: (response: Response) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  let isTimedOut = false;
  const timer = setTimeout(() => {
    isTimedOut = true;
    abort();
  }, timeoutMilliseconds);
  init.signal?.addEventListener("abort", abort);
  try {
    return await read(await fetch(path, { ...init, signal: controller.signal }));
  } catch (error) {
    if (error instanceof ApiProblem) {
      throw error;
    }
    if (isTimedOut) {
      throw new ApiProblem(failureStatus.timedOut, timeoutMessage);
    }
    if (error instanceof DOMException && error.name === "AbortError") {
      throw error;
    }
    throw error instanceof SyntaxError ? new ApiProblem(failureStatus.unusable, unreadableMessage) : new ApiProblem(failureStatus.unreachable, unreachableMessage);
  } finally {
    clearTimeout(timer);
    init.signal?.removeEventListener("abort", abort);
  }
}

const request = <T>(path: string, init: RequestInit): Promise<T> =>
  fetchWithTimeout(path, init, async response => {
    if (!response.ok) {
      throw await readProblem(response);
    }
    return (response.status === 204 ? undefined : await response.json()) as T;
  });

const basePath = "/api/v1";

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  request<T>(path.startsWith(basePath) ? path : basePath + path, { headers: createHeaders({ Accept: "application/json" }), ...(signal ? { signal } : {}) });

/** Gets the readiness of the monitor. A late run is answered with status 503, but the body still lists the runs. */
export const getReadiness = (signal: AbortSignal): Promise<Readiness> =>
  fetchWithTimeout(`${basePath}/health/ready`, { headers: createHeaders({ Accept: "application/json" }), signal }, async response => {
    const body = (await response.clone().json().catch(() => undefined)) as Partial<Readiness> | undefined;
    if (body?.lastRuns && body.refusedDefinitions) {
      return { refusedDefinitions: body.refusedDefinitions, lastRuns: body.lastRuns };
    }
    throw response.ok ? new ApiProblem(failureStatus.unusable, unreadableMessage) : await readProblem(response);
  });

/** Gets all items of a list, page by page. */
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
  request<T>(basePath + path, { method: "POST", headers: createHeaders({ "Content-Type": "application/json" }), body: JSON.stringify(body), ...(signal ? { signal } : {}) });

/** Whether requests carry an access key, which a plain link cannot do. */
export const hasKey = (): boolean => sessionStorage.getItem(keyName) !== null;

/** Downloads a page or file of the API. */
export const download = (path: string): Promise<Blob> =>
  fetchWithTimeout(basePath + path, { headers: createHeaders({}) }, async response => {
    if (!response.ok) {
      throw await readProblem(response);
    }
    return response.blob();
  });

/** Uploads a file. This uses XMLHttpRequest because fetch reports no upload progress; the time limit restarts with each progress event. */
export function put(path: string, file: Blob, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const rejectLate = (): void => {
      reject(new ApiProblem(failureStatus.timedOut, timeoutMessage));
      request.abort();
    };
    let timer = setTimeout(rejectLate, timeoutMilliseconds);
    request.open("PUT", basePath + path);
    for (const [name, value] of Object.entries(createHeaders({ "Content-Type": "application/octet-stream" }))) {
      request.setRequestHeader(name, value);
    }
    request.upload.addEventListener("progress", e => {
      clearTimeout(timer);
      timer = setTimeout(rejectLate, timeoutMilliseconds);
      if (e.lengthComputable) {
        onProgress(e.loaded / e.total);
      }
    });
    request.addEventListener("loadend", () => clearTimeout(timer));
    request.addEventListener("error", () => reject(new ApiProblem(failureStatus.unreachable, unreachableMessage)));
    request.addEventListener("load", async () => {
      if (request.status < 300) {
        resolve();
      } else {
        reject(await readProblem(new Response(request.responseText, { status: request.status })));
      }
    });
    request.send(file);
  });
}

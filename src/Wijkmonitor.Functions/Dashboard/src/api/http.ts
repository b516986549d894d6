import type { Bilingual, ItemList, Readiness } from "./types";

/** What the API says is wrong, or that it could not be reached (status 0). */
export class ApiProblem extends Error {
  constructor(readonly status: number, readonly said: Bilingual) {
    super(said.en);
  }
}

const unreachable: Bilingual = {
  nl: "De wijkmonitor is niet te bereiken. Kijk of er verbinding is en probeer het opnieuw.",
  en: "The monitor cannot be reached. See whether there is a connection and try again.",
};

const unexplained: Bilingual = { nl: "Er ging iets mis bij het ophalen.", en: "Something went wrong while asking for the data." };

// A key of the Functions host, for those who have no sign-in; it is kept until the tab is closed and goes in a header, never in an address.
const keyName = "wijkmonitor-key";
export const keepKey = (key: string): void => (key ? sessionStorage.setItem(keyName, key) : sessionStorage.removeItem(keyName));

function headers(extra: Record<string, string>): Record<string, string> {
  const key = sessionStorage.getItem(keyName);
  return key ? { ...extra, "x-functions-key": key } : extra;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    const body = (await response.json()) as { message?: Bilingual; detail?: string };
    return new ApiProblem(response.status, body.message ?? (body.detail ? { nl: body.detail, en: body.detail } : unexplained));
  } catch {
    return new ApiProblem(response.status, unexplained);
  }
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") {
      throw error;
    }
    throw new ApiProblem(0, unreachable);
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

const base = "/api/v1";

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  ask<T>(path.startsWith(base) ? path : base + path, { headers: headers({ Accept: "application/json" }), ...(signal ? { signal } : {}) });

/** How the monitor is: one of which a run is late says so by status 503, and tells of its runs all the same. */
export async function getReadiness(signal: AbortSignal): Promise<Readiness> {
  const response = await fetch(`${base}/health/ready`, { headers: headers({ Accept: "application/json" }), signal }).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === "AbortError" ? error : new ApiProblem(0, unreachable);
  });
  const body = (await response.clone().json().catch(() => undefined)) as Partial<Readiness> | undefined;
  if (body?.lastRuns && body.refusedDefinitions) {
    return { refusedDefinitions: body.refusedDefinitions, lastRuns: body.lastRuns };
  }
  throw await problemOf(response);
}

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
export async function download(path: string): Promise<Blob> {
  const response = await fetch(base + path, { headers: headers({}) }).catch(() => undefined);
  if (!response?.ok) {
    throw response ? await problemOf(response) : new ApiProblem(0, unreachable);
  }
  return response.blob();
}

/** Sends a file; fetch tells nothing of the progress of an upload, so this is the older way. */
export function put(path: string, file: Blob, progress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", base + path);
    for (const [name, value] of Object.entries(headers({ "Content-Type": "application/octet-stream" }))) {
      request.setRequestHeader(name, value);
    }
    request.upload.addEventListener("progress", e => e.lengthComputable && progress(e.loaded / e.total));
    request.addEventListener("error", () => reject(new ApiProblem(0, unreachable)));
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

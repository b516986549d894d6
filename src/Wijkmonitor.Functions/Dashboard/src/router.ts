import { useEffect, useState } from "preact/hooks";

/** The current route: the parts of the path and the query. A path that cannot be decoded has no parts and is malformed. */
export interface Route { path: string[]; query: URLSearchParams; isMalformed: boolean }

function readRoute(): Route {
  const query = new URLSearchParams(location.search);
  try {
    return { path: location.pathname.split("/").filter(Boolean).map(decodeURIComponent), query, isMalformed: false };
  } catch {
    return { path: [], query, isMalformed: true };
  }
}

const listeners = new Set<() => void>();
const notify = (): void => listeners.forEach(handleChange => handleChange());

/** The state kept with a history entry: the scroll position. */
interface HistoryState { scrollTop?: number }

const getHistoryState = (): HistoryState => (history.state as HistoryState | null) ?? {};
const saveScrollPosition = (): void => history.replaceState({ ...getHistoryState(), scrollTop: Math.round(scrollY) }, "");

// Views load after navigation, so the browser would scroll to a height that the page does not have yet.
history.scrollRestoration = "manual";
let saveTimer: ReturnType<typeof setTimeout> | undefined;
addEventListener("scroll", () => {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(saveScrollPosition, 150);
}, { passive: true });
addEventListener("popstate", () => {
  clearTimeout(saveTimer);
  notify();
  restoreScroll();
});
addEventListener("hashchange", restoreScroll);

// As long as responses may take.
const maxRestoreMilliseconds = 60_000;
let stopRestoring = (): void => undefined;

/** Scrolls to the element that a hash names, and opens the collapsed parts around it. */
function scrollToHash(hash: string): boolean {
  let id: string;
  try {
    id = decodeURIComponent(hash.slice(1));
  } catch {
    return false;
  }
  const target = id ? document.getElementById(id) : null;
  for (let folded = target?.closest("details"); folded; folded = folded.parentElement?.closest("details")) {
    folded.open = true;
  }
  target?.scrollIntoView();
  return target !== null;
}

/** Scrolls to the position of the address or history entry as soon as the page has it, and holds it while content above loads, until the reader moves. */
function restoreScroll(): void {
  stopRestoring();
  const { scrollTop } = getHistoryState();
  const hash = location.hash;
  if (scrollTop === undefined && !hash) {
    return;
  }
  const scroll = (): void => {
    if (scrollTop !== undefined) {
      scrollTo(0, scrollTop);
    } else {
      scrollToHash(hash);
    }
  };
  const observer = new ResizeObserver(scroll);
  const userEvents = ["wheel", "touchmove", "keydown", "mousedown"] as const;
  const timer = setTimeout(() => stopRestoring(), maxRestoreMilliseconds);
  stopRestoring = () => {
    clearTimeout(timer);
    observer.disconnect();
    userEvents.forEach(move => removeEventListener(move, stopRestoring));
    stopRestoring = () => undefined;
  };
  const stop = stopRestoring;
  userEvents.forEach(move => addEventListener(move, stop, { passive: true, once: true }));
  observer.observe(document.body);
  scroll();
}

/** Navigates to another view. */
export function navigate(address: string): void {
  clearTimeout(saveTimer);
  saveScrollPosition();
  history.pushState({}, "", address);
  notify();
  if (location.hash) {
    restoreScroll();
  } else {
    stopRestoring();
    scrollTo(0, 0);
  }
}

function buildAddress(changes: Record<string, string | undefined>): string {
  const query = new URLSearchParams(location.search);
  for (const [id, value] of Object.entries(changes)) {
    if (value) {
      query.set(id, value);
    } else {
      query.delete(id);
    }
  }
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "");
}

/** Adds choices to the address as a new history entry, so that they can be shared and undone with Back. The scroll position stays. */
export function pushChoices(changes: Record<string, string | undefined>): void {
  clearTimeout(saveTimer);
  saveScrollPosition();
  history.pushState({ scrollTop: Math.round(scrollY) }, "", buildAddress(changes));
  notify();
  restoreScroll();
}

/** Puts choices in the address without a new history entry, such as a search text or the order of a table. */
export function replaceChoices(changes: Record<string, string | undefined>): void {
  history.replaceState(history.state, "", buildAddress(changes) + location.hash);
  notify();
}

export function useRoute(): Route {
  const [route, setRoute] = useState(readRoute);
  useEffect(() => {
    const handleChange = (): void => setRoute(readRoute());
    listeners.add(handleChange);
    restoreScroll();
    return () => void listeners.delete(handleChange);
  }, []);
  return route;
}

/** Follows links within the page without reloading it; the browser handles all other links. */
export function followLinks(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.("a");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  const isExternal = link.origin !== location.origin || link.target || link.hasAttribute("download") || link.pathname.startsWith("/api/");
  if (isExternal) {
    return;
  }
  if (link.hash && link.pathname === location.pathname && (link.search === location.search || !link.getAttribute("href")?.includes("?"))) {
    saveScrollPosition();
    return;
  }
  event.preventDefault();
  navigate(link.pathname + link.search + link.hash);
}

const encode = encodeURIComponent;
export const getMunicipalityPath = (code: string): string => `/gemeenten/${encode(code)}`;
export const getAreaPath = (code: string): string => `/gebieden/${encode(code)}`;
export const getReportPath = (code: string, period: string | undefined): string => `${getAreaPath(code)}/verslag${period ? `?jaar=${encode(period)}` : ""}`;
export const getSubjectPath = (area: string, period: string, subject: string, kind?: string): string => `${getAreaPath(area)}?jaar=${encode(period)}&onderwerp=${encode(subject)}${kind ? `#${encode(kind)}` : ""}`;
export const getProgrammesPath = (choices: Record<string, string> = {}): string => `/programmas${Object.keys(choices).length > 0 ? `?${new URLSearchParams(choices)}` : ""}`;
export const getMortgagePath = (id: string): string => `/sociale-hypotheken/${encode(id)}`;
export const getUploadPath = (dataset: string): string => `/gegevens?lever=${encode(dataset)}#upload-head`;
export const getDeliveryPath = (id: string): string => `/gegevens/${encode(id)}`;

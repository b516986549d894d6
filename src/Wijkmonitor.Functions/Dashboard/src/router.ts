import { useEffect, useState } from "preact/hooks";

/** Where the reader is: the parts of the path, and what was chosen. A path that cannot be read has no parts and is malformed. */
export interface Place { path: string[]; query: URLSearchParams; isMalformed: boolean }

function here(): Place {
  const query = new URLSearchParams(location.search);
  try {
    return { path: location.pathname.split("/").filter(Boolean).map(decodeURIComponent), query, isMalformed: false };
  } catch {
    return { path: [], query, isMalformed: true };
  }
}

const listeners = new Set<() => void>();
const notify = (): void => listeners.forEach(listener => listener());

/** What is kept with a step in the history: how far down the reader was. */
interface Step { top?: number }

const step = (): Step => (history.state as Step | null) ?? {};
const keepTop = (): void => history.replaceState({ ...step(), top: Math.round(scrollY) }, "");

// The views come after the step is taken: the browser would go to a height that the page does not have yet.
history.scrollRestoration = "manual";
let keeping: ReturnType<typeof setTimeout> | undefined;
addEventListener("scroll", () => {
  clearTimeout(keeping);
  keeping = setTimeout(keepTop, 150);
}, { passive: true });
addEventListener("popstate", () => {
  clearTimeout(keeping);
  notify();
  seek();
});
addEventListener("hashchange", seek);

// As long as the answers may take.
const seekFor = 60_000;
let stopSeeking = (): void => undefined;

/** Brings what a hash names into view, with the folded parts around it open. */
function reveal(hash: string): boolean {
  let name: string;
  try {
    name = decodeURIComponent(hash.slice(1));
  } catch {
    return false;
  }
  const found = name ? document.getElementById(name) : null;
  for (let folded = found?.closest("details"); folded; folded = folded.parentElement?.closest("details")) {
    folded.open = true;
  }
  found?.scrollIntoView();
  return found !== null;
}

/** Goes to the place that the address or the step names, as soon as the page has it, and stays there while what is above it comes; until the reader moves. */
function seek(): void {
  stopSeeking();
  const { top } = step();
  const hash = location.hash;
  if (top === undefined && !hash) {
    return;
  }
  const attempt = (): void => {
    if (top !== undefined) {
      scrollTo(0, top);
    } else {
      reveal(hash);
    }
  };
  const grown = new ResizeObserver(attempt);
  const moves = ["wheel", "touchmove", "keydown", "mousedown"] as const;
  const timer = setTimeout(() => stopSeeking(), seekFor);
  stopSeeking = () => {
    clearTimeout(timer);
    grown.disconnect();
    moves.forEach(move => removeEventListener(move, stopSeeking));
    stopSeeking = () => undefined;
  };
  const stop = stopSeeking;
  moves.forEach(move => addEventListener(move, stop, { passive: true, once: true }));
  grown.observe(document.body);
  attempt();
}

/** Goes to another view. */
export function go(address: string): void {
  clearTimeout(keeping);
  keepTop();
  history.pushState({}, "", address);
  notify();
  if (location.hash) {
    seek();
  } else {
    stopSeeking();
    scrollTo(0, 0);
  }
}

function withChoices(choices: Record<string, string | undefined>): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(choices)) {
    if (value) {
      query.set(name, value);
    } else {
      query.delete(name);
    }
  }
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "");
}

/** Makes a choice, which is in the address so that what is seen can be shared, and which Back undoes. The reader stays where they are. */
export function choose(choices: Record<string, string | undefined>): void {
  clearTimeout(keeping);
  keepTop();
  history.pushState({ top: Math.round(scrollY) }, "", withChoices(choices));
  notify();
  seek();
}

/** Keeps something in the address that is no step, such as what is being typed or the order of a table. */
export function note(choices: Record<string, string | undefined>): void {
  history.replaceState(history.state, "", withChoices(choices) + location.hash);
  notify();
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const listener = (): void => setPlace(here());
    listeners.add(listener);
    seek();
    return () => void listeners.delete(listener);
  }, []);
  return place;
}

/** Follows links within the page without loading it anew; everything else is left to the browser. */
export function followLinks(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.("a");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  const outside = link.origin !== location.origin || link.target || link.hasAttribute("download") || link.pathname.startsWith("/api/");
  if (outside) {
    return;
  }
  if (link.hash && link.pathname === location.pathname && (link.search === location.search || !link.getAttribute("href")?.includes("?"))) {
    keepTop();
    return;
  }
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

const segment = encodeURIComponent;
export const toMunicipality = (code: string): string => `/gemeenten/${segment(code)}`;
export const toArea = (code: string): string => `/gebieden/${segment(code)}`;
export const toReport = (code: string, period: string | undefined): string => `${toArea(code)}/verslag${period ? `?jaar=${segment(period)}` : ""}`;
export const toSubject = (area: string, period: string, subject: string): string => `${toArea(area)}?jaar=${segment(period)}&onderwerp=${segment(subject)}`;
export const toMortgage = (id: string): string => `/sociale-hypotheken/${segment(id)}`;
export const toUpload = (dataset: string): string => `/gegevens?lever=${segment(dataset)}#upload-head`;
export const toDelivery = (id: string): string => `/gegevens/${segment(id)}`;

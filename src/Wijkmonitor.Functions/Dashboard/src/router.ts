import { useEffect, useState } from "preact/hooks";

/** Where the reader is: the parts of the path, and what was chosen. */
export interface Place { path: string[]; query: URLSearchParams }

const here = (): Place => ({
  path: location.pathname.split("/").filter(Boolean).map(decodeURIComponent),
  query: new URLSearchParams(location.search),
});

const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach(listener => listener());
addEventListener("popstate", tell);

/** Goes to another view. */
export function go(address: string): void {
  history.pushState(null, "", address);
  scrollTo(0, 0);
  tell();
}

/** Keeps a choice in the address, so that what is seen can be shared; it is no step back. */
export function choose(choices: Record<string, string | undefined>): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(choices)) {
    if (value) {
      query.set(name, value);
    } else {
      query.delete(name);
    }
  }
  const text = query.toString();
  history.replaceState(null, "", location.pathname + (text ? `?${text}` : "") + location.hash);
  tell();
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const listener = (): void => setPlace(here());
    listeners.add(listener);
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
  if (outside || (link.hash && link.pathname === location.pathname)) {
    return;
  }
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

const segment = encodeURIComponent;
export const toMunicipality = (code: string): string => `/gemeenten/${segment(code)}`;
export const toArea = (code: string): string => `/gebieden/${segment(code)}`;
export const toSubject = (area: string, period: string, subject: string): string => `${toArea(area)}?jaar=${segment(period)}&onderwerp=${segment(subject)}`;
export const toMortgage = (id: string): string => `/sociale-hypotheken/${segment(id)}`;
export const toDelivery = (id: string): string => `/gegevens/${segment(id)}`;

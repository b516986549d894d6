import { useEffect, useId, useRef, useState } from "preact/hooks";
import { toProblem, get, isRefusal, type ApiProblem } from "../api/http";
import type { Area, ItemList } from "../api/types";
import { navigate, getAreaPath, getMunicipalityPath } from "../router";
import { localize, say } from "../text/language";
import { getLevelName } from "../text/terms";

const minLength = 2;
const debounceMilliseconds = 200;

/** Areas with the same name, level and municipality: a neighbourhood that got another code is one search result. The newest comes first. */
interface Entry { area: Area; others: Area[] }

function groupAreas(areas: readonly Area[]): Entry[] {
  const groups = new Map<string, Area[]>();
  for (const area of areas) {
    const key = [area.name.toLowerCase(), area.level, area.municipality].join("/");
    groups.set(key, [...(groups.get(key) ?? []), area]);
  }
  const getNewestYear = (area: Area): number => Math.max(...area.boundaryYears);
  return [...groups.values()].map(group => {
    const [area, ...others] = [...group].sort((a, b) => getNewestYear(b) - getNewestYear(a));
    return { area: area!, others };
  });
}

/** "Buurt in Amsterdam", with the years of the boundaries if the name has several codes. */
function describeEntry({ area, others }: Entry): string {
  const place = area.level === "municipality" ? getLevelName(area.level) : say(`${getLevelName(area.level)} in ${area.municipalityName ?? area.municipality}`, `${getLevelName(area.level)} in ${area.municipalityName ?? area.municipality}`);
  const years = [...new Set([area, ...others].map(a => Math.max(...a.boundaryYears)))].sort();
  return others.length === 0 ? place : say(`${place} · grenzen van ${years.join(" en ")}`, `${place} · boundaries of ${years.join(" and ")}`);
}

const maxShown = 12;
const maxRequested = 60;

const getPath = (area: Area): string => (area.level === "municipality" ? getMunicipalityPath(area.code) : getAreaPath(area.code));

/** Searches all areas by name, as a combobox: arrows move through the results, Enter opens one, Escape closes. */
export function SearchBox() {
  const [text, setText] = useState("");
  const [found, setFound] = useState<Entry[] | undefined>(undefined);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    setActive(-1);
    setProblem(undefined);
    if (text.trim().length < minLength) {
      setFound(undefined);
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      get<ItemList<Area>>(`/areas?search=${encodeURIComponent(text.trim())}&limit=${maxRequested}`, controller.signal)
        .then(list => setFound(groupAreas(list.items).slice(0, maxShown)), (error: unknown) => {
          if (!controller.signal.aborted) {
            setFound(undefined);
            setProblem(toProblem(error));
          }
        });
    }, debounceMilliseconds);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, attempt]);
  const isOpen = found !== undefined;
  const close = (): void => {
    setText("");
    setFound(undefined);
    setProblem(undefined);
  };
  const openArea = (area: Area): void => {
    close();
    input.current?.blur();
    navigate(getPath(area));
  };
  const handleKey = (event: KeyboardEvent): void => {
    const list = found ?? [];
    if (event.key === "Escape") {
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setActive(list.length === 0 ? -1 : (active + (event.key === "ArrowDown" ? 1 : list.length) + (active < 0 && event.key === "ArrowUp" ? 1 : 0)) % list.length);
    } else if (event.key === "Enter" && list.length > 0) {
      event.preventDefault();
      openArea(list[Math.max(0, active)]!.area);
    }
  };
  return (
    <div class="search" role="search" onFocusOut={e => {
      if (!e.currentTarget.contains(e.relatedTarget as Node | null)) {
        setFound(undefined);
        setProblem(undefined);
      }
    }}>
      <label for={`${id}-input`}>{say("Zoek een buurt, wijk of gemeente", "Search for a neighbourhood, district or municipality")}</label>
      <input
        id={`${id}-input`} ref={input} type="search" autocomplete="off" role="combobox" aria-expanded={isOpen} aria-controls={`${id}-list`} aria-autocomplete="list"
        {...(active >= 0 ? { "aria-activedescendant": `${id}-${active}` } : {})}
        placeholder={say("Naam of code", "Name or code")} value={text} onInput={e => setText(e.currentTarget.value)} onKeyDown={handleKey}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={say("Gevonden gebieden", "Areas found")} hidden={!isOpen || found.length === 0}>
        {(found ?? []).map((entry, index) => (
          <li key={entry.area.code} id={`${id}-${index}`} role="option" aria-selected={index === active} onMouseDown={e => e.preventDefault()} onClick={() => openArea(entry.area)}>
            <span>{entry.area.name}</span>
            <span class="muted">{describeEntry(entry)} · {entry.area.code}</span>
          </li>
        ))}
      </ul>
      <p class={isOpen && found.length === 0 ? "search-message" : "visually-hidden"} role="status">
        {isOpen ? (found.length === 0 ? say("Niets gevonden met deze naam of code.", "Nothing found with this name or code.") : say(`${found.length} gevonden`, `${found.length} found`)) : ""}
      </p>
      {problem && (
        <div class="search-message" role="alert">
          <p>{isRefusal(problem) ? say("U kunt zoeken als u bent aangemeld.", "You can search once you have signed in.") : say("Zoeken lukt nu niet. Wat u zoekt, kan er wel zijn.", "Search does not work right now. What you are looking for may still exist.")}</p>
          <p>{localize(problem.localizedMessage)}</p>
          {isRefusal(problem) ? <a href="/gegevens">{say("Aanmelden", "Sign in")}</a> : <button type="button" class="secondary" onClick={() => { input.current?.focus(); setAttempt(t => t + 1); }}>{say("Opnieuw zoeken", "Search again")}</button>}
        </div>
      )}
    </div>
  );
}

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { asProblem, get, isRefusal, type ApiProblem } from "../api/http";
import type { Area, ItemList } from "../api/types";
import { go, toArea, toMunicipality } from "../router";
import { pick, say } from "../text/language";
import { levelName } from "../text/terms";

const shortest = 2;
const pause = 200;

/** Areas of one name, level and municipality as one: a neighbourhood that got another code is the same to who looks for it. The newest comes first. */
interface Entry { area: Area; others: Area[] }

function entriesOf(areas: readonly Area[]): Entry[] {
  const groups = new Map<string, Area[]>();
  for (const area of areas) {
    const key = [area.name.toLowerCase(), area.level, area.municipality].join("/");
    groups.set(key, [...(groups.get(key) ?? []), area]);
  }
  const newest = (area: Area): number => Math.max(...area.boundaryYears);
  return [...groups.values()].map(same => {
    const [area, ...others] = [...same].sort((a, b) => newest(b) - newest(a));
    return { area: area!, others };
  });
}

/** "Buurt in Amsterdam", and the years of its boundaries where a name has several codes. */
function wordsOf({ area, others }: Entry): string {
  const where = area.level === "municipality" ? levelName(area.level) : say(`${levelName(area.level)} in ${area.municipalityName ?? area.municipality}`, `${levelName(area.level)} in ${area.municipalityName ?? area.municipality}`);
  const years = [...new Set([area, ...others].map(a => Math.max(...a.boundaryYears)))].sort();
  return others.length === 0 ? where : say(`${where} · grenzen van ${years.join(" en ")}`, `${where} · boundaries of ${years.join(" and ")}`);
}

const mostShown = 12;
const mostAsked = 60;

const addressOf = (area: Area): string => (area.level === "municipality" ? toMunicipality(area.code) : toArea(area.code));

/** Search by name over all areas, as a combobox: arrows go through what was found, Enter goes there, Escape closes. */
export function SearchBox() {
  const [text, setText] = useState("");
  const [found, setFound] = useState<Entry[] | undefined>(undefined);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const [turn, setTurn] = useState(0);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    setActive(-1);
    setProblem(undefined);
    if (text.trim().length < shortest) {
      setFound(undefined);
      return;
    }
    const ending = new AbortController();
    const timer = setTimeout(() => {
      get<ItemList<Area>>(`/areas?search=${encodeURIComponent(text.trim())}&limit=${mostAsked}`, ending.signal)
        .then(list => setFound(entriesOf(list.items).slice(0, mostShown)), (error: unknown) => {
          if (!ending.signal.aborted) {
            setFound(undefined);
            setProblem(asProblem(error));
          }
        });
    }, pause);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [text, turn]);
  const open = found !== undefined;
  const close = (): void => {
    setText("");
    setFound(undefined);
    setProblem(undefined);
  };
  const visit = (area: Area): void => {
    close();
    input.current?.blur();
    go(addressOf(area));
  };
  const press = (event: KeyboardEvent): void => {
    const list = found ?? [];
    if (event.key === "Escape") {
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setActive(list.length === 0 ? -1 : (active + (event.key === "ArrowDown" ? 1 : list.length) + (active < 0 && event.key === "ArrowUp" ? 1 : 0)) % list.length);
    } else if (event.key === "Enter" && list.length > 0) {
      event.preventDefault();
      visit(list[Math.max(0, active)]!.area);
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
        id={`${id}-input`} ref={input} type="search" autocomplete="off" role="combobox" aria-expanded={open} aria-controls={`${id}-list`} aria-autocomplete="list"
        {...(active >= 0 ? { "aria-activedescendant": `${id}-${active}` } : {})}
        placeholder={say("Naam of code", "Name or code")} value={text} onInput={e => setText(e.currentTarget.value)} onKeyDown={press}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={say("Gevonden gebieden", "Areas found")} hidden={!open || found.length === 0}>
        {(found ?? []).map((entry, index) => (
          <li key={entry.area.code} id={`${id}-${index}`} role="option" aria-selected={index === active} onMouseDown={e => e.preventDefault()} onClick={() => visit(entry.area)}>
            <span>{entry.area.name}</span>
            <span class="muted">{wordsOf(entry)} · {entry.area.code}</span>
          </li>
        ))}
      </ul>
      <p class={open && found.length === 0 ? "nothing" : "unseen"} role="status">
        {open ? (found.length === 0 ? say("Niets gevonden met deze naam of code.", "Nothing found by this name or code.") : say(`${found.length} gevonden`, `${found.length} found`)) : ""}
      </p>
      {problem && (
        <div class="nothing" role="alert">
          <p>{isRefusal(problem) ? say("Zoeken mag alleen wie is aangemeld.", "Only people who have signed in may search.") : say("Zoeken lukt nu niet. Dat zegt niets over wat er is.", "Searching does not work now. That says nothing of what there is.")}</p>
          <p>{pick(problem.said)}</p>
          {isRefusal(problem) ? <a href="/gegevens">{say("Aanmelden", "Sign in")}</a> : <button type="button" class="quiet" onClick={() => { input.current?.focus(); setTurn(t => t + 1); }}>{say("Opnieuw zoeken", "Search again")}</button>}
        </div>
      )}
    </div>
  );
}

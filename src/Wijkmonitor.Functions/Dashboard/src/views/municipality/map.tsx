import type { Area, Boundaries } from "../../api/types";
import type { ECharts } from "echarts/core";
import { useMemo, useRef, useState } from "preact/hooks";
import { Chart, palette, createTooltip } from "../../parts/chart";
import { navigate, getAreaPath } from "../../router";
import { say } from "../../text/language";
import type { AreaDisplay } from "./area-display";
import { findCentre, findNeighbour, type Centre } from "./map-keys";

const getCode = (feature: Boundaries["features"][number]): string => String(feature.properties?.["code"] ?? feature.id ?? "");

type Shape = Boundaries["features"][number];

export interface JoinedShapes {
  /** The shapes by area code. */
  shapes: Map<string, Shape>;
  unshaped: Area[];
  /** The number of areas matched by name because their code is of another year than the boundaries. */
  nameMatches: number;
  /** Shapes of this level that belong to none of the areas. */
  unmatched: Shape[];
  year: string | undefined;
}

const normalizeName = (name: unknown): string => String(name ?? "").trim().toLowerCase();

/** Joins areas and shapes by code, else by a name that is unique in both. Areas without a shape are listed, never dropped. */
export function joinShapes(areas: readonly Area[], boundaries: Boundaries | undefined): JoinedShapes {
  const level = areas[0]?.level;
  const drawable = (boundaries?.features ?? []).filter(f => f.geometry && f.properties?.["level"] === level);
  const byCode = new Map(drawable.map(f => [getCode(f), f]));
  const named = new Map<string, Shape[]>();
  for (const f of drawable) {
    named.set(normalizeName(f.properties?.["name"]), [...(named.get(normalizeName(f.properties?.["name"])) ?? []), f]);
  }
  const sameName = new Map<string, number>();
  areas.forEach(a => sameName.set(normalizeName(a.name), (sameName.get(normalizeName(a.name)) ?? 0) + 1));
  const shapes = new Map<string, Shape>();
  let nameMatches = 0;
  for (const area of areas) {
    const namesakes = named.get(normalizeName(area.name)) ?? [];
    const shape = byCode.get(area.code) ?? (namesakes.length === 1 && sameName.get(normalizeName(area.name)) === 1 ? namesakes[0] : undefined);
    if (shape) {
      nameMatches += byCode.has(area.code) ? 0 : 1;
      shapes.set(area.code, shape);
    }
  }
  const used = new Set(shapes.values());
  const year = drawable[0]?.properties?.["boundaryYear"];
  return { shapes, unshaped: areas.filter(a => !shapes.has(a.code)), nameMatches, unmatched: drawable.filter(f => !used.has(f)), year: year === undefined ? undefined : String(year) };
}

// No area code starts with it.
const otherYearPrefix = "~";

/** The part of the map that is shown: how far it is zoomed in, and around which point; the whole map where there is none. */
interface View { zoom: number; center: [number, number] | null }

const [zoomStep, maxZoom] = [1.6, 16];

// The whole map cannot be dragged: a finger that moves over it moves the page.
const getRoam = ({ zoom, center }: View) => ({ zoom, center, roam: zoom > 1 ? "move" : false });

const patterns = {
  stripes: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: "rgba(70,10,0,0.45)" },
  dots: { symbol: "circle", symbolSize: 0.7, dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0], color: "rgba(90,60,0,0.55)" },
} as const;

export function AreaMap({ areas, boundaries, shown, name }: { areas: readonly Area[]; boundaries: Boundaries; shown: AreaDisplay; name: string }) {
  const { shapes, unshaped, nameMatches, unmatched, year } = useMemo(() => joinShapes(areas, boundaries), [areas, boundaries]);
  const drawn = areas.filter(a => shapes.has(a.code));
  const names = new Map(drawn.map(a => [a.code, a.name]));
  const centres = useMemo(() => new Map([...shapes].map(([code, shape]) => [code, findCentre(shape)]).filter((found): found is [string, Centre] => found[1] !== undefined)), [shapes]);
  const chart = useRef<ECharts | undefined>(undefined);
  const view = useRef<View>({ zoom: 1, center: null });
  const [zoom, setZoom] = useState(1);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const lastChosen = useRef(chosen);
  lastChosen.current = chosen;
  const drawOutline = (code: string | undefined): void => {
    chart.current?.dispatchAction({ type: "downplay", seriesIndex: 0 });
    if (code !== undefined) {
      chart.current?.dispatchAction({ type: "highlight", seriesIndex: 0, name: code });
    }
  };
  const setView = (next: View): void => {
    view.current = next;
    setZoom(next.zoom);
    chart.current?.setOption({ series: [getRoam(next)] });
    drawOutline(chosen);
  };
  const zoomBy = (factor: number): void => {
    const next = Math.min(maxZoom, Math.max(1, view.current.zoom * factor));
    const centre = chosen === undefined ? undefined : centres.get(chosen);
    setView({ zoom: next, center: next === 1 ? null : centre ? [centre.x, centre.y] : view.current.center });
  };
  const selectArea = (code: string): void => {
    setChosen(code);
    const centre = centres.get(code);
    if (centre && view.current.zoom > 1) {
      setView({ zoom: view.current.zoom, center: [centre.x, centre.y] });
    }
    drawOutline(code);
  };
  const handleKey = (event: KeyboardEvent): void => {
    const from = chosen !== undefined && centres.has(chosen) ? chosen : undefined;
    const neighbour = findNeighbour(centres, from, event.key);
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    } else if (neighbour !== undefined) {
      selectArea(neighbour);
    } else if (event.key === "Enter" && from !== undefined) {
      navigate(getAreaPath(from));
    } else if (event.key === "+" || event.key === "=") {
      zoomBy(zoomStep);
    } else if (event.key === "-") {
      zoomBy(1 / zoomStep);
    } else if (event.key === "0") {
      setView({ zoom: 1, center: null });
    } else {
      return;
    }
    event.preventDefault();
  };
  return (
    <div>
      <Chart
        className="map" label={`${shown.title}, ${name}`} dependencies={[areas, boundaries, shown]}
        description={say(
          `Kaart van ${drawn.length} gebieden. Pijltjestoetsen kiezen een gebied, Enter opent het, plus en min zoomen, 0 toont de hele kaart. De tabel ernaast zegt hetzelfde in woorden.`,
          `Map of ${drawn.length} areas. Arrow keys choose an area, Enter opens it, plus and minus zoom, 0 shows the whole map. The table next to it says the same in words.`)}
        onKey={handleKey}
        onDrawn={drawnChart => {
          chart.current = drawnChart;
          drawnChart.off("georoam");
          drawnChart.on("georoam", () => { view.current = { ...view.current, center: (drawnChart.getOption() as { series: View[] }).series[0]!.center }; });
          drawOutline(lastChosen.current);
        }}
        actions={(
          <span class="map-zoom" role="group" aria-label={say("Zoomen", "Zoom")}>
            <button type="button" class="secondary" disabled={zoom >= maxZoom} aria-label={say("Inzoomen", "Zoom in")} onClick={() => zoomBy(zoomStep)}>+</button>
            <button type="button" class="secondary" disabled={zoom <= 1} aria-label={say("Uitzoomen", "Zoom out")} onClick={() => zoomBy(1 / zoomStep)}>−</button>
            <button type="button" class="secondary" disabled={zoom <= 1} onClick={() => setView({ zoom: 1, center: null })}>{say("Hele kaart", "Whole map")}</button>
          </span>
        )}
        onClick={code => names.has(code) && navigate(getAreaPath(code))}
        draw={echarts => {
          const features = [
            ...drawn.map(a => ({ ...shapes.get(a.code)!, properties: { name: a.code } })),
            ...unmatched.map(f => ({ ...f, properties: { name: `${otherYearPrefix}${String(f.properties?.["name"] ?? getCode(f))}` } })),
          ];
          echarts.registerMap("areas", { type: "FeatureCollection", features } as never);
          return {
            aria: { enabled: false },
            tooltip: { formatter: (p: { name: string }) => names.has(p.name) ? createTooltip(names.get(p.name)!, shown.getTint(p.name).words, ...(shown.municipalityFigure ? [say(`hele gemeente: ${shown.municipalityFigure}`, `whole municipality: ${shown.municipalityFigure}`)] : [])) : createTooltip(p.name.replace(otherYearPrefix, ""), say("geen gebied van dit jaar heeft deze vorm", "no area of this year has this shape")), confine: true, borderColor: palette.line, textStyle: { color: palette.ink } },
            series: [{
              type: "map", map: "areas", ...getRoam(view.current), selectedMode: false, aspectScale: 0.61, left: 4, right: 4, top: 4, bottom: 4, label: { show: false },
              emphasis: { label: { show: false }, itemStyle: { areaColor: null, borderColor: palette.ink, borderWidth: 2 } },
              itemStyle: { areaColor: "#f4f2ec", borderColor: "#cfcabd", borderWidth: 0.6 },
              data: drawn.map(area => {
                const tint = shown.getTint(area.code);
                return { name: area.code, value: 0, itemStyle: { areaColor: tint.colour, borderColor: "#fff", borderWidth: 0.6, ...(tint.pattern ? { decal: patterns[tint.pattern] } : {}) } };
              }),
            }],
          };
        }}
        note={<Legend shown={shown} areas={drawn} unmatched={unmatched.length} />}
      />
      <p class="map-note" aria-live="polite">{chosen !== undefined && names.has(chosen) && <><a href={getAreaPath(chosen)}>{names.get(chosen)}</a>: {shown.getTint(chosen).words}</>}</p>
      {nameMatches > 0 && <p class="map-note">{say(`${nameMatches} gebieden zijn op naam aan de grenzen van ${year} gekoppeld. Hun code is van een ander jaar, dus de vorm kan anders zijn.`, `${nameMatches} areas were joined to the boundaries of ${year} by name. Their code is of another year, so the shape can differ.`)}</p>}
      {unshaped.length > 0 && (
        <details class="unshaped">
          <summary>{say(`${unshaped.length} gebieden hebben geen vorm op deze kaart`, `${unshaped.length} areas have no shape on this map`)}</summary>
          <p class="muted">{say(`Hun code en naam komen in de grenzen van ${year ?? "?"} niet voor. In de tabel staan ze wel.`, `Their code and name are not in the boundaries of ${year ?? "?"}. They are in the table.`)}</p>
          <ul class="name-list">{unshaped.map(a => <li key={a.code}><a href={getAreaPath(a.code)}>{a.name}</a> <span class="muted">{shown.getTint(a.code).words}</span></li>)}</ul>
        </details>
      )}
    </div>
  );
}

function Legend({ shown, areas, unmatched }: { shown: AreaDisplay; areas: readonly Area[]; unmatched: number }) {
  const colours = areas.map(a => shown.getTint(a.code).colour);
  return (
    <ul class="legend">
      {shown.legend.map(tint => (
        <li key={tint.words + tint.colour}>
          <svg class="swatch" viewBox="0 0 22 14" aria-hidden="true">
            <rect width="22" height="14" rx="2" fill={tint.colour} />
            {tint.pattern === "stripes" && <path d="M-2 14 10 2M4 16 18 2M12 16 24 4M-2 6 4 0" stroke="rgba(70,10,0,0.5)" stroke-width="2" />}
            {tint.pattern === "dots" && <g fill="rgba(90,60,0,0.65)"><circle cx="5" cy="5" r="1.6" /><circle cx="12" cy="10" r="1.6" /><circle cx="18" cy="4" r="1.6" /></g>}
          </svg>
          {tint.words} <span class="muted">({colours.filter(c => c === tint.colour).length})</span>
        </li>
      ))}
      {unmatched > 0 && (
        <li>
          <svg class="swatch" viewBox="0 0 22 14" aria-hidden="true"><rect x="0.5" y="0.5" width="21" height="13" rx="2" fill="#f4f2ec" stroke="#b9b3a4" /></svg>
          {say("gebied van een ander jaar", "area of another year")} <span class="muted">({unmatched})</span>
        </li>
      )}
    </ul>
  );
}

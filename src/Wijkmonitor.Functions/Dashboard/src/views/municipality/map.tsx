import type { Area, Boundaries } from "../../api/types";
import { Chart, palette, tip } from "../../parts/chart";
import { go, toArea } from "../../router";
import { say } from "../../text/language";
import type { Shown } from "./shown";

const codeOf = (feature: Boundaries["features"][number]): string => String(feature.properties?.["code"] ?? feature.id ?? "");

/** The areas that have a shape, and those that have none: a map never hides an area in silence. */
export function split(areas: readonly Area[], boundaries: Boundaries | undefined): { drawn: Area[]; shapeless: Area[] } {
  const shapes = new Set((boundaries?.features ?? []).filter(f => f.geometry).map(codeOf));
  return { drawn: areas.filter(a => shapes.has(a.code)), shapeless: areas.filter(a => !shapes.has(a.code)) };
}

const patterns = {
  stripes: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: "rgba(70,10,0,0.45)" },
  dots: { symbol: "circle", symbolSize: 0.7, dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0], color: "rgba(90,60,0,0.55)" },
} as const;

export function AreaMap({ areas, boundaries, shown, name, table }: { areas: readonly Area[]; boundaries: Boundaries; shown: Shown; name: string; table: preact.ComponentChildren }) {
  const { drawn, shapeless } = split(areas, boundaries);
  const names = new Map(drawn.map(a => [a.code, a.name]));
  return (
    <div>
      <Chart
        className="map" label={`${shown.title}, ${name}`} dependsOn={[areas, boundaries, shown]} table={table}
        description={say(`Kaart van ${drawn.length} gebieden. De tabel ernaast zegt hetzelfde in woorden.`, `Map of ${drawn.length} areas. The table beside it says the same in words.`)}
        onClick={code => names.has(code) && go(toArea(code))}
        draw={echarts => {
          const features = boundaries.features.filter(f => names.has(codeOf(f))).map(f => ({ ...f, properties: { name: codeOf(f) } }));
          echarts.registerMap("areas", { type: "FeatureCollection", features } as never);
          return {
            aria: { enabled: false },
            tooltip: { formatter: (p: { name: string }) => tip(names.get(p.name) ?? p.name, shown.tintOf(p.name).words), confine: true, borderColor: palette.line, textStyle: { color: palette.ink } },
            series: [{
              type: "map", map: "areas", roam: false, selectedMode: false, aspectScale: 0.61, left: 4, right: 4, top: 4, bottom: 4, label: { show: false },
              emphasis: { label: { show: false }, itemStyle: { areaColor: null, borderColor: palette.ink, borderWidth: 2 } },
              data: drawn.map(area => {
                const tint = shown.tintOf(area.code);
                return { name: area.code, value: 0, itemStyle: { areaColor: tint.colour, borderColor: "#fff", borderWidth: 0.6, ...(tint.pattern ? { decal: patterns[tint.pattern] } : {}) } };
              }),
            }],
          };
        }}
        note={<Legend shown={shown} areas={drawn} />}
      />
      {shapeless.length > 0 && (
        <details class="shapeless">
          <summary>{say(`${shapeless.length} gebieden hebben geen vorm op deze kaart`, `${shapeless.length} areas have no shape on this map`)}</summary>
          <p class="muted">{say("Hun code komt in de aangeleverde grenzen niet voor, meestal omdat de indeling van een ander jaar is.", "Their code is not in the boundaries delivered, mostly because those are of another year.")}</p>
          <ul class="name-list">{shapeless.map(a => <li key={a.code}><a href={toArea(a.code)}>{a.name}</a> <span class="muted">{shown.tintOf(a.code).words}</span></li>)}</ul>
        </details>
      )}
    </div>
  );
}

function Legend({ shown, areas }: { shown: Shown; areas: readonly Area[] }) {
  const colours = areas.map(a => shown.tintOf(a.code).colour);
  return (
    <ul class="legend">
      {shown.legend.map(tint => (
        <li key={tint.words}>
          <svg class="swatch" viewBox="0 0 22 14" aria-hidden="true">
            <rect width="22" height="14" rx="2" fill={tint.colour} />
            {tint.pattern === "stripes" && <path d="M-2 14 10 2M4 16 18 2M12 16 24 4M-2 6 4 0" stroke="rgba(70,10,0,0.5)" stroke-width="2" />}
            {tint.pattern === "dots" && <g fill="rgba(90,60,0,0.65)"><circle cx="5" cy="5" r="1.6" /><circle cx="12" cy="10" r="1.6" /><circle cx="18" cy="4" r="1.6" /></g>}
          </svg>
          {tint.words} <span class="muted">({colours.filter(c => c === tint.colour).length})</span>
        </li>
      ))}
    </ul>
  );
}

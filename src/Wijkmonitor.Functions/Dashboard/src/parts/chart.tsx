import type { ECharts, EChartsCoreOption } from "echarts/core";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { say } from "../text/language";

export const font = 'Inter, "Segoe UI", system-ui, Roboto, "Helvetica Neue", Arial, sans-serif';

export const palette = {
  ink: "#1c2b33", muted: "#52626b", line: "#d9d5ca", soft: "#e9e5db", accent: "#174a5b", sun: "#c47d0e",
  green: "#2f8f62", yellow: "#e3b341", red: "#c0492f", none: "#d5d8d8",
} as const;

const paperWidth = 620;

type Draw = (echarts: typeof import("./echarts"), chart: ECharts, width: number) => EChartsCoreOption;

/**
 * A chart with the same figures as a table behind a switch. The library comes when a chart is first seen. It never moves by itself, and its
 * picture is one image with a description for who does not see it.
 */
export function Chart(props: {
  label: string; description: string; draw: Draw; dependsOn: readonly unknown[]; className?: string; /** The same figures; without it the table stands next to the chart already. */ table?: ComponentChildren;
  onClick?: (name: string) => void; note?: ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | undefined>(undefined);
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState(false);
  const id = useId();
  useEffect(() => {
    if (asTable || !box.current) {
      return;
    }
    let ended = false;
    let stop = (): void => undefined;
    const element = box.current;
    import("./echarts").then(
      echarts => {
        if (ended) {
          return;
        }
        const made = echarts.init(element, null, { renderer: "svg" });
        chart.current = made;
        const redraw = (): void => made.setOption({ animation: false, textStyle: { fontFamily: font, color: palette.ink }, ...props.draw(echarts, made, element.clientWidth) }, true);
        redraw();
        if (props.onClick) {
          made.on("click", event => props.onClick?.(String((event as { name: string }).name)));
        }
        let isOnPaper = false;
        const watch = new ResizeObserver(() => {
          // The layout of paper comes after it was drawn for it.
          if (isOnPaper) {
            paper();
            return;
          }
          made.resize();
          redraw();
        });
        watch.observe(element);
        // Paper is narrower than most screens, and is drawn at once.
        const paper = (): void => {
          isOnPaper = true;
          made.resize({ width: Math.min(element.clientWidth, paperWidth) });
          made.setOption({ animation: false, ...props.draw(echarts, made, Math.min(element.clientWidth, paperWidth)) }, true);
          made.getZr().flush();
        };
        const screen = (): void => {
          isOnPaper = false;
          made.resize({ width: "auto" });
          redraw();
        };
        addEventListener("beforeprint", paper);
        addEventListener("afterprint", screen);
        stop = () => {
          removeEventListener("beforeprint", paper);
          removeEventListener("afterprint", screen);
          watch.disconnect();
          made.dispose();
        };
      },
      () => setFailed(true),
    );
    return () => {
      ended = true;
      stop();
      chart.current = undefined;
    };
  }, [asTable, ...props.dependsOn]);
  return (
    <figure class={`chart ${props.className ?? ""}`}>
      <figcaption>
        <span id={id}>{props.label}</span>
        {props.table && <button type="button" class="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{say("Als tabel", "As a table")}</button>}
      </figcaption>
      {asTable || failed ? props.table ?? <p>{say("De kaart kan nu niet worden getekend. De tabel ernaast zegt hetzelfde.", "The map cannot be drawn now. The table next to it says the same.")}</p> : <div class="chart-box" ref={box} role="img" aria-label={`${props.label}. ${props.description}`} />}
      {props.note && <div class="chart-note">{props.note}</div>}
    </figure>
  );
}

/** A tooltip's content as elements, for text from data is never read as HTML. */
export function tip(title: string, ...lines: string[]): HTMLElement {
  const box = document.createElement("div");
  const strong = document.createElement("strong");
  strong.textContent = title;
  box.append(strong);
  for (const line of lines) {
    const row = document.createElement("div");
    row.textContent = line;
    box.append(row);
  }
  return box;
}

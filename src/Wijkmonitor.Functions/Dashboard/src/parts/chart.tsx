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
 * A chart, with a button that shows the same figures as a table. The library is loaded with the first chart. Nothing is animated, and
 * the drawing is one image with a description for screen readers.
 */
export function Chart(props: {
  label: string; description: string; draw: Draw; dependencies: readonly unknown[]; className?: string; /** The same figures; left out if the table is already next to the chart. */ table?: ComponentChildren;
  onClick?: (name: string) => void; note?: ComponentChildren; /** Buttons next to the label. */ actions?: ComponentChildren;
  /** Reads a key while the chart has the focus: makes it a control of its own, and the description says which keys. */ onKey?: (event: KeyboardEvent) => void;
  /** Receives the chart each time that it was drawn. */ onDrawn?: (chart: ECharts) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | undefined>(undefined);
  const [isTable, setIsTable] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const id = useId();
  useEffect(() => {
    if (isTable || !box.current) {
      return;
    }
    let isEnded = false;
    let stop = (): void => undefined;
    const element = box.current;
    import("./echarts").then(
      echarts => {
        if (isEnded) {
          return;
        }
        const instance = echarts.init(element, null, { renderer: "svg" });
        chart.current = instance;
        const redraw = (): void => {
          instance.setOption({ animation: false, textStyle: { fontFamily: font, color: palette.ink }, ...props.draw(echarts, instance, element.clientWidth) }, true);
          props.onDrawn?.(instance);
        };
        redraw();
        if (props.onClick) {
          instance.on("click", event => props.onClick?.(String((event as { name: string }).name)));
        }
        let isOnPaper = false;
        const observer = new ResizeObserver(() => {
          // The resize for paper comes after the chart was drawn for it.
          if (isOnPaper) {
            drawOnPaper();
            return;
          }
          instance.resize();
          redraw();
        });
        observer.observe(element);
        // Paper is narrower than most screens, and printing does not wait.
        const drawOnPaper = (): void => {
          isOnPaper = true;
          instance.resize({ width: Math.min(element.clientWidth, paperWidth) });
          instance.setOption({ animation: false, ...props.draw(echarts, instance, Math.min(element.clientWidth, paperWidth)) }, true);
          instance.getZr().flush();
        };
        const drawOnScreen = (): void => {
          isOnPaper = false;
          instance.resize({ width: "auto" });
          redraw();
        };
        addEventListener("beforeprint", drawOnPaper);
        addEventListener("afterprint", drawOnScreen);
        stop = () => {
          removeEventListener("beforeprint", drawOnPaper);
          removeEventListener("afterprint", drawOnScreen);
          observer.disconnect();
          instance.dispose();
        };
      },
      () => setHasFailed(true),
    );
    return () => {
      isEnded = true;
      stop();
      chart.current = undefined;
    };
  }, [isTable, ...props.dependencies]);
  return (
    <figure class={`chart ${props.className ?? ""}`}>
      <figcaption>
        <span id={id}>{props.label}</span>
        {props.actions}
        {props.table && <button type="button" class="secondary" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>{say("Als tabel", "As a table")}</button>}
      </figcaption>
      {isTable || hasFailed ? props.table ?? <p>{say("De kaart kan nu niet worden getekend. De tabel ernaast zegt hetzelfde.", "The map cannot be drawn now. The table next to it shows the same.")}</p> : <div class="chart-box" ref={box} aria-label={`${props.label}. ${props.description}`} {...(props.onKey ? { role: "application", tabIndex: 0, onKeyDown: props.onKey } : { role: "img" as const })} />}
      {props.note && <div class="chart-note">{props.note}</div>}
    </figure>
  );
}

/** Creates the content of a tooltip as elements, so that text from data is never read as HTML. */
export function createTooltip(title: string, ...lines: string[]): HTMLElement {
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

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { compare, number } from "../text/format";
import { say } from "../text/language";
import { CsvButton, type Cell } from "./csv";

export interface Column<T> {
  key: string;
  head: string;
  cell: (row: T) => ComponentChildren;
  /** What it is sorted and saved by; absent values come last whichever way it is sorted. */
  value: (row: T) => Cell;
  numeric?: boolean;
  sortable?: boolean;
}

export interface Sorting { by: string; descending: boolean }

export function sorted<T>(rows: readonly T[], columns: readonly Column<T>[], sorting: Sorting): T[] {
  const column = columns.find(c => c.key === sorting.by);
  if (!column) {
    return [...rows];
  }
  const sign = sorting.descending ? -1 : 1;
  return [...rows].sort((left, right) => {
    const [a, b] = [column.value(left), column.value(right)];
    if (a === null || a === undefined || b === null || b === undefined) {
      return a === b || (a ?? b) === undefined ? 0 : a === null || a === undefined ? 1 : -1;
    }
    return sign * (typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b)));
  });
}

const pageSize = 50;

/** Room for a wide table. It is a stop of the tab key only while there is something to scroll. */
export function Scroll({ label, className, children }: { label: string; className?: string; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current!;
    const look = (): void => setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    const watch = new ResizeObserver(look);
    watch.observe(element);
    [...element.children].forEach(child => watch.observe(child));
    return () => watch.disconnect();
  }, []);
  return <div ref={box} class={className ? `scroll ${className}` : "scroll"} role="group" aria-label={label} {...(scrolls ? { tabIndex: 0 } : {})}>{children}</div>;
}

/** A table that is sorted by its heads, shows so many rows at a time and can be saved as CSV. */
export function DataTable<T>(props: {
  caption: string; columns: readonly Column<T>[]; rows: readonly T[]; rowKey: (row: T) => string; rowId?: (row: T) => string; fileName?: string;
  /** The column that comes first where rows are stacked on a narrow screen; without it they are not stacked. */
  stacks?: string; sorting?: Sorting; onSort?: (sorting: Sorting) => void; tools?: ComponentChildren;
}) {
  const [own, setOwn] = useState<Sorting | undefined>(undefined);
  const [shown, setShown] = useState(pageSize);
  const sorting = props.sorting ?? own;
  const rows = sorting ? sorted(props.rows, props.columns, sorting) : [...props.rows];
  const [sortedBy, setSortedBy] = useState("");
  const sort = (key: string): void => {
    const next = { by: key, descending: sorting?.by === key ? !sorting.descending : false };
    const head = props.columns.find(c => c.key === key)!.head;
    setSortedBy(next.descending ? say(`Gesorteerd op ${head}, aflopend`, `Sorted by ${head}, descending`) : say(`Gesorteerd op ${head}, oplopend`, `Sorted by ${head}, ascending`));
    (props.onSort ?? setOwn)(next);
  };
  return (
    <div class="data-table">
      {(props.fileName || props.tools) && (
        <div class="table-tools">
          {props.tools}
          {props.fileName && (
            <CsvButton name={props.fileName} head={props.columns.map(c => c.head)} rows={() => rows.map(row => props.columns.map(c => c.value(row)))} />
          )}
        </div>
      )}
      <p class="unseen" role="status">{sortedBy}</p>
      <Scroll label={props.caption} {...(props.stacks ? { className: "stacks" } : {})}>
        <table>
          <caption>{props.caption}</caption>
          <thead>
            <tr>
              {props.columns.map(column => (
                <th key={column.key} scope="col" class={column.numeric ? "numeric" : ""}
                  {...(sorting?.by === column.key ? { "aria-sort": sorting.descending ? ("descending" as const) : ("ascending" as const) } : {})}>
                  {column.sortable === false ? column.head : (
                    <button type="button" class="sort" onClick={() => sort(column.key)}>
                      {column.head}
                      <span aria-hidden="true" class="arrow">{sorting?.by === column.key ? (sorting.descending ? "↓" : "↑") : "↕"}</span>
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(row => (
              <tr key={props.rowKey(row)} {...(props.rowId ? { id: props.rowId(row) } : {})}>
                {props.columns.map((column, index) =>
                  index === 0 ? <th key={column.key} scope="row">{column.cell(row)}</th> : <td key={column.key} data-head={column.head} class={`${column.numeric ? "numeric" : ""}${column.key === props.stacks ? " first" : ""}`}>{column.cell(row)}</td>,
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.length > shown && (
        <p class="more">
          {say(`${number(shown)} van ${number(rows.length)}.`, `${number(shown)} of ${number(rows.length)}.`)}{" "}
          <span class="print-only">{say(`De andere ${number(rows.length - shown)} staan niet op papier.`, `The other ${number(rows.length - shown)} are not on paper.`)}</span>
          <button type="button" class="quiet" onClick={() => setShown(rows.length)}>{say("Toon alle", "Show all")}</button>
        </p>
      )}
    </div>
  );
}

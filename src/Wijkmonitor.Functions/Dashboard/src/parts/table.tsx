import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { compareText, formatNumber } from "../text/format";
import { say } from "../text/language";
import { CsvButton, type Cell } from "./csv";

export interface Column<T> {
  key: string;
  header: string;
  cell: (row: T) => ComponentChildren;
  /** The value to sort and save by; absent values always come last. */
  value: (row: T) => Cell;
  numeric?: boolean;
  sortable?: boolean;
}

export interface Sorting { by: string; descending: boolean }

export function sortRows<T>(rows: readonly T[], columns: readonly Column<T>[], sorting: Sorting): T[] {
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
    return sign * (typeof a === "number" && typeof b === "number" ? a - b : compareText(String(a), String(b)));
  });
}

const pageSize = 50;

/** A container for a wide table. It is a tab stop only while there is something to scroll. */
export function ScrollBox({ label, className, children }: { label: string; className?: string; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const [isScrollable, setIsScrollable] = useState(false);
  useEffect(() => {
    const element = box.current!;
    const measure = (): void => setIsScrollable(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    [...element.children].forEach(child => observer.observe(child));
    return () => observer.disconnect();
  }, []);
  return <div ref={box} class={className ? `scroll ${className}` : "scroll"} role="group" aria-label={label} {...(isScrollable ? { tabIndex: 0 } : {})}>{children}</div>;
}

/** A table that can be sorted by its headers and saved as CSV, and shows a limited number of rows at a time. */
export function DataTable<T>(props: {
  caption: string; columns: readonly Column<T>[]; rows: readonly T[]; rowKey: (row: T) => string; rowId?: (row: T) => string; fileName?: string;
  /** The column that comes first if rows are stacked on a narrow screen; without it they are not stacked. */
  stackedBy?: string; sorting?: Sorting; onSort?: (sorting: Sorting) => void; tools?: ComponentChildren;
}) {
  const [ownSorting, setOwnSorting] = useState<Sorting | undefined>(undefined);
  const [shownCount, setShownCount] = useState(pageSize);
  const sorting = props.sorting ?? ownSorting;
  const rows = sorting ? sortRows(props.rows, props.columns, sorting) : [...props.rows];
  const [sortNotice, setSortNotice] = useState("");
  const sort = (key: string): void => {
    const next = { by: key, descending: sorting?.by === key ? !sorting.descending : false };
    const header = props.columns.find(c => c.key === key)!.header;
    setSortNotice(next.descending ? say(`Gesorteerd op ${header}, aflopend`, `Sorted by ${header}, descending`) : say(`Gesorteerd op ${header}, oplopend`, `Sorted by ${header}, ascending`));
    (props.onSort ?? setOwnSorting)(next);
  };
  return (
    <div class="data-table">
      {(props.fileName || props.tools) && (
        <div class="table-tools">
          {props.tools}
          {props.fileName && (
            <CsvButton name={props.fileName} header={props.columns.map(c => c.header)} rows={() => rows.map(row => props.columns.map(c => c.value(row)))} />
          )}
        </div>
      )}
      <p class="visually-hidden" role="status">{sortNotice}</p>
      <ScrollBox label={props.caption} {...(props.stackedBy ? { className: "stacked" } : {})}>
        <table>
          <caption>{props.caption}</caption>
          <thead>
            <tr>
              {props.columns.map(column => (
                <th key={column.key} scope="col" class={column.numeric ? "numeric" : ""}
                  {...(sorting?.by === column.key ? { "aria-sort": sorting.descending ? ("descending" as const) : ("ascending" as const) } : {})}>
                  {column.sortable === false ? column.header : (
                    <button type="button" class="sort" onClick={() => sort(column.key)}>
                      {column.header}
                      <span aria-hidden="true" class="arrow">{sorting?.by === column.key ? (sorting.descending ? "↓" : "↑") : "↕"}</span>
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownCount).map(row => (
              <tr key={props.rowKey(row)} {...(props.rowId ? { id: props.rowId(row) } : {})}>
                {props.columns.map((column, index) =>
                  index === 0 ? <th key={column.key} scope="row">{column.cell(row)}</th> : <td key={column.key} data-header={column.header} class={`${column.numeric ? "numeric" : ""}${column.key === props.stackedBy ? " first" : ""}`}>{column.cell(row)}</td>,
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rows.length > shownCount && (
        <p class="more-rows">
          {say(`${formatNumber(shownCount)} van ${formatNumber(rows.length)}.`, `${formatNumber(shownCount)} of ${formatNumber(rows.length)}.`)}{" "}
          <span class="print-only">{say(`De andere ${formatNumber(rows.length - shownCount)} worden niet afgedrukt.`, `The other ${formatNumber(rows.length - shownCount)} are not printed.`)}</span>
          <button type="button" class="secondary" onClick={() => setShownCount(rows.length)}>{say("Toon alle", "Show all")}</button>
        </p>
      )}
    </div>
  );
}

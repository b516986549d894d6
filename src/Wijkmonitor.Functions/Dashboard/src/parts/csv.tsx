import { language, say } from "../text/language";

export type Cell = string | number | null | undefined;

// The rule of SpreadsheetCsv.cs: text that a spreadsheet could run as a formula gets an apostrophe in front; a plain negative number stays a number.
const formula = /^[\t\r\n]|^[\s"]*[=+\-@＝＋－＠]/;
const negativeNumber = /^-\d+([.,]\d+)?$/;

function field(cell: Cell): string {
  if (typeof cell === "number") {
    return language() === "nl" ? String(cell).replace(".", ",") : String(cell);
  }
  const text = cell ?? "";
  const safe = formula.test(text) && !negativeNumber.test(text) ? `'${text}` : text;
  return /[";,\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines for a spreadsheet: with a semicolon and a decimal comma in Dutch, as a Dutch Excel expects them. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const separator = language() === "nl" ? ";" : ",";
  return `\uFEFF${[head, ...rows].map(row => row.map(field).join(separator)).join("\r\n")}\r\n`;
}

/** Saves a file that the page has. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function CsvButton({ name, head, rows }: { name: string; head: readonly string[]; rows: () => readonly (readonly Cell[])[] }) {
  return (
    <button type="button" class="quiet" onClick={() => save(new Blob([csv(head, rows())], { type: "text/csv;charset=utf-8" }), `${name}.csv`)}>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1v9M4.5 7 8 10.5 11.5 7M2 14h12" /></svg>
      {say("Als CSV", "As CSV")}
    </button>
  );
}

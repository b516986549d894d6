import { useState } from "preact/hooks";
import { toProblem, download, hasKey } from "../api/http";
import { getLanguage, localize, say } from "../text/language";

export type Cell = string | number | null | undefined;

// As in SpreadsheetCsv.cs: text that a spreadsheet could run as a formula gets an apostrophe in front; a plain negative number stays a number.
const formulaStart = /^[\t\r\n]|^[\s"]*[=+\-@＝＋－＠]/;
const negativeNumber = /^-\d+([.,]\d+)?$/;

function formatField(cell: Cell): string {
  if (typeof cell === "number") {
    return getLanguage() === "nl" ? String(cell).replace(".", ",") : String(cell);
  }
  const text = cell ?? "";
  const safe = formulaStart.test(text) && !negativeNumber.test(text) ? `'${text}` : text;
  return /[";,\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Formats rows as CSV for a spreadsheet: with semicolons and decimal commas in Dutch, as a Dutch Excel expects. */
export function formatCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const separator = getLanguage() === "nl" ? ";" : ",";
  return `\uFEFF${[header, ...rows].map(row => row.map(formatField).join(separator)).join("\r\n")}\r\n`;
}

/** Saves content as a file. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function CsvButton({ name, header, rows }: { name: string; header: readonly string[]; rows: () => readonly (readonly Cell[])[] }) {
  return (
    <button type="button" class="secondary" onClick={() => saveFile(new Blob([formatCsv(header, rows())], { type: "text/csv;charset=utf-8" }), `${name}.csv`)}>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1v9M4.5 7 8 10.5 11.5 7M2 14h12" /></svg>
      {say("Als CSV", "As CSV")}
    </button>
  );
}

/** Links to a file of the API. With an access key the page downloads it itself, because a link cannot send the key in a header. */
export function DownloadLink({ path, name, children }: { path: string; name: string; children: string }) {
  const [refusal, setRefusal] = useState("");
  const downloadFile = (event: MouseEvent): void => {
    if (hasKey()) {
      event.preventDefault();
      download(path).then(content => saveFile(content, name), (e: unknown) => setRefusal(localize(toProblem(e).localizedMessage)));
    }
  };
  return <span><a href={`/api/v1${path}`} download={name} onClick={downloadFile}>{children}</a>{refusal && <span class="problem-text" role="alert"> {refusal}</span>}</span>;
}

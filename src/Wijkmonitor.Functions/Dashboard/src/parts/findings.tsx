import type { Bilingual, Finding, ScorecardLine } from "../api/types";
import { pick, say } from "../text/language";

const limit = 6;

/** The place of a line on the page, so that what is said of it can lead there. */
export const placeOf = (within: string, line: string): string => `${within}.${line}`;

type Named = Pick<ScorecardLine, "code" | "label">;

/** Findings that are the same but for a word or two, such as a theme, as one. */
export interface Merged { code: string; severity: Finding["severity"]; lines: string[]; message: string; parts: string[] }

const words = (text: string): string[] => text.split(/(?<=\s)/);

// How much of a sentence must be the same before two are one with several parts.
const mostly = 0.6;

function sharedParts(texts: readonly string[]): { before: string; after: string; parts: string[] } | undefined {
  const split = texts.map(words);
  const shortest = Math.min(...split.map(s => s.length));
  let start = 0;
  while (start < shortest && split.every(s => s[start] === split[0]![start])) {
    start++;
  }
  let end = 0;
  while (end < shortest - start && split.every(s => s.at(-1 - end) === split[0]!.at(-1 - end))) {
    end++;
  }
  const parts = split.map(s => s.slice(start, s.length - end).join("").trim());
  const isOne = split.every(s => start + end >= mostly * s.length) && parts.every(p => p !== "");
  return isOne ? { before: split[0]!.slice(0, start).join(""), after: split[0]!.slice(split[0]!.length - end).join(""), parts } : undefined;
}

/** Findings as a reader is told them: those that are the same but for a word as one, warnings first. */
export function mergeFindings(findings: readonly Finding[]): Merged[] {
  const groups = new Map<string, Finding[]>();
  findings.forEach(f => groups.set(`${f.severity}/${f.code}`, [...(groups.get(`${f.severity}/${f.code}`) ?? []), f]));
  const merged = [...groups.values()].flatMap((same): Merged[] => {
    const { code, severity } = same[0]!;
    const texts = same.map(f => pick(f.message));
    const shared = new Set(texts).size > 1 ? sharedParts(texts) : undefined;
    const lines = [...new Set(same.flatMap(f => f.lines))];
    return shared ? [{ code, severity, lines, message: `${shared.before.trimEnd()} … ${shared.after}`.trim(), parts: shared.parts.map(p => p.replace(/[:;,.]$/, "")) }]
      : new Set(texts).size === 1 ? [{ code, severity, lines, message: texts[0]!, parts: [] }]
      : same.map(f => ({ code, severity, lines: f.lines, message: pick(f.message), parts: [] }));
  });
  return merged.sort((a, b) => Number(b.severity === "warning") - Number(a.severity === "warning"));
}

const namedFirst = 8;

function Lines({ codes, lines, within }: { codes: readonly string[]; lines: readonly Named[]; within: string }) {
  const named = codes.flatMap(code => lines.find(l => l.code === code) ?? []);
  // What is said of all of them says it by itself.
  if (named.length === 0 || (named.length === lines.length && lines.length > 1)) {
    return null;
  }
  const links = (of: readonly Named[]) => of.map((l, i) => <>{i > 0 && ", "}<a key={l.code} href={`#${placeOf(within, l.code)}`}>{pick(l.label)}</a></>);
  return (
    <span class="finding-lines">
      {say("Het gaat om: ", "This is about: ")}{links(named.slice(0, namedFirst))}
      {named.length > namedFirst && <details class="inline-details"><summary>{say(`en nog ${named.length - namedFirst}`, `and ${named.length - namedFirst} more`)}</summary>{links(named.slice(namedFirst))}</details>}
    </span>
  );
}

/** What a reader must know besides the figures: warnings first, each with the lines that it is about. */
export function Findings({ findings, lines, within }: { findings: readonly Finding[]; lines: readonly Named[]; within: string }) {
  if (findings.length === 0) {
    return null;
  }
  const ordered = mergeFindings(findings);
  const item = (finding: Merged, index: number) => (
    <li key={index} class={finding.severity}>
      <span class="finding-kind">{finding.severity === "warning" ? say("Let op", "Note") : finding.code === "annotation" ? say("Aantekening", "Annotation") : say("Goed om te weten", "Also")}</span>
      <div>
        {finding.message}
        {finding.parts.length > 0 && <ul class="finding-parts">{finding.parts.map(p => <li key={p}>{p}</li>)}</ul>}
        <Lines codes={finding.lines} lines={lines} within={within} />
      </div>
    </li>
  );
  return (
    <div class="findings">
      <h3>{say("Let hierop bij het lezen", "About these figures")}</h3>
      <ul>{ordered.slice(0, limit).map(item)}</ul>
      {ordered.length > limit && (
        <details>
          <summary>{say(`Nog ${ordered.length - limit}`, `${ordered.length - limit} more`)}</summary>
          <ul>{ordered.slice(limit).map(item)}</ul>
        </details>
      )}
    </div>
  );
}

// Findings that say how far a line can be relied on, and what the line says of it next to its figure.
const marks: Record<string, Bilingual> = {
  "within-chance": { nl: "kan toeval zijn", en: "may be chance" },
  provisional: { nl: "voorlopig cijfer", en: "provisional figure" },
  stale: { nl: "oud cijfer", en: "old figure" },
  "older-figure": { nl: "cijfer van een eerder jaar", en: "figure of an earlier year" },
  "derived-city": { nl: "stad is berekend", en: "the city is computed" },
};

/** What is uncertain of a line, on the line itself. */
export function Uncertain({ line, findings }: { line: string; findings: readonly Finding[] }) {
  const codes = [...new Set(findings.filter(f => f.lines.includes(line) && marks[f.code]).map(f => f.code))];
  return <>{codes.map(code => <span key={code} class="uncertain">{pick(marks[code]!)}</span>)}</>;
}

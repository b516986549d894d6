import type { Bilingual, Finding, ScorecardLine } from "../api/types";
import { localize, say } from "../text/language";

const maxFindings = 6;

/** The id of a line on the page, which findings link to. */
export const getLineId = (idPrefix: string, line: string): string => `${idPrefix}.${line}`;

type NamedLine = Pick<ScorecardLine, "code" | "label">;

/** Findings that differ in a word or two, such as a theme, merged into one. */
export interface MergedFinding { code: string; severity: Finding["severity"]; lines: string[]; message: string; parts: string[] }

const splitWords = (text: string): string[] => text.split(/(?<=\s)/);

// The share of a sentence that must be the same to merge findings.
const minSharedPart = 0.6;

function findSharedParts(texts: readonly string[]): { before: string; after: string; parts: string[] } | undefined {
  const split = texts.map(splitWords);
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
  const isOne = split.every(s => start + end >= minSharedPart * s.length) && parts.every(p => p !== "");
  return isOne ? { before: split[0]!.slice(0, start).join(""), after: split[0]!.slice(split[0]!.length - end).join(""), parts } : undefined;
}

/** Merges findings that differ in a word or two, and puts warnings first. */
export function mergeFindings(findings: readonly Finding[]): MergedFinding[] {
  const groups = new Map<string, Finding[]>();
  findings.forEach(f => groups.set(`${f.severity}/${f.code}`, [...(groups.get(`${f.severity}/${f.code}`) ?? []), f]));
  const merged = [...groups.values()].flatMap((group): MergedFinding[] => {
    const { code, severity } = group[0]!;
    const texts = group.map(f => localize(f.message));
    const shared = new Set(texts).size > 1 ? findSharedParts(texts) : undefined;
    const lines = [...new Set(group.flatMap(f => f.lines))];
    return shared ? [{ code, severity, lines, message: `${shared.before.trimEnd()} … ${shared.after}`.trim(), parts: shared.parts.map(p => p.replace(/[:;,.]$/, "")) }]
      : new Set(texts).size === 1 ? [{ code, severity, lines, message: texts[0]!, parts: [] }]
      : group.map(f => ({ code, severity, lines: f.lines, message: localize(f.message), parts: [] }));
  });
  return merged.sort((a, b) => Number(b.severity === "warning") - Number(a.severity === "warning"));
}

const maxNamedLines = 8;

function FindingLines({ codes, lines, idPrefix }: { codes: readonly string[]; lines: readonly NamedLine[]; idPrefix: string }) {
  const named = codes.flatMap(code => lines.find(l => l.code === code) ?? []);
  // A finding about all lines needs no list of them.
  if (named.length === 0 || (named.length === lines.length && lines.length > 1)) {
    return null;
  }
  const renderLinks = (linked: readonly NamedLine[]) => linked.map((l, i) => <>{i > 0 && ", "}<a key={l.code} href={`#${getLineId(idPrefix, l.code)}`}>{localize(l.label)}</a></>);
  return (
    <span class="finding-lines">
      {say("Het gaat om: ", "This is about: ")}{renderLinks(named.slice(0, maxNamedLines))}
      {named.length > maxNamedLines && <details class="inline-details"><summary>{say(`en nog ${named.length - maxNamedLines}`, `and ${named.length - maxNamedLines} more`)}</summary>{renderLinks(named.slice(maxNamedLines))}</details>}
    </span>
  );
}

/** The findings of a scorecard: warnings first, each with links to its lines. */
export function Findings({ findings, lines, idPrefix }: { findings: readonly Finding[]; lines: readonly NamedLine[]; idPrefix: string }) {
  if (findings.length === 0) {
    return null;
  }
  const merged = mergeFindings(findings);
  const renderItem = (finding: MergedFinding, index: number) => (
    <li key={index} class={finding.severity}>
      <span class="finding-kind">{finding.severity === "warning" ? say("Let op", "Note") : finding.code === "annotation" ? say("Aantekening", "Annotation") : say("Goed om te weten", "Also")}</span>
      <div>
        {finding.message}
        {finding.parts.length > 0 && <ul class="finding-parts">{finding.parts.map(p => <li key={p}>{p}</li>)}</ul>}
        <FindingLines codes={finding.lines} lines={lines} idPrefix={idPrefix} />
      </div>
    </li>
  );
  return (
    <div class="findings">
      <h3>{say("Let hierop bij het lezen", "About these figures")}</h3>
      <ul>{merged.slice(0, maxFindings).map(renderItem)}</ul>
      {merged.length > maxFindings && (
        <details>
          <summary>{say(`Nog ${merged.length - maxFindings}`, `${merged.length - maxFindings} more`)}</summary>
          <ul>{merged.slice(maxFindings).map(renderItem)}</ul>
        </details>
      )}
    </div>
  );
}

// Findings about the reliability of a line, and the mark next to its figure.
const uncertainties: Record<string, Bilingual> = {
  "within-chance": { nl: "kan toeval zijn", en: "may be chance" },
  provisional: { nl: "voorlopig cijfer", en: "provisional figure" },
  stale: { nl: "oud cijfer", en: "old figure" },
  "older-figure": { nl: "cijfer van een eerder jaar", en: "figure of an earlier year" },
  "derived-city": { nl: "stad is berekend", en: "the city is computed" },
};

/** The marks of the uncertainties of a line. */
export function UncertaintyMarks({ line, findings }: { line: string; findings: readonly Finding[] }) {
  const codes = [...new Set(findings.filter(f => f.lines.includes(line) && uncertainties[f.code]).map(f => f.code))];
  return <>{codes.map(code => <span key={code} class="uncertain">{localize(uncertainties[code]!)}</span>)}</>;
}

import type { Kinds } from "../../api/kinds";
import { findKind } from "../../api/kinds";
import type { Subject } from "../../api/types";
import { getSubjectPath } from "../../router";
import { describeLateness, formatDays } from "../../text/deadlines";
import { formatDay } from "../../text/format";
import { localize, say } from "../../text/language";
import { getWord } from "../../text/vocabulary";
import { DataTable, type Column } from "../../parts/table";

/** Programmes and projects with their state, how late they are against which promise, the next deadline, and who has to decide what. */
export function SubjectTable({ subjects, kinds, caption, fileName, getName }: { subjects: readonly Subject[]; kinds: Kinds; caption: string; fileName: string; getName?: (municipality: string) => string }) {
  const columns: Column<Subject>[] = [
    { key: "title", header: say("Programma of project", "Programme or project"), cell: s => <a href={getSubjectPath(s.area, s.period, s.subject, s.kind)}>{s.title}</a>, value: s => s.title },
    { key: "state", header: say("Stand", "State"), cell: s => <span class={`subject-state ${s.state}`}>{getWord("subjectStates", s.state)}</span>, value: s => getWord("subjectStates", s.state) },
    { key: "late", header: say("Te laat", "Late"), cell: s => s.late && <>{localize(s.late.label)}: {describeLateness(s.late)}</>, value: s => s.late?.daysLate },
    { key: "next", header: say("Volgende termijn", "Next deadline"), cell: s => s.next && <>{localize(s.next.label)}: {formatDays(s.next.date, s.next.until)}</>, value: s => s.next?.date },
    { key: "decision", header: say("Wie moet wat besluiten", "Who has to decide what"), cell: s => s.decision && <>{s.decision.party && <>{localize(s.decision.party)}: </>}{localize(s.decision.label)} ({formatDays(s.decision.date, s.decision.until)})</>, value: s => s.decision && [s.decision.party && localize(s.decision.party), localize(s.decision.label), s.decision.date].filter(Boolean).join(", ") },
    { key: "kind", header: say("Soort", "Kind"), cell: s => localize(findKind(kinds, s.kind).title), value: s => localize(findKind(kinds, s.kind).title) },
    ...(getName ? [{ key: "municipality", header: say("Gemeente", "Municipality"), cell: (s: Subject) => (s.members ?? [s.municipality]).map(getName).join(", "), value: (s: Subject) => (s.members ?? [s.municipality]).map(getName).join(", ") }] : []),
    { key: "asOf", header: say("Bekend tot en met", "Known up to"), cell: s => (s.asOf ? formatDay(s.asOf) : s.period), value: s => s.asOf ?? s.period },
  ];
  return <DataTable caption={caption} columns={columns} rows={subjects} rowKey={s => `${s.municipality}/${s.kind}/${s.subject}`} fileName={fileName} stackedBy="state" />;
}

import { getAll } from "../../api/http";
import { compareKinds, findKind, loadKinds } from "../../api/kinds";
import { useLoad } from "../../api/load";
import { getSubjectsAddress, loadSubjects } from "../../api/subjects";
import type { Municipality, Subject } from "../../api/types";
import { DownloadLink } from "../../parts/csv";
import { SourceNote } from "../../parts/source";
import { EmptyState, LoadableView, UnknownChoice } from "../../parts/states";
import { SubjectTable } from "./table";
import { Title } from "../../parts/title";
import { pushChoices } from "../../router";
import { compareText } from "../../text/format";
import { localize, say } from "../../text/language";
import { getWord } from "../../text/vocabulary";

/** The list of programmes and projects, with what the reader may choose from. */
export function ProgrammesView({ query }: { query: URLSearchParams }) {
  const loaded = useLoad(async signal => {
    const [subjects, kinds, municipalities] = await Promise.all([loadSubjects({}, signal), loadKinds(signal), getAll<Municipality>("/municipalities?sort=name", signal)]);
    return { subjects, kinds, names: new Map(municipalities.map(m => [m.code, m.name])) };
  }, []);
  return (
    <>
      <Title below={<p class="lead">{say("Wat loopt er, wat is te laat ten opzichte van welke belofte, en wie moet wat besluiten.", "What is under way, what is late against which promise, and who has to decide what.")}</p>}>
        {say("Programma's en projecten", "Programmes and projects")}
      </Title>
      <LoadableView source={loaded} name={say("programma's en projecten", "programmes and projects")}>
        {({ subjects, kinds, names }) => {
          const getName = (code: string): string => names.get(code) ?? code;
          const regions = subjects.filter(s => s.scope === "region");
          const choices = {
            gemeente: selectChoice(query, "gemeente", subjects.flatMap(s => s.members ?? [s.municipality])),
            regio: selectChoice(query, "regio", regions.map(s => s.subject)),
            soort: selectChoice(query, "soort", subjects.map(s => s.kind)),
            stand: selectChoice(query, "stand", subjects.map(s => s.state)),
          };
          const shown = subjects.filter(s => isChosen(s, choices, regions));
          const apiChoice = { municipality: choices.gemeente, region: choices.regio, kind: choices.soort, state: choices.stand };
          return subjects.length === 0 ? <EmptyState title={say("Er is geen programma of project dat u mag zien", "There is no programme or project that you may see")} /> : (
            <>
              <form class="choices" onSubmit={e => e.preventDefault()}>
                <Choice name="gemeente" label={say("Gemeente", "Municipality")} chosen={choices.gemeente} options={listOptions(subjects.flatMap(s => s.members ?? [s.municipality]), getName)} />
                {regions.length > 0 && <Choice name="regio" label={say("Regio", "Region")} chosen={choices.regio} options={listOptions(regions.map(s => s.subject), code => regions.find(s => s.subject === code)!.title)} />}
                <Choice name="soort" label={say("Soort", "Kind")} chosen={choices.soort} options={[...new Set(subjects.map(s => s.kind))].map(name => findKind(kinds, name)).sort(compareKinds).map(k => ({ value: k.name, label: localize(k.title) }))} />
                <Choice name="stand" label={say("Stand", "State")} chosen={choices.stand} options={listOptions(subjects.map(s => s.state), state => getWord("subjectStates", state))} />
              </form>
              <UnknownChoice query={query} actual={Object.fromEntries(Object.entries(choices).map(([name, value]) => [name, value ?? ""]))} />
              {shown.length === 0 ? <EmptyState title={say("Hier past niets bij", "Nothing fits this")} /> : <SubjectTable subjects={shown} kinds={kinds} getName={getName} caption={say("Programma's en projecten, op termijn", "Programmes and projects, by deadline")} fileName={say("programmas", "programmes")} />}
              <p class="links"><a href="/rekenvoorbeelden">{say("Reken uit wat het voor een huishouden betekent", "Work out what it means for a household")}</a><DownloadLink path={getSubjectsAddress(apiChoice, "csv")} name={say("programmas-api.csv", "programmes-api.csv")}>{say("Alle velden als CSV", "All fields as CSV")}</DownloadLink></p>
              <SourceNote sources={[say("de nieuwste scorekaart van elk programma en project", "the newest scorecard of each programme and project")]} />
            </>
          );
        }}
      </LoadableView>
    </>
  );
}

interface Choices { gemeente: string | undefined; regio: string | undefined; soort: string | undefined; stand: string | undefined }

const selectChoice = (query: URLSearchParams, name: string, known: readonly string[]): string | undefined => known.find(value => value === query.get(name));

/** Whether a programme fits the choices: a region has its own programmes and those of its municipalities. */
function isChosen(subject: Subject, { gemeente, regio, soort, stand }: Choices, regions: readonly Subject[]): boolean {
  const members = new Set(regions.filter(s => s.subject === regio).flatMap(s => s.members ?? []));
  return (!gemeente || subject.municipality === gemeente || subject.members?.includes(gemeente) === true)
    && (!regio || (subject.scope === "region" ? subject.subject === regio : members.has(subject.municipality)))
    && (!soort || subject.kind === soort)
    && (!stand || subject.state === stand);
}

interface Option { value: string; label: string }

const listOptions = (values: readonly string[], getLabel: (value: string) => string): Option[] =>
  [...new Set(values)].map(value => ({ value, label: getLabel(value) })).sort((a, b) => compareText(a.label, b.label));

function Choice({ name, label, chosen, options }: { name: string; label: string; chosen: string | undefined; options: readonly Option[] }) {
  return (
    <label>{label}
      <select value={chosen ?? ""} onChange={e => pushChoices({ [name]: e.currentTarget.value || undefined })}>
        <option value="">{say("alle", "all")}</option>
        {options.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
    </label>
  );
}

import type { Kinds } from "../../api/kinds";
import { loadKinds } from "../../api/kinds";
import { useLoad } from "../../api/load";
import { loadSubjects, type SubjectChoice } from "../../api/subjects";
import { FailedState } from "../../parts/states";
import { SubjectTable } from "./table";
import { getProgrammesPath } from "../../router";
import { say } from "../../text/language";

/** The programmes and projects of an area or municipality; nothing where there are none. */
export function ProgrammesSection({ choice, kinds, name }: { choice: SubjectChoice; kinds?: Kinds; name: string }) {
  const loaded = useLoad(async signal => {
    const subjects = await loadSubjects(choice, signal);
    return { subjects, kinds: kinds ?? (subjects.length > 0 ? await loadKinds(signal) : new Map()) };
  }, [choice.municipality, choice.area]);
  if (loaded.state === "failed") {
    return <FailedState problem={loaded.problem} retry={loaded.retry} />;
  }
  return loaded.state !== "ready" || loaded.value.subjects.length === 0 ? null : (
    <section aria-labelledby="programmes-head">
      <h2 id="programmes-head">{say("Programma's en projecten", "Programmes and projects")}</h2>
      <SubjectTable subjects={loaded.value.subjects} kinds={loaded.value.kinds} caption={say(`Programma's en projecten van ${name}, op termijn`, `Programmes and projects of ${name}, by deadline`)} fileName={say("programmas", "programmes")} />
      {choice.municipality && <p class="links"><a href={getProgrammesPath({ gemeente: choice.municipality })}>{say("Op een eigen bladzijde", "On a page of their own")}</a></p>}
    </section>
  );
}

import { findKind, loadKinds } from "../../api/kinds";
import { useLoad } from "../../api/load";
import { getAlertsAddress, loadAlerts } from "../../api/subjects";
import type { Alert, AlertRole } from "../../api/types";
import { DownloadLink } from "../../parts/csv";
import { EmptyState, LoadableView } from "../../parts/states";
import { getProgrammesPath, getSubjectPath, pushChoices } from "../../router";
import { describeLateness, formatDays } from "../../text/deadlines";
import { formatDay } from "../../text/format";
import { getLanguage, localize, say } from "../../text/language";
import { getWord } from "../../text/vocabulary";

const roles: readonly AlertRole[] = ["controller", "programme-manager", "area-manager", "board"];
const maxAlerts = 10;
// A calendar looks further ahead than the page.
const daysInCalendar = "366";

/** The alerts about programmes and projects for a role, by deadline, with the same as a file and as a calendar. */
export function Alerts({ query }: { query: URLSearchParams }) {
  const role = roles.find(known => known === query.get("rol"));
  const isWhole = query.get("meldingen") === "alle";
  const loaded = useLoad(async signal => {
    const [alerts, kinds] = await Promise.all([loadAlerts(role, signal), loadKinds(signal)]);
    return { alerts, kinds };
  }, [role]);
  return (
    <section aria-labelledby="home-alerts">
      <h2 id="home-alerts">{say("Wat aandacht vraagt", "What asks for attention")}</h2>
      <div class="segments" role="group" aria-label={say("Voor wie", "For whom")}>
        <button type="button" aria-pressed={role === undefined} onClick={() => pushChoices({ rol: undefined })}>{say("iedereen", "everybody")}</button>
        {roles.map(known => <button key={known} type="button" aria-pressed={known === role} onClick={() => pushChoices({ rol: known })}>{getWord("alertRoles", known)}</button>)}
      </div>
      <p class="print-only">{say("Voor wie", "For whom")}: {role ? getWord("alertRoles", role) : say("iedereen", "everybody")}</p>
      <LoadableView source={loaded} name={say("meldingen", "alerts")}>
        {({ alerts, kinds }) => alerts.length === 0 ? <EmptyState title={say("Er zijn geen meldingen", "There are no alerts")}><p>{say("In wat u mag zien, voor deze keuze, met termijnen tot en met 31 dagen vooruit.", "In what you may see, for this choice, with deadlines up to 31 days ahead.")}</p></EmptyState> : (
          <>
            <ul class="rows">{(isWhole ? alerts : alerts.slice(0, maxAlerts)).map(alert => <AlertRow key={alert.id} alert={alert} kindTitle={localize(findKind(kinds, alert.kind).title)} />)}</ul>
            {!isWhole && alerts.length > maxAlerts && <p class="more-rows"><button type="button" class="secondary" onClick={() => pushChoices({ meldingen: "alle" })}>{say(`Toon alle ${alerts.length}`, `Show all ${alerts.length}`)}</button><span class="print-only">{say(`De andere ${alerts.length - maxAlerts} worden niet afgedrukt.`, `The other ${alerts.length - maxAlerts} are not printed.`)}</span></p>}
            <p class="links">
              <DownloadLink path={getAlertsAddress({ role, format: "csv" })} name={say("meldingen.csv", "alerts.csv")}>{say("Als CSV", "As CSV")}</DownloadLink>
              <DownloadLink path={getAlertsAddress({ role, within: daysInCalendar, language: getLanguage(), format: "ics" })} name={say("meldingen.ics", "alerts.ics")}>{say("In uw agenda (iCalendar)", "In your calendar (iCalendar)")}</DownloadLink>
              <a href={getProgrammesPath()}>{say("Alle programma's en projecten", "All programmes and projects")}</a>
            </p>
          </>
        )}
      </LoadableView>
    </section>
  );
}

function AlertRow({ alert, kindTitle }: { alert: Alert; kindTitle: string }) {
  const { deadline } = alert;
  return (
    <li>
      <span>
        <a href={getSubjectPath(alert.area, alert.period, alert.subject, alert.kind)}>{alert.title}{deadline && <>: {localize(deadline.label)}</>}</a>
        <span class="row-detail muted">{localize(alert.message)}{deadline?.party && <> {deadline.isDecision ? say("Besluit: ", "Decision: ") : say("Aan zet: ", "Next to act: ")}{localize(deadline.party)}.</>}</span>
        <span class="row-detail muted">{kindTitle}{alert.asOf && <>, {say("bekend tot en met", "known up to")} {formatDay(alert.asOf)}</>}</span>
      </span>
      <span class={`subject-state ${alert.type === "overdue" || deadline?.daysLate !== undefined ? "late" : alert.type === "finding" ? "attention" : "planned"}`}>{getWord("alertTypes", deadline?.daysLate !== undefined ? "overdue" : alert.type)}</span>
      <span class="muted">{deadline && (deadline.daysLate === undefined ? formatDays(deadline.date, deadline.until) : describeLateness(deadline))}</span>
    </li>
  );
}

import { getDatasetTitle } from "../../text/datasets";
import { getAll } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Dataset, Delivery, MortgageItem, Municipality } from "../../api/types";
import { useEffect } from "preact/hooks";
import { CsvButton } from "../../parts/csv";
import { isPending, PendingNotice, publishDeliveries, formatPendingCount } from "../../parts/pending";
import { SourceNote } from "../../parts/source";
import { EmptyState, LoadableView } from "../../parts/states";
import { Title } from "../../parts/title";
import { getDeliveryPath, getMortgagePath, getMunicipalityPath } from "../../router";
import { formatDay, formatEuros, formatNumber, formatShortMoment } from "../../text/format";
import { localize, say } from "../../text/language";
import { getDeliveryStateName } from "../../text/terms";
import { Alerts } from "./alerts";

const maxDeliveries = 6;

export function HomeView({ query }: { query: URLSearchParams }) {
  const municipalities = useLoad(signal => getAll<Municipality>("/municipalities?sort=name", signal), []);
  const mortgages = useLoad(signal => getAll<MortgageItem>("/social-mortgages", signal), []);
  const loaded = useLoad(async signal => {
    const [items, datasets] = await Promise.all([getAll<Delivery>("/deliveries", signal), getAll<Dataset>("/datasets", signal)]);
    return { items, datasets };
  }, []);
  const deliveries = loaded.state === "ready" ? { ...loaded, value: loaded.value.items } : loaded;
  useEffect(() => {
    if (deliveries.state === "ready") {
      publishDeliveries(deliveries.value);
    }
  }, [loaded]);
  return (
    <>
      <Title below={<p class="lead">{say("Hoe het gaat met een buurt, waar elk cijfer vandaan komt, en wat er samen is afgesproken.", "How a neighbourhood is doing, where each figure comes from, and what was agreed together.")}</p>}>
        {say("Uw buurten", "Your neighbourhoods")}
      </Title>
      {deliveries.state === "ready" && <PendingNotice deliveries={deliveries.value} />}
      <Alerts query={query} />
      <section aria-labelledby="home-municipalities">
        <h2 id="home-municipalities">{say("Gemeenten", "Municipalities")}</h2>
        <LoadableView source={municipalities} name={say("gemeenten", "municipalities")}>
          {items => items.length === 0 ? (
            <EmptyState title={say("Er zijn nog geen gebieden", "There are no areas yet")}>
              <p>{say("Zodra het eerste bestand met gebieden is verwerkt, staan de gemeenten hier. ", "As soon as the first file with areas is processed, the municipalities are shown here. ")}<a href="/gegevens">{say("Naar de gegevens", "To the data")}</a></p>
            </EmptyState>
          ) : (
            <>
              <ul class="cards">
                {items.map(item => (
                  <li key={item.code}>
                    <a class="card" href={getMunicipalityPath(item.code)}>
                      <span class="card-title">{item.name}</span>
                      <span class="muted">{item.code} · {formatNumber(item.areas)} {item.areas === 1 ? say("gebied", "area") : say("gebieden", "areas")}</span>
                      {deliveries.state === "ready" && <MunicipalityUpdates deliveries={deliveries.value.filter(d => d.municipalities.includes(item.code))} />}
                    </a>
                  </li>
                ))}
              </ul>
              <p class="links"><CsvButton name={say("gemeenten", "municipalities")} header={[say("Code", "Code"), say("Naam", "Name"), say("Gebieden", "Areas")]} rows={() => items.map(i => [i.code, i.name, i.areas])} /></p>
            </>
          )}
        </LoadableView>
      </section>
      <section aria-labelledby="home-mortgages">
        <h2 id="home-mortgages">{say("Sociale hypotheken", "Social mortgages")}</h2>
        <LoadableView source={mortgages} name={say("sociale hypotheken", "social mortgages")} isOptional>
          {items => items.length === 0 ? <EmptyState title={say("Er is nog geen contract aangeleverd", "No contract has been delivered yet")} /> : (
            <ul class="cards">{items.map(item => <li key={item.id}><MortgageCard item={item} /></li>)}</ul>
          )}
        </LoadableView>
      </section>
      <section aria-labelledby="home-deliveries">
        <h2 id="home-deliveries">{say("Laatst aangeleverd", "Delivered last")}</h2>
        <LoadableView source={loaded} name={say("leveringen", "deliveries")} isOptional>
          {({ items, datasets }) => (
            items.length === 0 ? <EmptyState title={say("Er is nog niets aangeleverd", "Nothing has been delivered yet")} /> : (
                <ul class="rows">
                  {items.slice(0, maxDeliveries).map(item => (
                    <li key={item.id}>
                      <a href={getDeliveryPath(item.id)}>{getDatasetTitle(datasets, item.dataset)} <span class="row-detail muted">{item.dataset}/{item.file}</span></a>
                      <span class={`delivery-state ${item.state}`}>{getDeliveryStateName(item.state, item.quarantined)}</span>
                      <span class="muted">{formatShortMoment(item.receivedAt)}</span>
                    </li>
                  ))}
                </ul>
              )
          )}
        </LoadableView>
      </section>
      <SourceNote
        sources={[say("het register van gebieden, de contracten en de leveringen", "the register of areas, the contracts and the deliveries")]}
        updatedAt={deliveries.state === "ready" ? deliveries.value.map(i => i.completedAt ?? i.receivedAt).sort().at(-1) : undefined}
      >
        <div><dt>{say("Gebiedsindeling", "Boundaries of")}</dt><dd>{say("staat bij elk cijfer", "given with each figure")}</dd></div>
      </SourceNote>
    </>
  );
}

/** The last update of a municipality and its number of pending deliveries. */
function MunicipalityUpdates({ deliveries }: { deliveries: readonly Delivery[] }) {
  const last = deliveries.filter(d => d.state === "served" && d.storedAt).sort((a, b) => b.storedAt!.localeCompare(a.storedAt!))[0];
  const pendingCount = deliveries.filter(isPending).length;
  return (
    <>
      {last && <span class="muted">{say(`Laatst bijgewerkt op ${formatDay(last.storedAt!)}`, `Last updated on ${formatDay(last.storedAt!)}`)}</span>}
      {pendingCount > 0 && <span class="attention">{formatPendingCount(pendingCount)}</span>}
    </>
  );
}

export function MortgageCard({ item }: { item: MortgageItem }) {
  return (
    <a class="card" href={getMortgagePath(item.id)}>
      <span class="card-title">{localize(item.title)}</span>
      <span class="muted">{formatEuros(item.principal)} · {item.firstYear}–{item.lastYear}</span>
    </a>
  );
}

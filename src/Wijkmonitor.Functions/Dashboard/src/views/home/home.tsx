import { titleOf } from "../../text/datasets";
import { getAll } from "../../api/http";
import { useLoad } from "../../api/load";
import type { Dataset, Delivery, MortgageItem, Municipality } from "../../api/types";
import { useEffect } from "preact/hooks";
import { CsvButton } from "../../parts/csv";
import { isPending, Pending, tellDeliveries, waitingWords } from "../../parts/pending";
import { SourceNote } from "../../parts/source";
import { Empty, Show } from "../../parts/states";
import { Title } from "../../parts/title";
import { toDelivery, toMortgage, toMunicipality } from "../../router";
import { day, euro, number, shortMoment } from "../../text/format";
import { pick, say } from "../../text/language";
import { deliveryState } from "../../text/terms";

const newest = 6;

export function HomeView() {
  const municipalities = useLoad(signal => getAll<Municipality>("/municipalities?sort=name", signal), []);
  const mortgages = useLoad(signal => getAll<MortgageItem>("/social-mortgages", signal), []);
  const delivered = useLoad(async signal => {
    const [items, datasets] = await Promise.all([getAll<Delivery>("/deliveries", signal), getAll<Dataset>("/datasets", signal)]);
    return { items, datasets };
  }, []);
  const deliveries = delivered.state === "ready" ? { ...delivered, value: delivered.value.items } : delivered;
  useEffect(() => {
    if (deliveries.state === "ready") {
      tellDeliveries(deliveries.value);
    }
  }, [delivered]);
  return (
    <>
      <Title below={<p class="lead">{say("Hoe het gaat met een buurt, waar elk cijfer vandaan komt, en wat er samen is afgesproken.", "How a neighbourhood is doing, where each figure comes from, and what was agreed together.")}</p>}>
        {say("Uw buurten", "Your neighbourhoods")}
      </Title>
      {deliveries.state === "ready" && <Pending deliveries={deliveries.value} />}
      <section aria-labelledby="home-municipalities">
        <h2 id="home-municipalities">{say("Gemeenten", "Municipalities")}</h2>
        <Show of={municipalities} what={say("gemeenten", "municipalities")}>
          {items => items.length === 0 ? (
            <Empty title={say("Er zijn nog geen gebieden", "There are no areas yet")}>
              <p>{say("Zodra het eerste bestand met gebieden is verwerkt, staan de gemeenten hier. ", "As soon as the first file with areas is served, municipalities are here. ")}<a href="/gegevens">{say("Naar de gegevens", "To the data")}</a></p>
            </Empty>
          ) : (
            <>
              <ul class="cards">
                {items.map(item => (
                  <li key={item.code}>
                    <a class="card" href={toMunicipality(item.code)}>
                      <span class="card-title">{item.name}</span>
                      <span class="muted">{item.code} · {number(item.areas)} {item.areas === 1 ? say("gebied", "area") : say("gebieden", "areas")}</span>
                      {deliveries.state === "ready" && <News deliveries={deliveries.value.filter(d => d.municipalities.includes(item.code))} />}
                    </a>
                  </li>
                ))}
              </ul>
              <p class="links"><CsvButton name={say("gemeenten", "municipalities")} head={[say("Code", "Code"), say("Naam", "Name"), say("Gebieden", "Areas")]} rows={() => items.map(i => [i.code, i.name, i.areas])} /></p>
            </>
          )}
        </Show>
      </section>
      <section aria-labelledby="home-mortgages">
        <h2 id="home-mortgages">{say("Sociale hypotheken", "Social mortgages")}</h2>
        <Show of={mortgages} what={say("sociale hypotheken", "social mortgages")} besides>
          {items => items.length === 0 ? <Empty title={say("Er is nog geen contract aangeleverd", "No contract was delivered yet")} /> : (
            <ul class="cards">{items.map(item => <li key={item.id}><MortgageCard item={item} /></li>)}</ul>
          )}
        </Show>
      </section>
      <section aria-labelledby="home-deliveries">
        <h2 id="home-deliveries">{say("Laatst aangeleverd", "Delivered last")}</h2>
        <Show of={delivered} what={say("leveringen", "deliveries")} besides>
          {({ items, datasets }) => (
            items.length === 0 ? <Empty title={say("Er is nog niets aangeleverd", "Nothing was delivered yet")} /> : (
                <ul class="rows">
                  {items.slice(0, newest).map(item => (
                    <li key={item.id}>
                      <a href={toDelivery(item.id)}>{titleOf(datasets, item.dataset)} <span class="status-more muted">{item.dataset}/{item.file}</span></a>
                      <span class={`delivery-state ${item.state}`}>{deliveryState(item.state, item.quarantined)}</span>
                      <span class="muted">{shortMoment(item.receivedAt)}</span>
                    </li>
                  ))}
                </ul>
              )
          )}
        </Show>
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

/** How fresh a municipality is, and what of it waits. */
function News({ deliveries }: { deliveries: readonly Delivery[] }) {
  const last = deliveries.filter(d => d.state === "served" && d.storedAt).sort((a, b) => b.storedAt!.localeCompare(a.storedAt!))[0];
  const waits = deliveries.filter(isPending).length;
  return (
    <>
      {last && <span class="muted">{say(`Laatst bijgewerkt op ${day(last.storedAt!)}`, `Last updated on ${day(last.storedAt!)}`)}</span>}
      {waits > 0 && <span class="asks">{waitingWords(waits)}</span>}
    </>
  );
}

export function MortgageCard({ item }: { item: MortgageItem }) {
  return (
    <a class="card" href={toMortgage(item.id)}>
      <span class="card-title">{pick(item.title)}</span>
      <span class="muted">{euro(item.principal)} · {item.firstYear}–{item.lastYear}</span>
    </a>
  );
}

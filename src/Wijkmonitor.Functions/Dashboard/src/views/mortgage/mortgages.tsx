import { getAll } from "../../api/http";
import { useLoad } from "../../api/load";
import type { MortgageItem } from "../../api/types";
import { CsvButton } from "../../parts/csv";
import { SourceNote } from "../../parts/source";
import { EmptyState, LoadableView } from "../../parts/states";
import { Title } from "../../parts/title";
import { localize, say } from "../../text/language";
import { MortgageCard } from "../home/home";

export function MortgagesView() {
  const mortgages = useLoad(signal => getAll<MortgageItem>("/social-mortgages", signal), []);
  return (
    <>
      <Title below={<p class="lead">{say("Een gemeente leent geld voor een huis van de buurt. De buurt lost af door zelf beter te worden.", "A municipality lends money for a neighbourhood's house. The neighbourhood repays by doing better.")}</p>}>
        {say("Sociale hypotheken", "Social mortgages")}
      </Title>
      <LoadableView source={mortgages} name={say("sociale hypotheken", "social mortgages")}>
        {items => items.length === 0 ? (
          <EmptyState title={say("Er is nog geen contract aangeleverd", "No contract has been delivered yet")}>
            <p>{say("Een contract komt als bestand in de dataset 'Contracten van sociale hypotheken'. ", "A contract comes as a file of the dataset 'Contracts of social mortgages'. ")}<a href="/gegevens">{say("Naar de gegevens", "To the data")}</a></p>
          </EmptyState>
        ) : (
          <>
            <ul class="cards">{items.map(item => <li key={item.id}><MortgageCard item={item} /></li>)}</ul>
            <p class="links">
              <CsvButton
                name={say("sociale-hypotheken", "social-mortgages")} header={[say("Contract", "Contract"), say("Naam", "Name"), say("Gebied", "Area"), say("Hoofdsom (euro)", "Principal (euros)"), say("Eerste jaar", "First year"), say("Laatste jaar", "Last year")]}
                rows={() => items.map(i => [i.id, localize(i.title), i.area, i.principal, i.firstYear, i.lastYear])}
              />
            </p>
            <SourceNote sources={items.map(i => say(`contract ${i.id}, versie ${i.version}`, `contract ${i.id}, version ${i.version}`))} />
          </>
        )}
      </LoadableView>
    </>
  );
}

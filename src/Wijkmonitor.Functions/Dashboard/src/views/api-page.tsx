import { getAll } from "../api/http";
import { useLoad } from "../api/load";
import type { Municipality } from "../api/types";
import { ScrollBox } from "../parts/table";
import { Title } from "../parts/title";
import { localize, say } from "../text/language";
import type { Bilingual } from "../api/types";

const basePath = "/api/v1";

/** An address of the API; `{code}` is replaced by the code of a municipality. */
interface Address { path: string; description: Bilingual; formats: readonly string[]; isLimited?: boolean }

const addresses: readonly Address[] = [
  { path: "/municipalities", description: { nl: "De gemeenten", en: "The municipalities" }, formats: ["json", "csv"] },
  { path: "/municipalities/{code}/areas", description: { nl: "De gebieden van een gemeente", en: "The areas of a municipality" }, formats: ["json", "csv"] },
  { path: "/municipalities/{code}/boundaries", description: { nl: "De grenzen van die gebieden, voor een kaart", en: "The boundaries of those areas, for a map" }, formats: ["json"] },
  { path: "/areas/{code}/observations", description: { nl: "De cijfers van een gebied, met bestand en regel", en: "The figures of an area, with file and line" }, formats: ["json", "csv", "json-stat"] },
  { path: "/areas/{code}/scorecards", description: { nl: "De scorekaarten van een gebied", en: "The scorecards of an area" }, formats: ["json", "csv"] },
  { path: "/indicators", description: { nl: "Wat er wordt gemeten", en: "What is measured" }, formats: ["json", "csv"] },
  { path: "/scorecard-kinds", description: { nl: "De soorten scorekaarten en wat hun kleuren betekenen", en: "The kinds of scorecards and what their colours mean" }, formats: ["json"] },
  { path: "/datasets", description: { nl: "Wat datateams aanleveren, en in welke vorm", en: "What data teams deliver, and in which form" }, formats: ["json", "csv"] },
  { path: "/social-mortgages", description: { nl: "De sociale hypotheken", en: "The social mortgages" }, formats: ["json", "csv"], isLimited: true },
  { path: "/deliveries", description: { nl: "De leveringen", en: "The deliveries" }, formats: ["json", "csv"], isLimited: true },
  { path: "/health", description: { nl: "Of de monitor werkt", en: "Whether the monitor works" }, formats: ["json"] },
];

const getFormatName = (format: string): string => ({ json: "JSON", csv: "CSV", "json-stat": "JSON-stat" })[format] ?? format;

/** The figures as an API, for programs and spreadsheets. */
export function ApiPage() {
  const municipalities = useLoad(signal => getAll<Municipality>("/municipalities", signal), []);
  const code = municipalities.state === "ready" ? municipalities.value[0]?.code : undefined;
  const getLink = ({ path }: Address, format: string): string | undefined =>
    path.includes("{code}") && !code ? undefined : `${basePath}${path.replace("{code}", code ?? "")}${format === "json" ? "" : `?format=${format}`}`;
  return (
    <>
      <Title below={<p class="lead">{say("Alles wat u hier ziet, kunt u ook ophalen met een eigen programma of openen in een rekenblad.", "You can fetch everything you see here with a program of your own, or open it in a spreadsheet.")}</p>}>
        {say("De cijfers als API", "The figures as an API")}
      </Title>
      <ScrollBox label={say("Adressen van de API", "Addresses of the API")} className="stacked">
        <table>
          <caption>{say("Adressen", "Addresses")}</caption>
          <thead><tr><th scope="col">{say("Wat", "What")}</th><th scope="col">{say("Adres", "Address")}</th><th scope="col">{say("Bekijk als", "See as")}</th></tr></thead>
          <tbody>
            {addresses.map(address => (
              <tr key={address.path}>
                <th scope="row">{localize(address.description)}{address.isLimited && <span class="row-detail muted">{say("alleen voor wie erbij hoort", "only for those who are part of it")}</span>}</th>
                <td data-header={say("Adres", "Address")}><span class="code">{basePath}{address.path}</span></td>
                <td class="formats" data-header={say("Bekijk als", "See as")}>{address.formats.map((format, i) => <>{i > 0 && " "}{getLink(address, format) ? <a key={format} href={getLink(address, format)}>{getFormatName(format)}</a> : getFormatName(format)}</>)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p>{say("In een adres staat {code} voor de code van een gemeente of gebied, zoals GM0153. Wat geen waarde heeft, ontbreekt; het is nooit nul.", "In an address {code} stands for the code of a municipality or area, such as GM0153. What has no value is left out; it is never zero.")}</p>
      <p>{say("De volledige beschrijving voor programmeurs (OpenAPI, in het Engels): ", "The whole description for programmers (OpenAPI): ")}<a href={`${basePath}/openapi.json`}>JSON</a>, <a href={`${basePath}/openapi.yaml`}>YAML</a>.</p>
    </>
  );
}

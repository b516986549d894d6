import { getAll } from "../api/http";
import { useLoad } from "../api/load";
import type { Municipality } from "../api/types";
import { Scroll } from "../parts/table";
import { Title } from "../parts/title";
import { pick, say } from "../text/language";
import type { Bilingual } from "../api/types";

const root = "/api/v1";

/** An address of the API: `{code}` stands for a municipality. */
interface Address { path: string; what: Bilingual; formats: readonly string[]; isLimited?: boolean }

const addresses: readonly Address[] = [
  { path: "/municipalities", what: { nl: "De gemeenten", en: "The municipalities" }, formats: ["json", "csv"] },
  { path: "/municipalities/{code}/areas", what: { nl: "De gebieden van een gemeente", en: "The areas of a municipality" }, formats: ["json", "csv"] },
  { path: "/municipalities/{code}/boundaries", what: { nl: "De grenzen van die gebieden, voor een kaart", en: "The boundaries of those areas, for a map" }, formats: ["json"] },
  { path: "/areas/{code}/observations", what: { nl: "De cijfers van een gebied, met bestand en regel", en: "The figures of an area, with file and line" }, formats: ["json", "csv", "json-stat"] },
  { path: "/areas/{code}/scorecards", what: { nl: "De scorekaarten van een gebied", en: "The scorecards of an area" }, formats: ["json", "csv"] },
  { path: "/indicators", what: { nl: "Wat er wordt gemeten", en: "What is measured" }, formats: ["json", "csv"] },
  { path: "/scorecard-kinds", what: { nl: "De soorten scorekaarten en wat hun kleuren betekenen", en: "The kinds of scorecards and what their colours mean" }, formats: ["json"] },
  { path: "/datasets", what: { nl: "Wat datateams aanleveren, en in welke vorm", en: "What data teams deliver, and in which form" }, formats: ["json", "csv"] },
  { path: "/social-mortgages", what: { nl: "De sociale hypotheken", en: "The social mortgages" }, formats: ["json", "csv"], isLimited: true },
  { path: "/deliveries", what: { nl: "De leveringen", en: "The deliveries" }, formats: ["json", "csv"], isLimited: true },
  { path: "/health", what: { nl: "Of de monitor werkt", en: "Whether the monitor works" }, formats: ["json"] },
];

const formatName = (format: string): string => ({ json: "JSON", csv: "CSV", "json-stat": "JSON-stat" })[format] ?? format;

/** What the figures can be had as, for who has a program or a spreadsheet of their own. */
export function ApiPage() {
  const municipalities = useLoad(signal => getAll<Municipality>("/municipalities", signal), []);
  const code = municipalities.state === "ready" ? municipalities.value[0]?.code : undefined;
  const link = ({ path }: Address, format: string): string | undefined =>
    path.includes("{code}") && !code ? undefined : `${root}${path.replace("{code}", code ?? "")}${format === "json" ? "" : `?format=${format}`}`;
  return (
    <>
      <Title below={<p class="lead">{say("Alles wat u hier ziet, kunt u ook ophalen met een eigen programma of openen in een rekenblad.", "All that you see here can be fetched by a program of your own or opened in a spreadsheet.")}</p>}>
        {say("De cijfers als API", "The figures as an API")}
      </Title>
      <Scroll label={say("Adressen van de API", "Addresses of the API")}>
        <table>
          <caption>{say("Adressen", "Addresses")}</caption>
          <thead><tr><th scope="col">{say("Wat", "What")}</th><th scope="col">{say("Adres", "Address")}</th><th scope="col">{say("Bekijk als", "See as")}</th></tr></thead>
          <tbody>
            {addresses.map(address => (
              <tr key={address.path}>
                <th scope="row">{pick(address.what)}{address.isLimited && <span class="status-more muted">{say("alleen voor wie erbij hoort", "only for those who are part of it")}</span>}</th>
                <td><span class="code">{root}{address.path}</span></td>
                <td class="formats">{address.formats.map((format, i) => <>{i > 0 && " "}{link(address, format) ? <a key={format} href={link(address, format)}>{formatName(format)}</a> : formatName(format)}</>)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>{say("In een adres staat {code} voor de code van een gemeente of gebied, zoals GM0153. Wat geen waarde heeft, ontbreekt; het is nooit nul.", "In an address {code} stands for the code of a municipality or area, such as GM0153. What has no value is left out; it is never zero.")}</p>
      <p>{say("De volledige beschrijving voor programmeurs (OpenAPI, in het Engels): ", "The whole description for programmers (OpenAPI): ")}<a href={`${root}/openapi.json`}>JSON</a>, <a href={`${root}/openapi.yaml`}>YAML</a>.</p>
    </>
  );
}

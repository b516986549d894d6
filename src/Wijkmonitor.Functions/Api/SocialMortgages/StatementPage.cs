using System.Net;
using System.Security.Cryptography;
using System.Text;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Statements;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>
/// A statement as a Dutch page that can be printed on A4 as an annex. It loads nothing: its style is in it, and the content security
/// policy allows that style by its hash and nothing else.
/// </summary>
public sealed class StatementPage
{
    private const string Style = """
        @page { size: A4; margin: 18mm 16mm;
          @bottom-right { content: "pagina " counter(page) " van " counter(pages); font: 8pt Arial, sans-serif; color: #444; } }
        body { font: 10pt/1.4 "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #1a1a1a; max-width: 178mm; margin: 8mm auto; }
        @media print { body { margin: 0; max-width: none; } }
        h1 { font-size: 17pt; margin: 0 0 1mm; } h2 { font-size: 12pt; margin: 7mm 0 2mm; border-bottom: 0.4mm solid #154273; color: #154273; }
        p { margin: 0 0 2mm; } .sub { color: #444; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: 1.2mm 2mm 1.2mm 0; border-bottom: 0.2mm solid #bbb; }
        th { font-weight: 600; } table + table { margin-top: 3mm; } tr { break-inside: avoid; } thead { display: table-header-group; }
        .euro { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .why, .left { color: #444; font-size: 8.5pt; font-weight: 400; } .why, .firm { display: block; }
        .firm { color: #444; font-size: 8.5pt; font-style: italic; font-weight: 400; } .none { font-style: italic; }
        .key td { font-weight: 600; } li { margin-bottom: 1mm; } .foot { margin-top: 7mm; font-size: 8pt; color: #444; }
        """;

    private static readonly string[] KeyTotals = ["opening-balance", "credited", "closing-balance"];
    private readonly StringBuilder html = new();

    private StatementPage()
    {
    }

    /// <summary>The policy that the page is served with.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Writes a statement as a page of HTML.</summary>
    /// <param name="contract">The version of the contract that the year was computed by.</param>
    /// <param name="statement">The statement.</param>
    public static string Write(SocialMortgageContract contract, Scorecard statement)
    {
        var page = new StatementPage();
        page.WriteHead(contract, statement);
        page.WriteTotals(statement);
        page.WriteLines(statement);
        page.WriteModules(contract, statement);
        page.WriteFindings(statement);
        page.WriteFoot(contract, statement);
        return page.html.ToString();
    }

    private void WriteHead(SocialMortgageContract contract, Scorecard statement)
    {
        html.Append("<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(Encode($"Jaaropgave {statement.Period}: {contract.Title.Nl}")).Append("</title><style>")
            .Append(Style).Append("</style></head><body><main>\n");
        var settled = statement.Findings.FirstOrDefault(f => f.Code == "settled");
        html.Append("<h1>Jaaropgave ")
            .Append(Encode(statement.Period.ToString()))
            .Append("</h1><p class=\"sub\">")
            .Append(Encode(contract.Title.Nl))
            .Append(" &middot; contract ")
            .Append(Encode(contract.Id))
                .Append(", versie ")
                .Append(Encode(statement.RuleVersion))
                .Append(" &middot; gebied ")
                .Append(Encode(statement.Area.Value)).Append("</p>")
            .Append("<p>").Append(string.Join("<br>", contract.Parties.Select(p => Encode($"{p.Role.Nl}: {p.Organisation}")))).Append("</p>")
            .Append("<p>").Append(Encode(DescribeLoan(contract))).Append("</p>")
            .Append("<p>").Append(Encode(settled?.Message.Nl ?? "Dit jaar is nog niet vastgesteld; de bedragen kunnen nog veranderen.")).Append("</p>");
    }

    private void WriteTotals(Scorecard statement)
    {
        html.Append("<h2>De hypotheek in dit jaar</h2><table><tbody>");
        foreach (var total in statement.Totals.Where(t => t.Value is not null && t.Code is not "modules-unlocked"))
        {
            html.Append(KeyTotals.Contains(total.Code, StringComparer.Ordinal) ? "<tr class=\"key\"><td>" : "<tr><td>").Append(Encode(total.Label.Nl));
            if (total.LeavesOut.Count > 0)
            {
                html.Append(" <span class=\"left\">").Append(Encode(LineStateNames.FormatOmittedCounts(total.LeavesOut).Nl)).Append("</span>");
            }

            html.Append("</td><td class=\"euro\">")
                .Append(Encode(total.Unit == Indicator.Euro
                    ? NumberFormatter.Nl.FormatEuro(total.Value!.Value)
                    : NumberFormatter.Nl.FormatQuantity(total.Value!.Value, total.Unit))).Append("</td></tr>");
        }

        html.Append("</tbody></table>");
        var labels = statement.Lines.ToDictionary(l => l.Code, l => l.Label.Nl, StringComparer.Ordinal);
        foreach (var omitted in statement.Totals.FirstOrDefault(t => t.Code == "closing-balance")?.LeavesOut ?? [])
        {
            html.Append("<p class=\"left\">Niet meegeteld (").Append(Encode(LineStateNames.GetName(omitted.State).Nl)).Append("): ")
                .Append(Encode(string.Join(", ", omitted.Codes.Select(c => labels.GetValueOrDefault(c, c))))).Append(".</p>");
        }
    }

    private void WriteLines(Scorecard statement)
    {
        html.Append("<h2>Waaruit het bestaat</h2>");
        foreach (var theme in statement.Lines.GroupBy(l => l.Theme.Nl, StringComparer.Ordinal))
        {
            html.Append("<table><thead><tr><th>").Append(Encode(theme.Key)).Append("</th><th class=\"euro\">Afgelost</th></tr></thead><tbody>");
            foreach (var line in theme)
            {
                html.Append("<tr><td>")
                    .Append(Encode(line.Label.Nl))
                    .Append("<span class=\"why\">")
                    .Append(Encode(line.Explanation.Nl))
                    .Append("</span>")
                    .Append(DescribeUncertainty(line)).Append("</td><td class=\"euro")
                    .Append(line.Amount is { } amount
                        ? $"\">{Encode(NumberFormatter.Nl.FormatEuro(amount))}"
                        : $" none\">{Encode(LineStateNames.GetName(line).Nl)}")
                        .Append("</td></tr>");
            }

            html.Append("</tbody></table>");
        }
    }

    private void WriteModules(SocialMortgageContract contract, Scorecard statement)
    {
        var modules = MortgageModule.CreateAll(contract, statement.GetEuros("repaid"));
        if (modules.Count == 0)
        {
            return;
        }

        html.Append("<h2>Delen van het huis</h2><table><tbody>");
        foreach (var module in modules)
        {
            html.Append("<tr><td>").Append(Encode(module.Label.Nl)).Append("</td><td class=\"euro\">")
                .Append(Encode(module.IsUnlocked ? "vrijgekomen" : $"nog {NumberFormatter.Nl.FormatEuro(module.Remaining)} af te lossen")).Append("</td></tr>");
        }

        html.Append("</tbody></table>");
    }

    private void WriteFindings(Scorecard statement)
    {
        if (statement.Findings.Count == 0)
        {
            return;
        }

        html.Append("<h2>Wat u erbij moet weten</h2><ul>");
        foreach (var finding in statement.Findings.Where(f => f.Code != "settled"))
        {
            html.Append("<li><strong>").Append(Encode(FindingNames.GetName(finding))).Append(".</strong> ").Append(Encode(finding.Message.Nl));
            if (finding.Lines.Count > 0)
            {
                html.Append(" <span class=\"left\">Het gaat om: ").Append(Encode(ScorecardLabels.FormatLabels(finding.Lines, statement))).Append(".</span>");
            }

            html.Append("</li>");
        }

        html.Append("</ul>");
    }

    private void WriteFoot(SocialMortgageContract contract, Scorecard statement)
    {
        var sources = statement.Lines.SelectMany(l => l.Inputs)
            .Select(i => i.Delivery)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        html.Append("<p class=\"foot\">Volgens Platform31, Aan de slag in kwetsbare wijken (2017), paragraaf 3.4, en de keuzes van dit contract (geldig vanaf ")
            .Append(Encode(NumberFormatter.Nl.FormatDay(contract.ValidFrom))).Append("). Leveringen: ").Append(Encode(string.Join(", ", sources)))
            .Append(". Deze opgave stelt vast wat is afgelost; zij beslist niets.</p></main></body></html>\n");
    }

    private static string DescribeLoan(SocialMortgageContract contract)
    {
        var covers = contract.Covers switch
        {
            PrincipalCover.Building => "de bouw",
            PrincipalCover.Operation => "de exploitatie",
            _ => "de bouw en de exploitatie"
        };
        var interest = contract.InterestPercent == 0 ? "zonder rente" : $"tegen {NumberFormatter.Nl.Format(contract.InterestPercent)}% rente per jaar";
        var drawn = contract.DrawDowns is { } parts
            ? $"opgenomen in {NumberFormatter.Nl.Format(parts.Count)} {(parts.Count == 1 ? "deel" : "delen")} ({string.Join(", ", parts.OrderBy(part => part.Date).Select(part => $"{NumberFormatter.Nl.FormatDay(part.Date)} {NumberFormatter.Nl.FormatEuro(part.Amount)}"))})"
            : "in één keer opgenomen bij het begin";
        return $"Hoofdsom {NumberFormatter.Nl.FormatEuro(contract.Principal)} voor {covers}, {drawn}, {interest}; looptijd {NumberFormatter.Nl.FormatYear(contract.FirstYear)} tot en met {NumberFormatter.Nl.FormatYear(contract.LastYear)}, nulmeting {NumberFormatter.Nl.FormatYear(contract.BaselineYear)}.";
    }

    private static string DescribeUncertainty(ScorecardLine line) => line.Uncertainty is { } firm ? $"<span class=\"firm\">{Encode(firm.Nl)}</span>" : "";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>
/// A statement as a CSV that a Dutch Excel opens as it is: UTF-8 with a byte-order mark, semicolons, decimal commas. Text that a spreadsheet
/// would take for a formula starts with an apostrophe.
/// </summary>
public static class StatementCsv
{
    /// <summary>The file.</summary>
    public static byte[] Write(Scorecard statement)
    {
        using var csv = new DutchCsv();
        csv.Texts("soort", "code", "naam", "toestand", "waarde", "eenheid", "bedrag", "uitleg", "zekerheid");
        csv.EndRow();
        foreach (var line in statement.Lines)
        {
            csv.Texts("regel", line.Code, line.Label.Nl, StateWords.Of(line.State));
            csv.Number(line.Value);
            csv.Text(FindingWords.Unit(line.Unit));
            csv.Number(line.Amount);
            csv.Texts(line.Explanation.Nl, line.Uncertainty?.Nl ?? "");
            csv.EndRow();
        }

        foreach (var total in statement.Totals)
        {
            var isEuro = total.Unit == Indicator.Euro;
            csv.Texts("totaal", total.Code, total.Label.Nl, "");
            csv.Number(isEuro ? null : total.Value);
            csv.Text(FindingWords.Unit(total.Unit));
            csv.Number(isEuro ? total.Value : null);
            csv.Texts(StateWords.LeftOut(total.LeavesOut, statement), "");
            csv.EndRow();
        }

        foreach (var finding in statement.Findings)
        {
            var about = finding.Lines.Count == 0 ? "" : $": {FindingWords.Labels(finding.Lines, statement)}";
            csv.Texts("bevinding", finding.Code, FindingWords.Of(finding) + about, "", "", "", "", finding.Message.Nl, "");
            csv.EndRow();
        }

        return csv.ToArray();
    }
}

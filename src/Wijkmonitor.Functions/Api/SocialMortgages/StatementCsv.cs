using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Spreadsheets;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>A statement as CSV in Dutch: its lines, its totals and its findings.</summary>
public static class StatementCsv
{
    /// <summary>Writes a statement as CSV.</summary>
    public static byte[] Write(Scorecard statement)
    {
        using var csv = new SpreadsheetCsv();
        csv.WriteTexts("soort", "code", "naam", "toestand", "waarde", "eenheid", "bedrag", "uitleg", "zekerheid");
        csv.EndRow();
        foreach (var line in statement.Lines)
        {
            csv.WriteTexts("regel", line.Code, line.Label.Nl, LineStateNames.GetName(line).Nl);
            csv.WriteNumber(line.Value);
            csv.WriteText(Vocabulary.Shared.GetUnit(line.Unit).Nl);
            csv.WriteNumber(line.Amount);
            csv.WriteTexts(line.Explanation.Nl, line.Uncertainty?.Nl ?? "");
            csv.EndRow();
        }

        foreach (var total in statement.Totals)
        {
            var isEuro = total.Unit == Indicator.Euro;
            csv.WriteTexts("totaal", total.Code, total.Label.Nl, "");
            csv.WriteNumber(isEuro ? null : total.Value);
            csv.WriteText(Vocabulary.Shared.GetUnit(total.Unit).Nl);
            csv.WriteNumber(isEuro ? total.Value : null);
            csv.WriteTexts(LineStateNames.FormatOmitted(total.LeavesOut, statement), "");
            csv.EndRow();
        }

        foreach (var finding in statement.Findings)
        {
            var lines = finding.Lines.Count == 0 ? "" : $": {ScorecardLabels.FormatLabels(finding.Lines, statement)}";
            csv.WriteTexts("bevinding", finding.Code, FindingNames.GetName(finding) + lines, "", "", "", "", finding.Message.Nl, "");
            csv.EndRow();
        }

        return csv.ToArray();
    }
}

using Wijkmonitor.Functions.Spreadsheets;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>A scorecard of any kind as CSV in Dutch: its lines, its totals and its findings.</summary>
public static class ScorecardCsv
{
    /// <summary>Writes a scorecard as CSV.</summary>
    public static byte[] Write(Scorecard card)
    {
        using var csv = new SpreadsheetCsv();
        csv.WriteTexts("soort", "code", "thema", "naam", "toestand", "waarde", "eenheid", "nulmeting", "vergelijking", "norm", "kleur", "uitleg", "zekerheid");
        csv.EndRow();
        foreach (var line in card.Lines)
        {
            csv.WriteTexts("regel", line.Code, line.Theme.Nl, line.Label.Nl, LineStateNames.GetName(line));
            csv.WriteNumber(line.Value);
            csv.WriteText(ScorecardLabels.GetUnitName(line.Unit));
            csv.WriteNumber(line.Baseline);
            csv.WriteNumber(line.Reference);
            csv.WriteNumber(line.Norm);
            csv.WriteTexts(GetColourName(line.Signal), line.Explanation.Nl, line.Uncertainty?.Nl ?? "");
            csv.EndRow();
        }

        foreach (var total in card.Totals)
        {
            csv.WriteTexts("totaal", total.Code, "", total.Label.Nl, "");
            csv.WriteNumber(total.Value);
            csv.WriteTexts(ScorecardLabels.GetUnitName(total.Unit), "", "", "", "", LineStateNames.FormatOmitted(total.LeavesOut, card), "");
            csv.EndRow();
        }

        foreach (var finding in card.Findings)
        {
            csv.WriteTexts(
                "bevinding", finding.Code, "", ScorecardLabels.FormatLabels(finding.Lines, card), "", "", "", "", "", "", "", finding.Message.Nl, "");
            csv.EndRow();
        }

        return csv.ToArray();
    }

    private static string GetColourName(Signal signal) => signal switch
    {
        Signal.Green => "groen",
        Signal.Yellow => "geel",
        Signal.Red => "rood",
        _ => "",
    };
}

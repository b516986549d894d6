using Wijkmonitor.Functions.Spreadsheets;
using Wijkmonitor.Indicators.Localization;
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
            csv.WriteTexts("regel", line.Code, line.Theme.Nl, line.Label.Nl, LineStateNames.GetName(line).Nl);
            csv.WriteNumber(line.Value);
            csv.WriteText(Vocabulary.Shared.GetUnit(line.Unit).Nl);
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
            csv.WriteTexts(Vocabulary.Shared.GetUnit(total.Unit).Nl, "", "", "", "", LineStateNames.FormatOmitted(total.LeavesOut, card), "");
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

    private static string GetColourName(Signal signal) => signal == Signal.None ? "" : Vocabulary.Shared.Signals[Vocabulary.GetCode(signal)].Name.Nl;
}

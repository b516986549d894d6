using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>A scorecard of any kind as CSV in Dutch: its lines, its totals and its findings.</summary>
internal static class ScorecardCsv
{
    /// <summary>The file.</summary>
    public static byte[] Write(Scorecard card)
    {
        using var csv = new DutchCsv();
        csv.Texts("soort", "code", "thema", "naam", "toestand", "waarde", "eenheid", "nulmeting", "vergelijking", "norm", "kleur", "uitleg", "zekerheid");
        csv.EndRow();
        foreach (var line in card.Lines)
        {
            csv.Texts("regel", line.Code, line.Theme.Nl, line.Label.Nl, StateWords.Of(line.State));
            csv.Number(line.Value);
            csv.Text(FindingWords.Unit(line.Unit));
            csv.Number(line.Baseline);
            csv.Number(line.Reference);
            csv.Number(line.Norm);
            csv.Texts(Colour(line.Signal), line.Explanation.Nl, line.Uncertainty?.Nl ?? "");
            csv.EndRow();
        }

        foreach (var total in card.Totals)
        {
            csv.Texts("totaal", total.Code, "", total.Label.Nl, "");
            csv.Number(total.Value);
            csv.Texts(FindingWords.Unit(total.Unit), "", "", "", "", StateWords.LeftOut(total.LeavesOut, card), "");
            csv.EndRow();
        }

        foreach (var finding in card.Findings)
        {
            csv.Texts("bevinding", finding.Code, "", FindingWords.Labels(finding.Lines, card), "", "", "", "", "", "", "", finding.Message.Nl, "");
            csv.EndRow();
        }

        return csv.ToArray();
    }

    private static string Colour(Signal signal) => signal switch
    {
        Signal.Green => "groen",
        Signal.Yellow => "geel",
        Signal.Red => "rood",
        _ => "",
    };
}

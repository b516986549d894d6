using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>
/// The share of visitors who are active. Visitors are counted roughly (Klein Driene: 60 to 80, of whom about 10 are active: 13 to 17 %),
/// so that the outcome is a range in whole percents and no number.
/// </summary>
internal static class ParticipationLine
{
    private static readonly BilingualText Label = new("Aandeel van de bezoekers dat actief is", "Share of the visitors who are active");

    private static readonly BilingualText DoesNotFit = new(
        "De aantallen passen niet bij elkaar: er moeten bezoekers zijn, en niet meer actieve bewoners dan bezoekers.",
        "The counts do not fit together: there must be visitors, and no more active residents than visitors.");

    /// <summary>Adds the line.</summary>
    public static void Add(ScorecardBuilder card, ParticipationRule rule, LineState closed)
    {
        var (active, low, high) = (card.Area.Find(rule.Active), card.Area.Find(rule.VisitorsLow), card.Area.Find(rule.VisitorsHigh));
        var line = card.AddLine("participation", LoadCapacityText.Capacity, Label, "%")
            .AddInputs(("active", active), ("visitors-low", low), ("visitors-high", high))
            .Require(closed, StandardTexts.DescribeState(closed)).Require(active, low, high)
            .Require(() => !Fits(active!, low!, high!), LineState.Unresolved, DoesNotFit);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(LoadCapacityLabels.Steps);
        var (smallest, max) = (ComputeShare(calculation, "low", active!, high!), ComputeShare(calculation, "high", active!, low!));
        line.WithRange(smallest, max).WithSteps(calculation).Explain(text =>
        {
            string FormatNumber(Observation o) => text.Format(o.Value.Number!.Value);
            return text.Localize(
                $"Ongeveer {FormatNumber(active!)} actieve bewoners op {FormatNumber(low!)} tot {FormatNumber(high!)} bezoekers: {text.FormatFixed(smallest, 0)} tot {text.FormatFixed(max, 0)}%.",
                $"About {FormatNumber(active!)} active residents among {FormatNumber(low!)} to {FormatNumber(high!)} visitors: {text.FormatFixed(smallest, 0)} to {text.FormatFixed(max, 0)}%.");
        });
    }

    private static bool Fits(Observation active, Observation low, Observation high) =>
        active.Value.Number >= 0 && low.Value.Number > 0 && high.Value.Number >= low.Value.Number && active.Value.Number <= low.Value.Number;

    private static decimal ComputeShare(Calculation calculation, string name, Observation active, Observation visitors)
    {
        var share = calculation.Divide($"{name}-share", Operand.FromObservation(active), Operand.FromObservation(visitors));
        return calculation.Round(name, calculation.Multiply($"{name}-percent", share, Operand.FromConstant(100)), 0).Value;
    }
}

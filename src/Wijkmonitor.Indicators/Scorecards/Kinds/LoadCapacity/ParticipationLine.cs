using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>
/// The share of visitors who are active. Visitors are counted roughly (Klein Driene: 60 to 80, of whom about 10 are active: 13 to 17 %),
/// so that the outcome is a range in whole percents and no number.
/// </summary>
internal static class ParticipationLine
{
    private const string Code = "participation";
    private static readonly BilingualText Label = new("Aandeel van de bezoekers dat actief is", "Share of the visitors who are active");

    /// <summary>The line.</summary>
    public static ScorecardLine Of(MunicipalityFigures figures, ParticipationRule rule, AreaCode area, Period period, LineState closed)
    {
        Observation? Find(string indicator) => figures.Observations.Find(area, period, indicator);
        var (active, low, high) = (Find(rule.Active), Find(rule.VisitorsLow), Find(rule.VisitorsHigh));
        var state = closed != LineState.Valued ? closed : FigureLine.StateOf(active, low, high);
        if (state != LineState.Valued)
        {
            IReadOnlyList<ScorecardInput> inputs = state == LineState.Suppressed ? [] : Inputs(active, low, high);
            return FigureLine.Of(Code, LoadCapacityText.Capacity, Label, state, value: null, "%", FigureLine.WithoutValue(state), inputs);
        }

        if (active!.Value.Number is < 0 || low!.Value.Number <= 0 || high!.Value.Number < low.Value.Number || active.Value.Number > low.Value.Number)
        {
            return FigureLine.Of(Code, LoadCapacityText.Capacity, Label, LineState.Unresolved, value: null, "%", DoesNotFit, Inputs(active, low, high));
        }

        var calculation = new Calculation();
        var smallest = Share(calculation, "low", active, high);
        var largest = Share(calculation, "high", active, low);
        return FigureLine.Of(
            Code, LoadCapacityText.Capacity, Label, LineState.Valued, value: null, "%", Explain(active, low, high, smallest, largest), Inputs(active, low, high))
            with
        { Range = new ValueRange(smallest, largest), Steps = calculation.Steps };
    }

    private static BilingualText DoesNotFit => new(
        "De aantallen kloppen niet met elkaar: er zijn bezoekers nodig, en niet meer actieven dan bezoekers.",
        "The counts do not fit: there must be visitors, and no more active residents than visitors.");

    private static IReadOnlyList<ScorecardInput> Inputs(Observation? active, Observation? low, Observation? high) =>
        FigureLine.Inputs(("active", active), ("visitors-low", low), ("visitors-high", high));

    private static decimal Share(Calculation calculation, string name, Observation active, Observation visitors)
    {
        var share = calculation.Divide($"{name}-share", new Operand(active.Value.Number!.Value, active.Key), new Operand(visitors.Value.Number!.Value, visitors.Key));
        var percent = calculation.Multiply($"{name}-percent", share, Operand.Constant(100));
        return calculation.Round(name, percent, 0).Value;
    }

    private static BilingualText Explain(Observation active, Observation low, Observation high, decimal smallest, decimal largest)
    {
        string Of(FigureText text)
        {
            string Number(Observation o) => text.Short(o.Value.Number!.Value);
            return text.Choose(
                $"Ongeveer {Number(active)} actieve bewoners op {Number(low)} tot {Number(high)} bezoekers: {text.Fixed(smallest, 0)} tot {text.Fixed(largest, 0)} %.",
                $"About {Number(active)} active residents among {Number(low)} to {Number(high)} visitors: {text.Fixed(smallest, 0)} to {text.Fixed(largest, 0)} %.");
        }

        return new BilingualText(Of(FigureText.Nl), Of(FigureText.En));
    }
}

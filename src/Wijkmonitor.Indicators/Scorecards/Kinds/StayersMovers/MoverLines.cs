using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;

/// <summary>The lines of one mean: its change, and what those who stayed and what coming and going did to it.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="movers">Counts of those who stayed, left and came.</param>
/// <param name="minCount">Lowest number whose mean may be shown.</param>
internal sealed class MoverLines(ScorecardBuilder card, Movers movers, int minCount)
{
    /// <summary>Adds the lines of a mean, and what a reader must know of it.</summary>
    public void Add(MeasureRule rule)
    {
        var area = card.Area;
        var indicator = area.GetIndicator(rule.StayersNow);
        var (stayersThen, stayersNow, leaversThen, entrantsNow) =
            (area.Find(rule.StayersThen), area.Find(rule.StayersNow), area.Find(rule.LeaversThen), area.Find(rule.EntrantsNow));
        var state = GetState(movers.AllStayed
            ? LineBuilder.GetState(stayersThen, stayersNow)
            : LineBuilder.GetState(stayersThen, stayersNow, leaversThen, entrantsNow));
        var outcome = state == LineState.Valued ? Decomposition.Create(movers, stayersThen!, stayersNow!, leaversThen, entrantsNow) : null;

        LineBuilder AddLine(string part, BilingualText label) => card.AddLine($"{rule.Code}-{part}", rule.Label, label, indicator.Unit)
            .AddInputs(("stayers", movers.Stayers), ("leavers", movers.Leavers), ("entrants", movers.Entrants))
            .AddInputs(("stayers-then", stayersThen), ("stayers-now", stayersNow), ("leavers-then", leaversThen), ("entrants-now", entrantsNow))
            .Require(state, StayersMoversText.DescribeState(state, movers.IsConstant));

        AddLine("change", StayersMoversText.Change)
            .WithValue(outcome?.Change.Value).WithBaseline(outcome?.Change.Then).AddFigures(("then", outcome?.Change.Then), ("now", outcome?.Change.Now))
            .WithSteps(outcome?.Change.Steps).Explain(text => StayersMoversText.ExplainChange(text, indicator, outcome!));
        AddLine("stayers", StayersMoversText.Stayers)
            .WithValue(outcome?.Stayers.Value).WithSteps(outcome?.Stayers.Steps).Explain(text => StayersMoversText.ExplainStayers(text, indicator, outcome!));
        AddLine("composition", StayersMoversText.Composition)
            .WithValue(outcome?.Composition.Value)
                .WithSteps(outcome?.Composition.Steps)
                .Explain(text => StayersMoversText.ExplainComposition(text, indicator, outcome!));
        StayersMoversText.AddFindings(card, rule, indicator, state, movers.IsConstant, outcome);
    }

    private LineState GetState(LineState means)
    {
        var counts = movers.GetState(minCount);
        return counts == LineState.Suppressed || means == LineState.Suppressed ? LineState.Suppressed
            : counts == LineState.Valued ? means
            : counts;
    }
}

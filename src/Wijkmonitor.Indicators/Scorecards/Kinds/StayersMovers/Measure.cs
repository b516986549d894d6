using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;

/// <summary>One mean, taken apart into what those who stayed and what coming and going did to it.</summary>
internal sealed class Measure
{
    private readonly MeasureRule rule;
    private readonly Indicator indicator;
    private readonly Movers movers;
    private readonly Observation? stayersThen;
    private readonly Observation? stayersNow;
    private readonly Observation? leaversThen;
    private readonly Observation? entrantsNow;
    private readonly int leastCount;

    /// <summary>Takes a mean apart.</summary>
    /// <param name="rule">The mean.</param>
    /// <param name="indicator">The indicator whose unit and polarity count.</param>
    /// <param name="movers">Who stayed, left and came.</param>
    /// <param name="leastCount">The least number whose mean may be shown.</param>
    /// <param name="find">Finds the area's figure of the period.</param>
    public Measure(MeasureRule rule, Indicator indicator, Movers movers, int leastCount, Func<string, Observation?> find)
    {
        (this.rule, this.indicator, this.movers, this.leastCount) = (rule, indicator, movers, leastCount);
        (stayersThen, stayersNow, leaversThen, entrantsNow) = (find(rule.StayersThen), find(rule.StayersNow), find(rule.LeaversThen), find(rule.EntrantsNow));
        var state = State();
        var outcome = state == LineState.Valued ? Decomposition.Of(movers, stayersThen!, stayersNow!, leaversThen, entrantsNow) : null;
        Lines =
        [
            Line("change", state, outcome?.Change, StayersMoversText.Change, outcome is null ? null : StayersMoversText.ExplainChange(indicator, outcome)),
            Line("stayers", state, outcome?.Stayers, StayersMoversText.Stayers, outcome is null ? null : StayersMoversText.ExplainStayers(indicator, outcome)),
            Line("composition", state, outcome?.Composition, StayersMoversText.Composition, outcome is null ? null : StayersMoversText.ExplainComposition(indicator, outcome)),
        ];
        Findings = [.. StayersMoversText.Findings(rule, indicator, state, outcome, [.. Lines.Select(l => l.Code)])];
    }

    /// <summary>The change, and the two parts that add up to it.</summary>
    public IReadOnlyList<ScorecardLine> Lines { get; }

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    private LineState State()
    {
        var counts = movers.State(leastCount);
        var means = FigureLine.StateOf(movers.AllStayed ? [stayersThen, stayersNow] : [stayersThen, stayersNow, leaversThen, entrantsNow]);
        return counts == LineState.Suppressed || means == LineState.Suppressed ? LineState.Suppressed
            : counts == LineState.Valued ? means
            : counts;
    }

    private ScorecardLine Line(string part, LineState state, Part? outcome, BilingualText label, BilingualText? explanation) => FigureLine.Of(
        $"{rule.Code}-{part}",
        rule.Label,
        label,
        state,
        outcome?.Value,
        indicator.Unit,
        explanation ?? StayersMoversText.Without(state, movers.IsConstant),
        state == LineState.Suppressed
            ? []
            : [.. movers.Inputs, .. FigureLine.Inputs(("stayers-then", stayersThen), ("stayers-now", stayersNow), ("leavers-then", leaversThen), ("entrants-now", entrantsNow))],
        baseline: part == "change" ? outcome?.Then : null,
        figures: part == "change" ? FigureLine.Figures(("then", outcome?.Then), ("now", outcome?.Now)) : null)
        with
    { Steps = outcome?.Steps };
}

using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>The lines of the indicators that load and capacity are means of.</summary>
/// <param name="figures">All that is known of the municipality.</param>
/// <param name="populations">The areas that this one stands among.</param>
/// <param name="area">The area.</param>
/// <param name="period">The year.</param>
/// <param name="closed">Why nothing may be computed of the area; valued where it may.</param>
internal sealed class FactorLines(MunicipalityFigures figures, LevelPopulations populations, AreaCode area, Period period, LineState closed)
{
    /// <summary>The figure that says how many standard deviations an indicator adds.</summary>
    public const string Contribution = "contribution";

    /// <summary>The line of one indicator; its last step gives what it adds.</summary>
    public ScorecardLine Line(Factor factor, BilingualText theme)
    {
        var indicator = figures.Catalogue.Find(factor.Indicator)!;
        var own = figures.Observations.Find(area, period, factor.Indicator);
        var scores = populations.Of(area.Level, period, factor.Indicator);
        var state = closed != LineState.Valued ? closed : FigureLine.StateOf(own);
        if (state != LineState.Valued)
        {
            var inputs = state == LineState.Suppressed ? [] : FigureLine.Inputs(("value", own));
            return FigureLine.Of(factor.Indicator, theme, indicator.Label, state, value: null, indicator.Unit, FigureLine.WithoutValue(state), inputs);
        }

        if (scores is null)
        {
            return FigureLine.Of(
                factor.Indicator, theme, indicator.Label, LineState.NotNormed, own!.Value.Number, indicator.Unit, LoadCapacityText.NothingToCompare, FigureLine.Inputs(("value", own)));
        }

        var calculation = new Calculation();
        var score = populations.Score(calculation, "z-score", own!, scores);
        var adds = factor.Higher == HigherMeans.More ? score : calculation.Multiply(Contribution, score, Operand.Constant(-1));
        return FigureLine.Of(
            factor.Indicator,
            theme,
            indicator.Label,
            LineState.Valued,
            own!.Value.Number,
            indicator.Unit,
            LoadCapacityText.Explain(indicator, own.Value.Number!.Value, scores.Mean, adds.Value),
            [.. FigureLine.Inputs(("value", own)), .. populations.Inputs(area.Level, period, factor.Indicator)],
            reference: scores.Mean,
            figures: FigureLine.Figures(("z-score", score.Value), (Contribution, adds.Value), ("deviation", scores.Deviation), ("areas", scores.Count)))
            with
        { Steps = calculation.Steps };
    }
}

using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Function;

/// <summary>The lines of an area beside others of its function.</summary>
/// <param name="figures">All that is known of the municipality.</param>
/// <param name="function">The function.</param>
/// <param name="others">The other areas of the same level that have it in the period.</param>
/// <param name="leastOthers">How many of them must have a figure.</param>
internal sealed class FunctionLines(MunicipalityFigures figures, AreaFunction function, IReadOnlyList<AreaCode> others, int leastOthers)
{
    /// <summary>The line of one indicator. It has its value and history also where there are too few others.</summary>
    public ScorecardLine Of(Indicator indicator, AreaCode area, Period period)
    {
        var own = figures.Observations.Find(area, period, indicator.Code);
        var state = FigureLine.StateOf(own);
        if (state != LineState.Valued)
        {
            return FigureLine.Of(
                indicator.Code, indicator.Theme, indicator.Label, state, value: null, indicator.Unit, FigureLine.WithoutValue(state), FigureLine.Inputs(("value", own)));
        }

        var beside = others.Select(o => figures.Observations.Find(o, period, indicator.Code)).Where(o => o?.Value.Number is not null).ToList();
        var value = own!.Value.Number!.Value;
        var enough = beside.Count >= leastOthers;
        var calculation = new Calculation();
        Operand? mean = enough
            ? calculation.Divide("mean", calculation.Add("sum", [.. beside.Select(o => new Operand(o!.Value.Number!.Value, o.Key))]), Operand.Constant(beside.Count))
            : null;
        decimal? difference = mean is { } reference ? calculation.Subtract("difference", new Operand(value, own.Key), reference).Value : null;
        var first = First(area, period, indicator.Code, own);
        return FigureLine.Of(
            indicator.Code,
            indicator.Theme,
            indicator.Label,
            enough ? LineState.Valued : LineState.NotNormed,
            value,
            indicator.Unit,
            FunctionText.Explain(indicator, function, value, mean?.Value, beside.Count, first),
            FigureLine.Inputs([("value", own), ("first", first), .. enough ? beside.Select(o => ("other", o)) : []]),
            baseline: first?.Value.Number,
            reference: mean?.Value,
            figures: FigureLine.Figures(
                ("difference", difference), ("others", beside.Count), ("change", value - first?.Value.Number), ("first-year", first?.Period.Year)))
            with
        { Steps = enough ? calculation.Steps : null };
    }

    private Observation? First(AreaCode area, Period period, string indicator, Observation own) => figures.Observations.Periods
        .Where(p => p < period)
        .Select(p => figures.Observations.Find(area, p, indicator, own.BoundaryYear))
        .FirstOrDefault(o => o?.Value.Number is not null);
}

using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Function;

/// <summary>The lines of an area next to others of its function.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="function">The function.</param>
/// <param name="others">The other areas of the same level that have it in the period.</param>
/// <param name="minOthers">Number of other areas that must have a figure.</param>
internal sealed class FunctionLines(ScorecardBuilder card, AreaFunction function, IReadOnlyList<AreaCode> others, int minOthers)
{
    /// <summary>Adds the line of one indicator. It has its value and history also where there are too few others.</summary>
    public void Add(Indicator indicator)
    {
        var area = card.Area;
        var own = area.Find(indicator.Code);
        var line = card.AddLine(indicator).AddInputs(("value", own)).Require(own);
        if (!line.IsOpen)
        {
            return;
        }

        var (known, first, value) =
            (others.Select(other => area.Municipality.Observations.Find(other, area.Period, indicator.Code))
                .Where(o => o?.Value.Number is not null)
                .ToList(), area.FindFirst(own!), own!.Value.Number);
        var calculation = new Calculation(FunctionLabels.Steps);
        Operand? mean = known.Count < minOthers ? null
            : calculation.Divide("mean", calculation.Add("sum", [.. known.Select(other => Operand.FromObservation(other!))]),
                Operand.FromConstant(known.Count));
        decimal? difference = mean is { } reference ? calculation.Subtract("difference", Operand.FromObservation(own), reference).Value : null;
        line.AddInputs([("first", first), .. mean is null ? [] : known.Select(other => ("other", other))])
            .WithState(mean is null ? LineState.NotNormed : LineState.Valued)
            .WithValue(own).WithBaseline(first?.Value.Number).WithReference(mean?.Value)
            .AddFigures(("difference", difference), ("others", known.Count), ("change", value - first?.Value.Number), ("first-year", first?.Period.Year))
            .WithSteps(calculation)
            .Explain(text => FunctionText.Explain(text, indicator, function, value!.Value, mean?.Value, known.Count, first));
    }
}

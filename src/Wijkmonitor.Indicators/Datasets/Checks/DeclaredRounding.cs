using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Checks;

/// <summary>Rounding that a dataset declares, and the figures that do not follow it.</summary>
/// <param name="definition">The dataset.</param>
/// <param name="catalogue">The indicators.</param>
/// <param name="log">Log for figures that are not rounded as declared.</param>
internal sealed class DeclaredRounding(DatasetDefinition definition, IndicatorCatalogue catalogue, ProblemLog log)
{
    private readonly Dictionary<(string Indicator, AreaLevel Level), FigureRounding?> known = [];
    private readonly SortedDictionary<string, UnroundedFigure> misfits = new(StringComparer.Ordinal);

    /// <summary>Gets how far a figure can be from what was counted; 0 where it is as counted.</summary>
    public decimal GetMaxDeviation(string indicator, AreaLevel level) => Find(indicator, level)?.MaxDeviation ?? 0;

    /// <summary>Checks whether a figure is rounded as declared.</summary>
    public void Check(IndicatorValue value, AreaLevel level, string column)
    {
        if (value.Value.Number is not { } number || Find(value.Indicator, level) is not { } rounding || rounding.Fits(number))
        {
            return;
        }

        misfits[value.Indicator] = misfits.TryGetValue(value.Indicator, out var before)
            ? before with { Count = before.Count + 1 }
            : new UnroundedFigure(value.Line, column, number, 1, rounding);
    }

    /// <summary>Reports the figures that are not rounded as declared, once the file was read.</summary>
    public void Report()
    {
        foreach (var (indicator, misfit) in misfits)
        {
            log.Add(DetailProblems.NotRounded(misfit.Line, misfit.Column, indicator, misfit.Number, misfit.Count, misfit.Rounding));
        }
    }

    private FigureRounding? Find(string indicator, AreaLevel level)
    {
        if (definition.Rounding is null)
        {
            return null;
        }

        var key = (indicator, level);
        return known.TryGetValue(key, out var rounding) ? rounding : known[key] = definition.GetRounding(catalogue.Find(indicator)!, level);
    }

    private sealed record UnroundedFigure(int Line, string Column, decimal Number, int Count, FigureRounding Rounding);
}

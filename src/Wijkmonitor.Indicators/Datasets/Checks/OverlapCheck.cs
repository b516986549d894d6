using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Checks;

/// <summary>Check of the values of a file against those of other datasets for the same areas, periods and indicators.</summary>
/// <remarks>
/// Values that differ by no more than rounding to the indicator's decimals, or to the base that a definition declares, are the same. What
/// differs is reported once for each indicator, period and other dataset, with the first areas and how many there are. The values of a
/// dataset that is not for everybody are not shown.
/// </remarks>
/// <param name="definition">The file's dataset.</param>
/// <param name="catalogue">The indicators.</param>
/// <param name="precedence">Order of the datasets.</param>
/// <param name="isShown">Whether the values of a dataset are for everybody.</param>
public sealed class OverlapCheck(DatasetDefinition definition, IndicatorCatalogue catalogue, DatasetPrecedence precedence, Func<string, bool> isShown)
{
    private const int MaxExamples = 3;
    private readonly Dictionary<(string Indicator, Period Period, string Other), OverlapDifferences> found = [];

    /// <summary>The indicators that other datasets deliver too; where there are none, there is nothing to hold against.</summary>
    public IReadOnlyList<string> Indicators { get; } =
        [.. definition.IndicatorCodes.Where(code => precedence.GetDatasets(code).Any(dataset => dataset.Dataset != definition.Id))];

    /// <summary>Checks a row against what is known.</summary>
    /// <param name="row">The row.</param>
    /// <param name="known">Values of other datasets in the row's municipality, as they may be shown.</param>
    public void Check(AreaObservations row, ILookup<(AreaCode Area, Period Period, string Indicator), Observation> known)
    {
        foreach (var (code, value, line) in row.Values)
        {
            if (value.Number is not { } here)
            {
                continue;
            }

            foreach (var other in known[(row.Area, row.Period, code)].Where(other => other.BoundaryYear == row.BoundaryYear))
            {
                if (other.Value.Number is { } there
                    && Math.Abs(here - there) > Math.Max(GetRounding(code), GetMaxDeviation(code, row.Area) + (other.Rounding?.MaxDeviation ?? 0)))
                {
                    Record(row, code, line, other.Dataset, new DifferingValue(row.Area, here, isShown(other.Dataset) ? there : null));
                }
            }
        }
    }

    /// <summary>Reports what differs.</summary>
    public void Report(ProblemLog log)
    {
        foreach (var ((indicator, period, other), differences) in found.OrderBy(pair => pair.Value.Line))
        {
            var counting = precedence.FindCounting(indicator, period, definition.Id, other);
            log.Add(DatasetProblems.ValuesDiffer(
                differences.Line, log.Tally.GetColumn(indicator, period),
                new DatasetDifference(definition.Id, other, indicator, period, counting, differences.Count, differences.Examples)));
        }
    }

    private void Record(AreaObservations row, string indicator, int line, string other, DifferingValue value)
    {
        var key = (indicator, row.Period, other);
        if (!found.TryGetValue(key, out var differences))
        {
            found.Add(key, differences = new OverlapDifferences(line));
        }

        differences.Count++;
        if (differences.Examples.Count < MaxExamples)
        {
            differences.Examples.Add(value);
        }
    }

    // Half of the last decimal: as far as one of the two may have been rounded.
    private decimal GetRounding(string indicator) => 0.5m * (decimal)Math.Pow(10, -catalogue.Find(indicator)!.Decimals);

    private decimal GetMaxDeviation(string indicator, AreaCode area) => definition.GetRounding(catalogue.Find(indicator)!, area.Level)?.MaxDeviation ?? 0;

    private sealed class OverlapDifferences(int line)
    {
        public int Line => line;

        public int Count { get; set; }

        public List<DifferingValue> Examples { get; } = [];
    }
}

using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Checks;

/// <summary>
/// Check of a municipality's values against the sums over its districts and over its neighbourhoods. A sum that lacks a part says nothing and is
/// passed over.
/// </summary>
internal sealed class AreaTotalCheck(IReadOnlyDictionary<string, decimal> tolerances, DeclaredRounding rounding, ProblemLog log)
{
    /// <summary>No totals to check.</summary>
    public static readonly IReadOnlyDictionary<string, decimal> None = new Dictionary<string, decimal>(StringComparer.Ordinal);

    private readonly Dictionary<(AreaCode Municipality, Period Period, string Indicator), Totals> byMunicipality = [];

    public void Add(AreaCode area, Period period, IndicatorValue observed, int line, string column)
    {
        var (indicator, value) = (observed.Indicator, observed.Value);
        if (area.Level == AreaLevel.Custom || !tolerances.ContainsKey(indicator))
        {
            return;
        }

        var deviation = rounding.GetMaxDeviation(indicator, area.Level);
        var key = (area.Municipality, period, indicator);
        if (!byMunicipality.TryGetValue(key, out var totals))
        {
            totals = byMunicipality[key] = new Totals();
        }

        if (area.Level == AreaLevel.Municipality)
        {
            totals.Whole = value.Number;
            totals.Deviation = deviation;
            totals.Line = line;
            totals.Column = column;
        }
        else
        {
            (area.Level == AreaLevel.District ? totals.Districts : totals.Neighbourhoods).Add(value, deviation);
        }
    }

    /// <summary>Reports the differences, once the file was read. Where rows with errors were passed over the sums say nothing.</summary>
    public void Report()
    {
        if (log.Errors > 0)
        {
            return;
        }

        foreach (var ((municipality, _, indicator), totals) in byMunicipality)
        {
            if (totals.Whole is not { } whole)
            {
                continue;
            }

            foreach (var parts in (Parts[])[totals.Districts, totals.Neighbourhoods])
            {
                if (parts.Sum is { } sum && Math.Abs(whole - sum) > (tolerances[indicator] * Math.Abs(whole)) + totals.Deviation + parts.Deviation)
                {
                    log.Add(RowProblems.AreaTotalMismatch(totals.Line, totals.Column, municipality.Value, indicator, whole, sum, parts == totals.Districts));
                }
            }
        }
    }

    private sealed class Totals
    {
        public decimal? Whole { get; set; }

        public decimal Deviation { get; set; }

        public int Line { get; set; }

        public string Column { get; set; } = "";

        public Parts Districts { get; } = new();

        public Parts Neighbourhoods { get; } = new();
    }

    private sealed class Parts
    {
        private decimal sum;
        private int count;
        private bool isIncomplete;

        public decimal? Sum => count > 0 && !isIncomplete ? sum : null;

        // How far the sum can be off, because each part was rounded.
        public decimal Deviation { get; private set; }

        public void Add(ObservedValue value, decimal deviation)
        {
            count++;
            Deviation += deviation;
            isIncomplete |= value.State is ObservedState.Unknown or ObservedState.Suppressed;
            sum += value.Number ?? 0;
        }
    }
}

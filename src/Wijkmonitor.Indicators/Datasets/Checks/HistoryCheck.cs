using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Checks;

/// <summary>Check of a file against earlier figures, which the caller gives.</summary>
public static class HistoryCheck
{
    /// <summary>Selects the observations of the file's own dataset that a row can be compared with.</summary>
    /// <param name="definition">The file's dataset.</param>
    /// <param name="observations">Known observations of a municipality's areas.</param>
    public static Dictionary<(AreaCode Area, string Indicator), List<EarlierValue>> SelectRelevant(DatasetDefinition definition,
        IEnumerable<Observation> observations)
    {
        var values = new Dictionary<(AreaCode Area, string Indicator), List<EarlierValue>>();
        foreach (var observation in observations)
        {
            if (definition.Checks?.Jumps?.ContainsKey(observation.Indicator) == true
                && observation.Dataset == definition.Id
                && observation.Value.Number is { } number)
            {
                var key = (observation.Area, observation.Indicator);
                (values.TryGetValue(key, out var list) ? list : values[key] = []).Add(new EarlierValue(observation.Period, number));
            }
        }

        return values;
    }

    /// <summary>Reports the values of a row that jump from those of an earlier period.</summary>
    /// <remarks>That is the latest earlier period of the same kind, or the one a year earlier where the dataset says so.</remarks>
    /// <param name="definition">The file's dataset.</param>
    /// <param name="row">The row.</param>
    /// <param name="earlier">Result of <see cref="SelectRelevant"/> for the row's municipality.</param>
    /// <param name="log">Log for the jumps.</param>
    public static void CheckJumps(
        DatasetDefinition definition, AreaObservations row, IReadOnlyDictionary<(AreaCode Area, string Indicator), List<EarlierValue>> earlier,
        ProblemLog log) => Compare(definition, row, earlier, isReplaced: false, log);

    /// <summary>Reports the values of a row that jump from those of the same period in an earlier file.</summary>
    /// <param name="definition">The file's dataset.</param>
    /// <param name="row">The row.</param>
    /// <param name="replaced">Result of <see cref="SelectRelevant"/> for that file.</param>
    /// <param name="log">Log for the differences.</param>
    public static void CheckRevisions(
        DatasetDefinition definition, AreaObservations row, IReadOnlyDictionary<(AreaCode Area, string Indicator), List<EarlierValue>> replaced,
        ProblemLog log) => Compare(definition, row, replaced, isReplaced: true, log);

    /// <summary>Reports a file that holds fewer rows than the previous delivery, beyond what the dataset allows.</summary>
    public static void CheckCoverage(DatasetDefinition definition, int rows, int previousRows, ProblemLog log)
    {
        if (definition.Checks?.Coverage is { } minRows && rows < minRows * previousRows)
        {
            log.Add(FileProblems.CoverageDropped(rows, previousRows));
        }
    }

    /// <summary>Reports a file that holds fewer rows for each period than the previous delivery, beyond what the dataset allows.</summary>
    public static void CheckCoverage(DatasetDefinition definition, (int Rows, int Periods) now, (int Rows, int Periods) previous, ProblemLog log)
    {
        if (definition.Checks?.Coverage is { } minRows && previous.Periods > 0 && (decimal)now.Rows * previous.Periods < minRows * previous.Rows * now.Periods)
        {
            log.Add(PeriodProblems.CoverageDropped(now, previous));
        }
    }

    private static void Compare(
        DatasetDefinition definition, AreaObservations row, IReadOnlyDictionary<(AreaCode Area, string Indicator), List<EarlierValue>> known,
        bool isReplaced, ProblemLog log)
    {
        foreach (var (indicator, value, line) in row.Values)
        {
            if (value.Number is { } now && known.TryGetValue((row.Area, indicator), out var values) && definition.Checks!.Jumps![indicator] is var limit
                && (isReplaced ? FindAt(values, row.Period)
                    : limit.YearEarlier ? FindAt(values, row.Period.YearEarlier)
                    : FindLatest(values, row.Period)) is { } previous
                && limit.IsJump(previous.Number, now))
            {
                log.Add(RowProblems.ValueJump(line, log.Tally.GetColumn(indicator, row.Period), row.Area.Value, indicator, now, previous));
            }
        }
    }

    private static EarlierValue? FindAt(List<EarlierValue> values, Period? period) =>
        values.FindIndex(value => value.Period == period) is >= 0 and var place ? values[place] : null;

    // A quarter is compared with a quarter: a year is no earlier one of it.
    private static EarlierValue? FindLatest(List<EarlierValue> values, Period before)
    {
        EarlierValue? latest = null;
        foreach (var value in values)
        {
            if (value.Period.Granularity == before.Granularity && value.Period < before && !(latest?.Period > value.Period))
            {
                latest = value;
            }
        }

        return latest;
    }
}

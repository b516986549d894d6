using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;

/// <summary>The counts of one segment, or of all together, up to a day.</summary>
/// <param name="rows">The rows that count.</param>
internal sealed class SegmentCounts(IReadOnlyList<StageRow> rows)
{
    private readonly ILookup<string, StageRow> byStage = rows.ToLookup(row => row.Stage, StringComparer.Ordinal);
    private readonly HashSet<(string Segment, Period Period)> delivered = [.. rows.Select(row => (row.Segment, row.Period))];

    /// <summary>Gets the rows of a stage, by period.</summary>
    public IEnumerable<StageRow> GetRows(string stage) => byStage[stage];

    /// <summary>Gets the sum of a count of a stage; null where a period lacks it. What was not delivered is not zero.</summary>
    public decimal? Sum(string stage, CountField field) => FindMissing(stage, field) is null ? byStage[stage].Sum(row => row.Get(field)) : null;

    /// <summary>Gets the sum of a count of a stage over some periods; null where one lacks it.</summary>
    public decimal? Sum(string stage, CountField field, Func<Period, bool> isCounted)
    {
        var counted = new SegmentCounts([.. rows.Where(row => isCounted(row.Period))]);
        return counted.delivered.Count == 0 ? null : counted.Sum(stage, field);
    }

    /// <summary>Finds the first period with counts of which that of a stage was not delivered; null where there is none.</summary>
    public (string Segment, Period Period)? FindMissing(string stage, CountField field)
    {
        var known = byStage[stage].Where(row => row.Get(field) is not null).Select(row => (row.Segment, row.Period)).ToHashSet();
        return delivered.Count == known.Count
            ? null
            : delivered.Where(place => !known.Contains(place)).OrderBy(place => place.Period).ThenBy(place => place.Segment, StringComparer.Ordinal).First();
    }

    /// <summary>Whether the source has published all rows of a stage.</summary>
    public bool IsPublished(string stage) => byStage[stage].All(row => row.IsPublished);

    /// <summary>Gets the periods in which anything was delivered, in order.</summary>
    public IEnumerable<Period> Periods => delivered.Select(place => place.Period).Distinct().Order();
}

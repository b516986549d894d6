using Wijkmonitor.Indicators.Disclosure;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;

/// <summary>The topics that groups named, of all years, and the counts of them that may not be shown.</summary>
/// <remarks>
/// The counts of all groups together are sums of those of the groups, so that a small one follows from the others. All years are treated together, for a
/// group that was not asked again keeps its counts.
/// </remarks>
internal sealed class MentionTable
{
    private readonly IReadOnlyList<MentionRow> rows;
    private readonly HashSet<string> hidden = new(StringComparer.Ordinal);

    /// <summary>Decides which counts are hidden.</summary>
    /// <param name="rows">The rows of all years.</param>
    /// <param name="days">The day of each scorecard.</param>
    /// <param name="rule">The rule by which counts are shown.</param>
    public MentionTable(IReadOnlyList<MentionRow> rows, IEnumerable<DateOnly> days, SuppressionRule rule)
    {
        this.rows = rows;
        var cells = new Dictionary<string, CountCell>(StringComparer.Ordinal);
        var sums = new Dictionary<string, CellSum>(StringComparer.Ordinal);
        foreach (var total in days.SelectMany(day => GetTotals(day, isPositive: null)))
        {
            foreach (var row in total.Rows)
            {
                cells[GetKey(row)] = new CountCell(GetKey(row), row.Count) { IsPublished = row.IsPublished };
            }

            cells[total.Key] = new CountCell(total.Key, total.Count) { IsPublished = total.Rows.All(row => row.IsPublished), Order = 1 };
            sums[total.Key] = new CellSum(total.Key, [.. total.Rows.Select(GetKey)]);
        }

        if (cells.Values.Any(cell => !cell.IsPublished && rule.IsTooSmall(cell.Count!.Value)))
        {
            var outcome = Suppression.Compute([.. cells.Values], [.. sums.Values], rule);
            hidden.UnionWith(outcome.Hidden);
            hidden.UnionWith(outcome.Exposed);
        }
    }

    /// <summary>Gets the key of a row in the table.</summary>
    public static string GetKey(MentionRow row) => FormattableString.Invariant($"{row.Group}|{row.IsPositive}|{row.Topic}|{row.Record.Date:O}");

    /// <summary>Gets the topics that a group named, in the survey that was the last until a day.</summary>
    public IEnumerable<MentionTotal> GetTopics(string group, bool isPositive, DateOnly day) =>
        SelectRows(day).Where(row => row.Group == group && row.IsPositive == isPositive)
            .Select(row => new MentionTotal(GetKey(row), row.Topic, row.Count, [row]));

    /// <summary>Gets the topics that all groups together named.</summary>
    public IEnumerable<MentionTotal> GetTopics(bool isPositive, DateOnly day) => GetTotals(day, isPositive);

    /// <summary>Whether a count may not be shown.</summary>
    public bool IsHidden(MentionTotal total) => hidden.Contains(total.Key);

    /// <summary>Whether the count of a row may not be shown.</summary>
    public bool IsHidden(MentionRow row) => hidden.Contains(GetKey(row));

    private IEnumerable<MentionTotal> GetTotals(DateOnly day, bool? isPositive) => SelectRows(day)
        .Where(row => isPositive is null || row.IsPositive == isPositive)
        .GroupBy(row => (row.IsPositive, row.Topic))
        .Select(topic => new MentionTotal(
            $"all|{string.Join(' ', topic.Select(GetKey))}", topic.Key.Topic, topic.Sum(row => row.Count), [.. topic]));

    // Each group as it was last asked.
    private IEnumerable<MentionRow> SelectRows(DateOnly day)
    {
        var until = rows.Where(row => row.Record.Date <= day).ToLookup(row => row.Group, StringComparer.Ordinal);
        return until.SelectMany(group => group.Where(row => row.Record.Date == group.Max(other => other.Record.Date)));
    }
}

/// <summary>Number of people who named a topic.</summary>
/// <param name="Key">Its key in the table.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Count">The number.</param>
/// <param name="Rows">The rows that it is the sum of.</param>
internal sealed record MentionTotal(string Key, string Topic, long Count, IReadOnlyList<MentionRow> Rows);

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;

/// <summary>The rows about one thing on its newest day.</summary>
/// <param name="Counted">Those of the dataset that the rules name first.</param>
/// <param name="Others">Those of other datasets, which do not count.</param>
internal sealed record NewestRows<TRow>(IReadOnlyList<TRow> Counted, IReadOnlyList<TRow> Others)
    where TRow : ChecklistRow
{
    /// <summary>The first of those that count; null where there are no rows.</summary>
    public TRow? First => Counted.Count == 0 ? null : Counted[0];

    /// <summary>The day; null where there are no rows.</summary>
    public DateOnly? Day => First?.Record.Date;

    /// <summary>Selects the rows of the newest day until the end of a year.</summary>
    /// <param name="rows">The rows, in the order in which the rules name their datasets.</param>
    /// <param name="year">The year.</param>
    public static NewestRows<TRow> Select(IEnumerable<TRow> rows, int year)
    {
        List<TRow> known = [.. rows.Where(row => row.Record.Date.Year <= year)];
        var newest = known.Select(row => row.Record.Date).DefaultIfEmpty().Max();
        List<TRow> onDay = [.. known.Where(row => row.Record.Date == newest)];
        var first = onDay.FirstOrDefault()?.Record.Dataset;
        return new([.. onDay.Where(row => row.Record.Dataset == first)], [.. onDay.Where(row => row.Record.Dataset != first)]);
    }
}

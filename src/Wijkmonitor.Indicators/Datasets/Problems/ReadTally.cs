using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Problems;

/// <summary>Tally of what is read of a file, while it is read.</summary>
public sealed class ReadTally
{
    private const int MaxSymbols = 50;
    private const int MaxIgnoredColumns = 100;
    private const string OtherSymbols = "…";
    private readonly SortedSet<Period> periods = [];
    private readonly SortedSet<int> boundaryYears = [];
    private readonly HashSet<CompactAreaCode> areas = [];
    private readonly HashSet<AreaCode> customAreas = [];
    private readonly int[] byLevel = new int[4];
    private readonly SortedDictionary<string, SymbolCount> symbols = new(StringComparer.Ordinal);
    private readonly List<SkippedLines> skipped = [];
    private readonly List<string> ignoredColumns = [];
    private readonly Dictionary<(string Indicator, Period? Period), string> columns = [];
    private AreaCode lastArea;

    /// <summary>The layout that the file was found to have; null for that of the definition itself.</summary>
    public BilingualText? Layout { get; set; }

    /// <summary>The days that the dataset's figures are about, as far as their periods do not say it.</summary>
    public IReadOnlyList<MeasuredPeriod> Measured { get; set; } = [];

    /// <summary>The column with the area's code, as the file calls it; null where it has none or was not read.</summary>
    public string? AreaColumn { get; set; }

    /// <summary>The column that holds all values; null where each indicator has a column of its own.</summary>
    public string? ValueColumn { get; set; }

    /// <summary>The indicators of optional topics that are in no column.</summary>
    public IReadOnlyList<string> AbsentIndicators { get; set; } = [];

    /// <summary>Counts a row about an area.</summary>
    /// <param name="area">The area.</param>
    /// <param name="boundaryYear">The year of its boundaries.</param>
    /// <param name="period">The period that the row is about; null where it is about none.</param>
    public void Add(AreaCode area, int boundaryYear, Period? period = null)
    {
        boundaryYears.Add(boundaryYear);
        if (period is { } about)
        {
            periods.Add(about);
        }

        // A long file has many rows about an area behind one another.
        if (area == lastArea)
        {
            return;
        }

        lastArea = area;
        if (CompactAreaCode.From(area) is { } code ? areas.Add(code) : customAreas.Add(area))
        {
            byLevel[(int)area.Level]++;
        }
    }

    /// <summary>Records which column holds the values of an indicator, by its name in the file.</summary>
    /// <param name="indicator">The code of the indicator.</param>
    /// <param name="period">The period that the column is about; null where its rows say that.</param>
    /// <param name="column">The column.</param>
    public void SetColumn(string indicator, Period? period, string column) => columns[(indicator, period)] = column;

    /// <summary>Gets the column with the values of an indicator in a period, or the indicator's code where it is unknown.</summary>
    public string GetColumn(string indicator, Period period) =>
        columns.GetValueOrDefault((indicator, period)) ?? columns.GetValueOrDefault((indicator, null)) ?? ValueColumn ?? indicator;

    /// <summary>Gets the counter of a symbol that replaces numbers.</summary>
    public SymbolCount GetCount(string symbol)
    {
        symbol = symbols.Count < MaxSymbols || symbols.ContainsKey(symbol) ? symbol : OtherSymbols;
        return symbols.TryGetValue(symbol, out var count) ? count : symbols[symbol] = new SymbolCount();
    }

    /// <summary>Counts a line that is passed over.</summary>
    public void Skip(string kind, int line)
    {
        var place = skipped.FindIndex(lines => lines.Kind == kind);
        if (place < 0)
        {
            skipped.Add(new SkippedLines(kind, 1, line));
        }
        else
        {
            skipped[place] = skipped[place] with { Count = skipped[place].Count + 1 };
        }
    }

    /// <summary>Records columns that the dataset does not ingest.</summary>
    public void IgnoreColumns(IEnumerable<string> columns) => ignoredColumns.AddRange(columns.Take(MaxIgnoredColumns - ignoredColumns.Count));

    /// <summary>Whether a line was passed over for this reason.</summary>
    public bool HasSkipped(string kind) => skipped.Exists(lines => lines.Kind == kind);

    /// <summary>Gets what was counted so far.</summary>
    public ReadSummary ToSummary() => new(
        Layout,
        [.. periods],
        [.. periods.SelectMany(period => Measured.Select(measured => measured.GetReferenceDate(period))).OfType<DateOnly>().Distinct().Order()],
        [.. boundaryYears],
        new AreaCounts(
            byLevel[(int)AreaLevel.Municipality], byLevel[(int)AreaLevel.District], byLevel[(int)AreaLevel.Neighbourhood], byLevel[(int)AreaLevel.Custom]),
        symbols.Where(pair => pair.Value.Count > 0).ToDictionary(pair => pair.Key, pair => pair.Value.Count, StringComparer.Ordinal),
        [.. skipped],
        [.. ignoredColumns],
        AbsentIndicators.Count > 0 ? AbsentIndicators : null);
}

/// <summary>Count of the times that a symbol replaces a number.</summary>
public sealed class SymbolCount
{
    /// <summary>The number of times.</summary>
    public int Count { get; private set; }

    /// <summary>Counts it once more.</summary>
    public void Increment() => Count++;
}

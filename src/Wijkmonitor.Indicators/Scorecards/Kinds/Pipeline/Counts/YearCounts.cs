using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;

/// <summary>The counts on the scorecard of a subject in a year.</summary>
internal sealed class YearCounts
{
    private readonly PipelineRules rules;
    private readonly IReadOnlyList<StageRow> until;
    private readonly Dictionary<string, SegmentCounts> bySegment = new(StringComparer.Ordinal);

    /// <summary>Gathers the counts.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="rows">All rows of the subject.</param>
    /// <param name="year">The year.</param>
    public YearCounts(PipelineRules rules, IReadOnlyList<StageRow> rows, int year)
    {
        (this.rules, Year) = (rules, year);
        until = [.. rows.Where(row => row.Period.Year <= year)];
        Last = until.Max(row => row.Period);
        var counted = rules.CountsFrom == CountStart.Start ? until : [.. until.Where(row => row.Period.Year == year)];
        All = new SegmentCounts(counted);
        foreach (var segment in counted.GroupBy(row => row.Segment, StringComparer.Ordinal).Where(segment => segment.Key.Length > 0))
        {
            bySegment.Add(segment.Key, new SegmentCounts([.. segment]));
        }

        Segments = [.. rules.Segments.Select(segment => segment.Code).Where(bySegment.ContainsKey)
            .Union(bySegment.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal)];
        (WindowStart, WindowLength) = GetWindow();
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The last period that was delivered.</summary>
    public Period Last { get; }

    /// <summary>The day up to which it counts.</summary>
    public DateOnly AsOf => Last.End;

    /// <summary>The counts of all segments together.</summary>
    public SegmentCounts All { get; }

    /// <summary>The segments, in the order of the rules.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>The first day of the periods that a rate is taken over.</summary>
    public DateOnly WindowStart { get; }

    /// <summary>Number of periods that a rate is taken over: fewer than the rules say where the subject is younger.</summary>
    public int WindowLength { get; }

    /// <summary>Whether the subject is too young for the periods that the rules take a rate over.</summary>
    public bool IsShort => WindowLength < rules.RateOver;

    /// <summary>Gets the counts of a segment; empty for all together.</summary>
    public SegmentCounts Get(string segment) => segment.Length == 0 ? All : bySegment[segment];

    /// <summary>Gets the number that reached a stage in the periods of a rate; null where one of them lacks it.</summary>
    public decimal? SumWindow(string segment, string stage)
    {
        var counts = segment.Length == 0 ? new SegmentCounts(until) : new SegmentCounts([.. until.Where(row => row.Segment == segment)]);
        var periods = counts.Periods.Count(period => period.Start >= WindowStart);
        return periods == WindowLength ? counts.Sum(stage, CountField.Entered, period => period.Start >= WindowStart) : null;
    }

    /// <summary>Gets the number that reached a stage in the year itself.</summary>
    public decimal? SumYear(string stage) => new SegmentCounts(until).Sum(stage, CountField.Entered, period => period.Year == Year);

    /// <summary>Gets the segments that reached a stage after a day, and those that did not.</summary>
    public (IReadOnlyList<string> Reached, IReadOnlyList<string> Others) SplitByLately(string stage, DateOnly after)
    {
        var all = until.Select(row => row.Segment).Where(segment => segment.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var reached = until.Where(row => row.Stage == stage && row.Period.End > after && row.Get(CountField.Entered) > 0)
            .Select(row => row.Segment).ToHashSet(StringComparer.Ordinal);
        return (all.FindAll(reached.Contains), all.FindAll(segment => !reached.Contains(segment)));
    }

    /// <summary>Finds the last day of the last period in which each segment reached a stage, in order of the segments.</summary>
    public IEnumerable<(string Segment, DateOnly Day)> FindLastReached(string stage) => until
        .Where(row => row.Stage == stage && row.Segment.Length > 0 && row.Get(CountField.Entered) > 0)
        .GroupBy(row => row.Segment, StringComparer.Ordinal).OrderBy(segment => segment.Key, StringComparer.Ordinal)
        .Select(segment => (segment.Key, segment.Max(row => row.Period.End)));

    private (DateOnly Start, int Length) GetWindow()
    {
        var (start, first) = (Last.Start, until.Min(row => row.Period).Start);
        var length = 1;
        while (length < (rules.RateOver ?? 1) && GoBack(start) is var earlier && earlier >= first)
        {
            (start, length) = (earlier, length + 1);
        }

        return (start, length);
    }

    private DateOnly GoBack(DateOnly start) => rules.Period switch
    {
        PeriodGranularity.Month => start.AddMonths(-1),
        PeriodGranularity.Quarter => start.AddMonths(-3),
        PeriodGranularity.Week => start.AddDays(-7),
        _ => start.AddYears(-1),
    };
}

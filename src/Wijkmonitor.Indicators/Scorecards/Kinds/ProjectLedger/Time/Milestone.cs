namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;

/// <summary>A milestone with all dates that were recorded of it. The first baseline stays the yardstick; later ones are replans.</summary>
/// <param name="code">Its code.</param>
/// <param name="dates">Its dates, in the order in which they were recorded.</param>
internal sealed class Milestone(string code, IReadOnlyList<MilestoneDate> dates)
{
    /// <summary>Its code.</summary>
    public string Code => code;

    /// <summary>Its dates, in the order in which they were recorded.</summary>
    public IReadOnlyList<MilestoneDate> Dates => dates;

    /// <summary>The date that was agreed first; null where none was.</summary>
    public MilestoneDate? Baseline { get; } = dates.FirstOrDefault(date => date.Kind == MilestoneDate.Baseline);

    /// <summary>The date on which it happened; null where it has not, as far as was recorded.</summary>
    public MilestoneDate? Actual { get; } = dates.LastOrDefault(date => date.Kind == MilestoneDate.Actual);

    /// <summary>The dates that were agreed after the first one.</summary>
    public IEnumerable<MilestoneDate> Replans =>
        dates.Where(date => date.Kind == MilestoneDate.Replan || (date.Kind == MilestoneDate.Baseline && date != Baseline));

    /// <summary>The date on which it happened, or else the one that was expected or agreed last; null for neither.</summary>
    public MilestoneDate? Now => Actual ?? dates.Where(date => date.Kind == MilestoneDate.Forecast).Concat(Replans)
        .OrderBy(date => date.Record.Date).ThenBy(date => date.Kind == MilestoneDate.Forecast).LastOrDefault();

    /// <summary>Days from the baseline until now; null where one of both is not there.</summary>
    public DayRange? Slip => Baseline is { } planned && Now is { } now ? now.Date.CountSince(planned.Date) : null;

    /// <summary>Counts the agreed dates that passed without it having happened.</summary>
    /// <param name="asOf">The day that is looked from.</param>
    public int CountMissed(DateOnly asOf)
    {
        var until = Actual?.Date.First ?? asOf;
        return Replans.Append(Baseline).OfType<MilestoneDate>().Count(planned => planned.Date.Last < until);
    }
}

using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Model.Subjects;

/// <summary>A date that was given for a deadline: a promise, an expectation, or the day on which it was met.</summary>
/// <param name="Kind">Kind of date.</param>
/// <param name="Date">The day, or the first day of a loose date.</param>
public sealed record DeadlineDate(DeadlineDateKind Kind, DateOnly Date)
{
    /// <summary>The last day of a loose date, such as "within 2019"; null for one day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day on which the date was given; null where that is not known.</summary>
    public DateOnly? RecordedOn { get; init; }

    /// <summary>The date as its source writes it, or a remark on it; null for none.</summary>
    public BilingualText? Note { get; init; }
}

using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;

/// <summary>A date of a milestone as it was recorded.</summary>
/// <param name="Kind">Its kind: <c>baseline</c>, <c>replan</c>, <c>forecast</c> or <c>actual</c>.</param>
/// <param name="Date">The date.</param>
/// <param name="Record">The record.</param>
internal sealed record MilestoneDate(string Kind, LooseDate Date, AreaRecord Record)
{
    /// <summary>Kind of the date that was agreed first.</summary>
    public const string Baseline = "baseline";

    /// <summary>Kind of a date that was agreed later.</summary>
    public const string Replan = "replan";

    /// <summary>Kind of a date that is expected.</summary>
    public const string Forecast = "forecast";

    /// <summary>Kind of the date on which it happened.</summary>
    public const string Actual = "actual";
}

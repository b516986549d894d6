using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>
/// Rules for when a figure is stale. The paper names 12 months for figures of policy and 24 for those of liveability. A figure of a year
/// is as of its last day, and so is a scorecard: no clock is needed, and a scorecard of the past stays as it was.
/// </summary>
/// <param name="PolicyMonths">The age in months beyond which a figure of policy is stale.</param>
/// <param name="LiveabilityMonths">The age in months beyond which a figure of liveability is stale.</param>
/// <param name="Stale">Consequence of a stale figure.</param>
public sealed record Freshness(int PolicyMonths, int LiveabilityMonths, StaleFigures Stale)
{
    private const int MonthsInYear = 12;

    /// <summary>Gets the number of months between the end of a figure's year and a day; 0 within that year.</summary>
    public static int GetAgeInMonths(Period figure, DateOnly asOf) => Math.Max(0, (asOf.Year - figure.Year - 1) * MonthsInYear + asOf.Month);

    /// <summary>Gets the reference date of a scorecard of a year: its last day.</summary>
    public static DateOnly GetReferenceDate(Period scorecard) => new(scorecard.Year, MonthsInYear, 31);

    /// <summary>Whether a figure is too old on a day.</summary>
    public bool IsStale(FigureOrigin kind, Period figure, DateOnly asOf) =>
        GetAgeInMonths(figure, asOf) > (kind == FigureOrigin.Liveability ? LiveabilityMonths : PolicyMonths);
}

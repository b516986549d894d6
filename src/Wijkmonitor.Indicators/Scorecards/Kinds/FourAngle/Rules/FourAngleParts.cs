using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

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

/// <summary>Treatment of a stale figure; it is named either way.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<StaleFigures>))]
public enum StaleFigures
{
    /// <summary>It counts.</summary>
    [JsonStringEnumMemberName("count")]
    Count,

    /// <summary>It does not count: the coverage is less.</summary>
    [JsonStringEnumMemberName("leave-out")]
    LeaveOut,
}

/// <summary>Rules for splitting the budget for liveability over areas.</summary>
/// <param name="Budget">The indicator that holds the municipality's budget of the year, in euros.</param>
/// <param name="Homes">The indicator that counts the corporation's homes in an area.</param>
/// <param name="Mode">Basis of the split.</param>
/// <param name="WithoutScore">Treatment of areas with homes and without a score.</param>
public sealed record BudgetRules(string Budget, string Homes, BudgetMode Mode, UnscoredAreaRule WithoutScore)
{
    internal void Validate(RuleValidator validator)
    {
        validator.Require(validator.RequireIndicator("budget.budget", Budget)?.IsMoney != false,
            $"'budget.budget' names the indicator '{Budget}', which is not in euros.");
        validator.RequireIndicator("budget.homes", Homes);
    }
}

/// <summary>Basis for splitting a budget. The paper can be read both ways where it says that severity comes in place of homes.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<BudgetMode>))]
public enum BudgetMode
{
    /// <summary>The number of homes, as before.</summary>
    [JsonStringEnumMemberName("by-homes")]
    ByHomes,

    /// <summary>The severity: B x p / sum p.</summary>
    [JsonStringEnumMemberName("severity")]
    Severity,

    /// <summary>The severity times the number of homes: B x p x n / sum(p x n).</summary>
    [JsonStringEnumMemberName("severity-by-homes")]
    SeverityByHomes,
}

/// <summary>Treatment of areas with homes but without a score when a budget is split by severity.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<UnscoredAreaRule>))]
public enum UnscoredAreaRule
{
    /// <summary>They have their share by number of homes first; the rest is split by severity.</summary>
    [JsonStringEnumMemberName("share-by-homes")]
    ShareByHomes,

    /// <summary>Nothing is split until every area with homes has a score.</summary>
    [JsonStringEnumMemberName("no-split")]
    NoSplit,
}

/// <summary>Reference for staff.</summary>
/// <param name="Fte">The indicator with the staff that works in an area, in full-time equivalents.</param>
public sealed record StaffRules(string Fte)
{
    internal void Validate(RuleValidator validator) => validator.RequireIndicator("staff.fte", Fte);
}

/// <summary>The effort that is shown next to the score, so that staff need not exaggerate problems to keep what works.</summary>
/// <remarks>Source: Tiwos, "Taal is de spiegel van de ziel", Discussiedagen Sociale Huisvesting 2020.</remarks>
/// <param name="Indicator">The indicator with the effort in an area, in euros or full-time equivalents.</param>
/// <param name="MinRise">By how many points a score must rise since the last cycle to be called improving; 0 or more.</param>
/// <param name="Keep">Share of this year's effort that an area that improves with support keeps next year at least, in percent.</param>
public sealed record EffortRules(string Indicator, [property: FormerName("leastRise")] decimal MinRise, decimal Keep)
{
    internal void Validate(RuleValidator validator)
    {
        validator.RequireIndicator("effort.indicator", Indicator);
        validator.Require(MinRise >= 0, "'effort.minRise' is below zero.");
        validator.RequirePercent("effort.keep", Keep);
    }
}

/// <summary>A figure whose trend is compared with what staff see.</summary>
/// <param name="Hard">The indicator with the figure.</param>
/// <param name="Staff">The indicator with what staff see: above 0 more of it, below 0 less, as the catalogue says which is better.</param>
/// <param name="Years">Over how many years the trend is taken, this one included; at least 3 of them must be known.</param>
/// <param name="HardFlat">The slope, in the indicator's unit a year, up to which the figure is called level.</param>
/// <param name="StaffFlat">The signal, without its sign, up to which staff are said to see no change.</param>
public sealed record ComparedTrend(string Hard, string Staff, int Years, decimal HardFlat, decimal StaffFlat)
{
    private const int MinYears = 3;

    internal void Validate(RuleValidator validator, string field)
    {
        validator.RequireJudged($"{field}.hard", Hard);
        validator.RequireJudged($"{field}.staff", Staff);
        validator.Require(Years >= MinYears, $"'{field}.years' is below {MinYears}: a trend needs that many periods.");
        validator.Require(HardFlat >= 0 && StaffFlat >= 0, $"'{field}' has a 'hardFlat' or 'staffFlat' below zero.");
    }
}

/// <summary>The measures that participants of a neighbourhood workshop can place a pin for.</summary>
/// <param name="Measures">The measures, five of them; a pin's colour says which.</param>
public sealed record PinRules(IReadOnlyList<PinMeasure> Measures)
{
    private const int Count = 5;

    internal void Validate(RuleValidator validator) => validator.Require(
        Measures.Count == Count
            && Measures.DistinctBy(measure => measure.Code, StringComparer.Ordinal).Count() == Count, "'pins.measures' must name five different measures.");
}

/// <summary>A measure that a pin can be placed for.</summary>
/// <param name="Code">Code of the measure in the dataset.</param>
/// <param name="Colour">The colour of its pins.</param>
/// <param name="Label">Its name.</param>
public sealed record PinMeasure(string Code, string Colour, BilingualText Label);

using System.Globalization;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Observations.Periods;

/// <summary>The day of a period that a figure is about, where it is not about the period as a whole.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReferenceDate>))]
public enum ReferenceDate
{
    /// <summary>The first day, such as 1 January.</summary>
    [JsonStringEnumMemberName("start")]
    Start,

    /// <summary>The last day, such as 31 December.</summary>
    [JsonStringEnumMemberName("end")]
    End,
}

/// <summary>The year that a figure over several years is named by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NamedYear>))]
public enum NamedYear
{
    /// <summary>The last of them.</summary>
    [JsonStringEnumMemberName("last")]
    Last,

    /// <summary>The first of them.</summary>
    [JsonStringEnumMemberName("first")]
    First,

    /// <summary>The one in the middle.</summary>
    [JsonStringEnumMemberName("middle")]
    Middle,
}

/// <summary>The days that a figure is about, as far as its period does not say it.</summary>
/// <param name="ReferenceDate">The day that a stock was counted on, such as start for 1 January; absent for what was counted or measured over the
/// whole period.</param>
/// <param name="CoversYears">The number of years that a figure is taken over, 3 for a moving average of three years; 1 unless said otherwise.</param>
/// <param name="NamedYear">The year that such a figure is named by: the last unless said otherwise.</param>
public sealed record MeasuredPeriod(ReferenceDate? ReferenceDate = null, int CoversYears = 1, NamedYear NamedYear = NamedYear.Last)
{
    /// <summary>A figure over exactly the period that is named.</summary>
    public static MeasuredPeriod Whole { get; } = new();

    /// <summary>Gets the day that a figure about a period is about; null where it is about all of it.</summary>
    public DateOnly? GetReferenceDate(Period period) => ReferenceDate switch
    {
        Observations.Periods.ReferenceDate.Start => period.Start,
        Observations.Periods.ReferenceDate.End => period.End,
        _ => null,
    };

    /// <summary>Gets the first and last year that a figure about a year covers; null for the year itself.</summary>
    public (int First, int Last)? GetYears(Period period)
    {
        if (CoversYears == 1 || !period.IsCalendarYear)
        {
            return null;
        }

        var first = NamedYear switch
        {
            NamedYear.First => period.Year,
            NamedYear.Middle => period.Year - (CoversYears / 2),
            _ => period.Year - CoversYears + 1,
        };
        return (first, first + CoversYears - 1);
    }

    /// <summary>Gets the period's name for people with what this adds to it: "2024 (1 januari 2024)", "2024 (over 2022-2024)".</summary>
    public BilingualText GetLabel(Period period)
    {
        var label = period.Label;
        if (GetYears(period) is (var first, var last))
        {
            var years = string.Create(CultureInfo.InvariantCulture, $" (over {first}-{last})");
            label = new(label.Nl + years, label.En + years);
        }

        return GetReferenceDate(period) is { } day && PeriodLabel.For(day) is var name ? new($"{label.Nl} ({name.Nl})", $"{label.En} ({name.En})") : label;
    }
}

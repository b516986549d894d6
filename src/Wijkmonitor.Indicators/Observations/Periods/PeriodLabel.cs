using System.Globalization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Observations.Periods;

/// <summary>The names of periods and days for people.</summary>
internal static class PeriodLabel
{
    private static readonly string[] MonthsNl =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
    private static readonly string[] MonthsEn =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Names the months in Dutch, January first.</summary>
    public static IReadOnlyList<string> DutchMonths => MonthsNl;

    /// <summary>Creates the label of a period.</summary>
    public static BilingualText For(Period period)
    {
        var (year, number) = (period.Year, period.Number);
        return period.Granularity switch
        {
            PeriodGranularity.Year => new(period.ToString(), period.ToString()),
            PeriodGranularity.SchoolYear => new(Format($"schooljaar {year}/'{(year + 1) % 100:00}"), Format($"school year {year}/{(year + 1) % 100:00}")),
            PeriodGranularity.Quarter => new(Format($"{number}e kwartaal {year}"), Format($"Q{number} {year}")),
            PeriodGranularity.Month => new(Format($"{MonthsNl[number - 1]} {year}"), Format($"{MonthsEn[number - 1]} {year}")),
            _ => new(Format($"week {number} van {year}"), Format($"week {number} of {year}")),
        };
    }

    /// <summary>Creates the label of a day.</summary>
    public static BilingualText For(DateOnly day) =>
        new(Format($"{day.Day} {MonthsNl[day.Month - 1]} {day.Year}"), Format($"{day.Day} {MonthsEn[day.Month - 1]} {day.Year}"));

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

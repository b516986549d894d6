using System.Globalization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>The names of periods and days for people.</summary>
internal static class PeriodLabel
{
    private static readonly string[] MonthsNl = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
    private static readonly string[] MonthsEn = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Names the months in Dutch, January first.</summary>
    public static IReadOnlyList<string> DutchMonths => MonthsNl;

    /// <summary>Names a period.</summary>
    public static BilingualText For(Period period)
    {
        var (year, number) = (period.Year, period.Number);
        return period.Granularity switch
        {
            PeriodGranularity.Year => new(period.ToString(), period.ToString()),
            PeriodGranularity.SchoolYear => new(Text($"schooljaar {year}/'{(year + 1) % 100:00}"), Text($"school year {year}/{(year + 1) % 100:00}")),
            PeriodGranularity.Quarter => new(Text($"{number}e kwartaal {year}"), Text($"Q{number} {year}")),
            PeriodGranularity.Month => new(Text($"{MonthsNl[number - 1]} {year}"), Text($"{MonthsEn[number - 1]} {year}")),
            _ => new(Text($"week {number} van {year}"), Text($"week {number} of {year}")),
        };
    }

    /// <summary>Names a day.</summary>
    public static BilingualText For(DateOnly day) =>
        new(Text($"{day.Day} {MonthsNl[day.Month - 1]} {day.Year}"), Text($"{day.Day} {MonthsEn[day.Month - 1]} {day.Year}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

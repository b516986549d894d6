namespace Wijkmonitor.Indicators.Scorecards.Model.Calculations;

/// <summary>Time between two days, in months.</summary>
internal static class Duration
{
    /// <summary>Number of months in a year.</summary>
    public const int MonthsPerYear = 12;

    /// <summary>Computes the months from one day to another; below 0 where the other is earlier.</summary>
    /// <remarks>
    /// The last day of a month is its end: from 1 January to 31 December is twelve months. Days of a month that is not whole are a part of it.
    /// </remarks>
    public static decimal GetMonths(DateOnly from, DateOnly to)
    {
        var (start, end) = (GetEnd(from), GetEnd(to));
        if (end < start)
        {
            return -GetMonths(to, from);
        }

        var whole = ((end.Year - start.Year) * MonthsPerYear) + end.Month - start.Month;
        whole -= start.AddMonths(whole) > end ? 1 : 0;
        var (last, next) = (start.AddMonths(whole), start.AddMonths(whole + 1));
        return whole + ((decimal)(end.DayNumber - last.DayNumber) / (next.DayNumber - last.DayNumber));
    }

    private static DateOnly GetEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month) ? day.AddDays(1) : day;
}

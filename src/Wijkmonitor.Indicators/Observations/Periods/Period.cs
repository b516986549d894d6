using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Observations.Periods;

/// <summary>The period that a figure is about, between 1900 and 2199: a year, school year, quarter, month or week.</summary>
/// <remarks>
/// Its text is the same in every language and can be part of a key: <c>2024</c>, <c>2023-SY</c> (school year 2023/'24), <c>2024-Q1</c>,
/// <c>2024-03</c>, <c>2024-W05</c>. Periods are ordered by their first day; of those that start together the longest comes first.
/// </remarks>
[JsonConverter(typeof(PeriodJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct Period : IComparable<Period>, IComparable
{
    private const int MinYear = 1900;
    private const int MaxYear = 2199;
    private const int DigitsOfYear = 4;
    private const int QuartersInYear = 4;
    private const int MonthsInYear = 12;
    private const int MonthsInQuarter = 3;
    private const int DaysInWeek = 7;
    private const int FirstMonthOfSchool = 8;
    private const double DaysInYear = 365.2425;

    // Four bytes together: a national file has a great many periods in memory.
    private readonly short year;
    private readonly byte granularity;
    private readonly byte number;

    /// <summary>Creates the period that is one calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between 1900 and 2199.</exception>
    public Period(int year)
        : this(PeriodGranularity.Year, year, 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, MinYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, MaxYear);
    }

    private Period(PeriodGranularity granularity, int year, int number) =>
        (this.granularity, this.year, this.number) = ((byte)granularity, (short)year, (byte)number);

    /// <summary>The calendar year. ISO 8601 decides that of a week; a school year has the one that it starts in.</summary>
    public int Year => year;

    /// <summary>The kind of period.</summary>
    public PeriodGranularity Granularity => (PeriodGranularity)granularity;

    /// <summary>The number of the quarter, month or week in its year; 0 for a year and a school year.</summary>
    public int Number => number;

    /// <summary>Whether the period is a calendar year.</summary>
    public bool IsCalendarYear => Granularity == PeriodGranularity.Year;

    /// <summary>The first day.</summary>
    public DateOnly Start => Granularity switch
    {
        PeriodGranularity.Year => new(year, 1, 1),
        PeriodGranularity.SchoolYear => new(year, FirstMonthOfSchool, 1),
        PeriodGranularity.Quarter => new(year, ((number - 1) * MonthsInQuarter) + 1, 1),
        PeriodGranularity.Month => new(year, number, 1),
        _ => DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)),
    };

    /// <summary>The last day.</summary>
    public DateOnly End => Granularity switch
    {
        PeriodGranularity.Quarter => Start.AddMonths(MonthsInQuarter).AddDays(-1),
        PeriodGranularity.Month => Start.AddMonths(1).AddDays(-1),
        PeriodGranularity.Week => Start.AddDays(DaysInWeek - 1),
        _ => Start.AddYears(1).AddDays(-1),
    };

    /// <summary>The same period a year earlier; null where that year has no such week, or is before 1900.</summary>
    public Period? YearEarlier => TryCreate(Granularity, year - 1, number, out var earlier) ? earlier : null;

    /// <summary>The name for people, such as "1e kwartaal 2024".</summary>
    public BilingualText Label => PeriodLabel.For(this);

    /// <summary>Whether a number is a year that figures can be about.</summary>
    public static bool IsYear(int year) => year is >= MinYear and <= MaxYear;

    /// <summary>Creates a period.</summary>
    /// <param name="granularity">The kind of period.</param>
    /// <param name="year">The year.</param>
    /// <param name="number">The number of the quarter, month or week; 0 for a year and a school year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between 1900 and 2199, or has no such quarter, month or week.</exception>
    public static Period Create(PeriodGranularity granularity, int year, int number = 0) =>
        TryCreate(granularity, year, number, out var period)
            ? period
            : throw new ArgumentOutOfRangeException(nameof(number), number, $"{year.ToString(CultureInfo.InvariantCulture)} has no such {granularity}.");

    /// <summary>Creates a period where there is one.</summary>
    /// <param name="granularity">The kind of period.</param>
    /// <param name="year">The year.</param>
    /// <param name="number">The number of the quarter, month or week; 0 for a year and a school year.</param>
    /// <param name="period">The period.</param>
    /// <returns>False where the year is not between 1900 and 2199, or has no such quarter, month or week.</returns>
    public static bool TryCreate(PeriodGranularity granularity, int year, int number, out Period period)
    {
        var (first, last) = granularity switch
        {
            _ when !IsYear(year) => (1, 0),
            PeriodGranularity.Quarter => (1, QuartersInYear),
            PeriodGranularity.Month => (1, MonthsInYear),
            PeriodGranularity.Week => (1, ISOWeek.GetWeeksInYear(year)),
            _ => (0, 0),
        };
        var exists = number >= first && number <= last;
        period = exists ? new Period(granularity, year, number) : default;
        return exists;
    }

    /// <summary>Reads a year of four digits, such as 2019, or CBS's code for it, 2019JJ00.</summary>
    /// <returns>False where the text is neither.</returns>
    public static bool TryParseYear([NotNullWhen(true)] string? text, out Period period)
    {
        if (TryParse(text, out period) && period.IsCalendarYear)
        {
            return true;
        }

        period = default;
        return false;
    }

    /// <summary>Reads the text of a period (<see cref="ToString"/>), or CBS's code for it: 2019JJ00, 2019SJ00, 2019KW01 or 2019MM01.</summary>
    /// <returns>False where the text is neither.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Period period)
    {
        var written = WhiteSpace.Trim(text.AsSpan());
        period = default;
        return written.Length >= DigitsOfYear
            && TryParseNumber(written[..DigitsOfYear], out var year)
            && written[DigitsOfYear..] switch
            {
                "" or "JJ00" => TryCreate(PeriodGranularity.Year, year, 0, out period),
                "-SY" or "SJ00" => TryCreate(PeriodGranularity.SchoolYear, year, 0, out period),
                ['-', 'Q', _] or ['K', 'W', '0', _] => TryCreateNumbered(PeriodGranularity.Quarter, year, written[^1..], out period),
                ['-', 'W', _, _] => TryCreateNumbered(PeriodGranularity.Week, year, written[^2..], out period),
                ['-', _, _] or ['M', 'M', _, _] => TryCreateNumbered(PeriodGranularity.Month, year, written[^2..], out period),
                _ => false,
            };
    }

    /// <summary>Compares in time.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Compares in time.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Compares in time.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Compares in time.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Period other)
    {
        if (granularity != other.granularity)
        {
            return Start.CompareTo(other.Start) is not 0 and var byStart ? byStart : granularity.CompareTo(other.granularity);
        }

        return year != other.year ? year.CompareTo(other.year) : number.CompareTo(other.number);
    }

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj is Period other ? CompareTo(other) : 1;

    /// <summary>Computes how long this period starts after another one of the same granularity, in years.</summary>
    public double GetYearsAfter(Period other) => Granularity switch
    {
        PeriodGranularity.Quarter => year - other.year + ((number - other.number) / (double)QuartersInYear),
        PeriodGranularity.Month => year - other.year + ((number - other.number) / (double)MonthsInYear),
        PeriodGranularity.Week => (Start.DayNumber - other.Start.DayNumber) / DaysInYear,
        _ => year - other.year,
    };

    /// <inheritdoc/>
    public override string ToString() => Granularity switch
    {
        PeriodGranularity.Year => Year.ToString("0000", CultureInfo.InvariantCulture),
        PeriodGranularity.SchoolYear => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-SY"),
        PeriodGranularity.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}"),
        PeriodGranularity.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}"),
    };

    private static bool TryCreateNumbered(PeriodGranularity granularity, int year, ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        return TryParseNumber(text, out var number) && TryCreate(granularity, year, number, out period);
    }

    private static bool TryParseNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

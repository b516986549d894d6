using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>The calendar year that a figure is about, between 1900 and 2199.</summary>
[JsonConverter(typeof(PeriodJsonConverter))]
public readonly record struct Period : IComparable<Period>
{
    private const int First = 1900;
    private const int Last = 2199;

    /// <summary>The period that is one calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between 1900 and 2199.</exception>
    public Period(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, First);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, Last);
        Year = year;
    }

    /// <summary>The calendar year.</summary>
    public int Year { get; }

    /// <summary>Whether a number is such a year.</summary>
    public static bool IsYear(int year) => year is >= First and <= Last;

    /// <summary>Reads a year of four digits, such as 2019, or CBS's code for it, 2019JJ00.</summary>
    /// <returns>False where the text is neither.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Period period)
    {
        period = default;
        var digits = text.AsSpan().Trim(' ');
        if (digits.Length == 8 && digits.EndsWith("JJ00", StringComparison.Ordinal))
        {
            digits = digits[..4];
        }

        if (digits.Length != 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !IsYear(year))
        {
            return false;
        }

        period = new Period(year);
        return true;
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
    public int CompareTo(Period other) => Year.CompareTo(other.Year);

    /// <inheritdoc/>
    public override string ToString() => Year.ToString("0000", CultureInfo.InvariantCulture);
}

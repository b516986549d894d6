using System.Globalization;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>Exact converter between doubles and the decimal numbers that they are written as.</summary>
/// <remarks>The conversions of .NET keep 15 digits; publishers of scores write up to 17.</remarks>
public static class DoubleConverter
{
    // Up to this power of ten both parts of a division are exact, so that its outcome is the nearest double.
    private const int MaxExactScale = 22;

    /// <summary>Gets the shortest decimal number that gives this double, of 17 digits at most.</summary>
    /// <param name="number">The double; its magnitude is less than that of the largest decimal.</param>
    /// <remarks>What is smaller than 28 decimals can hold is rounded there.</remarks>
    /// <exception cref="OverflowException">The number is larger than a decimal can be.</exception>
    public static decimal ToDecimal(double number)
    {
        var rounded = (decimal)number;
        return rounded.Scale <= MaxExactScale && (double)rounded == number
            ? rounded
            : decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Gets the double nearest to a decimal number, of which <see cref="ToDecimal"/> gives the number back.</summary>
    public static double ToDouble(decimal number)
    {
        var nearest = (double)number;
        return number.Scale <= MaxExactScale && (decimal)nearest == number
            ? nearest
            : double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}

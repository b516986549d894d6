namespace Wijkmonitor.Indicators.Scorecards.Model.Calculations;

/// <summary>Arithmetic of powers and logarithms in decimals, to about 26 digits.</summary>
/// <remarks>
/// A whole power is multiplied out. Another one is an exponential of a logarithm; both are series of a number that was brought near one
/// by factors of two, summed until a term no longer changes the sum.
/// </remarks>
internal static class DecimalMath
{
    private const decimal LogOfTwo = 0.6931471805599453094172321215m;
    private const int MaxWholePower = 10_000;

    /// <summary>Computes the natural logarithm of a number above zero.</summary>
    public static decimal Log(decimal number)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        var twos = 0;
        for (; number > 1.5m; twos++)
        {
            number /= 2;
        }

        for (; number < 0.75m; twos--)
        {
            number *= 2;
        }

        var ratio = (number - 1) / (number + 1);
        var (power, sum) = (ratio, 0m);
        for (var odd = 1; power / odd != 0; odd += 2)
        {
            sum += power / odd;
            power *= ratio * ratio;
        }

        return (2 * sum) + (twos * LogOfTwo);
    }

    /// <summary>Computes the exponential of a number.</summary>
    public static decimal Exp(decimal number)
    {
        var twos = decimal.Round(number / LogOfTwo);
        var rest = number - (twos * LogOfTwo);
        var (term, sum) = (1m, 0m);
        for (var index = 1; term != 0; index++)
        {
            sum += term;
            term *= rest / index;
        }

        return twos >= 0 ? sum * MultiplyOut(2, (int)twos) : sum / MultiplyOut(2, (int)-twos);
    }

    /// <summary>Computes a power of a number above zero.</summary>
    /// <exception cref="OverflowException">The power is too large for a decimal.</exception>
    public static decimal Pow(decimal number, decimal exponent)
    {
        if (Math.Abs(exponent) <= MaxWholePower && exponent == decimal.Truncate(exponent))
        {
            var power = MultiplyOut(number, (int)Math.Abs(exponent));
            return exponent < 0 ? 1 / power : power;
        }

        return Exp(exponent * Log(number));
    }

    private static decimal MultiplyOut(decimal number, int times)
    {
        var power = 1m;
        for (var square = number; times > 0; times /= 2)
        {
            power = times % 2 == 1 ? power * square : power;
            square = times > 1 ? square * square : square;
        }

        return power;
    }
}

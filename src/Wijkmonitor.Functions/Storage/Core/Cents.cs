namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>Money as it is stored: whole cents.</summary>
public static class Cents
{
    /// <summary>Converts euros to cents.</summary>
    /// <exception cref="ArgumentException">It has parts of a cent.</exception>
    public static long FromEuros(decimal euros) => decimal.Round(euros, 2) == euros
        ? decimal.ToInt64(euros * 100)
        : throw new ArgumentException($"{euros} has parts of a cent.", nameof(euros));

    /// <summary>Converts cents to euros.</summary>
    public static decimal ToEuros(long cents) => new decimal(cents) / 100;
}

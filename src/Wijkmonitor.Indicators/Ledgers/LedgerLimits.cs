namespace Wijkmonitor.Indicators.Ledgers;

/// <summary>The largest numbers that can be booked. Larger ones are faults of typing, and sums of a term stay within a decimal.</summary>
public static class LedgerLimits
{
    /// <summary>The largest amount of a contract, an entry or a line in a year, in euros.</summary>
    public const decimal MaxEuros = 1_000_000_000;

    /// <summary>The largest number of times that an entry says that an activity was held.</summary>
    public const decimal MaxCount = 1_000_000;
}

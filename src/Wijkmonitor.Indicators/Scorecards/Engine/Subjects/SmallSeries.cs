using Wijkmonitor.Indicators.Disclosure;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>Numbers of homes or people through time of which one, or a difference, is too small to be shown.</summary>
/// <remarks>
/// All numbers of the series are withheld then. That is more than others would need, and nothing can be computed from what is shown: not those that are left
/// of the whole, and not those that came or went between two days.
/// </remarks>
internal static class SmallSeries
{
    private const decimal Percent = 100;

    // More than is left of a whole that nobody knows.
    private const decimal Plenty = 1_000_000;

    // Half of the last decimal of a percentage with one.
    private const decimal Rounding = 0.05m;

    /// <summary>Whether counts, what each leaves of its whole, or a difference between two days is too small.</summary>
    /// <param name="counts">The counts with their wholes, of all days.</param>
    /// <param name="rule">The rule.</param>
    public static bool IsSmall(IReadOnlyList<(decimal Count, decimal Whole)> counts, SuppressionRule rule) =>
        counts.Any(one => IsSmall(one.Count, rule) || IsSmall(one.Whole - one.Count, rule))
        || GetPairs(counts).Any(pair => IsSmallChange(pair.Other.Count - pair.One.Count, rule)
            || IsSmallChange(pair.Other.Whole - pair.Other.Count - pair.One.Whole + pair.One.Count, rule));

    /// <summary>Whether numbers in a unit stand for counts that are too small.</summary>
    /// <remarks>They are percentages of a whole that is known, or counts in any other unit.</remarks>
    /// <param name="unit">The unit.</param>
    /// <param name="numbers">The numbers, of all days.</param>
    /// <param name="whole">Number of all; null where it is not known.</param>
    /// <param name="rule">The rule.</param>
    public static bool IsSmall(string unit, IReadOnlyList<decimal> numbers, decimal? whole, SuppressionRule rule) => unit != "%"
        ? IsSmall([.. numbers.Select(number => (number, Math.Max(number, whole ?? number + Plenty)))], rule)
        : whole is { } all && IsSmall([.. numbers.Select(number => Math.Clamp(number, 0, Percent))], all, rule);

    /// <summary>Whether percentages of a known whole stand for counts that are too small, as far as they can be rounded.</summary>
    /// <param name="percentages">The percentages, of all days.</param>
    /// <param name="whole">Number of all.</param>
    /// <param name="rule">The rule.</param>
    public static bool IsSmall(IReadOnlyList<decimal> percentages, decimal whole, SuppressionRule rule)
    {
        bool IsSmallShare(decimal share, int rounded) => rule.IsTooSmall(GetLeast(share, whole, rounded));
        return percentages.Any(share => IsSmallShare(share, 1) || IsSmallShare(Percent - share, 1))
            || GetPairs(percentages).Any(pair => pair.One != pair.Other && IsSmallShare(Math.Abs(pair.One - pair.Other), 2));
    }

    // The lowest count that a percentage with one decimal can stand for; nobody only where it is zero.
    private static long GetLeast(decimal share, decimal whole, int rounded)
    {
        var lowest = decimal.Ceiling((share - (rounded * Rounding)) * whole / Percent);
        return share <= 0 ? 0 : (long)Math.Clamp(Math.Min(lowest, decimal.Floor(share * whole / Percent)), 1, int.MaxValue);
    }

    // A part of one is no nobody.
    private static bool IsSmall(decimal count, SuppressionRule rule) =>
        rule.IsTooSmall(count <= 0 ? 0 : (long)Math.Clamp(decimal.Floor(count), 1, int.MaxValue));

    private static bool IsSmallChange(decimal change, SuppressionRule rule) => change != 0 && Math.Abs(change) < rule.Limit;

    private static IEnumerable<(T One, T Other)> GetPairs<T>(IReadOnlyList<T> items) =>
        items.SelectMany((one, index) => items.Skip(index + 1).Select(other => (one, other)));
}

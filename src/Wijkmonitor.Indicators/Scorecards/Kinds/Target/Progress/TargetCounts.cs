using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;

/// <summary>The counts behind the numbers of a target: the numbers, or what percentages are of all.</summary>
/// <param name="rules">The rules.</param>
/// <param name="units">Number of units of the subject; null where it is not known.</param>
internal sealed class TargetCounts(TargetRules rules, decimal? units)
{
    private const decimal Percent = 100;

    // Half of the last decimal of a percentage with one.
    private const decimal Rounding = 0.05m;

    private readonly decimal? all = rules.Stock ?? units;

    /// <summary>The numbers that everybody knows the whole to be.</summary>
    public IEnumerable<decimal> Totals => rules.Form == MeasureForm.Share ? [Percent] : new[] { rules.Stock, units }.OfType<decimal>().Distinct();

    /// <summary>Finds the smallest count that a number can be; null where it is not known or below zero.</summary>
    /// <param name="number">The number.</param>
    /// <param name="rounded">Number of rounded percentages that it was computed from.</param>
    public long? Find(decimal number, int rounded)
    {
        if (number < 0)
        {
            return null;
        }

        if (rules.Form != MeasureForm.Share)
        {
            return ToWhole(decimal.Floor(number));
        }

        var count = number * all / Percent;
        var min = decimal.Ceiling((number - (rounded * Rounding)) * (all ?? 0) / Percent);
        return count is not { } known ? null : known == 0 ? 0 : ToWhole(Math.Max(1, Math.Min(min, decimal.Floor(known))));
    }

    private static long? ToWhole(decimal count) => count > long.MaxValue ? null : (long)count;
}

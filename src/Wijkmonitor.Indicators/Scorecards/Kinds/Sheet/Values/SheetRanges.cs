using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

/// <summary>Arithmetic of ranges: each end of a result comes from one end of each operand.</summary>
internal static class SheetRanges
{
    /// <summary>Ending of the steps of a lower end.</summary>
    public const string LowEnd = "-low";

    /// <summary>Ending of the steps of an upper end.</summary>
    public const string HighEnd = "-high";

    /// <summary>Whether the ends of a result are those of the operands also where these are below zero.</summary>
    public static bool HoldsBelowZero(SheetOperation op) =>
        op is not (SheetOperation.Multiply or SheetOperation.Divide or SheetOperation.Grow or SheetOperation.Annuity or SheetOperation.AnnuityYears);

    /// <summary>Gets the ends of the operands that an end of the result comes from; a null one is open.</summary>
    public static IReadOnlyList<Operand?> GetEnd(SheetOperation op, IReadOnlyList<SheetValue> operands, bool isLow) =>
        [.. operands.Select((operand, place) => isLow == Rises(op, place) ? operand.Low : operand.High)];

    /// <summary>Gets the years or sums of years among which an operation over years selects an end.</summary>
    public static IReadOnlyList<Operand> GetCandidates(SheetOperation op, IReadOnlyList<(int Year, SheetValue Value)> years, bool isLow)
    {
        IEnumerable<decimal> found = op switch
        {
            // The earliest is where the upper end is not below zero, the latest where the lower end is not.
            SheetOperation.FirstYear => years.Index().Where(year => Get(year.Item.Value, !isLow) >= 0).Select(year => year.Index + 1m),
            SheetOperation.PeakYear => GetPeakYears([.. ComputeTotals(years, isLow: true)], [.. ComputeTotals(years, isLow: false)], isLow),
            _ => ComputeTotals(years, isLow),
        };
        return [.. found.Select(Operand.FromConstant)];
    }

    private static IEnumerable<decimal> GetPeakYears(List<decimal> low, List<decimal> high, bool isLow)
    {
        var min = low.Max();
        List<decimal> possible = [.. high.Index().Where(total => total.Item >= min).Select(total => total.Index + 1m)];
        return isLow || low.SequenceEqual(high) ? possible : possible.TakeLast(1);
    }

    // With what the result goes up: with all operands but what is subtracted, divided by, or shortens the time.
    private static bool Rises(SheetOperation op, int place) => op switch
    {
        SheetOperation.Subtract or SheetOperation.DifferenceOfLookups => place == 0,
        SheetOperation.Divide or SheetOperation.AnnuityYears => place != 1,
        SheetOperation.Annuity => place != 2,
        _ => true,
    };

    private static IEnumerable<decimal> ComputeTotals(IEnumerable<(int Year, SheetValue Value)> years, bool isLow)
    {
        var sum = 0m;
        foreach (var (_, value) in years)
        {
            yield return sum += Get(value, isLow)!.Value;
        }
    }

    private static decimal? Get(SheetValue value, bool isLow) => isLow ? value.Low?.Value : value.High?.Value;
}

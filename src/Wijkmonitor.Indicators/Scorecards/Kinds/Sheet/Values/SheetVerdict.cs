using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

/// <summary>Outcome of a comparison.</summary>
internal enum SheetVerdict
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It does not hold.</summary>
    Fails,

    /// <summary>It holds for one part of a range and not for the other.</summary>
    Depends,
}

/// <summary>Comparer of values that may be ranges.</summary>
internal static class SheetVerdicts
{
    /// <summary>Compares two values that are known.</summary>
    public static SheetVerdict Compare(SheetValue left, SheetComparison comparison, SheetValue right)
    {
        var (holds, fails) = comparison switch
        {
            SheetComparison.Above => (left.Ends.Low > right.Ends.High, left.Ends.High <= right.Ends.Low),
            SheetComparison.AtLeast => (left.Ends.Low >= right.Ends.High, left.Ends.High < right.Ends.Low),
            SheetComparison.AtMost => (left.Ends.High <= right.Ends.Low, left.Ends.Low > right.Ends.High),
            _ => (left.Ends.High < right.Ends.Low, left.Ends.Low >= right.Ends.High),
        };
        return holds ? SheetVerdict.Holds : fails ? SheetVerdict.Fails : SheetVerdict.Depends;
    }

    /// <summary>Compares a value with a norm of which at least one end was chosen.</summary>
    public static SheetVerdict Compare(SheetValue value, SheetNorm norm)
    {
        var (low, high) = value.Ends;
        var isIn = (norm.Low is null || low >= norm.Low) && (norm.High is null || high <= norm.High);
        return isIn ? SheetVerdict.Holds : high < norm.Low || low > norm.High ? SheetVerdict.Fails : SheetVerdict.Depends;
    }
}

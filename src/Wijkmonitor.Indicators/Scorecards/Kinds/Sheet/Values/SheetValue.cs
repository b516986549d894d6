using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

/// <summary>A value of an input or result: a number, a range with ends that may be open, or why none.</summary>
/// <param name="Low">The lower end; null where it is open.</param>
/// <param name="High">The upper end; null where it is open.</param>
/// <param name="Gap">The reason why there is none.</param>
/// <param name="Names">Codes of the inputs that are missing, or of the steps that cannot be done.</param>
/// <param name="Key">The key, for an input that is the key of a table.</param>
internal sealed record SheetValue(Operand? Low, Operand? High, SheetGap Gap, IReadOnlyList<string> Names, string? Key = null)
{
    /// <summary>Whether there is a number or range.</summary>
    public bool IsKnown => Gap == SheetGap.None;

    /// <summary>The number; null where it is a range or not known.</summary>
    public decimal? Exact => IsKnown && Low is { } low && High is { } high && low.Value == high.Value ? low.Value : null;

    /// <summary>Whether an end is open, because an amount in it exists and is not known.</summary>
    public bool IsOpen => IsKnown && Key is null && (Low is null || High is null);

    /// <summary>The ends, as one can compare them.</summary>
    public (decimal? Low, decimal? High) Ends => (Low?.Value, High?.Value);

    /// <summary>Creates a number.</summary>
    public static SheetValue FromExact(Operand number) => new(number, number, SheetGap.None, []);

    /// <summary>Creates a range.</summary>
    public static SheetValue FromRange(Operand? low, Operand? high) => new(low, high, SheetGap.None, []);

    /// <summary>Creates the key of a table.</summary>
    public static SheetValue FromKey(string key) => new(null, null, SheetGap.None, [], key);

    /// <summary>Creates a value that is not there.</summary>
    public static SheetValue FromGap(SheetGap gap, params IReadOnlyList<string> names) => new(null, null, gap, names);
}

/// <summary>Reason why a value is not there.</summary>
internal enum SheetGap
{
    /// <summary>It is there.</summary>
    None,

    /// <summary>It was not delivered and need not be.</summary>
    LeftOut,

    /// <summary>An input is missing.</summary>
    Missing,

    /// <summary>It has not been so in any year yet.</summary>
    NotYet,

    /// <summary>It cannot be computed from the inputs that there are.</summary>
    Infeasible,
}

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;

/// <summary>A number that is exact, in a range, or known at one end only. No middle is made of it.</summary>
/// <param name="Low">The lower end; null where only the upper one is known.</param>
/// <param name="High">The upper end; null where only the lower one is known.</param>
internal readonly record struct Bounds(decimal? Low, decimal? High)
{
    /// <summary>Whether it is one number.</summary>
    public bool IsExact => Low is not null && Low == High;

    /// <summary>Whether only one end is known.</summary>
    public bool IsOpen => Low is null || High is null;

    /// <summary>The ends that are known.</summary>
    public IEnumerable<decimal> Ends => new[] { Low, High }.OfType<decimal>().Distinct();

    /// <summary>Creates a number.</summary>
    public static Bounds FromExact(decimal number) => new(number, number);

    /// <summary>Computes what follows from each end.</summary>
    /// <param name="rises">Whether the result rises with the number; where it falls, the ends change places.</param>
    /// <param name="compute">Computes a result from an end; its name is <c>-low</c>, <c>-high</c>, or empty for one number, by the end of the result.</param>
    public Bounds Map(bool rises, Func<string, decimal, decimal> compute)
    {
        if (IsExact)
        {
            return FromExact(compute("", Low!.Value));
        }

        var (below, above) = rises ? (Low, High) : (High, Low);
        return new Bounds(below is { } low ? compute("-low", low) : null, above is { } high ? compute("-high", high) : null);
    }
}

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Checks of the figures of a file, beyond their format.</summary>
/// <param name="Ranges">By indicator: the least and the most that a value can be, in the indicator's unit; narrows what the catalogue says.</param>
/// <param name="Sums">For statline and wide: indicators that are the sum of others on the same row.</param>
/// <param name="AreaTotals">
/// By indicator: how far a municipality's value may be from the sum over its districts, or over its neighbourhoods, as a share of that
/// value (0.01 is one percent). Looked at only where no part is missing.
/// </param>
/// <param name="Jumps">By indicator: how far a value may be from that of the previous period of the same area.</param>
/// <param name="Coverage">Lowest number of rows, as a share of those of the previous delivery (0.9 is ninety percent).</param>
public sealed record DatasetChecks(
    IReadOnlyDictionary<string, ValueLimits>? Ranges = null,
    IReadOnlyList<PartsSum>? Sums = null,
    IReadOnlyDictionary<string, decimal>? AreaTotals = null,
    IReadOnlyDictionary<string, JumpLimit>? Jumps = null,
    decimal? Coverage = null)
{
    /// <summary>Gets the indicators that a check names.</summary>
    internal IEnumerable<string> GetIndicators() =>
    [
        .. Ranges?.Keys ?? [],
        .. (Sums ?? []).SelectMany(sum => sum.Parts.Append(sum.Total)),
        .. AreaTotals?.Keys ?? [],
        .. Jumps?.Keys ?? [],
    ];
}

/// <summary>Bounds of a value; null for none.</summary>
/// <param name="Min">Lower bound.</param>
/// <param name="Max">Upper bound.</param>
public sealed record ValueLimits(decimal? Min = null, decimal? Max = null)
{
    // The commonest bound by far; the sign says it without a comparison.
    private readonly bool isFromZero = Min == 0;

    /// <summary>Whether a number is within the bounds.</summary>
    public bool Contains(in decimal number) =>
        (isFromZero ? !decimal.IsNegative(number) || number == 0 : !(Min is { } min && number < min)) && !(Max is { } max && number > max);

    /// <summary>Intersects bounds with a range, or null where neither has a bound.</summary>
    internal static ValueLimits? Intersect(decimal? min, decimal? max, ValueLimits? other)
    {
        var lower = min is null || other?.Min > min ? other?.Min ?? min : min;
        var upper = max is null || other?.Max < max ? other?.Max ?? max : max;
        return lower is null && upper is null ? null : new ValueLimits(lower, upper);
    }
}

/// <summary>An indicator that is the sum of others.</summary>
/// <param name="Total">The indicator that is the sum.</param>
/// <param name="Parts">The indicators that it is the sum of.</param>
/// <param name="Tolerance">Difference that the sum may have because of rounding, in the total's unit.</param>
public sealed record PartsSum(string Total, IReadOnlyList<string> Parts, decimal Tolerance);

/// <summary>Limit on the change from the previous value. Where both bounds are given, a jump passes both.</summary>
/// <param name="Absolute">The distance in the indicator's unit.</param>
/// <param name="Share">The distance as a share of the previous value (0.25 is a quarter).</param>
/// <param name="YearEarlier">
/// Whether the previous value is that of the same quarter, month or week a year earlier, for what moves with the seasons; the latest
/// earlier period of the same kind unless said otherwise.
/// </param>
public sealed record JumpLimit(decimal? Absolute = null, decimal? Share = null, bool YearEarlier = false)
{
    /// <summary>Whether the step from one value to the next is a jump.</summary>
    public bool IsJump(decimal previous, decimal now)
    {
        var distance = Math.Abs(now - previous);
        return !(distance <= Absolute) && !(distance <= Share * Math.Abs(previous));
    }
}

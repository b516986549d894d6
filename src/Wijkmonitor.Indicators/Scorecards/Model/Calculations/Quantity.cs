namespace Wijkmonitor.Indicators.Scorecards.Model.Calculations;

/// <summary>A number that is exact, in a range, or existing but unknown (pro memorie, PM); or a sum of these.</summary>
/// <remarks>What is not known counts as nothing in a sum and marks the sum, so that it is never taken for the whole.</remarks>
/// <param name="Low">Lower bound; null if unknown.</param>
/// <param name="High">Upper bound; null if unknown.</param>
/// <param name="HasUnknown">Whether there is more of it than is known.</param>
public readonly record struct Quantity(decimal? Low, decimal? High, bool HasUnknown)
{
    /// <summary>Something that exists and whose amount is not known (PM).</summary>
    public static Quantity Unknown { get; } = new(Low: null, High: null, HasUnknown: true);

    /// <summary>Creates a number.</summary>
    public static Quantity FromExact(decimal number) => new(number, number, HasUnknown: false);

    /// <summary>Creates a range.</summary>
    /// <exception cref="ArgumentException">The low end lies above the high one.</exception>
    public static Quantity FromRange(decimal low, decimal high) => low <= high
        ? new Quantity(low, high, HasUnknown: false)
        : throw new ArgumentException($"A range from {low} to {high} has its ends the wrong way round.", nameof(low));

    /// <summary>The sum.</summary>
    public static Quantity operator +(Quantity left, Quantity right) =>
        new(Sum(left.Low, right.Low), Sum(left.High, right.High), left.HasUnknown || right.HasUnknown);

    /// <summary>The opposite: of a range the ends change places.</summary>
    public static Quantity operator -(Quantity quantity) => new(-quantity.High, -quantity.Low, quantity.HasUnknown);

    /// <summary>The difference.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => left + -right;

    /// <summary>Adds two quantities.</summary>
    public static Quantity Add(Quantity left, Quantity right) => left + right;

    /// <summary>Subtracts one quantity from another.</summary>
    public static Quantity Subtract(Quantity left, Quantity right) => left - right;

    /// <summary>Negates the quantity.</summary>
    public static Quantity Negate(Quantity quantity) => -quantity;

    private static decimal? Sum(decimal? left, decimal? right) => left is null ? right : right is null ? left : left + right;
}

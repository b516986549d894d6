using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Aggregation;

/// <summary>Change of one area between two boundary years.</summary>
/// <param name="FromYear">The year whose boundaries it has.</param>
/// <param name="From">The area.</param>
/// <param name="ToYear">The year of the other boundaries.</param>
/// <param name="Shares">Areas that it was divided over; the shares sum to 1 within <see cref="Tolerance"/>.</param>
/// <param name="Delivery">The delivery that this came with.</param>
public sealed record CrosswalkEntry(int FromYear, AreaCode From, int ToYear, IReadOnlyList<CrosswalkShare> Shares, string Delivery)
{
    /// <summary>Tolerance of the sum of the shares of an area, which allows for thirds in three decimals.</summary>
    public const decimal Tolerance = 0.001m;
}

/// <summary>The share of an area that became part of another.</summary>
/// <param name="To">The other area.</param>
/// <param name="Share">The share, more than 0 and at most 1.</param>
/// <param name="Line">The line that says so.</param>
public readonly record struct CrosswalkShare(AreaCode To, decimal Share, int Line);

using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Disclosure.Publications;

/// <summary>Figure of an area as it was when it was last in the tables.</summary>
/// <param name="Number">The number.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="Rounding">Rounding by its publisher; null where it is as counted.</param>
/// <param name="Parts">For a custom area: its parts of then, in order. Null for others.</param>
public sealed record LastFigure(decimal Number, int BoundaryYear, FigureRounding? Rounding = null, IReadOnlyList<LastPart>? Parts = null)
{
    /// <summary>Whether it is about the same parts as another.</summary>
    public bool HasParts(IReadOnlyList<LastPart>? parts) => (Parts ?? []).SequenceEqual(parts ?? []);
}

/// <summary>Part of a custom area as it was when a figure of it was last in the tables.</summary>
/// <param name="Area">The code of the part.</param>
/// <param name="Weight">Share of it in the custom area.</param>
public sealed record LastPart(string Area, decimal Weight);

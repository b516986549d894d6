using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Aggregation;

/// <summary>An area that a municipality or corporation drew itself, as a sum of parts. Its figures follow from theirs unless they are delivered.</summary>
/// <param name="Area">Its code, name and the boundary year of its parts.</param>
/// <param name="Parts">Its parts, all in one municipality, none within another.</param>
/// <param name="Delivery">The delivery that the definition came with.</param>
public sealed record CustomArea(Area Area, IReadOnlyList<CustomAreaPart> Parts, string Delivery)
{
    /// <summary>The parts as shares.</summary>
    public IReadOnlyList<AreaShare> Shares =>
        [.. Parts.Select(part => new AreaShare(part.Area, part.Weight, [new ShareSource(GetKey(part), part.Weight, new SourceLine(Delivery, part.Line))]))];

    private string GetKey(CustomAreaPart part) => FormattableString.Invariant($"custom-area/{Area.BoundaryYear}/{Area.Code}/{part.Area}");
}

/// <summary>A part of a custom area.</summary>
/// <param name="Area">The neighbourhood, district or municipality.</param>
/// <param name="Weight">Share of it in the custom area, more than 0 and at most 1.</param>
/// <param name="Line">The line that says so.</param>
public readonly record struct CustomAreaPart(AreaCode Area, decimal Weight, int Line);

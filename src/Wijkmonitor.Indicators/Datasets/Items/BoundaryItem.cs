using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>The shape of an area.</summary>
/// <param name="Boundary">The area and its shape.</param>
public sealed record BoundaryItem(AreaBoundary Boundary) : DatasetItem
{
    /// <inheritdoc/>
    public override (AreaCode Code, int BoundaryYear)? BoundedArea => (Boundary.Area, Boundary.BoundaryYear);
}

using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>An area to be taken into the register.</summary>
/// <param name="Area">The area.</param>
public sealed record AreaItem(Area Area) : DatasetItem
{
    /// <inheritdoc/>
    public override (AreaCode Code, int BoundaryYear)? BoundedArea => (Area.Code, Area.BoundaryYear);
}

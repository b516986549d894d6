using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>A custom area with its parts, to be taken into the register.</summary>
/// <param name="CustomArea">The area; it names the delivery once that is known.</param>
public sealed record CustomAreaItem(CustomArea CustomArea) : DatasetItem
{
    /// <inheritdoc/>
    public override (AreaCode Code, int BoundaryYear)? BoundedArea => (CustomArea.Area.Code, CustomArea.Area.BoundaryYear);
}

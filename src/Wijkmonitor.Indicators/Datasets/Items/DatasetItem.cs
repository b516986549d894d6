using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>Something that a file says, read and checked.</summary>
public abstract record DatasetItem
{
    /// <summary>Gets the area that it is counted under, with the year of its boundaries. Null where rows are not counted by area.</summary>
    public virtual (AreaCode Code, int BoundaryYear)? BoundedArea => null;

    /// <summary>Gets the period that its figures are about; null where it has none.</summary>
    public virtual Period? FigurePeriod => null;
}

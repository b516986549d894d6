using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Something that needs an area to be in the register.</summary>
/// <param name="Area">The area.</param>
/// <param name="Description">Description of the dependent, such as a part of a custom area.</param>
/// <param name="Delivery">The delivery that brought that.</param>
public sealed record AreaDependent(AreaCode Area, BilingualText Description, string Delivery);

/// <summary>Areas that would leave the register of a municipality with a delivery.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Rows">Their keys in datasets of areas.</param>
/// <param name="Delivery">The delivery: what else it brought leaves too.</param>
public sealed record LeavingAreas(AreaCode Municipality, IReadOnlySet<string> Rows, string Delivery)
{
    /// <summary>Gets a value indicating whether an area would not be known any more in a boundary year.</summary>
    public bool Contains(AreaCode area, int boundaryYear) => Rows.Contains(Core.Keys.GetAreaRow(new Area(area, "", boundaryYear)));
}

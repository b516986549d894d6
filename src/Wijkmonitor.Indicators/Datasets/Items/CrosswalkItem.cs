using Wijkmonitor.Indicators.Aggregation;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>Item of a crosswalk: the change of an area between two boundary years.</summary>
/// <param name="Entry">The area and its shares; it names the delivery once that is known.</param>
public sealed record CrosswalkItem(CrosswalkEntry Entry) : DatasetItem;

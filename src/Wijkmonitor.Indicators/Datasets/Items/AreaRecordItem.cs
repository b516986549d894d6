using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>A record about an area.</summary>
/// <param name="Record">The record; its source names the line, and the delivery once that is known.</param>
public sealed record AreaRecordItem(AreaRecord Record) : DatasetItem;

using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>A decision about an entry.</summary>
/// <param name="Decision">The decision; its source names the line, and the delivery once that is known.</param>
public sealed record DecisionItem(LedgerDecision Decision) : DatasetItem;

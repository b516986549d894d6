using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>A row about repayment.</summary>
/// <param name="Entry">The entry; its source names the line, and the delivery once that is known.</param>
public sealed record LedgerEntryItem(LedgerEntry Entry) : DatasetItem;

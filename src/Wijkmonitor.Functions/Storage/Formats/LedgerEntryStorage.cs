using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Storage of entries on contracts, which are booked.</summary>
internal sealed class LedgerEntryStorage(LedgerStore ledger) : FormatStorage
{
    public override Func<DatasetItem, IEnumerable<RowEntity>> Open(DatasetDefinition definition, string delivery, int parts)
    {
        var writer = ledger.CreateWriter(delivery);
        return item =>
        {
            var entry = ((LedgerEntryItem)item).Entry;
            return [new RowEntity(writer, LedgerStore.ToEntity(entry with { Source = entry.Source with { Delivery = delivery } }))];
        };
    }
}

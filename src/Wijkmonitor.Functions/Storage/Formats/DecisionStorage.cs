using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Storage of decisions about entries, which are booked.</summary>
internal sealed class DecisionStorage(DecisionStore decisions) : FormatStorage
{
    public override Func<DatasetItem, IEnumerable<RowEntity>> Open(DatasetDefinition definition, string delivery, int parts)
    {
        var writer = decisions.CreateWriter(delivery);
        return item =>
        {
            var decision = ((DecisionItem)item).Decision;
            return [new RowEntity(writer, DecisionStore.ToEntity(decision with { Source = decision.Source with { Delivery = delivery } }))];
        };
    }
}

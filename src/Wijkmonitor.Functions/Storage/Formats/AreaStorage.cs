using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Storage of areas in the register.</summary>
internal sealed class AreaStorage(AreaStore areas) : FormatStorage
{
    public override Func<DatasetItem, IEnumerable<RowEntity>> Open(DatasetDefinition definition, string delivery, int parts)
    {
        var writer = areas.CreateWriter();
        return item => [new RowEntity(writer, AreaStore.ToEntity(((AreaItem)item).Area, delivery))];
    }
}

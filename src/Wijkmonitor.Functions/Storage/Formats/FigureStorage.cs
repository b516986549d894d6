using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Storage of figures, and of the areas that come with them.</summary>
internal sealed class FigureStorage(ObservationStore observations, AreaStore areas) : FormatStorage
{
    public override Func<DatasetItem, IEnumerable<RowEntity>> Open(DatasetDefinition definition, string delivery, int parts)
    {
        var (writer, areaWriter) = (observations.CreateWriter(definition, parts), areas.CreateWriter());
        return item => item is AreaItem registered
            ? [new RowEntity(areaWriter, AreaStore.ToEntity(registered.Area, delivery, definition), CountsAsRow: false)]
            : observations.CreateEntities(definition, delivery, (AreaObservations)item, parts)
                .Select((entity, i) => new RowEntity(writer, entity, CountsAsRow: i == 0));
    }
}

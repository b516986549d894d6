using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Stores what was noted about areas.</summary>
internal sealed class AreaRecordStorage(AreaRecordStore records, AreaStore areas) : FormatStorage
{
    private static readonly BilingualText Note = new("aantekening", "note");

    public override Func<DatasetItem, IEnumerable<RowEntity>> Open(DatasetDefinition definition, string delivery, int parts)
    {
        var writer = records.Writer();
        return item =>
        {
            var record = ((NotedRecord)item).Record;
            return [new RowEntity(writer, AreaRecordStore.Entity(record with { Source = record.Source with { Delivery = delivery } }))];
        };
    }

    // A note is about an area, whatever the year of its boundaries.
    public override async Task<AreaDependent?> FindDependentAsync(LeavingAreas leaving, CancellationToken cancellationToken)
    {
        var known = await areas.OfMunicipalityAsync(leaving.Municipality, cancellationToken);
        var left = known.Where(area => !leaving.Rows.Contains(Keys.Area(area))).Select(area => area.Code).ToHashSet();
        await foreach (var record in records.OfMunicipalityAsync(leaving.Municipality, cancellationToken))
        {
            if (!left.Contains(record.Area))
            {
                return new(record.Area, Note, record.Source.Delivery);
            }
        }

        return null;
    }
}

using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Storage of records about areas.</summary>
internal sealed class AreaRecordStorage(AreaRecordStore records, AreaStore areas) : FormatStorage
{
    private static readonly BilingualText Note = new("aantekening", "note");

    public override Func<DatasetItem, IEnumerable<RowEntity>> Open(DatasetDefinition definition, string delivery, int parts)
    {
        var writer = records.CreateWriter();
        return item =>
        {
            var record = ((AreaRecordItem)item).Record;
            return [new RowEntity(writer, AreaRecordStore.ToEntity(record with { Source = record.Source with { Delivery = delivery } }))];
        };
    }

    // A note is about an area, whatever the year of its boundaries.
    public override async Task<AreaDependent?> FindDependentAsync(LeavingAreas leaving, CancellationToken cancellationToken)
    {
        var known = await areas.GetByMunicipalityAsync(leaving.Municipality, cancellationToken);
        var remaining = known.Where(area => !leaving.Rows.Contains(Keys.GetAreaRow(area))).Select(area => area.Code).ToHashSet();
        await foreach (var record in records.GetByMunicipalityAsync(leaving.Municipality, cancellationToken))
        {
            if (!remaining.Contains(record.Area))
            {
                return new(record.Area, Note, record.Source.Delivery);
            }
        }

        return null;
    }
}

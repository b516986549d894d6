using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Storage of custom areas. They are in the register like any other, so that figures can be delivered about them too.</summary>
internal sealed class CustomAreaStorage(CustomAreaStore customAreas, AreaStore areas) : FormatStorage
{
    private static readonly BilingualText Part = new("deel van een eigen gebied", "part of a custom area");

    public override Func<DatasetItem, IEnumerable<RowEntity>> Open(DatasetDefinition definition, string delivery, int parts)
    {
        var (writer, areaWriter) = (customAreas.CreateWriter(), areas.CreateWriter());
        return item =>
        {
            var custom = ((CustomAreaItem)item).CustomArea;
            return
            [
                new RowEntity(writer, CustomAreaStore.ToEntity(custom with { Delivery = delivery })),
                new RowEntity(areaWriter, AreaStore.ToEntity(custom.Area, delivery), CountsAsRow: false),
            ];
        };
    }

    public override async Task<AreaDependent?> FindDependentAsync(LeavingAreas leaving, CancellationToken cancellationToken)
    {
        foreach (var custom in await customAreas.GetByMunicipalityAsync(leaving.Municipality, cancellationToken))
        {
            foreach (var part in custom.Delivery == leaving.Delivery ? [] : custom.Parts.Where(part => leaving.Contains(part.Area, custom.Area.BoundaryYear)))
            {
                return new(part.Area, Part, custom.Delivery);
            }
        }

        return null;
    }
}

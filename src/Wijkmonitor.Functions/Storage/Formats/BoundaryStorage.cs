using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Storage of shapes of areas.</summary>
internal sealed class BoundaryStorage(BoundaryStore boundaries) : FormatStorage
{
    private static readonly BilingualText Boundary = new("grens", "boundary");

    public override Func<DatasetItem, IEnumerable<RowEntity>> Open(DatasetDefinition definition, string delivery, int parts)
    {
        var writer = boundaries.CreateWriter();
        return item => [new RowEntity(writer, BoundaryStore.ToEntity(((BoundaryItem)item).Boundary, delivery))];
    }

    public override async Task<AreaDependent?> FindDependentAsync(LeavingAreas leaving, CancellationToken cancellationToken)
    {
        await foreach (var (area, year, drawnBy) in boundaries.ListAsync(leaving.Municipality, cancellationToken))
        {
            if (leaving.Contains(area, year))
            {
                return new(area, Boundary, drawnBy);
            }
        }

        return null;
    }
}

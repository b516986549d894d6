using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Storage of crosswalks.</summary>
internal sealed class CrosswalkStorage(CrosswalkStore crosswalks) : FormatStorage
{
    private static readonly BilingualText Crosswalk = new("omrekentabel", "crosswalk");

    public override Func<DatasetItem, IEnumerable<RowEntity>> Open(DatasetDefinition definition, string delivery, int parts)
    {
        var writer = crosswalks.CreateWriter();
        return item => CrosswalkStore.ToEntities(((CrosswalkItem)item).Entry with { Delivery = delivery }).Select(entity => new RowEntity(writer, entity));
    }

    public override async Task<AreaDependent?> FindDependentAsync(LeavingAreas leaving, CancellationToken cancellationToken)
    {
        foreach (var entry in await crosswalks.GetByTargetAsync(leaving.Municipality, cancellationToken))
        {
            var named = entry.Shares.Select(share => (Area: share.To, Year: entry.ToYear)).Prepend((Area: entry.From, Year: entry.FromYear));
            foreach (var (area, _) in named.Where(name => leaving.Contains(name.Area, name.Year)))
            {
                return new(area, Crosswalk, entry.Delivery);
            }
        }

        return null;
    }
}

using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Storage.Areas;

/// <summary>The register of areas in its table.</summary>
public sealed class AreaStore(Tables tables)
{
    private const int MaxPointQueries = 20;
    private const int MaxYearFilters = 5;

    /// <summary>A writer of <see cref="ToEntity"/>.</summary>
    public EntityWriter CreateWriter() => new(tables.Areas, TableTransactionActionType.UpsertReplace);

    /// <summary>The entity of an area.</summary>
    public static TableEntity ToEntity(Area area, string delivery) => new(Keys.GetPartition(area.Code), Keys.GetAreaRow(area))
    {
        ["Code"] = area.Code.Value,
        ["Name"] = area.Name,
        ["BoundaryYear"] = area.BoundaryYear,
        ["Delivery"] = delivery,
    };

    /// <summary>The areas of a municipality, itself included, of all boundary years, by year and code.</summary>
    public async Task<IReadOnlyList<Area>> GetByMunicipalityAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var areas = new List<Area>();
        await foreach (var entity in Tables.QueryAsync(tables.Areas, Tables.FilterByPartition(municipality.Value), cancellationToken: cancellationToken))
        {
            areas.Add(ToArea(entity));
        }

        return areas;
    }

    /// <summary>An area in all boundary years that it is known in, by year.</summary>
    public async Task<IReadOnlyList<Area>> FindAsync(AreaCode code, CancellationToken cancellationToken)
    {
        var areas = new List<Area>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.GetPartition(code)} and Code eq {code.Value}");
        await foreach (var entity in Tables.QueryAsync(tables.Areas, filter, cancellationToken: cancellationToken))
        {
            areas.Add(ToArea(entity));
        }

        return areas;
    }

    /// <summary>
    /// Finds which areas of these municipalities and boundary years are registered. Of a few municipalities each is asked for; of many the
    /// register is read through once, a thousand areas at a time: a national file would cost a call for each otherwise.
    /// </summary>
    public async IAsyncEnumerable<(AreaCode Code, int BoundaryYear)> FindKnownAsync(
        IReadOnlyCollection<AreaCode> municipalities, IReadOnlyCollection<int> boundaryYears, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filters = municipalities.Count > MaxPointQueries
            ? [TableClient.CreateQueryFilter($"PartitionKey ge {municipalities.Min().Value} and PartitionKey le {municipalities.Max().Value}")]
            : municipalities.Select(municipality => Tables.FilterByPartition(municipality.Value)).ToList();
        var yearFilter = boundaryYears.Count <= MaxYearFilters
            ? $" and ({string.Join(" or ", boundaryYears.Select(year => TableClient.CreateQueryFilter($"BoundaryYear eq {year}")))})" : "";
        foreach (var filter in filters)
        {
            await foreach (var entity in Tables.QueryAsync(tables.Areas, filter + yearFilter, ["Code", "BoundaryYear"], cancellationToken))
            {
                yield return (AreaCode.Parse(entity.GetString("Code")), entity.GetInt32("BoundaryYear")!.Value);
            }
        }
    }

    private static Area ToArea(TableEntity entity) =>
        new(AreaCode.Parse(entity.GetString("Code")), entity.GetString("Name"), entity.GetInt32("BoundaryYear")!.Value);
}

using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Functions.Storage.Areas;

/// <summary>The register of areas in its table.</summary>
/// <remarks>
/// An area has a row by the datasets of areas, and one for each dataset of figures that names it: so what counts does not depend on which file came first.
/// The name of a dataset of areas goes before that of a dataset of figures, and among those the order is that of their ids.
/// </remarks>
public sealed class AreaStore(Tables tables)
{
    private const int MaxPointQueries = 20;
    private const int MaxYearFilters = 5;

    /// <summary>Creates a writer of entities of areas.</summary>
    public EntityWriter CreateWriter() => new(tables.Areas, TableTransactionActionType.UpsertReplace);

    /// <summary>Converts an area of a dataset of areas to an entity.</summary>
    public static TableEntity ToEntity(Area area, string delivery) => ToEntity(area, delivery, Keys.GetAreaRow(area));

    /// <summary>Converts an area that comes with the figures of a dataset to an entity.</summary>
    public static TableEntity ToEntity(Area area, string delivery, DatasetDefinition figures) => ToEntity(area, delivery, Keys.GetAreaRow(area, figures.Id));

    private static TableEntity ToEntity(Area area, string delivery, string row) => new(Keys.GetPartition(area.Code), row)
    {
        ["Code"] = area.Code.Value,
        ["Name"] = area.Name,
        ["BoundaryYear"] = area.BoundaryYear,
        ["Delivery"] = delivery,
    };

    /// <summary>Gets the areas of a municipality, itself included, of all boundary years, by year and code.</summary>
    public async Task<IReadOnlyList<Area>> GetByMunicipalityAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var areas = new List<Area>();
        await foreach (var entity in Tables.QueryAsync(tables.Areas, Tables.FilterByPartition(municipality.Value), cancellationToken: cancellationToken))
        {
            areas.Add(ToArea(entity));
        }

        return [.. SelectDistinctByYear(areas)];
    }

    /// <summary>Finds the areas that would leave a municipality's register with some rows, by their key in datasets of areas.</summary>
    public async Task<IReadOnlySet<string>> FindLeavingAsync(AreaCode municipality, IReadOnlySet<string> rows, CancellationToken cancellationToken)
    {
        var (leaving, staying) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var entity in Tables.QueryAsync(tables.Areas, Tables.FilterByPartition(municipality.Value), cancellationToken: cancellationToken))
        {
            (rows.Contains(entity.RowKey) ? leaving : staying).Add(Keys.GetAreaRow(ToArea(entity)));
        }

        leaving.ExceptWith(staying);
        return leaving;
    }

    /// <summary>Finds an area in all boundary years that it is known in, by year.</summary>
    public async Task<IReadOnlyList<Area>> FindAsync(AreaCode code, CancellationToken cancellationToken)
    {
        var areas = new List<Area>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.GetPartition(code)} and Code eq {code.Value}");
        await foreach (var entity in Tables.QueryAsync(tables.Areas, filter, cancellationToken: cancellationToken))
        {
            areas.Add(ToArea(entity));
        }

        return [.. SelectDistinctByYear(areas)];
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

    // The rows come by key: that of a dataset of areas first.
    private static IEnumerable<Area> SelectDistinctByYear(IEnumerable<Area> areas) => areas
        .DistinctBy(area => (area.BoundaryYear, area.Code))
        .OrderBy(area => area.BoundaryYear).ThenBy(area => area.Code.Value, StringComparer.Ordinal);

    private static Area ToArea(TableEntity entity) =>
        new(AreaCode.Parse(entity.GetString("Code")), entity.GetString("Name"), entity.GetInt32("BoundaryYear")!.Value);
}

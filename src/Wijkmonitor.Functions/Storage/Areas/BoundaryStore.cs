using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Storage.Areas;

/// <summary>Shapes of areas in their table: one entity for an area and boundary year, in the partition of the municipality.</summary>
public sealed class BoundaryStore(Tables tables)
{
    private const string Geometry = "Geometry";

    /// <summary>Creates a writer of <see cref="ToEntity"/>.</summary>
    public EntityWriter CreateWriter() => new(tables.Boundaries, TableTransactionActionType.UpsertReplace);

    /// <summary>Converts a shape to an entity.</summary>
    public static TableEntity ToEntity(AreaBoundary boundary, string delivery)
    {
        var entity = new TableEntity(Keys.GetPartition(boundary.Area), string.Create(CultureInfo.InvariantCulture, $"{boundary.BoundaryYear}|{boundary.Area}"))
        {
            ["Area"] = boundary.Area.Value,
            ["BoundaryYear"] = boundary.BoundaryYear,
            ["Line"] = boundary.Line,
            ["Delivery"] = delivery,
        };
        BinaryChunks.Write(entity, Geometry, boundary.Geometry.Span);
        return entity;
    }

    /// <summary>Gets the years of which a municipality has shapes, in order.</summary>
    public async Task<IReadOnlyCollection<int>> GetYearsAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var years = new SortedSet<int>();
        await foreach (var entity in Tables.QueryAsync(tables.Boundaries, Tables.FilterByPartition(municipality.Value), ["BoundaryYear"], cancellationToken))
        {
            years.Add(entity.GetInt32("BoundaryYear")!.Value);
        }

        return years;
    }

    /// <summary>Lists the areas of a municipality with a boundary, their boundary years and the delivering delivery.</summary>
    public async IAsyncEnumerable<(AreaCode Area, int BoundaryYear, string Delivery)> ListAsync(
        AreaCode municipality, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in Tables.QueryAsync(tables.Boundaries, Tables.FilterByPartition(municipality.Value),
            ["Area", "BoundaryYear", "Delivery"], cancellationToken))
        {
            yield return (AreaCode.Parse(entity.GetString("Area")), entity.GetInt32("BoundaryYear")!.Value, entity.GetString("Delivery"));
        }
    }

    /// <summary>Gets the shapes of a municipality and its areas in a boundary year, by code.</summary>
    public async Task<IReadOnlyList<AreaBoundary>> GetByMunicipalityAsync(AreaCode municipality, int boundaryYear, CancellationToken cancellationToken)
    {
        var boundaries = new List<AreaBoundary>();
        var filter = Tables.FilterByPartition(municipality.Value, string.Create(CultureInfo.InvariantCulture, $"{boundaryYear}|"));
        await foreach (var entity in Tables.QueryAsync(tables.Boundaries, filter, cancellationToken: cancellationToken))
        {
            boundaries.Add(new AreaBoundary(AreaCode.Parse(entity.GetString("Area")), boundaryYear, BinaryChunks.Read(entity, Geometry),
                entity.GetInt32("Line")!.Value));
        }

        return boundaries;
    }
}

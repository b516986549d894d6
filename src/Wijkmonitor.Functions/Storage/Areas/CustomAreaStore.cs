using System.Globalization;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Storage.Areas;

/// <summary>Custom areas with their parts in their table. An area and boundary year are one entity, in the partition of the municipality.</summary>
public sealed class CustomAreaStore(Tables tables)
{
    private const char PartSeparator = ';';
    private const char FieldSeparator = ',';

    /// <summary>Creates a writer of <see cref="ToEntity"/>.</summary>
    public EntityWriter CreateWriter() => new(tables.CustomAreas, TableTransactionActionType.UpsertReplace);

    /// <summary>Converts a custom area to an entity.</summary>
    public static TableEntity ToEntity(CustomArea custom) => new(Keys.GetPartition(custom.Area.Code), Keys.GetAreaRow(custom.Area))
    {
        ["Code"] = custom.Area.Code.Value,
        ["Name"] = custom.Area.Name,
        ["BoundaryYear"] = custom.Area.BoundaryYear,
        ["Parts"] = string.Join(PartSeparator,
            custom.Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Area},{part.Weight},{part.Line}"))),
        ["Delivery"] = custom.Delivery,
    };

    /// <summary>Gets the custom areas of a municipality, by boundary year and code.</summary>
    public async Task<IReadOnlyList<CustomArea>> GetByMunicipalityAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var areas = new List<CustomArea>();
        await foreach (var entity in Tables.QueryAsync(tables.CustomAreas, Tables.FilterByPartition(municipality.Value), cancellationToken: cancellationToken))
        {
            areas.Add(new CustomArea(
                new Area(AreaCode.Parse(entity.GetString("Code")), entity.GetString("Name"), entity.GetInt32("BoundaryYear")!.Value),
                [.. entity.GetString("Parts").Split(PartSeparator).Select(ToPart)],
                entity.GetString("Delivery")));
        }

        return areas;
    }

    private static CustomAreaPart ToPart(string text)
    {
        var fields = text.Split(FieldSeparator);
        return new CustomAreaPart(
            AreaCode.Parse(fields[0]), decimal.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[2], CultureInfo.InvariantCulture));
    }
}

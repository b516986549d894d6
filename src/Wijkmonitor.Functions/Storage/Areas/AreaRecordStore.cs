using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Storage.Areas;

/// <summary>
/// Store of records about areas. Dataset, municipality and reference name a record, so that a later one with the same reference takes its place; its
/// fields are properties.
/// </summary>
public sealed class AreaRecordStore(Tables tables)
{
    private const string FieldPrefix = "f_";

    /// <summary>Creates a writer of <see cref="ToEntity"/>.</summary>
    public EntityWriter CreateWriter() => new(tables.AreaRecords, TableTransactionActionType.UpsertReplace);

    /// <summary>Converts a record to an entity.</summary>
    public static TableEntity ToEntity(AreaRecord record)
    {
        var entity = new TableEntity(Keys.GetPartition(record.Area), Keys.GetRecordRow(record))
        {
            [nameof(AreaRecord.Dataset)] = record.Dataset,
            [nameof(AreaRecord.Area)] = record.Area.Value,
            [nameof(AreaRecord.Date)] = record.Date.ToString("O", CultureInfo.InvariantCulture),
            [nameof(AreaRecord.Reference)] = record.Reference,
            ["Delivery"] = record.Source.Delivery,
            ["Line"] = record.Source.Line,
        };
        foreach (var (name, value) in record.Fields)
        {
            entity[FieldPrefix + name] = value;
        }

        return entity;
    }

    /// <summary>Gets all records about a municipality and its areas, by dataset and reference.</summary>
    public IAsyncEnumerable<AreaRecord> GetByMunicipalityAsync(AreaCode municipality, CancellationToken cancellationToken) =>
        QueryAsync(Tables.FilterByPartition(municipality.Value), cancellationToken);

    /// <summary>Gets the records of a dataset about a municipality and its areas, by reference.</summary>
    public IAsyncEnumerable<AreaRecord> GetByDatasetAsync(AreaCode municipality, string dataset, CancellationToken cancellationToken) =>
        QueryAsync(Tables.FilterByPartition(municipality.Value, Keys.GetRecordPrefix(dataset)), cancellationToken);

    /// <summary>Gets all records about one area, by dataset and reference.</summary>
    public IAsyncEnumerable<AreaRecord> GetByAreaAsync(AreaCode area, CancellationToken cancellationToken) =>
        QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Keys.GetPartition(area)} and Area eq {area.Value}"), cancellationToken);

    private async IAsyncEnumerable<AreaRecord> QueryAsync(string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in Tables.QueryAsync(tables.AreaRecords, filter, cancellationToken: cancellationToken))
        {
            yield return ToRecord(entity);
        }
    }

    private static AreaRecord ToRecord(TableEntity entity)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in entity)
        {
            if (name.StartsWith(FieldPrefix, StringComparison.Ordinal))
            {
                fields.Add(name[FieldPrefix.Length..], (string)value);
            }
        }

        return new AreaRecord(
            entity.GetString(nameof(AreaRecord.Dataset)),
            AreaCode.Parse(entity.GetString(nameof(AreaRecord.Area))),
            DateOnly.ParseExact(entity.GetString(nameof(AreaRecord.Date)), "O", CultureInfo.InvariantCulture),
            entity.GetString(nameof(AreaRecord.Reference)),
            fields,
            new SourceLine(entity.GetString("Delivery"), entity.GetInt32("Line")!.Value));
    }
}

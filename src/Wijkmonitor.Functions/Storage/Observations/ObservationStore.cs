using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Storage.Observations;

/// <summary>Observations in their table: one entity for an area, dataset and period, with a property for each indicator.</summary>
/// <remarks>
/// There are several entities where the dataset has more indicators than one holds (docs/decisions/0002). A known number is a double of at most 17
/// digits, money is cents as Int64, and a value without a number is its state as text. The property Period is the year; a period that is no calendar
/// year has its text next to it.
/// </remarks>
public sealed class ObservationStore(Tables tables, IndicatorCatalogue catalogue)
{
    private const string ValuePrefix = "v_";
    private const string SourcePrefix = "s_";
    private const string Source = "Source";
    private const string Parts = "Parts";
    private const int MaxSelectedIndicators = 100;
    private const string Year = "Period";
    private const string PeriodText = "PeriodText";

    // Every row has them, so that their names are made once.
    private readonly Dictionary<string, ValueProperties> properties = catalogue.All.ToDictionary(
        indicator => indicator.Code,
        indicator => new ValueProperties(ValuePrefix + indicator.Code, SourcePrefix + indicator.Code, indicator.IsMoney),
        StringComparer.Ordinal);

    /// <summary>Creates a writer for one delivery.</summary>
    /// <remarks>
    /// In a wide file a row is all that its dataset says of an area and period, so it replaces what was there. In a long file, and in a wide one of
    /// some topics only, other values stay, and each value keeps its own source.
    /// </remarks>
    public EntityWriter CreateWriter(DatasetDefinition definition, int parts) => new(
        tables.Observations,
        definition.MergesValues ? TableTransactionActionType.UpsertMerge : TableTransactionActionType.UpsertReplace,
        parts);

    /// <summary>Creates the entities of a row.</summary>
    /// <remarks>Of a wide row all parts, empty ones too, because it replaces what was there; of one that is merged those that it has values for.</remarks>
    public IEnumerable<TableEntity> CreateEntities(DatasetDefinition definition, string delivery, AreaObservations row, int parts)
    {
        var (isMerged, hasDetails) = (definition.MergesValues, definition.HasValueDetails);
        var entities = new TableEntity?[parts];
        for (var part = 0; part < parts && !isMerged; part++)
        {
            entities[part] = ToEntity(definition, row, parts, part);
            entities[part]![Source] = FormatSource(delivery, row.Values[0] with { Status = FigureStatus.None, Interval = null }, row);
        }

        foreach (var value in row.Values)
        {
            var part = ObservationParts.GetPart(value.Indicator, parts);
            var entity = entities[part] ??= ToEntity(definition, row, parts, part);
            var property = properties[value.Indicator];
            entity[property.Value] = ToStored(value.Value, property.IsMoney);
            if (isMerged || (hasDetails && HasDetails(value, row)))
            {
                entity[property.Source] = FormatSource(delivery, value, row);
            }
        }

        return entities.OfType<TableEntity>();
    }

    private static TableEntity ToEntity(DatasetDefinition definition, AreaObservations row, int parts, int part)
    {
        var entity = new TableEntity(Keys.GetPartition(row.Area), Keys.GetObservationRow(row.Area, definition.Id, row.Period, parts, part))
        {
            ["Area"] = row.Area.Value,
            ["Dataset"] = definition.Id,
            [Year] = row.Period.Year,
        };
        if (!row.Period.IsCalendarYear)
        {
            entity[PeriodText] = row.Period.ToString();
        }

        if (parts > 1)
        {
            entity[Parts] = parts;
        }

        return entity;
    }

    /// <summary>Gets all observations of a municipality and its areas.</summary>
    public IAsyncEnumerable<Observation> GetByMunicipalityAsync(AreaCode municipality, CancellationToken cancellationToken) =>
        QueryAsync(Tables.FilterByPartition(municipality.Value), cancellationToken);

    /// <summary>Gets observations of a municipality and its areas for some indicators.</summary>
    /// <remarks>Of all periods, or of one year and all periods that are not years.</remarks>
    /// <param name="municipality">The municipality.</param>
    /// <param name="indicators">The codes of the indicators; none for all.</param>
    /// <param name="year">The year; null for all periods.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<Observation> GetByMunicipalityAsync(
        AreaCode municipality, IReadOnlyCollection<string> indicators, int? year, CancellationToken cancellationToken) => QueryAsync(
            year is { } only
                ? TableClient.CreateQueryFilter($"PartitionKey eq {municipality.Value} and (Period eq {only} or PeriodText gt '')")
                : Tables.FilterByPartition(municipality.Value),
            cancellationToken,
            indicators);

    /// <summary>Gets all observations of one area.</summary>
    public IAsyncEnumerable<Observation> GetByAreaAsync(AreaCode area, CancellationToken cancellationToken) =>
        QueryAsync(Tables.FilterByPartition(Keys.GetPartition(area), Keys.GetObservationRow(area)), cancellationToken);

    /// <summary>Gets the stored entities of a municipality for a dataset and years, by the key of an undivided row.</summary>
    public async Task<IReadOnlyDictionary<string, TableEntity>> GetEntitiesAsync(
        AreaCode municipality, string dataset, IReadOnlyList<int> periods, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        if (periods.Count == 0)
        {
            return stored;
        }

        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {municipality.Value} and Dataset eq {dataset} and Period ge {periods[0]} and Period le {periods[^1]}");
        await foreach (var row in QueryRowsAsync(filter, columns: null, cancellationToken))
        {
            var (area, period) = GetAreaAndPeriod(row);
            stored[Keys.GetObservationRow(area, dataset, period)] = row;
        }

        return stored;
    }

    /// <summary>Compares the values of a stored entity with those of the entity that replaces it.</summary>
    /// <param name="before">Stored row; null for none.</param>
    /// <param name="after">Entity to write.</param>
    /// <param name="replaces">Whether it takes the place of what is stored, or is merged with it.</param>
    /// <returns>Each value with what was and what will be; an unchanged one too.</returns>
    public static IEnumerable<(string Indicator, SourcedValue? Old, SourcedValue? New)> Compare(TableEntity? before, TableEntity after, bool replaces)
    {
        foreach (var (name, value) in after)
        {
            if (IsValue(name))
            {
                yield return (name[ValuePrefix.Length..], ReadSourcedValue(before, name), ReadSourcedValue(after, name));
            }
        }

        foreach (var name in replaces && before is not null ? before.Keys.Where(name => !after.ContainsKey(name)) : [])
        {
            if (IsValue(name))
            {
                yield return (name[ValuePrefix.Length..], ReadSourcedValue(before, name), null);
            }
        }
    }

    /// <summary>Gets the area and period that an entity is about.</summary>
    public static (AreaCode Area, Period Period) GetAreaAndPeriod(TableEntity entity) =>
        (AreaCode.Parse(entity.GetString("Area")), ReadPeriod(entity));

    private static Period ReadPeriod(TableEntity entity) =>
        entity.GetString(PeriodText) is not { } text ? new Period(entity.GetInt32(Year)!.Value)
        : Period.TryParse(text, out var period) ? period
        : throw new InvalidDataException($"An observation is stored with the period '{text}'.");

    private static SourcedValue? ReadSourcedValue(TableEntity? entity, string name)
    {
        if (entity is null || !entity.TryGetValue(name, out var stored))
        {
            return null;
        }

        var value = FromStored(stored);
        var source = ValueSource.Parse(ReadSource(entity, name[ValuePrefix.Length..]));
        return new SourcedValue(value.State, value.Number, source.Source.Delivery, source.Source.Line)
        {
            Status = FigureStatusNames.Get(source.Status),
            Lower = source.Interval?.Lower,
            Upper = source.Interval?.Upper,
            SampleSize = source.Interval?.SampleSize,
        };
    }

    /// <summary>Gets the observations of one area of some indicators, in all periods.</summary>
    public IAsyncEnumerable<Observation> GetByAreaAsync(AreaCode area, IReadOnlyCollection<string> indicators, CancellationToken cancellationToken) =>
        QueryAsync(Tables.FilterByPartition(Keys.GetPartition(area), Keys.GetObservationRow(area)), cancellationToken, indicators);

    private async IAsyncEnumerable<Observation> QueryAsync(
        string filter, [EnumeratorCancellation] CancellationToken cancellationToken, IReadOnlyCollection<string>? indicators = null)
    {
        var asked = indicators is { Count: > 0 } ? indicators.ToHashSet(StringComparer.Ordinal) : null;

        // The columns are in the address of the request, which cannot be of any length.
        string[]? columns = asked is { Count: <= MaxSelectedIndicators }
            ? ["Area", "Dataset", Year, PeriodText, Source, Parts, .. asked.SelectMany(code => new[] { ValuePrefix + code, SourcePrefix + code })]
            : null;
        await foreach (var row in QueryRowsAsync(filter, columns, cancellationToken))
        {
            foreach (var observation in ReadObservations(row).Where(observation => asked is null || asked.Contains(observation.Indicator)))
            {
                yield return observation;
            }
        }
    }

    // The entities of a row follow one another: undivided first, and a larger division behind a smaller one.
    private async IAsyncEnumerable<TableEntity> QueryRowsAsync(string filter, string[]? columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TableEntity? row = null;
        await foreach (var entity in Tables.QueryAsync(tables.Observations, filter, columns, cancellationToken))
        {
            if (row is not null && IsOfSameRow(row, entity))
            {
                row = Overlay(row, entity);
                continue;
            }

            if (row is not null)
            {
                yield return row;
            }

            row = entity;
        }

        if (row is not null)
        {
            yield return row;
        }
    }

    private static bool IsOfSameRow(TableEntity row, TableEntity entity) =>
        entity.GetInt32(Parts) is not null
        && row.GetString("Area") == entity.GetString("Area")
        && row.GetString("Dataset") == entity.GetString("Dataset")
        && ReadPeriod(row) == ReadPeriod(entity);

    // A dataset's division only ever grows, so that what is in a larger one was stored later; a wide row takes the place of all before it.
    private static TableEntity Overlay(TableEntity row, TableEntity part)
    {
        var isLarger = row.GetInt32(Parts) != part.GetInt32(Parts);
        if (isLarger && part.GetString(Source) is not null)
        {
            return part;
        }

        foreach (var (name, value) in part)
        {
            if (value is not null && (IsValue(name) || name.StartsWith(SourcePrefix, StringComparison.Ordinal) || name == Parts))
            {
                row[name] = value;
            }
        }

        return row;
    }

    private static bool IsValue(string name) => name.StartsWith(ValuePrefix, StringComparison.Ordinal);

    // A value of a long file keeps its own source, also where it was merged into a wide row.
    private static string ReadSource(TableEntity entity, string indicator) => entity.GetString(SourcePrefix + indicator) ?? entity.GetString(Source);

    private IEnumerable<Observation> ReadObservations(TableEntity entity)
    {
        var area = AreaCode.Parse(entity.GetString("Area"));
        var period = ReadPeriod(entity);
        var dataset = entity.GetString("Dataset");
        foreach (var (name, stored) in entity)
        {
            // An indicator that has left the catalogue is not served any more.
            if (stored is not null && IsValue(name) && catalogue.Find(name[ValuePrefix.Length..]) is { } indicator)
            {
                var source = ValueSource.Parse(ReadSource(entity, indicator.Code));
                yield return new Observation(area, period, indicator.Code, FromStored(stored), dataset, source.BoundaryYear, source.Status, source.Source)
                {
                    Interval = source.Interval,
                };
            }
        }
    }

    private static object ToStored(ObservedValue value, bool isMoney)
    {
        if (value.Number is not { } number)
        {
            return value.State.ToString();
        }

        // Boxed apart: as one expression the two would both become doubles.
        return isMoney ? (object)Cents.FromEuros(number) : DoubleConverter.ToDouble(number);
    }

    private static ObservedValue FromStored(object stored) => stored switch
    {
        double number => ObservedValue.Known(DoubleConverter.ToDecimal(number)),
        long cents => ObservedValue.Known(Cents.ToEuros(cents)),
        string state => ObservedValue.FromState(Enum.Parse<ObservedState>(state)),
        _ => throw new InvalidDataException($"An observation is stored as {stored.GetType()}."),
    };

    private static bool HasDetails(IndicatorValue value, AreaObservations row) =>
        value.Line != row.Values[0].Line || value.Status != FigureStatus.None || value.Interval is not null;

    private static string FormatSource(string delivery, IndicatorValue value, AreaObservations row) =>
        new ValueSource(new SourceLine(delivery, value.Line), row.BoundaryYear, row.Status | value.Status, value.Interval).ToString();

    // The names of the properties of an indicator's value and of its source.
    private readonly record struct ValueProperties(string Value, string Source, bool IsMoney);
}

using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Api.Datasets;

/// <summary>A dataset: who delivers what, in which form.</summary>
/// <param name="Id">Its id, and the folder of the inbox that its files are dropped in.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Source">Publisher, address and licence, as far as declared.</param>
/// <param name="Owner">Organisation or team that answers for it.</param>
/// <param name="Visibility">Audience that may see its figures.</param>
/// <param name="Format">Layout of its files.</param>
/// <param name="Records">Kind of its rows; null where the format says it.</param>
/// <param name="Columns">The columns of its files; empty where a file is a document.</param>
/// <param name="Href">Its address.</param>
/// <param name="Template">The address of an empty file; null where it has none.</param>
public sealed record DatasetResource(
    string Id,
    BilingualText Title,
    string Source,
    string Owner,
    DatasetVisibility Visibility,
    DatasetFormat Format,
    RecordKind? Records,
    IReadOnlyList<DatasetColumn> Columns,
    string Href,
    string? Template)
{
    /// <summary>The indicators that its files can hold; absent where they hold no figures.</summary>
    public IReadOnlyList<string>? Indicators { get; init; }

    /// <summary>The character between fields; absent where files are no CSV.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The character before decimals; absent where files are no CSV.</summary>
    public string? DecimalSeparator { get; init; }

    /// <summary>Meaning of the symbols in place of a number; absent for none.</summary>
    public IReadOnlyDictionary<string, SymbolMeaning>? Symbols { get; init; }

    /// <summary>Time at which the newest file that is in force was stored. Absent for none, and for those who may not see the figures.</summary>
    public DateTimeOffset? ServedAt { get; init; }

    /// <summary>The newest delivery, whatever became of it; absent for all but the data team.</summary>
    public LastDeliveryResource? LastDelivery { get; init; }

    /// <summary>Creates a dataset as it is served.</summary>
    /// <param name="definition">Its definition.</param>
    /// <param name="deliveries">Its deliveries, newest first; empty for those who may not see its figures.</param>
    /// <param name="isOwn">Whether it is served to its data team.</param>
    public static DatasetResource From(DatasetDefinition definition, IReadOnlyList<Delivery> deliveries, bool isOwn)
    {
        var href = $"/api/v1/datasets/{definition.Id}";
        return new(
            definition.Id, definition.Title, definition.Source, definition.Owner, definition.Visibility, definition.Format, definition.Records,
            DatasetColumn.GetAll(definition), href, DatasetTemplate.IsAvailable(definition) ? $"{href}/template" : null)
        {
            Indicators = definition.IndicatorCodes.ToList() is { Count: > 0 } codes ? codes : null,
            Delimiter = definition.Delimiter?.ToString(),
            DecimalSeparator = definition.DecimalSeparator?.ToString(),
            Symbols = definition.Symbols,
            ServedAt = deliveries.Where(delivery => delivery.IsInForce).Max(delivery => delivery.StoredAt),
            LastDelivery = isOwn && deliveries.Count > 0 ? LastDeliveryResource.From(deliveries[0]) : null,
        };
    }
}

/// <summary>The newest delivery of a dataset.</summary>
/// <param name="Id">Its id.</param>
/// <param name="File">The file's name.</param>
/// <param name="State">Its state.</param>
/// <param name="ReceivedAt">Time at which it was dropped.</param>
/// <param name="Href">Its address.</param>
public sealed record LastDeliveryResource(string Id, string File, string State, DateTimeOffset ReceivedAt, string Href)
{
    /// <summary>Creates a delivery as it is served here.</summary>
    public static LastDeliveryResource From(Delivery delivery) => new(
        delivery.Id, delivery.File, DeliveryStateNames.GetName(delivery.State), delivery.ReceivedAt, $"/api/v1/deliveries/{delivery.Id}");
}

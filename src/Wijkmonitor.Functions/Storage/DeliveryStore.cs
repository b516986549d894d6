using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Api;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets;

namespace Wijkmonitor.Functions.Storage;

/// <summary>Deliveries and their problems in their tables.</summary>
public sealed class DeliveryStore(Tables tables)
{
    private const int HashLength = 20;

    /// <summary>The id of a delivery: the dataset and the start of a SHA-256 over dataset and content.</summary>
    public static string Id(string dataset, string hash) => $"{dataset}-{hash[..HashLength]}";

    /// <summary>The dataset of the delivery with this id; empty where it is no id of a delivery.</summary>
    public static string DatasetOf(string id) => id.Length > HashLength + 1 ? id[..^(HashLength + 1)] : "";

    /// <summary>The delivery with this id, or null.</summary>
    public async Task<Delivery?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (DatasetOf(id) is not { Length: > 0 } dataset)
        {
            return null;
        }

        var found = await tables.Deliveries.GetEntityIfExistsAsync<TableEntity>(dataset, id, cancellationToken: cancellationToken);
        return found.HasValue ? ToDelivery(found.Value!) : null;
    }

    /// <summary>The deliveries of a dataset, newest first.</summary>
    public Task<IReadOnlyList<Delivery>> OfDatasetAsync(string dataset, CancellationToken cancellationToken) =>
        QueryAsync(Tables.InPartition(dataset), cancellationToken);

    /// <summary>The deliveries of all datasets that are in a state.</summary>
    public Task<IReadOnlyList<Delivery>> InStateAsync(DeliveryState state, CancellationToken cancellationToken) =>
        QueryAsync(TableClient.CreateQueryFilter($"State eq {state.ToString()}"), cancellationToken);

    /// <summary>
    /// Marks a delivery as served, unless something happened to it since it was read: then what happened must be computed first.
    /// </summary>
    public async Task MarkServedAsync(Delivery delivery, DateTimeOffset now, CancellationToken cancellationToken)
    {
        TableEntity entity = await tables.Deliveries.GetEntityAsync<TableEntity>(delivery.Dataset, delivery.Id, cancellationToken: cancellationToken);
        var current = ToDelivery(entity);
        if (current.State != DeliveryState.Scoring || current.StoredAt != delivery.StoredAt)
        {
            return;
        }

        try
        {
            var served = ToEntity(current with { State = DeliveryState.Served, CompletedAt = now });
            await tables.Deliveries.UpdateEntityAsync(served, entity.ETag, TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // It was stored again meanwhile, and waits to be computed again.
        }
    }

    /// <summary>All municipalities that something was delivered about.</summary>
    public async Task<IReadOnlyCollection<string>> MunicipalitiesAsync(CancellationToken cancellationToken)
    {
        var municipalities = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var entity in Tables.QueryAsync(tables.Deliveries, filter: null, cancellationToken: cancellationToken))
        {
            municipalities.UnionWith(SplitMunicipalities(entity));
        }

        return municipalities;
    }

    /// <summary>Keeps what is known of a delivery.</summary>
    public Task KeepAsync(Delivery delivery, CancellationToken cancellationToken) =>
        tables.Deliveries.UpsertEntityAsync(ToEntity(delivery), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Keeps a delivery's problems.</summary>
    public async Task KeepProblemsAsync(string id, IReadOnlyList<RowProblem> problems, CancellationToken cancellationToken)
    {
        var writer = new EntityWriter(tables.Problems, TableTransactionActionType.UpsertReplace);
        for (var i = 0; i < problems.Count; i++)
        {
            await writer.AddAsync(ToEntity(id, i, problems[i]), cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
        await RemoveProblemsAsync(id, problems.Count, cancellationToken);
    }

    // What an earlier check of the same file found, and this one did not.
    private async Task RemoveProblemsAsync(string id, int from, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge {ProblemRow(from)}");
        var writer = new EntityWriter(tables.Problems, TableTransactionActionType.Delete);
        await foreach (var entity in Tables.QueryAsync(tables.Problems, filter, ["PartitionKey", "RowKey"], cancellationToken))
        {
            await writer.AddAsync(new TableEntity(entity.PartitionKey, entity.RowKey), cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    /// <summary>A delivery's problems, in the order in which they were found.</summary>
    public async Task<IReadOnlyList<RowProblem>> ProblemsAsync(string id, CancellationToken cancellationToken)
    {
        var problems = new List<RowProblem>();
        await foreach (var entity in Tables.QueryAsync(tables.Problems, Tables.InPartition(id), cancellationToken: cancellationToken))
        {
            problems.Add(ToProblem(entity));
        }

        return problems;
    }

    private async Task<IReadOnlyList<Delivery>> QueryAsync(string filter, CancellationToken cancellationToken)
    {
        var deliveries = new List<Delivery>();
        await foreach (var entity in Tables.QueryAsync(tables.Deliveries, filter, cancellationToken: cancellationToken))
        {
            deliveries.Add(ToDelivery(entity));
        }

        return [.. deliveries.OrderByDescending(d => d.ReceivedAt).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static TableEntity ToEntity(Delivery delivery)
    {
        var entity = new TableEntity(delivery.Dataset, delivery.Id)
        {
            [nameof(Delivery.File)] = delivery.File,
            [nameof(Delivery.State)] = delivery.State.ToString(),
            [nameof(Delivery.ReceivedAt)] = delivery.ReceivedAt,
            [nameof(Delivery.StoredAt)] = delivery.StoredAt,
            [nameof(Delivery.CompletedAt)] = delivery.CompletedAt,
            [nameof(Delivery.Sha256)] = delivery.Sha256,
            [nameof(Delivery.Bytes)] = delivery.Bytes,
            [nameof(Delivery.Rows)] = delivery.Rows,
            [nameof(Delivery.Values)] = delivery.Values,
            [nameof(Delivery.Errors)] = delivery.Errors,
            [nameof(Delivery.Warnings)] = delivery.Warnings,
            [nameof(Delivery.ProblemCounts)] = JsonSerializer.Serialize(delivery.ProblemCounts, ApiJson.Default.IReadOnlyDictionaryStringInt32),
            [nameof(Delivery.Path)] = delivery.Path,
            [nameof(Delivery.InboxVersion)] = delivery.InboxVersion,
            [nameof(Delivery.RepeatedAt)] = delivery.RepeatedAt,
        };
        BinaryChunks.Write(entity, nameof(Delivery.Municipalities), Encoding.UTF8.GetBytes(string.Join(' ', delivery.Municipalities)));
        return entity;
    }

    private static Delivery ToDelivery(TableEntity entity) => new(
        entity.RowKey,
        entity.PartitionKey,
        entity.GetString(nameof(Delivery.File)),
        Enum.Parse<DeliveryState>(entity.GetString(nameof(Delivery.State))),
        entity.GetDateTimeOffset(nameof(Delivery.ReceivedAt))!.Value,
        entity.GetDateTimeOffset(nameof(Delivery.StoredAt)),
        entity.GetDateTimeOffset(nameof(Delivery.CompletedAt)),
        entity.GetString(nameof(Delivery.Sha256)),
        entity.GetInt64(nameof(Delivery.Bytes))!.Value,
        entity.GetInt32(nameof(Delivery.Rows))!.Value,
        entity.GetInt32(nameof(Delivery.Values))!.Value,
        entity.GetInt32(nameof(Delivery.Errors))!.Value,
        entity.GetInt32(nameof(Delivery.Warnings))!.Value,
        JsonSerializer.Deserialize(entity.GetString(nameof(Delivery.ProblemCounts)), ApiJson.Default.IReadOnlyDictionaryStringInt32)!,
        entity.GetString(nameof(Delivery.Path)),
        entity.GetString(nameof(Delivery.InboxVersion)),
        SplitMunicipalities(entity),
        entity.GetDateTimeOffset(nameof(Delivery.RepeatedAt)));

    private static string ProblemRow(int number) => number.ToString("000000", CultureInfo.InvariantCulture);

    private static string[] SplitMunicipalities(TableEntity entity) =>
        Encoding.UTF8.GetString(BinaryChunks.Read(entity, nameof(Delivery.Municipalities))).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static TableEntity ToEntity(string id, int number, RowProblem problem) =>
        new(id, ProblemRow(number))
        {
            [nameof(RowProblem.Code)] = problem.Code,
            [nameof(RowProblem.Severity)] = problem.Severity.ToString(),
            [nameof(RowProblem.Line)] = problem.Line,
            [nameof(RowProblem.Column)] = problem.Column,
            [nameof(RowProblem.Value)] = problem.Value,
            [nameof(RowProblem.NeedsConfirmation)] = problem.NeedsConfirmation,
            ["MessageNl"] = problem.Message.Nl,
            ["MessageEn"] = problem.Message.En,
            ["RemedyNl"] = problem.Remedy.Nl,
            ["RemedyEn"] = problem.Remedy.En,
        };

    private static RowProblem ToProblem(TableEntity entity) => new(
        entity.GetString(nameof(RowProblem.Code)),
        Enum.Parse<ProblemSeverity>(entity.GetString(nameof(RowProblem.Severity))),
        entity.GetInt32(nameof(RowProblem.Line)),
        entity.GetString(nameof(RowProblem.Column)),
        entity.GetString(nameof(RowProblem.Value)),
        new BilingualText(entity.GetString("MessageNl"), entity.GetString("MessageEn")),
        new BilingualText(entity.GetString("RemedyNl"), entity.GetString("RemedyEn")))
    {
        NeedsConfirmation = entity.GetBoolean(nameof(RowProblem.NeedsConfirmation)) ?? false,
    };
}

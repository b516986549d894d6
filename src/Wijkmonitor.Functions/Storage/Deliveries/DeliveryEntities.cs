using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>Converter of deliveries and their problems to rows of tables and back.</summary>
internal static class DeliveryEntities
{
    /// <summary>Creates the row of a delivery.</summary>
    public static TableEntity ToEntity(Delivery delivery)
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
            [nameof(Delivery.ProblemCounts)] = JsonSerializer.Serialize(delivery.ProblemCounts, StoredDeliveryJson.Default.IReadOnlyDictionaryStringInt32),
            [nameof(Delivery.Path)] = delivery.Path,
            [nameof(Delivery.InboxVersion)] = delivery.InboxVersion,
            [nameof(Delivery.RepeatedAt)] = delivery.RepeatedAt,
            [nameof(Delivery.StartedAt)] = delivery.StartedAt,
            [nameof(Delivery.CheckedAt)] = delivery.CheckedAt,
            [nameof(Delivery.Periods)] = string.Join(' ', delivery.Periods.Select(year => year.ToString(CultureInfo.InvariantCulture))),
            [nameof(Delivery.FinePeriods)] = delivery.FinePeriods,
            [nameof(Delivery.Filled)] = delivery.Filled is { } filled ? string.Join(' ', filled) : null,
            [nameof(Delivery.Changes)] = delivery.Changes is { } changes ? JsonSerializer.Serialize(changes, StoredDeliveryJson.Default.ChangeCounts) : null,
            [nameof(Delivery.Definition)] = delivery.Definition,
            [nameof(Delivery.Parts)] = delivery.Parts,
            [nameof(Delivery.Read)] = delivery.Read is { } read ? JsonSerializer.Serialize(read, StoredDeliveryJson.Default.ReadSummary) : null,
        };
        BinaryChunks.Write(entity, nameof(Delivery.Supersedes), Encoding.UTF8.GetBytes(string.Join(' ', delivery.Supersedes)));
        BinaryChunks.Write(entity, nameof(Delivery.Decisions),
            JsonSerializer.SerializeToUtf8Bytes(delivery.Decisions, StoredDeliveryJson.Default.IReadOnlyListDeliveryDecision));
        BinaryChunks.Write(entity, nameof(Delivery.Before), delivery.Before is { } before
            ? JsonSerializer.SerializeToUtf8Bytes(before, StoredDeliveryJson.Default.Delivery) : []);
        BinaryChunks.Write(entity, nameof(Delivery.Municipalities), Encoding.UTF8.GetBytes(string.Join(' ', delivery.Municipalities)));
        return entity;
    }

    /// <summary>Reads a delivery from its row.</summary>
    public static Delivery ToDelivery(TableEntity entity) => new(
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
        JsonSerializer.Deserialize(entity.GetString(nameof(Delivery.ProblemCounts)), StoredDeliveryJson.Default.IReadOnlyDictionaryStringInt32)!,
        entity.GetString(nameof(Delivery.Path)),
        entity.GetString(nameof(Delivery.InboxVersion)),
        SplitMunicipalities(entity),
        entity.GetDateTimeOffset(nameof(Delivery.RepeatedAt)))
    {
        StartedAt = entity.GetDateTimeOffset(nameof(Delivery.StartedAt)),
        CheckedAt = entity.GetDateTimeOffset(nameof(Delivery.CheckedAt)),
        Periods = [.. (entity.GetString(nameof(Delivery.Periods)) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(year => int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture))],
        FinePeriods = entity.GetInt32(nameof(Delivery.FinePeriods)),
        Filled = entity.GetString(nameof(Delivery.Filled))?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Read = entity.GetString(nameof(Delivery.Read)) is { } read ? JsonSerializer.Deserialize(read, StoredDeliveryJson.Default.ReadSummary) : null,
        Supersedes = Split(entity, nameof(Delivery.Supersedes)),
        Changes = entity.GetString(nameof(Delivery.Changes)) is { } changes
            ? JsonSerializer.Deserialize(changes, StoredDeliveryJson.Default.ChangeCounts)
            : null,
        Decisions = BinaryChunks.Read(entity, nameof(Delivery.Decisions)) is { Length: > 0 } decisions
            ? JsonSerializer.Deserialize(decisions, StoredDeliveryJson.Default.IReadOnlyListDeliveryDecision)! : [],
        Definition = entity.GetString(nameof(Delivery.Definition)),
        Parts = entity.GetInt32(nameof(Delivery.Parts)) ?? 1,
        Before = BinaryChunks.Read(entity, nameof(Delivery.Before)) is { Length: > 0 } before
            ? JsonSerializer.Deserialize(before, StoredDeliveryJson.Default.Delivery) : null,
        Version = entity.ETag.ToString(),
    };

    /// <summary>Gets the row key of a problem.</summary>
    public static string GetProblemRow(int number) => number.ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>Reads the municipalities that a delivery is about from its row.</summary>
    public static string[] SplitMunicipalities(TableEntity entity) => Split(entity, nameof(Delivery.Municipalities));

    private static string[] Split(TableEntity entity, string name) =>
        Encoding.UTF8.GetString(BinaryChunks.Read(entity, name)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Creates the row of a problem.</summary>
    public static TableEntity ToEntity(string id, int number, RowProblem problem) =>
        new(id, GetProblemRow(number))
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

    /// <summary>Reads a problem from its row.</summary>
    public static RowProblem ToProblem(TableEntity entity) => new(
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

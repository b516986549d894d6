using Azure;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>Stage of the work on a delivery.</summary>
public enum DeliveryStage
{
    /// <summary>The file is being checked.</summary>
    Checking,

    /// <summary>Comparing it with what is in force.</summary>
    Comparing,

    /// <summary>Its rows are being stored.</summary>
    Storing,

    /// <summary>Restoring what was in force before.</summary>
    Restoring,

    /// <summary>The municipalities that it touches are being computed.</summary>
    Scoring,
}

/// <summary>Progress of the work on a delivery.</summary>
/// <param name="Stage">Current stage.</param>
/// <param name="Done">Number of rows of the stage that are done; while scoring, of municipalities.</param>
/// <param name="Total">Number to do; while checking, the lines of the file.</param>
/// <param name="At">Time of this report.</param>
public sealed record DeliveryProgress(DeliveryStage Stage, int Done, int Total, DateTimeOffset At);

/// <summary>Progress of deliveries in its table, apart from their records, so that saving it is in nobody's way.</summary>
public sealed class ProgressStore(Tables tables)
{
    /// <summary>Saves the progress of a delivery.</summary>
    public Task SaveAsync(string dataset, string delivery, DeliveryProgress progress, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(dataset, delivery)
        {
            [nameof(DeliveryProgress.Stage)] = progress.Stage.ToString(),
            [nameof(DeliveryProgress.Done)] = progress.Done,
            [nameof(DeliveryProgress.Total)] = progress.Total,
            [nameof(DeliveryProgress.At)] = progress.At,
        };
        return tables.Progress.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Finds the progress of a delivery, or null.</summary>
    public async Task<DeliveryProgress?> FindAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var found = await Tables.FindAsync(tables.Progress, delivery.Dataset, delivery.Id, cancellationToken: cancellationToken);
        return found is null ? null : new DeliveryProgress(
            Enum.Parse<DeliveryStage>(found.GetString(nameof(DeliveryProgress.Stage))),
            found.GetInt32(nameof(DeliveryProgress.Done))!.Value,
            found.GetInt32(nameof(DeliveryProgress.Total))!.Value,
            found.GetDateTimeOffset(nameof(DeliveryProgress.At))!.Value);
    }

    /// <summary>Deletes the progress of a finished delivery.</summary>
    public Task DeleteAsync(string dataset, string delivery, CancellationToken cancellationToken) =>
        tables.Progress.DeleteEntityAsync(dataset, delivery, ETag.All, cancellationToken);

    /// <summary>Deletes progress older than a time (its process has died).</summary>
    public async Task DeleteBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"At lt {moment}");
        await foreach (var entity in Tables.QueryAsync(tables.Progress, filter, ["PartitionKey", "RowKey"], cancellationToken))
        {
            await DeleteAsync(entity.PartitionKey, entity.RowKey, cancellationToken);
        }
    }
}

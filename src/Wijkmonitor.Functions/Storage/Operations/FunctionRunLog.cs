using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Operations;

/// <summary>The last run of a function that a timer starts.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Succeeded">Whether it ended well.</param>
/// <param name="EndedAt">Time at which it ended.</param>
/// <param name="SucceededAt">Time at which one last ended well; null where none did.</param>
public sealed record FunctionRun(string Function, bool Succeeded, DateTimeOffset EndedAt, DateTimeOffset? SucceededAt);

/// <summary>Log of the last run of each timer function, with its outcome for the alerts.</summary>
public sealed partial class FunctionRunLog(StorageSetup setup, Tables tables, TimeProvider time, ILogger<FunctionRunLog> logger)
{
    private const string Partition = "last";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <summary>Runs a function and records how it ended. What it throws is thrown.</summary>
    public async Task RecordAsync(string function, Func<Task> run)
    {
        var begun = time.GetTimestamp();
        try
        {
            await run();
        }
        catch (Exception)
        {
            await EndAsync(function, succeeded: false, begun);
            throw;
        }

        await EndAsync(function, succeeded: true, begun);
    }

    /// <summary>Gets the last run of each function, or none where none was recorded.</summary>
    public async Task<IReadOnlyList<FunctionRun>> GetAllAsync(CancellationToken cancellationToken)
    {
        var runs = new List<FunctionRun>();
        await foreach (var entity in Tables.QueryAsync(tables.Runs, Tables.FilterByPartition(Partition), cancellationToken: cancellationToken))
        {
            runs.Add(new FunctionRun(
                entity.RowKey,
                entity.GetBoolean(nameof(FunctionRun.Succeeded))!.Value,
                entity.GetDateTimeOffset(nameof(FunctionRun.EndedAt))!.Value,
                entity.GetDateTimeOffset(nameof(FunctionRun.SucceededAt))));
        }

        return runs;
    }

    private Task EndAsync(string function, bool succeeded, long begun)
    {
        var seconds = Math.Round(time.GetElapsedTime(begun).TotalSeconds, 1);
        LogEnded(function, succeeded ? "succeeded" : "failed", seconds);
        return TryRecordAsync(function, succeeded);
    }

    // The work of a run that cannot be recorded is done all the same: its outcome is what the host must learn.
    private async Task TryRecordAsync(string function, bool succeeded)
    {
        using var limit = new CancellationTokenSource(Timeout, time);
        var now = time.GetUtcNow();
        var entity = new TableEntity(Partition, function) { [nameof(FunctionRun.Succeeded)] = succeeded, [nameof(FunctionRun.EndedAt)] = now };
        if (succeeded)
        {
            entity[nameof(FunctionRun.SucceededAt)] = now;
        }

        try
        {
            await setup.EnsureAsync(limit.Token);
            await tables.Runs.UpsertEntityAsync(entity, TableUpdateMode.Merge, limit.Token);
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e) || e is RequestFailedException)
        {
            // Health then shows the run before, which grows old.
        }
    }

    [LoggerMessage(160, LogLevel.Information, "Ended a run of {Function} after {Seconds} seconds: {Outcome}")]
    private partial void LogEnded(string function, string outcome, double seconds);
}

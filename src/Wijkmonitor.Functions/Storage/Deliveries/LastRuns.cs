using Azure;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>The last run of a function that goes by the clock.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Succeeded">Whether it ended well.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="SucceededAt">When one last ended well; null where none did.</param>
public sealed record LastRun(string Function, bool Succeeded, DateTimeOffset EndedAt, DateTimeOffset? SucceededAt);

/// <summary>How the last runs of the functions that go by the clock ended: an entity of each, written once a run.</summary>
public sealed class LastRuns(StorageSetup setup, Tables tables, TimeProvider time)
{
    private const string Partition = "last";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Does a run and notes how it ended. What it throws is thrown.</summary>
    public async Task NoteAsync(string function, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception)
        {
            await TryNoteAsync(function, succeeded: false);
            throw;
        }

        await TryNoteAsync(function, succeeded: true);
    }

    /// <summary>The last runs; none where none was noted.</summary>
    public async Task<IReadOnlyList<LastRun>> AllAsync(CancellationToken cancellationToken)
    {
        var runs = new List<LastRun>();
        await foreach (var entity in Tables.QueryAsync(tables.Runs, Tables.InPartition(Partition), cancellationToken: cancellationToken))
        {
            runs.Add(new LastRun(
                entity.RowKey,
                entity.GetBoolean(nameof(LastRun.Succeeded))!.Value,
                entity.GetDateTimeOffset(nameof(LastRun.EndedAt))!.Value,
                entity.GetDateTimeOffset(nameof(LastRun.SucceededAt))));
        }

        return runs;
    }

    // The work of a run that cannot be noted is done all the same: its outcome is what the host must learn.
    private async Task TryNoteAsync(string function, bool succeeded)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        var now = time.GetUtcNow();
        var entity = new TableEntity(Partition, function) { [nameof(LastRun.Succeeded)] = succeeded, [nameof(LastRun.EndedAt)] = now };
        if (succeeded)
        {
            entity[nameof(LastRun.SucceededAt)] = now;
        }

        try
        {
            await setup.EnsureAsync(limit.Token);
            await tables.Runs.UpsertEntityAsync(entity, TableUpdateMode.Merge, limit.Token);
        }
        catch (Exception e) when (StorageFailure.Is(e) || e is RequestFailedException)
        {
            // Health then shows the run before, which grows old.
        }
    }
}

using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>Takes in all files that wait, does what was decided about deliveries, and computes the scorecards that all that touches.</summary>
public sealed partial class IngestRun(
    StorageSetup setup,
    DatasetOverrides overrides,
    Inbox inbox,
    CurrentDatasets definitions,
    DeliveryStore deliveries,
    FileIngest ingest,
    DecidedDeliveries decided,
    FailedAttempts attempts,
    ProgressStore progress,
    Locks locks,
    ScoringRun scoring,
    TimeProvider time,
    ILogger<IngestRun> logger)
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan SilenceOfTheDead = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Runs once over the inbox. Files of a dataset are taken in in the order in which they came: where one fails or is being taken in
    /// elsewhere, those behind it wait for the next run, and so do datasets that may need it. One that fails three times is set aside.
    /// </summary>
    /// <exception cref="AggregateException">Files failed; they are still in the inbox and the next run takes them again.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        LocalCopy.RemoveLeftBehind(time);
        await setup.EnsureAsync(cancellationToken);
        await overrides.RefreshAsync(cancellationToken);
        var failures = new List<Exception>();
        var unfinished = await deliveries.UnfinishedAsync(cancellationToken);
        var files = await inbox.WaitingAsync(cancellationToken);
        await TidyAsync(unfinished, files, cancellationToken);
        await GoOnAsync(unfinished.Where(delivery => IsWithoutFile(delivery, files)), failures, cancellationToken);
        foreach (var kind in files.GroupBy(OrderOfNeed).OrderBy(group => group.Key))
        {
            if (!await IngestAllAsync(kind, failures, cancellationToken))
            {
                LogWaiting();
                break;
            }
        }

        await TryAsync(() => scoring.ScoreDeliveriesAsync(cancellationToken), failures, cancellationToken);
        if (failures.Count > 0)
        {
            throw new AggregateException($"{failures.Count} parts of the run failed; the next run does them again.", failures);
        }
    }

    private async Task TidyAsync(IReadOnlyList<Delivery> unfinished, IReadOnlyList<InboxFile> files, CancellationToken cancellationToken)
    {
        await attempts.ForgetAllButAsync(unfinished.Select(d => d.Id).Concat(files.Select(FileIngest.KeyOf)).ToHashSet(StringComparer.Ordinal), cancellationToken);
        await progress.ForgetBeforeAsync(time.GetUtcNow() - SilenceOfTheDead, cancellationToken);
        foreach (var delivery in unfinished.Where(d => d.State == DeliveryState.Checking && IsWithoutFile(d, files)))
        {
            // Its file was taken out of the inbox, or replaced, before anything came of it.
            await deliveries.RemoveIfUnchangedAsync(delivery, cancellationToken);
        }
    }

    private async Task GoOnAsync(IEnumerable<Delivery> waiting, List<Exception> failures, CancellationToken cancellationToken)
    {
        foreach (var dataset in waiting.Where(delivery => delivery.State != DeliveryState.Checking).GroupBy(delivery => delivery.Dataset, StringComparer.Ordinal))
        {
            await AloneAsync(dataset.Key, token => GoOnInOrderAsync(dataset, failures, token), failures, cancellationToken);
        }
    }

    private async Task<bool> GoOnInOrderAsync(IEnumerable<Delivery> waiting, List<Exception> failures, CancellationToken cancellationToken)
    {
        foreach (var delivery in waiting.OrderBy(delivery => delivery.ReceivedAt))
        {
            using var about = logger.BeginScope(LogScope.Of("Delivery", delivery.Id));
            await AttemptAsync(
                delivery.Id,
                delivery.Id,
                () => DoneAsync(decided.GoOnAsync(delivery.Id, cancellationToken)),
                () => decided.SetAsideAsync(delivery.Id, cancellationToken),
                failures,
                cancellationToken);
        }

        return true;
    }

    private async Task<bool> IngestAllAsync(IEnumerable<InboxFile> files, List<Exception> failures, CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var dataset in files.GroupBy(file => file.Folder, StringComparer.Ordinal))
        {
            all &= await AloneAsync(dataset.Key, token => IngestInOrderAsync(dataset, failures, token), failures, cancellationToken);
        }

        return all;
    }

    private async Task<bool> IngestInOrderAsync(IEnumerable<InboxFile> files, List<Exception> failures, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var isDone = await AttemptAsync(
                FileIngest.KeyOf(file),
                file.Path,
                () => ingest.IngestAsync(file, cancellationToken),
                () => ingest.SetAsideAsync(file, cancellationToken),
                failures,
                cancellationToken);
            if (!isDone)
            {
                return false;
            }
        }

        return true;
    }

    // Does work that changes what is stored of a dataset while nobody else does; false where another is at it.
    private async Task<bool> AloneAsync(
        string dataset, Func<CancellationToken, Task<bool>> work, List<Exception> failures, CancellationToken cancellationToken)
    {
        var done = false;
        using var about = logger.BeginScope(LogScope.Of("Dataset", dataset));
        await TryAsync(
            async () =>
            {
                var scope = definitions.Find(dataset) is { } definition ? StoringScope.Of(definition) : StoringScope.Unknown;
                await using var mine = await locks.TryTakeStoringAsync(scope, cancellationToken);
                if (mine is null)
                {
                    LogStoredElsewhere(dataset);
                    return;
                }

                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, mine.Lost);
                done = await work(either.Token);
            },
            failures,
            cancellationToken,
            dataset);
        return done;
    }

    // Work that fails by exception three times would fail at every run and keep others waiting: it is set aside, loudly. A storage that
    // stays away, or somebody else who was first, is no fault of the work.
    private async Task<bool> AttemptAsync(
        string key, string what, Func<Task<bool>> work, Func<Task> setAside, List<Exception> failures, CancellationToken cancellationToken)
    {
        var done = false;
        await TryAsync(
            async () =>
            {
                try
                {
                    done = await work();
                }
                catch (Exception e) when (IsFaultOfTheWork(e))
                {
                    if (await attempts.CountAsync(key, cancellationToken) < MostAttempts)
                    {
                        throw;
                    }

                    LogSetAside(e, what, MostAttempts);
                    await setAside();
                    done = true;
                }
            },
            failures,
            cancellationToken,
            what);
        return done;
    }

    private async Task TryAsync(Func<Task> work, List<Exception> failures, CancellationToken cancellationToken, string? what = null)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (what is not null)
            {
                LogFailed(e, what);
            }

            failures.Add(e);
        }
    }

    private static async Task<bool> DoneAsync(Task work)
    {
        await work;
        return true;
    }

    private static bool IsFaultOfTheWork(Exception exception) =>
        !StorageFailure.Is(exception) && !StorageFailure.IsConflict(exception) && exception is not DeliveryChangedException;

    private static bool IsWithoutFile(Delivery delivery, IReadOnlyList<InboxFile> files) =>
        delivery.State is DeliveryState.Confirmed or DeliveryState.Withdrawing || !files.Any(file => file.ETag == delivery.InboxVersion);

    // Files that were dropped together may need one another: areas before what is said of them, custom areas before figures, contracts before what is booked on them.
    private int OrderOfNeed(InboxFile file) => definitions.Find(file.Folder) switch
    {
        { RegistersAreas: true } or { Records: RecordKind.Areas } => 0,
        { Records: RecordKind.CustomAreas or RecordKind.Crosswalks } or { Format: DatasetFormat.Boundaries } => 1,
        { Format: DatasetFormat.Contract } => 3,
        { Records: RecordKind.Activities or RecordKind.Operation } => 4,
        { Format: DatasetFormat.Records } => 5,
        _ => 2,
    };

    [LoggerMessage(105, LogLevel.Error, "{Path} failed {Attempts} times and is set aside; the fault is the monitor's")]
    private partial void LogSetAside(Exception exception, string path, int attempts);

    [LoggerMessage(110, LogLevel.Error, "{Path} could not be taken in; the next run tries again")]
    private partial void LogFailed(Exception exception, string path);

    [LoggerMessage(111, LogLevel.Information, "Files that may need one that is not taken in yet wait for the next run")]
    private partial void LogWaiting();

    [LoggerMessage(112, LogLevel.Information, "Files of {Dataset} are being stored by another instance; they wait for the next run")]
    private partial void LogStoredElsewhere(string dataset);
}

using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Datasets;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>Takes in all files that wait and computes the scorecards that they touch.</summary>
public sealed partial class IngestRun(
    StorageSetup setup,
    DatasetOverrides overrides,
    Inbox inbox,
    CurrentDatasets definitions,
    DeliveryStore deliveries,
    FileIngest ingest,
    ScoringRun scoring,
    TimeProvider time,
    ILogger<IngestRun> logger)
{
    /// <summary>
    /// Runs once over the inbox. Files of a dataset are taken in in the order in which they came: where one fails or is being taken in
    /// elsewhere, those behind it wait for the next run, and so do datasets that may need it.
    /// </summary>
    /// <exception cref="AggregateException">Files failed; they are still in the inbox and the next run takes them again.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        LocalCopy.RemoveLeftBehind(time);
        await setup.EnsureAsync(cancellationToken);
        await overrides.RefreshAsync(cancellationToken);
        var failures = new List<Exception>();
        var brokenOff = await deliveries.InStateAsync(DeliveryState.Storing, cancellationToken);
        var files = await inbox.WaitingAsync(cancellationToken);
        await FinishAsync(brokenOff.Where(delivery => !files.Any(file => file.ETag == delivery.InboxVersion)), failures, cancellationToken);
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

    private async Task FinishAsync(IEnumerable<Delivery> brokenOff, List<Exception> failures, CancellationToken cancellationToken)
    {
        foreach (var delivery in brokenOff)
        {
            await TryAsync(() => ingest.FinishAsync(delivery, cancellationToken), failures, cancellationToken, delivery.Id);
        }
    }

    private async Task<bool> IngestAllAsync(IEnumerable<InboxFile> files, List<Exception> failures, CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var dataset in files.GroupBy(file => file.Folder, StringComparer.Ordinal))
        {
            foreach (var file in dataset)
            {
                var done = false;
                await TryAsync(async () => done = await ingest.IngestAsync(file, cancellationToken), failures, cancellationToken, file.Path);
                if (!done)
                {
                    all = false;
                    break;
                }
            }
        }

        return all;
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

    [LoggerMessage(110, LogLevel.Error, "{Path} could not be taken in; it stays in the inbox")]
    private partial void LogFailed(Exception exception, string path);

    [LoggerMessage(111, LogLevel.Information, "Files that may need one that is not taken in yet wait for the next run")]
    private partial void LogWaiting();
}

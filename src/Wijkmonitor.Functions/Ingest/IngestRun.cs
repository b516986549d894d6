using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Ingest.Decisions;
using Wijkmonitor.Functions.Ingest.Deliveries;
using Wijkmonitor.Functions.Ingest.Steps;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>One run over the inbox, in five steps.</summary>
/// <remarks>
/// It prepares, resumes what was decided or broken off, ingests the files that wait, scores what all that affects, and fails where a part of it
/// failed.
/// </remarks>
public sealed partial class IngestRun(
    StorageSetup setup,
    DatasetOverrides overrides,
    Inbox inbox,
    CurrentDatasets definitions,
    DeliveryStore deliveries,
    FileIngest ingest,
    DeliveryDecisionProcessor decided,
    FailedAttempts attempts,
    ProgressStore progress,
    Locks locks,
    ScoringRun scoring,
    IngestOptions options,
    TimeProvider time,
    ILogger<IngestRun> logger)
{
    private static readonly TimeSpan ProgressExpiry = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Runs once. Files of a dataset are accepted in the order in which they came: where one fails or is being accepted elsewhere, those
    /// behind it wait for the next run, and so do datasets that may need it. One that fails three times is quarantined.
    /// </summary>
    /// <exception cref="AggregateException">Files failed; they are still in the inbox and the next run takes them again.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var steps = new StepRunner(definitions, attempts, locks, logger);
        var (unfinished, files) = await PrepareAsync(cancellationToken);
        await ResumeAsync(steps, unfinished.Where(delivery => LacksInboxFile(delivery, files)), cancellationToken);
        await IngestAsync(steps, files, begun, cancellationToken);
        await steps.RunAsync(scoring.ScoreDeliveriesAsync, cancellationToken);
        steps.ThrowIfAnyFailed();
    }

    private async Task<(IReadOnlyList<Delivery> Unfinished, IReadOnlyList<InboxFile> Files)> PrepareAsync(CancellationToken cancellationToken)
    {
        LocalCopy.DeleteAbandoned();
        await setup.EnsureAsync(cancellationToken);
        await overrides.RefreshAsync(cancellationToken);
        var unfinished = await deliveries.GetUnfinishedAsync(cancellationToken);
        var files = await ListAddressableAsync(cancellationToken);
        await attempts.DeleteExceptAsync(unfinished.Select(d => d.Id)
            .Concat(files.Select(DropKey.From))
            .ToHashSet(StringComparer.Ordinal), cancellationToken);
        await progress.DeleteBeforeAsync(time.GetUtcNow() - ProgressExpiry, cancellationToken);
        foreach (var delivery in unfinished.Where(d => d.State == DeliveryState.Checking && LacksInboxFile(d, files)))
        {
            // Its file was taken out of the inbox, or replaced, before anything came of it.
            await deliveries.RemoveIfUnchangedAsync(delivery, cancellationToken);
        }

        return (unfinished, files);
    }

    private async Task<IReadOnlyList<InboxFile>> ListAddressableAsync(CancellationToken cancellationToken)
    {
        var files = (await inbox.ListFilesAsync(cancellationToken)).ToLookup(file => file.IsAddressable);
        foreach (var file in files[false])
        {
            LogUnaddressable(Printable.Escape(file.Path));
        }

        return [.. files[true]];
    }

    private async Task ResumeAsync(StepRunner steps, IEnumerable<Delivery> unfinished, CancellationToken cancellationToken)
    {
        foreach (var dataset in unfinished.Where(delivery => delivery.State != DeliveryState.Checking)
            .GroupBy(delivery => delivery.Dataset, StringComparer.Ordinal))
        {
            await steps.RunExclusivelyAsync(dataset.Key, dataset.OrderBy(delivery => delivery.ReceivedAt)
                .Select(CreateResumeStep), isInOrder: false, cancellationToken);
        }
    }

    private async Task IngestAsync(StepRunner steps, IReadOnlyList<InboxFile> files, long begun, CancellationToken cancellationToken)
    {
        foreach (var rank in files.GroupBy(GetRank).OrderBy(group => group.Key))
        {
            var isComplete = true;
            foreach (var dataset in rank.GroupBy(file => file.Folder, StringComparer.Ordinal))
            {
                isComplete &= await steps.RunExclusivelyAsync(dataset.Key, dataset.Select(file => CreateIngestStep(file, begun)),
                    isInOrder: true, cancellationToken) == StepResult.Completed;
            }

            if (!isComplete)
            {
                LogDeferredRest();
                return;
            }
        }
    }

    private IngestStep CreateResumeStep(Delivery delivery) => new(
        delivery.Id, delivery.Id, token => decided.ResumeAsync(delivery.Id, token), token => decided.QuarantineAsync(delivery.Id, token));

    private IngestStep CreateIngestStep(InboxFile file, long begun) => new(
        DropKey.From(file), file.Path, token => IngestInTimeAsync(file, begun, token), token => ingest.QuarantineAsync(file, token));

    // A backlog of a country takes longer than the host lets a run take: the remaining files are for the next run, before the host ends this one in the middle.
    private async Task<StepResult> IngestInTimeAsync(InboxFile file, long begun, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(begun) < TimeSpan.FromMinutes(options.RunMinutes))
        {
            return await ingest.IngestAsync(file, cancellationToken);
        }

        LogDeferredForTime(file.Path, options.RunMinutes);
        return StepResult.Deferred;
    }

    private static bool LacksInboxFile(Delivery delivery, IReadOnlyList<InboxFile> files) =>
        delivery.State is DeliveryState.Confirmed or DeliveryState.Withdrawing || !files.Any(file => file.ETag == delivery.InboxVersion);

    // Files that were dropped together may need one another.
    private DependencyRank GetRank(InboxFile file) =>
        definitions.Find(file.Folder) is { } definition ? RecordFormats.For(definition).GetRank(definition) : DependencyRank.Figures;

    [LoggerMessage(111, LogLevel.Information, "Deferred the remaining dataset groups: an earlier group is incomplete")]
    private partial void LogDeferredRest();

    [LoggerMessage(108, LogLevel.Warning, "Skipped {Path}: its name cannot be addressed; remove it, and drop it under another name")]
    private partial void LogUnaddressable(string path);

    [LoggerMessage(113, LogLevel.Information, "Deferred {Path} and later files: the run exceeded {Minutes} minutes")]
    private partial void LogDeferredForTime(string path, int minutes);
}

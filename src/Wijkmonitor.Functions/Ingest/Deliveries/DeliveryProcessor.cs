using System.Globalization;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Ingest.Checks;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Ingest.Deliveries;

/// <summary>Processor of a checked file: accepts, holds, refuses or quarantines it. Each step can be done again.</summary>
public sealed partial class DeliveryProcessor(
    DeliveryWriter writer,
    DeliveryStore deliveries,
    DeliveryArchive archive,
    DeliveryComparison comparison,
    DeliveryRollback rollback,
    PartCounter partCounter,
    Inbox inbox,
    ProgressStore progress,
    WijkmonitorMetrics metrics,
    TimeProvider time,
    ILogger<DeliveryProcessor> logger)
{
    /// <summary>Creates a progress reporter.</summary>
    public ProgressReporter CreateProgressReporter(Delivery delivery) => new(progress, delivery.Dataset, delivery.Id, time);

    /// <summary>Returns the delivery with the result of its check.</summary>
    public Delivery WithCheckResult(CheckedFile check, Delivery delivery) => delivery with
    {
        CheckedAt = time.GetUtcNow(),
        Rows = check.Rows,
        Values = check.Values,
        Errors = check.Log.Errors,
        Warnings = check.Log.Total - check.Log.Errors,
        ProblemCounts = check.Log.CountByCode,
        Municipalities = check.Municipalities,
        Periods = check.Periods,
        FinePeriods = check.FinePeriods,
        Filled = check.Definition.Filled is { } filled ? [.. filled] : null,
        Read = check.Log.Tally.ToSummary(),
    };

    /// <summary>Refuses a file and saves its problems next to it.</summary>
    public Task RefuseAsync(Delivery delivery, Stream content, ProblemLog log, CancellationToken cancellationToken) =>
        RefuseAsync(delivery, content, log, DeliveryState.Refused, "refused", cancellationToken);

    /// <summary>Creates a separate delivery record, keyed by the inbox version of the file.</summary>
    /// <remarks>The record of an in-force delivery with identical content stays as it is.</remarks>
    public async Task<Delivery> WithSeparateRecordAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var hash = DropKey.From($"{delivery.Dataset}/{delivery.File}", delivery.InboxVersion);
        var (id, earlier) = await deliveries.FindByHashAsync(delivery.Dataset, hash, cancellationToken);
        return delivery with { Id = id, Decisions = earlier?.Decisions ?? [], Before = null, WasPending = false, Version = earlier?.Version };
    }

    private async Task RefuseAsync(Delivery delivery, Stream content, ProblemLog log, DeliveryState state, string outcome, CancellationToken cancellationToken)
    {
        await deliveries.SaveProblemsAsync(delivery.Id, log.Kept, cancellationToken);
        await using var report = ProblemReport.Write(log);
        var path = await inbox.RejectAsync(GetFolder(delivery), delivery.File, content, report, cancellationToken);
        await RemoveFromPendingAsync(delivery, cancellationToken);
        await deliveries.SaveAsync(delivery.WithState(state) with { Path = path, CompletedAt = state == DeliveryState.Refused ? time.GetUtcNow() : null },
            cancellationToken);
        metrics.RecordDelivery(delivery.Dataset, outcome);
        LogRefused(delivery.Dataset, Printable.Escape(delivery.File), delivery.Id, log.Errors);
    }

    /// <summary>Holds a file until somebody confirms or withdraws it, and saves its problems next to it.</summary>
    public async Task HoldForConfirmationAsync(Delivery delivery, DatasetDefinition definition, LocalCopy copy, ProblemLog log,
        CancellationToken cancellationToken)
    {
        await deliveries.SaveProblemsAsync(delivery.Id, log.Kept, cancellationToken);
        delivery = await comparison.CompareAsync(delivery, definition, copy, progress: null, cancellationToken);
        await using var report = ProblemReport.Write(log);
        await using var content = copy.OpenRead();
        var path = await inbox.SavePendingAsync(GetFolder(delivery), delivery.File, content, report, cancellationToken);
        var key = await archive.SaveDefinitionAsync(definition, cancellationToken);
        await deliveries.SaveAsync(delivery.WithState(DeliveryState.Pending) with { Path = path, Definition = key }, cancellationToken);
        metrics.RecordDelivery(delivery.Dataset, "pending");
        LogPending(delivery.Dataset, Printable.Escape(delivery.File), delivery.Id, log.ConfirmationCount);
    }

    /// <summary>Accepts a checked file: archives it and stores its rows.</summary>
    public async Task AcceptAsync(
        Delivery delivery, DatasetDefinition definition, LocalCopy copy, ProblemLog log, ProgressReporter report, CancellationToken cancellationToken)
    {
        await using (var content = copy.OpenRead())
        {
            var path = await inbox.ArchiveAsync(GetFolder(delivery), delivery.File, content, cancellationToken);
            delivery = delivery.WithState(DeliveryState.Storing) with
            {
                Path = path,
                Changes = null,
                Definition = await archive.SaveDefinitionAsync(definition, cancellationToken)
            };
        }

        await deliveries.SaveProblemsAsync(delivery.Id, log.Kept, cancellationToken);
        delivery = await comparison.CompareAsync(delivery, definition, copy, report, cancellationToken);
        delivery = delivery with { Parts = await partCounter.CountAsync(delivery, definition, cancellationToken) };
        delivery = await deliveries.SaveAsync(delivery, cancellationToken);
        await StoreAsync(delivery, definition, copy, report, cancellationToken);
    }

    /// <summary>Finishes a delivery whose storing broke off.</summary>
    /// <remarks>It passed its check before. That part of it is stored already must not depend on what has changed since.</remarks>
    public async Task FinishAsync(Delivery delivery, LocalCopy copy, CancellationToken cancellationToken)
    {
        var definition = await archive.GetDefinitionAsync(delivery, cancellationToken);
        var parts = await partCounter.CountAsync(delivery, definition, cancellationToken);
        if (parts != delivery.Parts)
        {
            // Another was stored meanwhile in a larger division, which this one has to come after.
            await rollback.RollBackAsync(delivery, cancellationToken);
            delivery = await deliveries.SaveAsync(delivery with { Parts = parts }, cancellationToken);
        }

        await StoreAsync(delivery, definition, copy, CreateProgressReporter(delivery), cancellationToken);
    }

    /// <summary>
    /// Quarantines a file that failed by exception again and again. What may have been stored of it is rolled back: nothing is ever
    /// half stored, and what an earlier drop of the same file brought is in force again.
    /// </summary>
    public async Task QuarantineAsync(Delivery delivery, LocalCopy copy, CancellationToken cancellationToken)
    {
        var log = new ProblemLog();
        log.Add(FileProblems.ProcessingFailed());
        if (delivery.State == DeliveryState.Storing)
        {
            await rollback.RollBackAsync(delivery, cancellationToken);
            await RollBackAsync(delivery, copy, log, "quarantined", cancellationToken);
            return;
        }

        await using var content = copy.OpenRead();
        await RefuseAsync(WithFailure(delivery, log), content, log, DeliveryState.Refused, "quarantined", cancellationToken);
        await progress.DeleteAsync(delivery.Dataset, delivery.Id, cancellationToken);
    }

    // Nothing of it is stored any more, but scorecards may have been computed from what was: they are computed again before it counts as refused.
    // The file leaves the archive last: until its record says what became of it, it can be done again.
    private async Task RollBackAsync(Delivery delivery, LocalCopy copy, ProblemLog log, string outcome, CancellationToken cancellationToken)
    {
        await using var content = copy.OpenRead();
        if (delivery.Before is { } before)
        {
            await RefuseAsync(await WithSeparateRecordAsync(WithFailure(delivery, log), cancellationToken), content, log,
                DeliveryState.Refused, outcome, cancellationToken);
            await deliveries.SaveAsync(
                before.WithState(DeliveryState.Scoring) with { CompletedAt = null, Decisions = delivery.Decisions, Version = delivery.Version },
                cancellationToken);
        }
        else
        {
            await RefuseAsync(WithFailure(delivery, log), content, log, DeliveryState.Restored, outcome, cancellationToken);
        }

        if (delivery.Before?.Path != delivery.Path)
        {
            await inbox.RemoveArchivedAsync(delivery.Path, cancellationToken);
        }

        await progress.DeleteAsync(delivery.Dataset, delivery.Id, cancellationToken);
    }

    private static Delivery WithFailure(Delivery delivery, ProblemLog log) =>
        delivery with { Errors = log.Errors, Warnings = 0, ProblemCounts = log.CountByCode, Changes = null, Supersedes = [] };

    private async Task StoreAsync(
        Delivery delivery, DatasetDefinition definition, LocalCopy copy, ProgressReporter report, CancellationToken cancellationToken)
    {
        report.StartStage(DeliveryStage.Storing, delivery.Rows);
        DateTimeOffset? effectiveStoredAt;
        try
        {
            effectiveStoredAt = await writer.WriteAsync(delivery, definition, copy, report, cancellationToken);
        }
        catch (InsertConflictException e)
        {
            await RefuseConflictingEntriesAsync(delivery, copy, e.Conflicts, cancellationToken);
            return;
        }

        await RemoveFromPendingAsync(delivery, cancellationToken);
        var storedAt = effectiveStoredAt ?? await deliveries.GetNextStoredAtAsync(time.GetUtcNow(), cancellationToken);
        await deliveries.SaveAsync(delivery.WithState(DeliveryState.Scoring) with { StoredAt = storedAt, Before = null }, cancellationToken);
        await report.EndAsync(cancellationToken);
        metrics.RecordDelivery(delivery.Dataset, "stored");
        metrics.RecordStored(delivery.Dataset, delivery.Rows, delivery.Values);
        LogStored(delivery.Dataset, Printable.Escape(delivery.File), delivery.Id, delivery.Rows, delivery.Values);
    }

    // Another instance was first since the check; the booking took its rows back.
    private Task RefuseConflictingEntriesAsync(Delivery delivery, LocalCopy copy, IReadOnlyList<InsertConflict> conflicts, CancellationToken cancellationToken)
    {
        var log = new ProblemLog();
        foreach (var conflict in conflicts)
        {
            log.Add(MortgageCheck.CreateProblem(conflict));
        }

        return RollBackAsync(delivery, copy, log, "refused", cancellationToken);
    }

    // Only what was decided about can ever have waited, or what waited when it was dropped again.
    private Task RemoveFromPendingAsync(Delivery delivery, CancellationToken cancellationToken) =>
        delivery.Decisions.Count > 0 || delivery.WasPending
            ? inbox.RemovePendingAsync(GetFolder(delivery), delivery.File, cancellationToken)
            : Task.CompletedTask;

    private static string GetFolder(Delivery delivery) =>
        string.Create(CultureInfo.InvariantCulture, $"{delivery.Dataset}/{delivery.ReceivedAt.UtcDateTime:yyyy}/{delivery.Id}");

    [LoggerMessage(102, LogLevel.Warning, "Refused {Dataset}/{File} (delivery {Delivery}): {Errors} errors")]
    private partial void LogRefused(string dataset, string file, string delivery, int errors);

    [LoggerMessage(103, LogLevel.Information, "Stored {Dataset}/{File} (delivery {Delivery}): {Rows} rows, {Values} values")]
    private partial void LogStored(string dataset, string file, string delivery, int rows, int values);

    [LoggerMessage(106, LogLevel.Warning, "Held {Dataset}/{File} (delivery {Delivery}) for confirmation: {Warnings} warnings")]
    private partial void LogPending(string dataset, string file, string delivery, int warnings);
}

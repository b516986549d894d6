using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Ingest.Checks;
using Wijkmonitor.Functions.Ingest.Deliveries;
using Wijkmonitor.Functions.Ingest.Steps;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>Ingest of one file of the inbox.</summary>
/// <remarks>Each step can be done again, and the file leaves the inbox last: a run that dies is simply run again and ends in the same state.</remarks>
public sealed partial class FileIngest(
    CurrentDatasets definitions,
    FileCheck checks,
    DeliveryProcessor processor,
    DeliveryStore deliveries,
    Inbox inbox,
    IngestOptions options,
    TimeProvider time,
    ILogger<FileIngest> logger)
{
    private const string UnknownDataset = "unknown";
    private const long MaxContractBytes = 256 * 1024;

    /// <summary>Ingests a file of the inbox, which it leaves last.</summary>
    /// <remarks>Leases the file, recognises it by its content, checks it, and accepts, holds or refuses it.</remarks>
    public Task<StepResult> IngestAsync(InboxFile file, CancellationToken cancellationToken) => WithLeaseAsync(file, IngestAsync, cancellationToken);

    /// <summary>Quarantines a file that failed by exception again and again: it would fail at every run and keep others waiting.</summary>
    /// <returns>False where another instance holds the file.</returns>
    public async Task<bool> QuarantineAsync(InboxFile file, CancellationToken cancellationToken) =>
        await WithLeaseAsync(file, QuarantineAsync, cancellationToken) == StepResult.Completed;

    private async Task<StepResult> WithLeaseAsync(InboxFile file, Func<InboxFile, LeasedBlob, CancellationToken, Task<StepResult>> work,
        CancellationToken cancellationToken)
    {
        var (leased, isHeldByAnother) = await inbox.TryLeaseAsync(file, TimeSpan.FromSeconds(options.LeaseSeconds), time, cancellationToken);
        await using var lease = leased;
        if (lease is null)
        {
            LogLeasedElsewhere(Printable.Escape(file.Path));
            return isHeldByAnother ? StepResult.LockedElsewhere : StepResult.Completed;
        }

        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        var result = await work(file, lease, linked.Token);
        if (result == StepResult.Completed)
        {
            await lease.DeleteBlobAsync(linked.Token);
        }

        return result;
    }

    private async Task<StepResult> IngestAsync(InboxFile file, LeasedBlob lease, CancellationToken cancellationToken)
    {
        var definition = definitions.Find(file.Folder)?.ForFile(file.Name);
        if (CheckWithoutReading(file, definition) is { } refusal)
        {
            await RefuseWithoutReadingAsync(file, GetDataset(file), lease, refusal, cancellationToken);
            return StepResult.Completed;
        }

        await using var content = await lease.OpenReadAsync(cancellationToken);
        using var copy = await LocalCopy.CreateAsync(content, file.Folder, cancellationToken);
        var (id, earlier) = await deliveries.FindByHashAsync(definition!.Id, copy.DeliveryHash, cancellationToken);
        var delivery = CreateDelivery(file, definition.Id, id, copy.Sha256, earlier);
        using var scope = logger.BeginScope(LogScope.Create("Delivery", delivery.Id));
        switch (earlier)
        {
            case { IsInForce: true } when await IsAlreadyInEffectAsync(definition, earlier, delivery, cancellationToken):
            case { State: DeliveryState.Pending } when earlier.InboxVersion == file.ETag:
                return StepResult.Completed;
            case { State: DeliveryState.Storing }:
                await processor.FinishAsync(earlier, copy, cancellationToken);
                return StepResult.Completed;
            case { State: DeliveryState.Confirmed or DeliveryState.Withdrawing }:
                // What was decided comes first.
                return StepResult.Deferred;
        }

        return await ValidateAndAcceptAsync(file, definition, delivery, earlier, copy, cancellationToken);
    }

    private async Task<StepResult> ValidateAndAcceptAsync(
        InboxFile file, DatasetDefinition definition, Delivery delivery, Delivery? earlier, LocalCopy copy, CancellationToken cancellationToken)
    {
        var report = processor.CreateProgressReporter(delivery);
        report.StartStage(DeliveryStage.Checking, copy.Lines, async token =>
        {
            // A check that takes a while is to be seen; a record of what is in force stays as it is.
            if (earlier is null or { State: DeliveryState.Checking })
            {
                delivery = await deliveries.SaveCheckingAsync(delivery, token);
            }
        });
        var check = await checks.CheckAsync(definition, delivery.Id, copy, report, cancellationToken);
        if (ShouldDefer(file, check.Log))
        {
            LogDeferred(Printable.Escape(file.Path));
            return StepResult.Deferred;
        }

        delivery = processor.WithCheckResult(check, delivery);
        if (check.Log.Errors == 0 && !check.NeedsConfirmation)
        {
            await processor.AcceptAsync(delivery, check.Definition, copy, check.Log, report, cancellationToken);
            return StepResult.Completed;
        }

        if (earlier is { IsInForce: true })
        {
            // What an earlier delivery of the same content brought is still in force, and its record says so.
            delivery = await processor.WithSeparateRecordAsync(delivery, cancellationToken);
        }

        if (check.Log.Errors > 0)
        {
            await using var refused = copy.OpenRead();
            await processor.RefuseAsync(delivery, refused, check.Log, cancellationToken);
        }
        else
        {
            await processor.HoldForConfirmationAsync(delivery, check.Definition, copy, check.Log, cancellationToken);
        }

        await report.EndAsync(cancellationToken);
        return StepResult.Completed;
    }

    private async Task<StepResult> QuarantineAsync(InboxFile file, LeasedBlob lease, CancellationToken cancellationToken)
    {
        var dataset = GetDataset(file);
        await using var content = await lease.OpenReadAsync(cancellationToken);
        using var copy = await LocalCopy.CreateAsync(content, file.Folder, cancellationToken);
        var (id, earlier) = await deliveries.FindByHashAsync(dataset, copy.DeliveryHash, cancellationToken);
        var delivery = earlier is { State: DeliveryState.Storing } ? earlier : CreateDelivery(file, dataset, id, copy.Sha256, earlier);
        using var scope = logger.BeginScope(LogScope.Create("Delivery", delivery.Id));
        if (earlier is { IsInForce: true })
        {
            delivery = await processor.WithSeparateRecordAsync(delivery, cancellationToken);
        }

        await processor.QuarantineAsync(delivery, copy, cancellationToken);
        return StepResult.Completed;
    }

    // Files that are dropped together do not all arrive at once: what a file needs may be on its way.
    private bool ShouldDefer(InboxFile file, ProblemLog log) =>
        log.Errors > 0
        && log.Kept.Where(problem => problem.Severity == ProblemSeverity.Error)
            .All(problem => problem.Code is ProblemCodes.AreaUnknown or ProblemCodes.ContractUnknown)
        && file.SeenAt - file.ReceivedAt < TimeSpan.FromSeconds(options.DependencyWaitSeconds);

    // A file of no known dataset, or one too large to copy, is refused unread. Its inbox version stands in for the content hash.
    private async Task RefuseWithoutReadingAsync(InboxFile file, string dataset, LeasedBlob lease, ProblemLog log, CancellationToken cancellationToken)
    {
        var delivery = CreateDelivery(file, dataset, id: "", sha256: "", earlier: null) with
        {
            Errors = log.Errors,
            ProblemCounts = log.CountByCode
        };
        await using var content = await lease.OpenReadAsync(cancellationToken);
        await processor.RefuseAsync(await processor.WithSeparateRecordAsync(delivery, cancellationToken), content, log, cancellationToken);
    }

    // Whether what the file says is already in effect: its own run got that far, or the same file was accepted before and nothing of
    // its dataset came after it. Otherwise an old file that is dropped again takes effect again; but what was booked stays as long as it is in force.
    private async Task<bool> IsAlreadyInEffectAsync(DatasetDefinition definition, Delivery earlier, Delivery now, CancellationToken cancellationToken)
    {
        if (earlier.InboxVersion == now.InboxVersion)
        {
            return true;
        }

        var latest = (await deliveries.GetByDatasetAsync(now.Dataset, cancellationToken))
            .Where(delivery => delivery.IsInForce)
            .MaxBy(delivery => delivery.StoredAt);
        if (latest?.Id != earlier.Id && !RecordFormats.For(definition).IsAppendOnly)
        {
            return false;
        }

        LogRepeated(Printable.Escape(now.File), now.Id);
        await deliveries.SaveAsync(earlier with { RepeatedAt = now.ReceivedAt }, cancellationToken);
        return true;
    }

    // Those who deliver a dataset see that its definition is faulty; a folder with a name that no dataset can have is not known.
    private string GetDataset(InboxFile file) =>
        definitions.Find(file.Folder) is not null
            || (definitions.FindFaulty(file.Folder) is not null && DatasetDefinition.IsId(file.Folder))
            ? file.Folder : UnknownDataset;

    private ProblemLog? CheckWithoutReading(InboxFile file, DatasetDefinition? definition)
    {
        var log = new ProblemLog();
        if (definition is null && definitions.FindFaulty(file.Folder) is { } faulty)
        {
            log.Add(DatasetProblems.DatasetFaulty(faulty));
        }
        else if (definition is null)
        {
            log.Add(FileProblems.DatasetUnknown(file.Folder, definitions.All.Select(d => d.Id)));
        }
        else if (file.Bytes > GetMaxBytes(definition))
        {
            log.Add(FileProblems.FileTooLarge(file.Bytes, GetMaxBytes(definition)));
        }

        return log.Errors > 0 ? log : null;
    }

    // A contract is read into memory and kept in one entity.
    private long GetMaxBytes(DatasetDefinition definition) =>
        definition.Format == DatasetFormat.Contract ? Math.Min(MaxContractBytes, options.MaxFileBytes) : options.MaxFileBytes;

    // What was decided about the same content before stays on its record.
    private Delivery CreateDelivery(InboxFile file, string dataset, string id, string sha256, Delivery? earlier) => new(
        id,
        dataset,
        dataset == UnknownDataset ? file.Path : file.Name,
        DeliveryState.Checking,
        file.ReceivedAt,
        StoredAt: null,
        CompletedAt: null,
        sha256,
        file.Bytes,
        Rows: 0,
        Values: 0,
        Errors: 0,
        Warnings: 0,
        ProblemCounts: new Dictionary<string, int>(StringComparer.Ordinal),
        Path: "",
        file.ETag,
        Municipalities: [],
        RepeatedAt: null)
    {
        StartedAt = time.GetUtcNow(),
        Decisions = earlier?.Decisions ?? [],
        Before = earlier is { IsInForce: true } ? earlier : null,
        WasPending = earlier?.State == DeliveryState.Pending,
        Version = earlier?.Version,
    };

    [LoggerMessage(100, LogLevel.Information, "Skipped {Path}: another instance is processing it, or it was replaced or removed")]
    private partial void LogLeasedElsewhere(string path);

    [LoggerMessage(104, LogLevel.Information, "Deferred {Path}: it references an area or contract that is not registered yet")]
    private partial void LogDeferred(string path);

    [LoggerMessage(101, LogLevel.Information, "Ignored {File}: identical to delivery {Delivery}")]
    private partial void LogRepeated(string file, string delivery);
}

using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Ingest.Checks;
using Wijkmonitor.Functions.Ingest.Deliveries;
using Wijkmonitor.Functions.Ingest.Steps;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Ingest.Decisions;

/// <summary>Processor of deliveries without a file in the inbox: confirmed, withdrawn, or interrupted after their file left it.</summary>
public sealed partial class DeliveryDecisionProcessor(
    CurrentDatasets definitions,
    FileCheck checks,
    DeliveryProcessor processor,
    DeliveryRollback rollback,
    DeliveryStore deliveries,
    DeliveryArchive archive,
    Inbox inbox,
    TimeProvider time,
    ILogger<DeliveryDecisionProcessor> logger)
{
    /// <summary>Resumes the work that a delivery waits for in its current state.</summary>
    public async Task<StepResult> ResumeAsync(string id, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginScope(LogScope.Create("Delivery", id));
        var delivery = await deliveries.FindAsync(id, cancellationToken);
        await (delivery?.State switch
        {
            DeliveryState.Storing => FinishAsync(delivery, cancellationToken),
            DeliveryState.Confirmed => AcceptAsync(delivery, cancellationToken),
            DeliveryState.Withdrawing => WithdrawAsync(delivery, cancellationToken),
            _ => Task.CompletedTask,
        });
        return StepResult.Completed;
    }

    /// <summary>Quarantines a delivery that failed by exception again and again.</summary>
    /// <returns>False for a delivery that is being withdrawn: it stays so, and each run tries again.</returns>
    public async Task<bool> QuarantineAsync(string id, CancellationToken cancellationToken)
    {
        if (await deliveries.FindAsync(id, cancellationToken) is not { State: DeliveryState.Storing or DeliveryState.Confirmed } delivery)
        {
            return false;
        }

        using var copy = await inbox.DownloadAsync(delivery, cancellationToken);
        await processor.QuarantineAsync(delivery, copy, cancellationToken);
        return true;
    }

    private async Task FinishAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        using var copy = await inbox.DownloadAsync(delivery, cancellationToken);
        await processor.FinishAsync(delivery, copy, cancellationToken);
    }

    // Between the warning and the word of somebody something else may have been stored: the file is checked again.
    private async Task AcceptAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        await archive.SaveDecisionsAsync(delivery, cancellationToken);
        var definition = definitions.Find(delivery.Dataset)?.ForFile(delivery.File) ?? await archive.GetDefinitionAsync(delivery, cancellationToken);
        using var copy = await inbox.DownloadAsync(delivery, cancellationToken);
        var report = processor.CreateProgressReporter(delivery);
        report.StartStage(DeliveryStage.Checking, copy.Lines);
        var check = await checks.CheckAsync(definition, delivery.Id, copy, report, cancellationToken);
        var after = processor.WithCheckResult(check, delivery);
        if (check.Log.Errors > 0)
        {
            await using var content = copy.OpenRead();
            await processor.RefuseAsync(after, content, check.Log, cancellationToken);
        }
        else if (NeedsReconfirmation(check, delivery))
        {
            await processor.HoldForConfirmationAsync(after, check.Definition, copy, check.Log, cancellationToken);
        }
        else
        {
            await processor.AcceptAsync(after, check.Definition, copy, check.Log, report, cancellationToken);
        }

        await report.EndAsync(cancellationToken);
    }

    // What was confirmed are the warnings that were shown; others, or more of them, are for somebody to check again.
    private static bool NeedsReconfirmation(CheckedFile check, Delivery confirmed) =>
        check.Log.Kept.Where(problem => problem.NeedsConfirmation).Select(problem => problem.Code).Distinct(StringComparer.Ordinal)
            .Any(code => check.Log.CountByCode[code] > confirmed.ProblemCounts.GetValueOrDefault(code));

    private async Task WithdrawAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        await archive.SaveDecisionsAsync(delivery, cancellationToken);
        if (delivery.StoredAt is not null)
        {
            await rollback.RollBackAsync(delivery, cancellationToken);
            await deliveries.SaveAsync(delivery.WithState(DeliveryState.Restored), cancellationToken);
        }
        else
        {
            var path = await inbox.MovePendingToRejectedAsync(delivery.Path, cancellationToken);
            await deliveries.SaveAsync(delivery.WithState(DeliveryState.Withdrawn) with { Path = path, CompletedAt = time.GetUtcNow() }, cancellationToken);
        }

        LogWithdrawn(delivery.Dataset, Printable.Escape(delivery.File), delivery.Id);
    }

    [LoggerMessage(107, LogLevel.Information, "Withdrew {Dataset}/{File} (delivery {Delivery})")]
    private partial void LogWithdrawn(string dataset, string file, string delivery);
}

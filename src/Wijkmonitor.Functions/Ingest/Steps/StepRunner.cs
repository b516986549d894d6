using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Formats;

namespace Wijkmonitor.Functions.Ingest.Steps;

/// <summary>Runner of the steps of one ingest run. A step that fails is logged, and the others go on; the run fails at its end.</summary>
internal sealed partial class StepRunner(CurrentDatasets definitions, FailedAttempts attempts, Locks locks, ILogger logger)
{
    private const int MaxAttempts = 3;
    private readonly List<Exception> failures = [];

    /// <summary>Runs steps that change what is stored of a dataset, one after another, while no other instance changes it.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="steps">The steps, in order.</param>
    /// <param name="isInOrder">Whether a step that is not completed keeps those after it waiting.</param>
    /// <param name="cancellationToken">Ends the steps.</param>
    /// <returns>The result of the first step that was not completed and kept others waiting; <see cref="StepResult.Completed"/> where there is none.</returns>
    public async Task<StepResult> RunExclusivelyAsync(string dataset, IEnumerable<IngestStep> steps, bool isInOrder, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginScope(LogScope.Create("Dataset", dataset));
        try
        {
            var name = definitions.Find(dataset) is { } definition ? IngestLockScope.For(definition) : IngestLockScope.Unknown;
            await using var lease = await locks.TryAcquireIngestLockAsync(name, cancellationToken);
            if (lease is null)
            {
                LogStoredElsewhere(dataset);
                return StepResult.LockedElsewhere;
            }

            using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
            return await RunSequentiallyAsync(steps, isInOrder, linked.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return RecordFailure(e, dataset);
        }
    }

    /// <summary>Runs a step that logs its own failures.</summary>
    public async Task<StepResult> RunAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(cancellationToken);
            return StepResult.Completed;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            failures.Add(e);
            return StepResult.Failed;
        }
    }

    /// <summary>Ends the run.</summary>
    /// <exception cref="AggregateException">Steps failed.</exception>
    public void ThrowIfAnyFailed()
    {
        if (failures.Count > 0)
        {
            throw new AggregateException($"{failures.Count} parts of the run failed; the next run does them again.", failures);
        }
    }

    private async Task<StepResult> RunSequentiallyAsync(IEnumerable<IngestStep> steps, bool isInOrder, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            var result = await RunWithAttemptLimitAsync(step, cancellationToken);
            if (isInOrder && result != StepResult.Completed)
            {
                return result;
            }
        }

        return StepResult.Completed;
    }

    // Work that fails by exception three times would fail at every run and keep others waiting.
    private async Task<StepResult> RunWithAttemptLimitAsync(IngestStep step, CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                return await step.RunAsync(cancellationToken);
            }
            catch (Exception e) when (CountsAsFailedAttempt(e))
            {
                if (await attempts.RecordAsync(step.Key, cancellationToken) < MaxAttempts || !await step.QuarantineAsync(cancellationToken))
                {
                    throw;
                }

                LogQuarantined(e, step.Name, MaxAttempts);
                return StepResult.Completed;
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return RecordFailure(e, step.Name);
        }
    }

    private StepResult RecordFailure(Exception exception, string name)
    {
        LogFailed(exception, name);
        failures.Add(exception);
        return StepResult.Failed;
    }

    // A storage that stays away, or another instance that was first, is no fault of the work.
    private static bool CountsAsFailedAttempt(Exception exception) =>
        !StorageFailure.IsUnavailable(exception) && !StorageFailure.IsConflict(exception) && exception is not DeliveryChangedException;

    [LoggerMessage(105, LogLevel.Error, "Quarantined {Path} after {Attempts} failed attempts (internal error)")]
    private partial void LogQuarantined(Exception exception, string path, int attempts);

    [LoggerMessage(110, LogLevel.Error, "Failed to process {Path}; the next run retries it")]
    private partial void LogFailed(Exception exception, string path);

    [LoggerMessage(112, LogLevel.Information, "Deferred files of {Dataset}: another instance is storing this dataset")]
    private partial void LogStoredElsewhere(string dataset);
}

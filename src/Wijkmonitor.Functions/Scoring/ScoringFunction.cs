using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Storage.Operations;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Timer that computes all scorecards again, on the schedule of the setting <c>ScoringSchedule</c>.</summary>
public sealed class ScoringFunction(ScoringRun run, StaleDatasetReporter staleDatasets, FunctionRunLog runs)
{
    /// <summary>Computes everything, of which only what changed is written, and says which datasets have been silent for long.</summary>
    [Function("Score")]
    public Task RunAsync([TimerTrigger("%ScoringSchedule%")] TimerInfo timer, CancellationToken cancellationToken) => runs.RecordAsync("Score", async () =>
    {
        await staleDatasets.ReportAsync(cancellationToken);
        await run.ScoreAllAsync(cancellationToken);
    });
}

using Microsoft.Azure.Functions.Worker;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Computes all scorecards anew, once a night on the schedule of the setting <c>ScoringSchedule</c>.</summary>
public sealed class ScoringFunction(ScoringRun run, QuietDatasets quiet)
{
    /// <summary>Computes everything, of which only what changed is written, and says which datasets have been silent for long.</summary>
    [Function("Score")]
    public async Task RunAsync([TimerTrigger("%ScoringSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        await quiet.ReportAsync(cancellationToken);
        await run.ScoreAllAsync(cancellationToken);
    }
}

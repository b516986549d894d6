using Microsoft.Azure.Functions.Worker;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Computes all scorecards anew, once a night on the schedule of the setting <c>ScoringSchedule</c>.</summary>
public sealed class ScoringFunction(ScoringRun run)
{
    /// <summary>Computes everything; only what changed is written.</summary>
    [Function("Score")]
    public Task RunAsync([TimerTrigger("%ScoringSchedule%")] TimerInfo timer, CancellationToken cancellationToken) => run.ScoreAllAsync(cancellationToken);
}

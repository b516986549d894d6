using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Storage.Operations;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>Timer that ingests the dropped files, on the schedule of the setting <c>IngestSchedule</c>.</summary>
public sealed class IngestFunction(IngestRun run, FunctionRunLog runs)
{
    /// <summary>Runs once over the inbox.</summary>
    [Function("Ingest")]
    public Task RunAsync([TimerTrigger("%IngestSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        runs.RecordAsync("Ingest", () => run.RunAsync(cancellationToken));
}

namespace Wijkmonitor.Functions.Ingest.Steps;

/// <summary>Work on one file or delivery that a run does, and does again in the next run where it fails.</summary>
/// <param name="Key">Identifies the work over runs, so that its failures can be counted.</param>
/// <param name="Name">Name in the log.</param>
/// <param name="RunAsync">Does the work; doing it again ends the same.</param>
/// <param name="QuarantineAsync">Refuses the work for good where it fails at every run; false where that cannot be done, so that the next run tries
/// again.</param>
internal sealed record IngestStep(string Key, string Name, Func<CancellationToken, Task<StepResult>> RunAsync,
    Func<CancellationToken, Task<bool>> QuarantineAsync);

namespace Wijkmonitor.Functions.Ingest.Steps;

/// <summary>Outcome of a step of an ingest run.</summary>
public enum StepResult
{
    /// <summary>All of it is done.</summary>
    Completed,

    /// <summary>It waits for something that is not there yet; the next run tries again.</summary>
    Deferred,

    /// <summary>It failed by an exception, which was logged; the next run tries again.</summary>
    Failed,

    /// <summary>Another instance is doing it.</summary>
    LockedElsewhere,
}

using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Api.Health;

/// <summary>What the monitor has to work with.</summary>
/// <param name="Status">Always <c>ready</c>: a monitor that is not answers with a problem and status 503.</param>
/// <param name="Datasets">The datasets that can be delivered.</param>
/// <param name="RefusedDefinitions">The definitions of datasets in the container <c>config</c> that are refused; their problems lie beside them.</param>
/// <param name="Rules">The version of the rules of each kind of scorecard that rules were chosen for.</param>
public sealed record HealthResource(
    string Status, IReadOnlyList<string> Datasets, IReadOnlyList<string> RefusedDefinitions, IReadOnlyDictionary<string, string> Rules);

/// <summary>That the process answers.</summary>
/// <param name="Status">Always <c>live</c>.</param>
public sealed record LivenessResource(string Status);

/// <summary>Whether the monitor does its work, and how its last runs ended.</summary>
/// <param name="Status"><c>ready</c>; <c>late</c>, with status 503, where no run ended well for too long. A storage that does not answer is a problem with status 503.</param>
/// <param name="RefusedDefinitions">The definitions of datasets in the container <c>config</c> that are refused.</param>
/// <param name="LastRuns">The last run of each function that goes by the clock; none of one that has not run yet.</param>
public sealed record ReadinessResource(string Status, IReadOnlyList<string> RefusedDefinitions, IReadOnlyList<LastRunResource> LastRuns);

/// <summary>How the last run of a function ended.</summary>
/// <param name="Function"><c>Ingest</c> or <c>Score</c>.</param>
/// <param name="Outcome"><c>succeeded</c> or <c>failed</c>.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="AgeSeconds">How long ago that is, in whole seconds.</param>
/// <param name="SucceededAt">When one last ended well; absent where none did.</param>
public sealed record LastRunResource(string Function, string Outcome, DateTimeOffset EndedAt, long AgeSeconds, DateTimeOffset? SucceededAt)
{
    /// <summary>A run as it is served at a moment. A clock that was put back makes no negative age.</summary>
    public static LastRunResource From(FunctionRun run, DateTimeOffset now) => new(
        run.Function, run.Succeeded ? "succeeded" : "failed", run.EndedAt, Math.Max(0, (long)(now - run.EndedAt).TotalSeconds), run.SucceededAt);
}

using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Api.Health;

/// <summary>Datasets and rules in use.</summary>
/// <param name="Status">Always <c>ready</c>: a monitor that is not answers with a problem and status 503.</param>
/// <param name="Datasets">The datasets that can be delivered.</param>
/// <param name="RefusedDefinitions">The definitions of datasets that are refused; those in the container <c>config</c> have their problems next to
/// them.</param>
/// <param name="Rules">The version of the rules of each kind of scorecard that rules were chosen for.</param>
public sealed record HealthResource(
    string Status, IReadOnlyList<string> Datasets, IReadOnlyList<string> RefusedDefinitions, IReadOnlyDictionary<string, string> Rules);

/// <summary>Response that the process is alive.</summary>
/// <param name="Status">Always <c>live</c>.</param>
/// <param name="Build">The identity of the package that runs: a checksum over its files; null where no package runs.</param>
public sealed record LivenessResource(string Status, string? Build);

/// <summary>Readiness of the monitor, with the outcome of the last runs.</summary>
/// <param name="Status">Always <c>ready</c>: a monitor that is not answers with a problem and status 503.</param>
/// <param name="RefusedDefinitions">The definitions of datasets that are refused.</param>
/// <param name="LastRuns">The last run of each function that a timer starts; none of one that has not run yet.</param>
public sealed record ReadinessResource(string Status, IReadOnlyList<string> RefusedDefinitions, IReadOnlyList<LastRunResource> LastRuns);

/// <summary>Problem by RFC 9457: no run succeeded for too long; with the outcome of the last runs.</summary>
/// <param name="Type">Always about:blank.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">Always 503.</param>
/// <param name="Detail">The run that is late, in English.</param>
/// <param name="Message">The run that is late, in both languages.</param>
/// <param name="RefusedDefinitions">The definitions of datasets in the container <c>config</c> that are refused.</param>
/// <param name="LastRuns">The last run of each function that a timer starts.</param>
public sealed record LateResource(
    string Type, string Title, int Status, string Detail, BilingualText Message, IReadOnlyList<string> RefusedDefinitions,
    IReadOnlyList<LastRunResource> LastRuns)
{
    private static readonly BilingualText Ingest = new("De inbox is al te lang niet verwerkt.", "The inbox has not been processed for too long.");
    private static readonly BilingualText Scoring =
        new("De nachtelijke berekening is al te lang niet gelukt.", "The nightly computation has not succeeded for too long.");

    /// <summary>Creates a problem about a run that is late.</summary>
    public static LateResource From(FunctionRun late, IReadOnlyList<string> refusedDefinitions, IReadOnlyList<LastRunResource> lastRuns)
    {
        var message = late.Function == "Ingest" ? Ingest : Scoring;
        return new LateResource("about:blank", "Service Unavailable", StatusCodes.Status503ServiceUnavailable, message.En, message,
            refusedDefinitions, lastRuns);
    }
}

/// <summary>Outcome of the last run of a function.</summary>
/// <param name="Function"><c>Ingest</c> or <c>Score</c>.</param>
/// <param name="Outcome"><c>succeeded</c> or <c>failed</c>.</param>
/// <param name="EndedAt">Time at which it ended.</param>
/// <param name="AgeSeconds">Seconds since then.</param>
/// <param name="SucceededAt">Time at which one last ended well; absent where none did.</param>
public sealed record LastRunResource(string Function, string Outcome, DateTimeOffset EndedAt, long AgeSeconds, DateTimeOffset? SucceededAt)
{
    /// <summary>Creates the resource of a run, with its age at a moment. A clock that was put back makes no negative age.</summary>
    public static LastRunResource From(FunctionRun run, DateTimeOffset now) => new(
        run.Function, run.Succeeded ? "succeeded" : "failed", run.EndedAt, Math.Max(0, (long)(now - run.EndedAt).TotalSeconds), run.SucceededAt);
}

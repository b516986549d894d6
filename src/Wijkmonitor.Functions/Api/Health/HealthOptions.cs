using Wijkmonitor.Functions.Settings;
using Wijkmonitor.Functions.Storage.Operations;

namespace Wijkmonitor.Functions.Api.Health;

/// <summary>Limits on the age of the last successful runs, beyond which the monitor is not ready.</summary>
public sealed class HealthOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Health";

    /// <summary>The setting <c>Health__IngestMinutes</c>: for the run over the inbox. 30 unless set, 0 for no limit, at most 10080 (a week).</summary>
    [SettingRange(Section, 0, 10_080)]
    public int IngestMinutes { get; set; } = 30;

    /// <summary>The setting <c>Health__ScoringHours</c>: for the nightly computation; 48 unless set, 0 for no limit, at most 720 (30 days).</summary>
    [SettingRange(Section, 0, 720)]
    public int ScoringHours { get; set; } = 48;

    /// <summary>Determines whether a function has not succeeded for too long.</summary>
    /// <remarks>One that never ran is not late: nothing ran yet after the first deployment.</remarks>
    /// <param name="run">Its last run.</param>
    /// <param name="now">The time.</param>
    public bool IsLate(FunctionRun run, DateTimeOffset now)
    {
        var limit = run.Function == "Ingest" ? TimeSpan.FromMinutes(IngestMinutes) : TimeSpan.FromHours(ScoringHours);
        return limit > TimeSpan.Zero && (run.SucceededAt is not { } succeededAt || now - succeededAt > limit);
    }
}

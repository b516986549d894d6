namespace Wijkmonitor.Functions.Settings;

/// <summary>The schedules of the timers. The host reads them; where one is absent it would serve all the same, and the timer would never run.</summary>
internal sealed class Schedules
{
    /// <summary>The setting for the schedule of the runs over the inbox.</summary>
    public const string IngestSetting = "IngestSchedule";

    /// <summary>The setting for when everything is computed again.</summary>
    public const string ScoringSetting = "ScoringSchedule";

    /// <summary>Gets or sets the schedule of the runs over the inbox.</summary>
    public string? Ingest { get; set; }

    /// <summary>Gets or sets when everything is computed again.</summary>
    public string? Scoring { get; set; }
}

using Wijkmonitor.Functions.Settings;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>Limits of the ingest.</summary>
public sealed class IngestOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Ingest";

    /// <summary>The setting <c>Ingest__LeaseSeconds</c>: how long a file stays leased when its instance dies; 15 to 60, 60 unless set.</summary>
    [SettingRange(Section, 15, 60)]
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>The setting <c>Ingest__MaxFileBytes</c>: the largest file that is accepted; 512 MiB unless set.</summary>
    [SettingRange(Section, 1)]
    public long MaxFileBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>
    /// The setting <c>Ingest__RunMinutes</c>: after how long a run starts no further file. It leaves the rest to the next. 1 to 40, 20 unless set.
    /// The host ends a run after an hour (<c>functionTimeout</c> in host.json), and the last file takes a quarter of one.
    /// </summary>
    [SettingRange(Section, 1, 40)]
    public int RunMinutes { get; set; } = 20;

    /// <summary>
    /// The setting <c>Ingest__DependencyWaitSeconds</c>: how long a file waits for an area or contract that is not registered yet. Counted from its
    /// drop; then it is refused. 0 to 3600, 60 unless set.
    /// </summary>
    [SettingRange(Section, 0, 3600)]
    [FormerName("PatienceSeconds")]
    public int DependencyWaitSeconds { get; set; } = 60;
}

using Wijkmonitor.Functions.Settings;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>The limits of taking files in.</summary>
public sealed class IngestOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Ingest";

    /// <summary>The setting <c>Ingest__LeaseSeconds</c>: how long a file stays taken when the instance that has it dies; 15 to 60, 60 unless set.</summary>
    [SettingRange(Section, 15, 60)]
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>The setting <c>Ingest__MaxFileBytes</c>: the largest file that is taken in; 512 MiB unless set.</summary>
    [SettingRange(Section, 1)]
    public long MaxFileBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>
    /// The setting <c>Ingest__RunMinutes</c>: after how long a run starts on no further file and leaves the rest to the next; 1 to 55, 20 unless set. The host
    /// ends a run after an hour (<c>functionTimeout</c> in host.json).
    /// </summary>
    [SettingRange(Section, 1, 55)]
    public int RunMinutes { get; set; } = 20;

    /// <summary>
    /// The setting <c>Ingest__PatienceSeconds</c>: how long after its drop a file that names an area or contract that is not known yet
    /// waits for it, before it is refused; 0 to 3600, 60 unless set.
    /// </summary>
    [SettingRange(Section, 0, 3600)]
    public int PatienceSeconds { get; set; } = 60;
}

using Wijkmonitor.Functions.Settings;

namespace Wijkmonitor.Functions.Storage.Connections;

/// <summary>Time limits of storage calls. Together they bound every call: no longer than the limit on trying again and one try.</summary>
public sealed class StorageTimeoutOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "StorageTimeouts";

    /// <summary>The setting <c>StorageTimeouts__TableSeconds</c>: how long one try at a call to the tables may take. 1 to 300, 10 unless set.</summary>
    [SettingRange(Section, 1, 300)]
    public int TableSeconds { get; set; } = 10;

    /// <summary>The setting <c>StorageTimeouts__BlobSeconds</c>: the same for blobs. A try may send or fetch a whole block. 1 to 300, 60 unless set.</summary>
    [SettingRange(Section, 1, 300)]
    public int BlobSeconds { get; set; } = 60;

    /// <summary>The setting <c>StorageTimeouts__RetrySeconds</c>: how long after its begin a call may still be tried again. 0 to 600, 20 unless set.</summary>
    [SettingRange(Section, 0, 600)]
    public int RetrySeconds { get; set; } = 20;
}

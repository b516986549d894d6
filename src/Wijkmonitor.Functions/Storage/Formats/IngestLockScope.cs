using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Formats;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Scope of the ingest lock: a dataset, or all datasets that write the register of areas.</summary>
public static class IngestLockScope
{
    /// <summary>The scope of all datasets that write the register of areas. No dataset can have this name.</summary>
    public const string Register = "~register";

    /// <summary>The scope of files whose folder names no dataset.</summary>
    public const string Unknown = "~unknown";

    /// <summary>Creates the scope of a dataset.</summary>
    public static string For(DatasetDefinition definition) =>
        RecordFormats.For(definition).RequiresRegisterLock(definition) ? Register : definition.Id;
}

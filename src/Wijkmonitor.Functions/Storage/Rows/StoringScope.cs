using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>What is stored under one lock: a dataset, or all that write the register of areas.</summary>
public static class StoringScope
{
    /// <summary>The scope of all datasets that write the register of areas. No dataset can have this name.</summary>
    public const string Register = "~register";

    /// <summary>The scope of files whose folder names no dataset.</summary>
    public const string Unknown = "~unknown";

    /// <summary>The scope of a dataset.</summary>
    public static string Of(DatasetDefinition definition) =>
        definition.RegistersAreas || definition.Records is RecordKind.Areas or RecordKind.CustomAreas ? Register : definition.Id;
}

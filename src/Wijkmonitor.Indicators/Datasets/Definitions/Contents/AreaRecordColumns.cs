namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>The columns of files with records about areas that no definition names.</summary>
internal static class AreaRecordColumns
{
    /// <summary>The columns that every file of such records has.</summary>
    public static readonly IReadOnlyList<string> Fixed = ["area", "reference", "date"];

    /// <summary>Those of them that a limit can count by.</summary>
    public static readonly IReadOnlyList<string> Counted = ["area", "date"];
}

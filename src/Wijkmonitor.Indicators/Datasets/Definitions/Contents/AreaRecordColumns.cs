namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>The columns of files with records about areas that no definition names.</summary>
internal static class AreaRecordColumns
{
    /// <summary>The column with the area.</summary>
    public const string Area = "area";

    /// <summary>The column that names the record, unless fields of it do.</summary>
    public const string Reference = "reference";

    /// <summary>The column with the day, unless a field has it.</summary>
    public const string Date = "date";

    /// <summary>The columns that files of such records have.</summary>
    public static readonly IReadOnlyList<string> Fixed = [Area, Reference, Date];

    /// <summary>Those of them that a limit can count by.</summary>
    public static readonly IReadOnlyList<string> Counted = [Area, Date];
}

using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Names of the columns of each kind of records, in the order in which they are read.</summary>
public static class RecordColumnNames
{
    private static readonly Dictionary<RecordKind, IReadOnlyList<string>> ByKind = new()
    {
        [RecordKind.Areas] = ["code", "name", "boundary_year"],
        [RecordKind.Crosswalks] = ["from_year", "from_code", "to_year", "to_code", "share"],
        [RecordKind.CustomAreas] = ["code", "name", "boundary_year", "part", "weight"],
    };

    /// <summary>Gets the columns of a kind whose files can name them otherwise; none for other kinds.</summary>
    public static IReadOnlyList<string> For(RecordKind kind) => ByKind.GetValueOrDefault(kind) ?? [];
}

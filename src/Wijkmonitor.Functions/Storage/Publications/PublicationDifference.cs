using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Storage.Publications;

/// <summary>Kind of difference between the records of what was public and their index.</summary>
public enum PublicationDifferenceKind
{
    /// <summary>There are records and no index.</summary>
    IndexMissing,

    /// <summary>A record has later decisions than the index.</summary>
    IndexBehind,

    /// <summary>The index has decisions about a period that has no record.</summary>
    RecordMissing,

    /// <summary>The index has later decisions than the record.</summary>
    RecordBehind,
}

/// <summary>Difference between the records of what was public and the index that follows from them.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Period">The text of the period; null for all.</param>
/// <param name="Kind">Kind of difference.</param>
public sealed record PublicationDifference(AreaCode Municipality, string? Period, PublicationDifferenceKind Kind)
{
    /// <summary>Whether the index can be made again from the records. A record that was lost cannot.</summary>
    public bool IsMendable => Kind is PublicationDifferenceKind.IndexMissing or PublicationDifferenceKind.IndexBehind;
}

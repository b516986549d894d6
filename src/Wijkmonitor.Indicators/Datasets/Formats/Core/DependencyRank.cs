namespace Wijkmonitor.Indicators.Datasets.Formats.Core;

/// <summary>The order of files that were dropped together and may need one another, earliest first.</summary>
public enum DependencyRank
{
    /// <summary>Areas, before anything is said of them.</summary>
    Areas,

    /// <summary>Custom areas, crosswalks and boundaries, before figures are about them.</summary>
    AreaRelations,

    /// <summary>Figures, before contracts are held against them.</summary>
    Figures,

    /// <summary>Contracts, before anything is booked on them.</summary>
    Contracts,

    /// <summary>Entries, before anything is decided about them.</summary>
    Entries,

    /// <summary>Decisions, annotations and area records, which nothing else needs.</summary>
    Remarks,
}

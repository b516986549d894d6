namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Column of a wide file that says which areas have another code or other boundaries than the year before.</summary>
/// <param name="Columns">The names that it may have, as those of topics; a file need not have it.</param>
/// <param name="Changed">Value in it for an area that has changed.</param>
public sealed record BoundaryChanges(IReadOnlyList<string> Columns, IReadOnlyList<string> Changed);

using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>A year in a file's name that was not taken for the year of the figures.</summary>
/// <param name="Year">The year.</param>
/// <param name="Words">The words that it was passed over for, such as <c>export 2023</c>; null for a day or a month.</param>
internal sealed record PassedOverYear(Period Year, string? Words);

namespace Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

/// <summary>Source of the period of a file, or of the boundary year of a file with areas or boundaries.</summary>
/// <param name="From">The place.</param>
/// <param name="FileNames">
/// For the place <c>file-name</c>: the year by a text that the name holds. In the text, <c>{year}</c> stands for a year of four digits between
/// other characters; the year <c>{year}</c> is then what is there. A name that can mean two years is refused.
/// </param>
/// <param name="Year">For the place <c>fixed</c>: the year.</param>
public sealed record DatasetPeriod(PeriodSource From, IReadOnlyDictionary<string, string>? FileNames = null, string? Year = null);

using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>The margins that a source gives next to its figures, and how they were computed.</summary>
/// <remarks>
/// They are in columns of their own, which the topics or <c>columns</c> name, or in rows of their own: then a column says which rows hold
/// the figure and which a bound, as in CBS's dimension <c>Marges</c>.
/// </remarks>
/// <param name="Column">The column that says what a row holds; absent where margins are in columns of their own.</param>
/// <param name="Value">The codes of rows with the figure.</param>
/// <param name="Lower">The codes of rows with the lower bound.</param>
/// <param name="Upper">The codes of rows with the upper bound.</param>
/// <param name="SampleSize">The codes of rows with the number of persons or homes that were asked or counted.</param>
/// <param name="Level">Confidence level of the interval, in percent; 95 unless said otherwise.</param>
/// <param name="Method">Method by which the bounds were computed, for people; absent where the source does not say it.</param>
public sealed record DatasetMargins(
    string? Column = null,
    IReadOnlyList<string>? Value = null,
    IReadOnlyList<string>? Lower = null,
    IReadOnlyList<string>? Upper = null,
    IReadOnlyList<string>? SampleSize = null,
    decimal Level = IntervalMethod.CommonLevel,
    BilingualText? Method = null)
{
    /// <summary>Gets the method of the intervals.</summary>
    public IntervalMethod GetMethod() => new(Level, Method);
}

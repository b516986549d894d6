using ThePeriod = Wijkmonitor.Indicators.Observations.Periods.Period;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

/// <summary>A topic whose values are accepted. It is a column of a wide file, or the rows of a long one with a publisher's code.</summary>
/// <param name="Column">
/// The column's full name, or the code. A name that ends with <c>_*</c> means one with any number behind it, as CBS renumbers topics each
/// year. Where the period is in the header and <paramref name="Period"/> does not say it, <c>{year}</c> is in
/// the name for the year.
/// </param>
/// <param name="Indicator">The indicator that it holds.</param>
/// <param name="ColumnOfYear">The column's name in files about a year, where it differs; other years have <paramref name="Column"/>.</param>
/// <param name="Period">
/// The period that the column is about, such as 2022 or 2022-Q1, where the period is in the header but not as a year of four digits.
/// </param>
/// <param name="Unit">The unit as the file has it; required with a factor.</param>
/// <param name="Factor">Multiplier of a number to have it in the indicator's unit; 1 unless said otherwise.</param>
/// <param name="Required">Whether a file must have the column; true unless said otherwise.</param>
/// <param name="Aliases">Other names of the column, as other layouts have them.</param>
/// <param name="Dimensions">
/// By column with another dimension than area and period, such as an age: the codes of the rows whose values are taken. So one column of a
/// file can hold several indicators.
/// </param>
/// <param name="Lower">In a wide file: the column with the lower bound of the value's margin.</param>
/// <param name="Upper">In a wide file: the column with the upper bound of the value's margin.</param>
/// <param name="SampleSize">In a wide file: the column with the number of persons or homes that were asked or counted.</param>
/// <param name="Occurrence">
/// Number of the column among several that the name stands for, from 1 in the order of the file; required where a file can have several.
/// </param>
/// <param name="FirstYear">The first year in which the topic means this indicator, where its publisher defined it otherwise before.</param>
/// <param name="LastYear">The last year in which the topic means this indicator, where its publisher defined it otherwise after that.</param>
public sealed record TopicColumn(
    string Column,
    string Indicator,
    IReadOnlyDictionary<string, string>? ColumnOfYear = null,
    string? Period = null,
    string? Unit = null,
    decimal Factor = 1,
    bool Required = true,
    IReadOnlyList<string>? Aliases = null,
    int? Occurrence = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Dimensions = null,
    string? Lower = null,
    string? Upper = null,
    string? SampleSize = null,
    int? FirstYear = null,
    int? LastYear = null)
{
    /// <summary>Whether it means its indicator in each year.</summary>
    internal bool IsOfAllYears => (FirstYear ?? LastYear) is null;

    /// <summary>Whether it means its indicator in the year of a period; null for any.</summary>
    internal bool IsAbout(ThePeriod? period) => period is not { Year: var year } || !(year < FirstYear || year > LastYear);

    /// <summary>Gets it as it is in a year in which it means its indicator.</summary>
    internal TopicColumn ForYear(ThePeriod year) =>
        this with { Column = ColumnOfYear?.GetValueOrDefault(year.ToString()) ?? Column, ColumnOfYear = null, FirstYear = null, LastYear = null };

    /// <summary>Whether any part of a margin is in a column next to it.</summary>
    internal bool HasMargin => (Lower ?? Upper ?? SampleSize) is not null;
}

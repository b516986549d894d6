namespace Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

/// <summary>The names of a file's columns that are not topics.</summary>
/// <param name="Area">The column with the area's code; of boundaries, the property of a feature.</param>
/// <param name="Period">The column with the period; absent where the period is elsewhere.</param>
/// <param name="AreaName">The column with the area's name; required where the dataset registers areas.</param>
/// <param name="Indicator">In a long file: the column with the indicator's code, or its publisher's code for it.</param>
/// <param name="Value">In a long file: the column with the value.</param>
/// <param name="State">In a long file: the column with the state of the value; absent where there is none.</param>
/// <param name="BoundaryYear">
/// In a long file: a column that a file may have, with the year of the area's boundaries. Of boundaries: a property that features may have.
/// </param>
/// <param name="AreaAliases">Other names of the area's column; the first that a file has counts, in this order.</param>
/// <param name="AreaPrefix">The letters before codes that are digits only, such as GM for 0363 and 363; absent where codes have them.</param>
/// <param name="Lower">In a long file: the column with the lower bound of the value's margin.</param>
/// <param name="Upper">In a long file: the column with the upper bound of the value's margin.</param>
/// <param name="SampleSize">In a long file: the column with the number of persons or homes that were asked or counted.</param>
/// <param name="YearAndArea">
/// Property that features of boundaries may have, with the year of the boundaries and the area's code behind it, such as 2022GM0003.
/// </param>
public sealed record DatasetColumns(
    string Area,
    string? Period = null,
    string? AreaName = null,
    string? Indicator = null,
    string? Value = null,
    string? BoundaryYear = null,
    IReadOnlyList<string>? AreaAliases = null,
    string? YearAndArea = null,
    string? State = null,
    string? AreaPrefix = null,
    string? Lower = null,
    string? Upper = null,
    string? SampleSize = null);

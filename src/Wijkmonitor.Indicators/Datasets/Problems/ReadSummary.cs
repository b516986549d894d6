using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Problems;

/// <summary>Summary of what was read of a file, so that its deliverer can check what was meant.</summary>
/// <param name="Layout">The layout that it was found to have; null for that of the dataset's definition itself.</param>
/// <param name="Periods">The periods that its figures are about, in order.</param>
/// <param name="ReferenceDates">The days that its stocks were counted on, in order; none where the dataset does not say that some are stocks.</param>
/// <param name="BoundaryYears">The years of its areas' boundaries, in order.</param>
/// <param name="Areas">Number of areas that it names, by level.</param>
/// <param name="Symbols">Number of values that are no number, by what replaces one.</param>
/// <param name="Skipped">Rows that were passed over.</param>
/// <param name="IgnoredColumns">The columns that the dataset does not ingest, in the order of the file; the first hundred.</param>
/// <param name="AbsentIndicators">The indicators of optional topics that are in no column, in the order of the definition; null for none.</param>
public sealed record ReadSummary(
    BilingualText? Layout,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<DateOnly> ReferenceDates,
    IReadOnlyList<int> BoundaryYears,
    AreaCounts Areas,
    IReadOnlyDictionary<string, int> Symbols,
    IReadOnlyList<SkippedLines> Skipped,
    IReadOnlyList<string> IgnoredColumns,
    IReadOnlyList<string>? AbsentIndicators = null);

/// <summary>Count of areas of a level.</summary>
/// <param name="Municipalities">Number of municipalities.</param>
/// <param name="Districts">Number of districts.</param>
/// <param name="Neighbourhoods">Number of neighbourhoods.</param>
/// <param name="CustomAreas">Number of custom areas.</param>
public sealed record AreaCounts(int Municipalities, int Districts, int Neighbourhoods, int CustomAreas);

/// <summary>Count of the lines of a file that were passed over for one reason.</summary>
/// <param name="Kind">The reason: title, units, blank, header, footer, dimension, without-area or larger-area.</param>
/// <param name="Count">Number of lines.</param>
/// <param name="FirstLine">The first of them, as an editor counts.</param>
public sealed record SkippedLines(string Kind, int Count, int FirstLine);

/// <summary>Names of the reasons why a line of a file is passed over.</summary>
public static class SkippedKinds
{
    /// <summary>A title above the header.</summary>
    public const string Title = "title";

    /// <summary>A line of units below the header.</summary>
    public const string Units = "units";

    /// <summary>A row without anything in it.</summary>
    public const string Blank = "blank";

    /// <summary>The header once more.</summary>
    public const string Header = "header";

    /// <summary>A line that names the source below the figures.</summary>
    public const string Footer = "footer";

    /// <summary>A row about a group that the dataset does not take, such as another age.</summary>
    public const string Dimension = "dimension";

    /// <summary>A row about no area, as the dataset declares it.</summary>
    public const string WithoutArea = "without-area";

    /// <summary>A row about an area larger than a municipality.</summary>
    public const string LargerArea = "larger-area";
}

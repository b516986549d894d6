using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Completeness that a dataset expects of its files, and that a verdict needs.</summary>
/// <param name="Levels">
/// The kinds of areas of which a file has all that are in the register, in the municipalities that it is about: municipality, district, neighbourhood, custom.
/// </param>
/// <param name="Municipalities">The municipalities that every file is about.</param>
/// <param name="Periods">The periods that every file is about.</param>
/// <param name="WholeYears">Whether a file has all quarters or months of each year of which it has one.</param>
/// <param name="MinShare">
/// The least share of its parts that a figure over several areas needs for a verdict (0.9 is ninety percent). With it there is a figure of the parts that
/// reported, with its share; without it there is a figure of all parts or none.
/// </param>
/// <param name="WithoutArea">The rows about no area; absent where each row has one.</param>
public sealed record DatasetCompleteness(
    IReadOnlyList<string>? Levels = null,
    IReadOnlyList<AreaCode>? Municipalities = null,
    IReadOnlyList<Period>? Periods = null,
    bool WholeYears = false,
    decimal? MinShare = null,
    RowsWithoutArea? WithoutArea = null)
{
    /// <summary>Finds what is wrong with it; each fault names the field.</summary>
    /// <param name="isOfFigures">Whether the dataset has figures.</param>
    internal IEnumerable<ConfigurationFault> FindFaults(bool isOfFigures)
    {
        if (!isOfFigures)
        {
            yield return ConfigurationFault.For(
                "completeness", "'completeness' is voor cijfers (statline, wide, long).", "'completeness' is for figures (statline, wide, long).");
        }

        var known = Enum.GetValues<AreaLevel>().Select(AreaLevelNames.GetName).ToList();
        foreach (var level in (Levels ?? []).Except(known, StringComparer.Ordinal))
        {
            yield return ConfigurationFault.For(
                "completeness.levels", $"'completeness.levels' heeft '{level}'; het kent {string.Join(", ", known)}.",
                $"'completeness.levels' has '{level}'; it knows {string.Join(", ", known)}.");
        }

        foreach (var area in (Municipalities ?? []).Where(area => area.Level != AreaLevel.Municipality))
        {
            yield return ConfigurationFault.For(
                "completeness.municipalities", $"'completeness.municipalities' heeft '{area}', en dat is geen gemeente.",
                $"'completeness.municipalities' has '{area}', which is not a municipality.");
        }

        foreach (var (field, _) in new[] { ("minShare", MinShare), ("withoutArea.maxShare", WithoutArea?.MaxShare) }.Where(share => share.Item2 is < 0 or > 1))
        {
            yield return ConfigurationFault.For(
                $"completeness.{field}", $"'completeness.{field}' is een aandeel van 0 tot en met 1.", $"'completeness.{field}' is a share from 0 to 1.");
        }
    }
}

/// <summary>Rows of a file about no area, such as incidents whose place is not known. They are counted and not ingested.</summary>
/// <param name="Codes">Texts in place of the area's code, without spaces around them; the empty text is one too.</param>
/// <param name="MaxShare">Highest share of the rows that they may be (0.05 is five percent); above it the file has a problem.</param>
public sealed record RowsWithoutArea(IReadOnlyList<string> Codes, decimal MaxShare);

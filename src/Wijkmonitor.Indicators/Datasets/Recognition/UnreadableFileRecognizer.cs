using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Recogniser of files that publishers give next to tables by area code, to explain why one cannot be read.</summary>
internal static class UnreadableFileRecognizer
{
    private static readonly string[] Observations = ["Measure", "Value", "ValueAttribute"];
    private static readonly string[] NoDimensions = ["Id", "Measure", "Value", "StringValue", "ValueAttribute"];
    private static readonly string[] CodeList = ["Identifier", "Title"];
    private static readonly string[] CodeListOfVersion3 = ["Key", "Title", "Description"];

    private static readonly HashSet<string> RegionColumns = new(StringComparer.OrdinalIgnoreCase)
    {
        "Regio", "Regio's", "Regio\u2019s", "Wijken en buurten", "Gemeenten", "Gemeente", "Gebied", "Gebieden", "Wijk", "Buurt", "Wijken", "Buurten",
    };

    /// <summary>Gets what is wrong with such a file; null where it is none of these forms.</summary>
    /// <param name="place">Its header, or the line that comes nearest to one.</param>
    /// <param name="sample">The first records.</param>
    /// <param name="declared">The columns that the dataset needs.</param>
    /// <param name="isHeader">Whether some of these are in the header.</param>
    public static RowProblem? FindProblem(HeaderLocation place, FileSample sample, DeclaredColumns declared, bool isHeader)
    {
        var names = place.Names;
        List<string[]> rows = [.. sample.Records.Skip(place.Last + 1).Select(record => record.Fields).Where(fields => fields.Length == names.Length)];
        if (HasAll(names, Observations))
        {
            return FindObservationsProblem(place, rows, isHeader);
        }

        if (HasAll(names, CodeList) || HasAll(names, CodeListOfVersion3))
        {
            return PublishedProblems.CodeList(place.Line);
        }

        var region = Array.Find(names, RegionColumns.Contains);
        return region is not null && !rows.Exists(row => Array.Exists(row, IsAreaCode))
            ? PublishedProblems.NamesOnly(place.Line, region, declared.All[0].Names[0], names, isHeader)
            : null;
    }

    private static RowProblem? FindObservationsProblem(HeaderLocation place, List<string[]> rows, bool isHeader)
    {
        var value = Array.IndexOf(place.Names, Observations[1]);
        var hasFigures = rows.Exists(row => row[value].Length > 0);
        var names = place.Names;
        List<int> dimensions = [.. Enumerable.Range(0, names.Length).Where(column => !NoDimensions.Contains(names[column], StringComparer.Ordinal))];
        var other = rows.Exists(row => dimensions.Exists(column => IsAreaCode(row[column]))) ? null : FindOtherCode(dimensions, rows);
        return isHeader && hasFigures && other is null ? null : PublishedProblems.Observations(place.Line, hasFigures, other);
    }

    // The letters before the codes of areas that the monitor does not have, such as WP for places.
    private static string? FindOtherCode(List<int> dimensions, List<string[]> rows)
    {
        foreach (var column in dimensions)
        {
            if (rows.Select(row => row[column].Trim()).FirstOrDefault(IsCode) is { } code)
            {
                return code[..2];
            }
        }

        return null;
    }

    private static bool IsCode(string text) =>
        text.Length > 3 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && !text.AsSpan(2).ContainsAnyExceptInRange('0', '9');

    private static bool IsAreaCode(string text) => AreaCode.TryParse(text, out _) || SupraMunicipalCodes.IsCode(text);

    private static bool HasAll(string[] names, string[] wanted) => Array.TrueForAll(wanted, name => names.Contains(name, StringComparer.Ordinal));
}

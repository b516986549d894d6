using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Records;

/// <summary>Names that publishers give to the codes of areas, and how such areas are in one another.</summary>
internal static class AreaNaming
{
    private static readonly (string Start, AreaLevel Level)[] Levels =
    [
        ("buurt", AreaLevel.Neighbourhood), ("bucode", AreaLevel.Neighbourhood), ("neighbo", AreaLevel.Neighbourhood), ("wijk", AreaLevel.District),
        ("wkcode", AreaLevel.District), ("district", AreaLevel.District),
    ];

    // The last letters of the name of a column with codes.
    private static readonly string[] CodeEnds = ["buurt", "wijk", "code", "codering", "nr", "nummer", "number", "id"];

    /// <summary>Whether two names are the same but for capitals, spaces and signs: <c>BU_CODE</c> is <c>bucode</c>.</summary>
    public static bool IsSame(string name, string? other)
    {
        var (i, j) = (0, 0);
        while (other is not null)
        {
            i = SkipSigns(name, i);
            j = SkipSigns(other, j);
            if (i == name.Length || j == other.Length)
            {
                return i == name.Length && j == other.Length;
            }

            if (char.ToUpperInvariant(name[i++]) != char.ToUpperInvariant(other[j++]))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Finds the level below a municipality that a column or property is named after; null for another name.</summary>
    public static AreaLevel? FindLevel(string name)
    {
        var plain = string.Concat(name.Where(char.IsLetterOrDigit));
        foreach (var (start, level) in Levels)
        {
            if (plain.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>Finds the level below a municipality that a column has codes of, by its name.</summary>
    /// <remarks>It is null for another name, such as "Wijkinkomen".</remarks>
    public static AreaLevel? FindLevelOfCodes(string name)
    {
        var plain = string.Concat(name.Where(char.IsLetter));
        return Array.Exists(CodeEnds, end => plain.EndsWith(end, StringComparison.OrdinalIgnoreCase)) ? FindLevel(name) : null;
    }

    /// <summary>Finds the code of an area in a text.</summary>
    /// <remarks>It can lack its letters where the name of its column says what they are.</remarks>
    /// <param name="level">The level that the column is named after; null for none.</param>
    /// <param name="text">The text.</param>
    public static AreaCode? FindCode(AreaLevel? level, string text) =>
        AreaCode.TryParse(text, out var code)
        || (level is not null && AreaCode.TryParseDigits(text, level == AreaLevel.District ? "WK" : "BU", out code)) ? code : null;

    /// <summary>Whether one area is smaller than another, in the same municipality. Custom areas are in none.</summary>
    public static bool IsWithin(AreaCode code, AreaCode area) =>
        code != default && code.Level > area.Level && code.Level != AreaLevel.Custom && code.IsIn(area.Municipality);

    private static int SkipSigns(string name, int place)
    {
        while (place < name.Length && !char.IsLetterOrDigit(name[place]))
        {
            place++;
        }

        return place;
    }
}

using System.Globalization;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Datasets;

/// <summary>Sees to it that no two rows of a file are about the same thing.</summary>
/// <param name="column">The column that a duplicate is reported in.</param>
/// <param name="log">Where duplicates go.</param>
internal sealed class UniqueKeys<TKey>(string column, ProblemLog log)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> lines = [];

    /// <summary>Whether the key is new; one that is not is reported with the line where it stood first.</summary>
    public bool Add(TKey key, int line)
    {
        if (lines.TryAdd(key, line))
        {
            return true;
        }

        log.Add(RowProblems.KeyDuplicate(line, column, key.ToString()!, lines[key]));
        return false;
    }
}

/// <summary>
/// Sees to it that no two rows of a wide file are about the same area and period. A national file has a great many of them, so what of a
/// CBS code follows the municipality is kept in four bytes, by municipality and year: one table of all would be copied whole each time
/// that it grows.
/// </summary>
/// <param name="column">The column that a duplicate is reported in.</param>
/// <param name="log">Where duplicates go.</param>
internal sealed class UniqueAreaPeriods(string column, ProblemLog log)
{
    private const int BitsOfCharacter = 6;
    private const int BitsOfLevel = 2;
    private const int DigitsOfMunicipality = 4;
    private readonly Dictionary<(int Municipality, int Year), Dictionary<uint, int>> byMunicipality = [];
    private readonly UniqueKeys<AreaPeriod> custom = new(column, log);

    /// <summary>Whether the key is new; one that is not is reported with the line where it stood first.</summary>
    public bool Add(AreaPeriod key, int line)
    {
        if (key.Area.Level == AreaLevel.Custom)
        {
            return custom.Add(key, line);
        }

        var municipality = (int.Parse(key.Area.Value.AsSpan(2, DigitsOfMunicipality), NumberStyles.None, CultureInfo.InvariantCulture), key.Period.Year);
        if (!byMunicipality.TryGetValue(municipality, out var lines))
        {
            lines = byMunicipality[municipality] = [];
        }

        var packed = Pack(key.Area);
        if (lines.TryAdd(packed, line))
        {
            return true;
        }

        log.Add(RowProblems.KeyDuplicate(line, column, key.ToString(), lines[packed]));
        return false;
    }

    // At most four digits and capitals follow the municipality: 24 bits, and 2 for the level.
    private static uint Pack(AreaCode area)
    {
        var packed = 0U;
        foreach (var c in area.Value.AsSpan(2 + DigitsOfMunicipality))
        {
            packed = (packed << BitsOfCharacter) | (uint)(c - '0');
        }

        return (packed << BitsOfLevel) | (uint)area.Level;
    }
}

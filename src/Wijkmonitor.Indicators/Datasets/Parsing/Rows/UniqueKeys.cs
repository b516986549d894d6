using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Check that no two rows of a file are about the same thing.</summary>
/// <param name="column">The column that a duplicate is reported in.</param>
/// <param name="log">Log for the duplicates.</param>
/// <param name="isOfFigures">Whether the rows hold figures.</param>
internal sealed class UniqueKeys<TKey>(string column, ProblemLog log, bool isOfFigures = false)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> lines = [];

    /// <summary>Whether the key is new; one that is not is reported with the line where it was first.</summary>
    public bool Add(TKey key, int line)
    {
        if (lines.TryAdd(key, line))
        {
            return true;
        }

        log.Add(RowProblems.KeyDuplicate(line, column, key.ToString()!, lines[key], isOfFigures));
        return false;
    }
}

/// <summary>Check that no two rows of a wide file are about the same area and period.</summary>
/// <remarks>
/// A national file has a great many of them, so what of a CBS code follows the municipality is kept in four bytes, by municipality and period: one
/// table of all would be copied whole each time that it grows.
/// </remarks>
/// <param name="column">The column that a duplicate is reported in.</param>
/// <param name="log">Log for the duplicates.</param>
internal sealed class UniqueAreaPeriods(string column, ProblemLog log)
{
    private readonly Dictionary<(int Municipality, Period Period), Dictionary<uint, int>> byMunicipality = [];
    private readonly UniqueKeys<AreaPeriod> custom = new(column, log, isOfFigures: true);

    /// <summary>Whether the key is new; one that is not is reported with the line where it was first.</summary>
    public bool Add(AreaPeriod key, int line)
    {
        if (CompactAreaCode.From(key.Area) is not { } code)
        {
            return custom.Add(key, line);
        }

        var municipality = (code.Municipality, key.Period);
        if (!byMunicipality.TryGetValue(municipality, out var lines))
        {
            lines = byMunicipality[municipality] = [];
        }

        if (lines.TryAdd(code.Rest, line))
        {
            return true;
        }

        log.Add(RowProblems.KeyDuplicate(line, column, key.ToString(), lines[code.Rest], isOfFigures: true));
        return false;
    }
}

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

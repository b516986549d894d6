using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Parsing;

/// <summary>Finds the declared columns in a file's header; names are compared exactly, without spaces around them.</summary>
internal sealed class FileColumns
{
    private readonly DatasetDefinition definition;
    private readonly ProblemLog log;
    private readonly CsvRowReader rows;
    private readonly int line;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly bool[] isDeclared;
    private readonly List<string> missing = [];
    private readonly bool isRepeated;

    public FileColumns(DatasetDefinition definition, CsvRowReader rows, ProblemLog log)
    {
        this.definition = definition;
        this.rows = rows;
        this.log = log;
        line = rows.Line;
        isDeclared = new bool[rows.Header.Count];
        for (var i = 0; i < rows.Header.Count; i++)
        {
            if (rows.Header[i].Length == 0)
            {
                // What stands in a column without a name is looked at with the rows.
                isDeclared[i] = true;
            }
            else if (!places.TryAdd(rows.Header[i], i))
            {
                log.Add(FileProblems.ColumnRepeated(line, rows.Header[i]));
                isRepeated = true;
            }
        }
    }

    // Those that are declared as ignored included.
    private IEnumerable<int> Undeclared => Enumerable.Range(0, isDeclared.Length).Where(i => !isDeclared[i]);

    /// <summary>The place of a column, or -1.</summary>
    /// <param name="names">Its names; the first that the file has counts, the others are declared all the same.</param>
    public int Find(params ReadOnlySpan<string> names)
    {
        var found = -1;
        foreach (var name in names)
        {
            if (places.TryGetValue(name, out var index))
            {
                isDeclared[index] = true;
                found = found < 0 ? index : found;
            }
        }

        return found;
    }

    /// <summary>The place of a column that must be there; its absence is reported by its first name.</summary>
    public int Require(params ReadOnlySpan<string> names)
    {
        var found = Find(names);
        if (found < 0)
        {
            AddMissing(names[0]);
        }

        return found;
    }

    /// <summary>Notes that a column is absent.</summary>
    public void AddMissing(string name) => missing.Add(name);

    /// <summary>Whether the rows can be read. What is missing, and what is neither declared nor ignored, is reported.</summary>
    public bool AreComplete()
    {
        List<string> unused = [.. Undeclared.Select(i => rows.Header[i])];
        foreach (var name in missing)
        {
            log.Add(FileProblems.ColumnMissing(line, name, unused, definition.Format is DatasetFormat.StatLine));
        }

        if (missing.Count > 0 || isRepeated)
        {
            return false;
        }

        rows.Guard.Watch(Undeclared.Where(i => !HasNames(rows.Header[i])), Undeclared.Where(i => HasNames(rows.Header[i])));
        foreach (var name in unused.Where(name => !IsIgnored(name) && !HasNames(name)))
        {
            log.Add(FileProblems.ColumnUnknown(line, name));
        }

        return true;
    }

    private bool IsIgnored(string name) => definition.IgnoredColumns?.Keys.Any(ignored => Matches(name, ignored)) ?? false;

    private bool HasNames(string name) => name == definition.Columns?.AreaName || (definition.NameColumns?.Any(names => Matches(name, names)) ?? false);

    private static bool Matches(string name, string pattern) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}

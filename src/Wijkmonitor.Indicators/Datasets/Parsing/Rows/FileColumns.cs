using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Finder of the declared columns in a file's header.</summary>
/// <remarks>Names are compared but for white space and the sign between the parts of a path.</remarks>
internal sealed class FileColumns
{
    // Columns of observations of OData v4, each with what is in them as the start of others, such as a title.
    private static readonly string[] ObservationColumns = ["Measure", "Value"];

    private readonly DatasetDefinition definition;
    private readonly ProblemLog log;
    private readonly CsvRowReader rows;
    private readonly int line;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> numbered = new(StringComparer.Ordinal);
    private readonly bool[] isDeclared;
    private readonly bool isObservations;
    private readonly List<string> missing = [];

    // The units of columns that the file lacks, by their names without them.
    private readonly Dictionary<string, string> absentUnits = new(StringComparer.Ordinal);
    private bool isRepeated;

    public FileColumns(DatasetDefinition definition, DeclaredColumns declared, CsvRowReader rows, ProblemLog log)
    {
        this.definition = definition;
        this.rows = rows;
        this.log = log;
        line = rows.Line;
        isDeclared = new bool[rows.Header.Count];
        isObservations = Array.TrueForAll(ObservationColumns, name => rows.Header.Contains(name, StringComparer.OrdinalIgnoreCase));
        for (var i = 0; i < rows.Header.Count; i++)
        {
            if (rows.Header[i].Length == 0)
            {
                // What is in a column without a name is inspected with the rows.
                isDeclared[i] = true;
            }
            else
            {
                Add(rows.Header[i], i);
            }
        }

        AddInOtherCapitals(declared);
    }

    // Those that are declared as ignored included.
    private IEnumerable<int> Undeclared => Enumerable.Range(0, isDeclared.Length).Where(i => !isDeclared[i]);

    /// <summary>The places of the columns that the definition does not name, not even as one that is ignored.</summary>
    public IEnumerable<int> UnknownColumns => Undeclared.Where(i => definition.IgnoredColumns?.ContainsKey(rows.Header[i]) != true);

    /// <summary>Finds the place of a column, or -1.</summary>
    /// <param name="names">Its names; the first that the file has counts, the others are declared all the same.</param>
    public int Find(params ReadOnlySpan<string> names) => Find(names, occurrence: null);

    /// <summary>Finds the place of a column, or -1.</summary>
    /// <param name="names">Its names; the first that the file has counts, the others are declared all the same.</param>
    /// <param name="occurrence">Number of the column among several that a name stands for, from 1; null where there can be only one.</param>
    public int Find(ReadOnlySpan<string> names, int? occurrence)
    {
        var found = -1;
        foreach (var name in names)
        {
            if (FindOne(name, occurrence) is >= 0 and var index)
            {
                isDeclared[index] = true;
                if (found >= 0 && found != index)
                {
                    rows.Equivalents.Add(found, index);
                }

                found = found < 0 ? index : found;
            }
        }

        for (var i = 0; found < 0 && i < names.Length; i++)
        {
            if (ColumnName.SplitUnit(names[i]) is var (name, unit))
            {
                absentUnits.TryAdd(name, unit);
            }
        }

        return found;
    }

    /// <summary>Finds the place of a required column; its absence is reported by its first name.</summary>
    public int Require(params ReadOnlySpan<string> names)
    {
        var found = Find(names);
        if (found < 0)
        {
            AddMissing(names[0]);
        }

        return found;
    }

    /// <summary>Finds the place of a column that says units and that the definition does not name, or -1.</summary>
    public int FindUnits() => Undeclared.Where(i => IsUnit(rows.Header[i])).FirstOrDefault(-1);

    /// <summary>Records that a column is absent.</summary>
    public void AddMissing(string name) => missing.Add(name);

    /// <summary>Whether the rows can be read. What is missing, and what is neither declared nor ignored, is reported.</summary>
    public bool AreComplete()
    {
        List<string> unused = [.. Undeclared.Select(i => rows.Header[i])];
        foreach (var name in missing)
        {
            log.Add(FileProblems.ColumnMissing(line, name, unused, definition.Format is DatasetFormat.StatLine || definition.Published is not null));
        }

        foreach (var name in unused)
        {
            if (ColumnName.SplitUnit(name) is var (plain, unit) && absentUnits.TryGetValue(plain, out var expected))
            {
                log.Add(HeaderProblems.UnitDiffers(line, name, unit, expected));
            }
        }

        if (missing.Count > 0 || isRepeated)
        {
            return false;
        }

        rows.Guard.SetColumns(Undeclared.Where(i => !HasNames(rows.Header[i])), Undeclared.Where(i => HasNames(rows.Header[i])));
        log.Tally.IgnoreColumns(unused.Where(name => IsIgnored(definition, name) || HasNames(name) || IsUnit(name)).Select(name => Printable.Escape(name)));
        WatchDimensions();
        List<int> unknown = [.. Undeclared.Where(i => !IsIgnored(definition, rows.Header[i]) && !HasNames(rows.Header[i]) && !IsWatched(rows.Header[i]))];
        rows.Dimensions.SetUnknown(unknown.Where(i => IsPerhapsDimension(rows.Header[i])), line);
        foreach (var i in unknown.Where(i => !IsPerhapsDimension(rows.Header[i])))
        {
            log.Add(FileProblems.ColumnUnknown(line, rows.Header[i]));
        }

        return true;
    }

    // Of figures; records can have a field of such a name. A column that is ignored by its own name, not as one of all, is known to be of no account.
    private bool CanSayMore(string name) =>
        (definition.IsWide || definition.Format == DatasetFormat.Long) && definition.IgnoredColumns?.ContainsKey(name) != true;

    private bool IsDimension(string name) => CanSayMore(name) && (UndeclaredDimensions.IsName(name) || IsObservationDimension(name));

    private bool IsPerhapsDimension(string name) => CanSayMore(name) && !IsDimension(name) && UndeclaredDimensions.IsProbableName(name);

    private bool IsUnit(string name) => CanSayMore(name) && UnitLine.IsColumnName(name);

    private bool IsWatched(string name) => IsDimension(name) || IsUnit(name);

    // Each row of observations of OData v4 is about one group in each column besides these.
    private bool IsObservationDimension(string name) =>
        isObservations && definition.Format == DatasetFormat.Long && !HasNames(name) && !PeriodColumnNames.Contains(name)
            && !ObservationColumns.Append(definition.Columns!.Area).Append("StringValue").Append("Id")
                .Any(known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase));

    private void WatchDimensions()
    {
        if (definition.IsWide || definition.Format == DatasetFormat.Long)
        {
            List<int> unknown = [.. UnknownColumns];
            var period = definition.Columns!.Period is { } name ? FindOne(name, occurrence: null) : -1;
            rows.Years.SetColumns(unknown, period, definition.Columns.BoundaryYear is { } column && FindOne(column, occurrence: null) >= 0);
            if (definition.PeriodSource != PeriodSource.Header)
            {
                rows.Parts.SetColumns(unknown, period);
            }

            var (dimensions, others) = (Undeclared.Where(i => IsDimension(rows.Header[i])), Undeclared.Where(i => !IsDimension(rows.Header[i])).ToList());
            rows.Dimensions.SetColumns(
                dimensions, others.Where(i => IsPerhapsDimension(rows.Header[i])), others.Where(i => !IsPerhapsDimension(rows.Header[i])));
        }
    }

    private void Add(string name, int index)
    {
        if (!places.TryAdd(ColumnName.Normalize(name), index))
        {
            log.Add(FileProblems.ColumnRepeated(line, name));
            isRepeated = true;
        }
        else if (ColumnName.RemoveNumber(name) is { } plain)
        {
            (numbered.TryGetValue(plain, out var several) ? several : numbered[plain] = []).Add(index);
        }
    }

    // Some programs write all names in small letters. A name that is written as it is declared comes first.
    private void AddInOtherCapitals(DeclaredColumns declared)
    {
        for (var i = 0; i < rows.Header.Count; i++)
        {
            if (declared.FindSpelling(rows.Header[i]) is not { } name)
            {
                continue;
            }

            if (!ColumnName.IsNumbered(name))
            {
                places.TryAdd(name, i);
            }
            else if (ColumnName.RemoveNumber(name)! is var plain && !numbered.ContainsKey(plain))
            {
                numbered[plain] = [i];
            }
        }
    }

    private int FindOne(string name, int? occurrence)
    {
        if (!ColumnName.IsNumbered(name))
        {
            return places.GetValueOrDefault(ColumnName.Normalize(name), -1);
        }

        var several = numbered.GetValueOrDefault(ColumnName.RemoveNumber(name)!) ?? [];
        if (several.Count > 1 && occurrence is null)
        {
            log.Add(HeaderProblems.ColumnAmbiguous(line, name, [.. several.Select(index => rows.Header[index])]));
            isRepeated = true;
        }

        var place = (occurrence ?? 1) - 1;
        return place < several.Count ? several[place] : -1;
    }

    /// <summary>Whether a definition says of a column, or a publisher's code, that it is not accepted.</summary>
    public static bool IsIgnored(DatasetDefinition definition, string name) => definition.IgnoredColumns?.Keys.Any(ignored => Matches(name, ignored)) ?? false;

    private bool HasNames(string name) => name == definition.Columns?.AreaName || (definition.NameColumns?.Any(names => Matches(name, names)) ?? false);

    private static bool Matches(string name, string pattern) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}

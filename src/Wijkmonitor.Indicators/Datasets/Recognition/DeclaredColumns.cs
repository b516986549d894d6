using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>A column that a dataset reads.</summary>
/// <param name="Names">All names that it may have, that by which it is reported first.</param>
/// <param name="IsRequired">Whether a file must have it.</param>
/// <param name="HasFigures">Whether it holds figures.</param>
internal sealed record DeclaredColumn(IReadOnlyList<string> Names, bool IsRequired, bool HasFigures = false);

/// <summary>The columns that a header is known by.</summary>
internal sealed class DeclaredColumns
{
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byNameWithoutNumber = new(StringComparer.Ordinal);
    private readonly List<(Regex Form, int Column)> withYear = [];

    // Names in any capitals, each with how it is written and its column; with -1 for one that is that of two columns.
    private readonly Dictionary<string, (string Name, int Column)> inAnyCapitals = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates the list.</summary>
    public DeclaredColumns(IReadOnlyList<DeclaredColumn> all)
    {
        All = all;
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var name in all[i].Names)
            {
                Add(name, i);
            }
        }
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<DeclaredColumn> All { get; }

    /// <summary>The first names of those that a file must have.</summary>
    public IReadOnlyList<string> Required => [.. All.Where(column => column.IsRequired).Select(column => column.Names[0])];

    /// <summary>Gets the columns of a file that must have these.</summary>
    public static DeclaredColumns From(IEnumerable<string> required, string? optional = null) =>
        new([.. required.Select(name => new DeclaredColumn([name], IsRequired: true)), .. CreateOptional(optional, isRequired: false)]);

    /// <summary>Gets the columns of a file with figures.</summary>
    public static DeclaredColumns From(DatasetDefinition definition)
    {
        var columns = definition.Columns!;
        List<DeclaredColumn> all =
        [
            new([columns.Area, .. columns.AreaAliases ?? []], IsRequired: true),
            .. CreateOptional(columns.Period, isRequired: true),
            .. CreateOptional(columns.AreaName, definition.RegistersAreas),
            .. definition.DimensionColumns.SelectMany(name => CreateOptional(name, !definition.IsOptionalDimension(name))),
        ];
        if (!definition.IsWide)
        {
            return new([
                .. all, new([columns.Indicator!], IsRequired: true), new([columns.Value!], IsRequired: true, HasFigures: true),
                .. CreateOptional(columns.State, isRequired: true), .. CreateOptional(columns.BoundaryYear, isRequired: false),
                .. GetMargins(columns.Lower, columns.Upper, columns.SampleSize)]);
        }

        return new(
        [
            .. all,
            .. definition.Topics!.Where(topic => topic.IsAbout(definition.FilePeriod))
                .Select(topic => new DeclaredColumn(
                    GetNames(topic), topic is { Required: true, IsOfAllYears: true } && !definition.IsPartial, HasFigures: true)),
            .. definition.Topics!.SelectMany(topic => GetMargins(topic.Lower, topic.Upper, topic.SampleSize)),
        ]);
    }

    /// <summary>Gets all names that the column of a topic may have.</summary>
    public static IReadOnlyList<string> GetNames(TopicColumn topic) => [topic.Column, .. topic.ColumnOfYear?.Values ?? [], .. topic.Aliases ?? []];

    /// <summary>Whether a column of this name is read.</summary>
    public bool Contains(string name) => Find(name) >= 0;

    /// <summary>Finds the columns that a header lacks and that a file must have, each by its first name.</summary>
    public IEnumerable<string> FindMissing(IEnumerable<string> header)
    {
        var there = header.Select(Find).ToHashSet();
        return All.Index().Where(column => column.Item.IsRequired && !there.Contains(column.Index)).Select(column => column.Item.Names[0]);
    }

    /// <summary>Whether a header has all columns that it must have and, where figures are to be read, one with figures.</summary>
    public bool AreIn(IReadOnlyCollection<string> header) =>
        !FindMissing(header).Any() && (header.Any(HasFigures) || All.All(column => !column.HasFigures));

    /// <summary>Whether figures are in a column of this name.</summary>
    public bool HasFigures(string name) => Find(name) is >= 0 and var column && All[column].HasFigures;

    /// <summary>Finds which of the columns a name in a header is; -1 for none.</summary>
    public int Find(string name)
    {
        name = ColumnName.Normalize(name);
        if (byName.TryGetValue(name, out var column) || (ColumnName.RemoveNumber(name) is { } plain && byNameWithoutNumber.TryGetValue(plain, out column)))
        {
            return column;
        }

        var place = withYear.FindIndex(pattern => pattern.Form.IsMatch(name));
        return place >= 0 ? withYear[place].Column : FindInOtherCapitals(name)?.Column ?? -1;
    }

    /// <summary>Finds how a name is declared that differs in capitals only.</summary>
    /// <remarks>It is null for a name that is declared as it is, and for one that is not declared.</remarks>
    public string? FindSpelling(string name)
    {
        name = ColumnName.Normalize(name);
        return byName.ContainsKey(name) || (ColumnName.RemoveNumber(name) is { } plain && byNameWithoutNumber.ContainsKey(plain))
            || withYear.Exists(pattern => pattern.Form.IsMatch(name)) ? null : FindInOtherCapitals(name)?.Name;
    }

    private (string Name, int Column)? FindInOtherCapitals(string name) =>
        (inAnyCapitals.TryGetValue(name, out var found)
            || (ColumnName.RemoveNumber(name) is { } plain && inAnyCapitals.TryGetValue(ColumnName.AddNumberMark(plain), out found)))
        && found.Column >= 0 ? found : null;

    private static IEnumerable<DeclaredColumn> GetMargins(params IEnumerable<string?> names) =>
        names.OfType<string>().Select(name => new DeclaredColumn([name], IsRequired: true));

    private static IEnumerable<DeclaredColumn> CreateOptional(string? name, bool isRequired) => name is null ? [] : [new DeclaredColumn([name], isRequired)];

    private void Add(string name, int column)
    {
        var normal = ColumnName.Normalize(name);
        if (!inAnyCapitals.TryAdd(normal, (normal, column)) && inAnyCapitals[normal].Column != column)
        {
            inAnyCapitals[normal] = (normal, -1);
        }

        if (ColumnName.HasYear(name))
        {
            withYear.Add((ColumnName.GetYearForm(ColumnName.Normalize(name)), column));
        }
        else if (ColumnName.IsNumbered(name))
        {
            byNameWithoutNumber.TryAdd(ColumnName.RemoveNumber(name)!, column);
        }
        else
        {
            byName.TryAdd(ColumnName.Normalize(name), column);
        }
    }
}

using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Indicators.Datasets.Parsing;

/// <summary>The names of columns that a header is known by.</summary>
/// <param name="Required">The columns that a file must have, each by its first name.</param>
/// <param name="Names">All names that a column that is read may have.</param>
/// <param name="Patterns">Names in which a year stands.</param>
internal sealed record DeclaredColumns(IReadOnlyList<string> Required, IReadOnlySet<string> Names, IReadOnlyList<Regex> Patterns)
{
    private const string YearMark = "{year}";

    /// <summary>Gets the columns of a file that has these.</summary>
    public static DeclaredColumns From(IReadOnlyList<string> required, string? optional = null) =>
        new(required, required.Append(optional ?? required[0]).ToHashSet(StringComparer.Ordinal), []);

    /// <summary>Gets the columns of a wide file.</summary>
    public static DeclaredColumns From(DatasetDefinition definition)
    {
        var columns = definition.Columns!;
        var topics = definition.Topics!.Where(topic => !topic.Column.Contains(YearMark, StringComparison.Ordinal));
        string?[] places = [columns.Area, columns.Period, columns.AreaName];
        var names = places.OfType<string>()
            .Concat(columns.AreaAliases ?? [])
            .Concat(topics.SelectMany(topic => (topic.ColumnOfYear?.Values ?? []).Prepend(topic.Column)));
        return new DeclaredColumns(
            [.. places.OfType<string>(), .. definition.Topics!.Where(topic => topic.Required).Select(topic => topic.Column)],
            names.ToHashSet(StringComparer.Ordinal),
            [.. definition.Topics!.Select(topic => topic.Column).Where(column => column.Contains(YearMark, StringComparison.Ordinal)).Select(GetPattern)]);
    }

    /// <summary>Gets what a name with a year in it looks like.</summary>
    public static Regex GetPattern(string column) => new(
        $"^{Regex.Escape(column).Replace(Regex.Escape(YearMark), "(?<year>[0-9]{4})", StringComparison.Ordinal)}$",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>Whether a column of this name is read.</summary>
    public bool Contains(string name) => Names.Contains(name) || Patterns.Any(pattern => pattern.IsMatch(name));
}

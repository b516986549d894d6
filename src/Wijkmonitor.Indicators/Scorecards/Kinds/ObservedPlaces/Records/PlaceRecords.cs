using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Records;

/// <summary>The records of a subject, and those of them that the rules have no place for.</summary>
internal sealed class PlaceRecords
{
    private readonly List<PlaceRow> rows = [];
    private readonly List<(string Finding, AreaRecord Record)> problems = [];
    private readonly List<(AreaRecord Counted, AreaRecord Other)> differing = [];

    /// <summary>Gathers the records.</summary>
    public PlaceRecords(ObservedPlacesRules rules, SubjectContext subject)
    {
        var seen = new Dictionary<(string, string, DateOnly), PlaceRow>();
        foreach (var record in rules.Datasets.SelectMany(subject.GetRecords))
        {
            var row = new PlaceRow(record.GetText("theme") ?? "", record.GetText("place") ?? "", record.GetText("method"), record.GetDecimal("class"), record);
            if (FindProblem(rules, row) is { } problem)
            {
                problems.Add((problem, record));
            }
            else if (seen.TryAdd((row.Theme, row.Place, row.Day), row))
            {
                rows.Add(row);
            }
            else if (seen[(row.Theme, row.Place, row.Day)] is var first && (first.Class != row.Class || first.Method != row.Method))
            {
                differing.Add((first.Record, record));
            }
        }

        Years = [.. rows.Select(row => row.Day.Year).Distinct().DefaultIfEmpty(subject.Subject.ValidFrom.Year).Order()];
    }

    /// <summary>The years of which there is a scorecard.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Records that do not count, each with the finding that says why.</summary>
    public IReadOnlyList<(string Finding, AreaRecord Record)> Problems => problems;

    /// <summary>Records that another dataset contradicts, each with that one.</summary>
    public IReadOnlyList<(AreaRecord Counted, AreaRecord Other)> Differing => differing;

    /// <summary>Gets the rows of a theme in a year, by day.</summary>
    public IEnumerable<PlaceRow> GetRows(string theme, int year) => rows.Where(row => row.Theme == theme && row.Day.Year == year).OrderBy(row => row.Day);

    /// <summary>Gets the last row of each place of a theme until the end of a year, by name.</summary>
    /// <remarks>Places that were visited in an earlier year are among them.</remarks>
    public IEnumerable<PlaceRow> GetPlaces(string theme, int year) => rows.Where(row => row.Theme == theme && row.Day.Year <= year)
        .GroupBy(row => row.Place, StringComparer.Ordinal).OrderBy(place => place.Key, StringComparer.Ordinal).Select(place => place.MaxBy(row => row.Day)!);

    /// <summary>Finds the last way of working of a place until the end of a year; null where none was delivered.</summary>
    /// <param name="place">A row of the place.</param>
    /// <param name="year">The year.</param>
    /// <remarks>A row of a place that was not visited has none.</remarks>
    public string? FindMethod(PlaceRow place, int year) =>
        rows.Where(row => row.Theme == place.Theme && row.Place == place.Place && row.Day.Year <= year && row.Method is not null).MaxBy(row => row.Day)?.Method;

    /// <summary>Gets the last day with rows until the end of a year; null where there is none.</summary>
    public DateOnly? FindLastDay(int year) => rows.Where(row => row.Day.Year <= year).Max(row => (DateOnly?)row.Day);

    private static string? FindProblem(ObservedPlacesRules rules, PlaceRow row)
    {
        var theme = rules.Themes.FirstOrDefault(known => known.Code == row.Theme);
        return theme is null ? "theme-unknown"
            : row.Class is { } found && rules.Scale.All(known => known.Class != found) ? "class-unknown"
            : row.Method is { } method && theme.Methods.All(known => known.Code != method) ? "method-unknown"
            : null;
    }
}

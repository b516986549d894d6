using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Records;

/// <summary>The records of a subject, and those of them that the rules have no place for.</summary>
internal sealed class SheetRecords
{
    private readonly SheetLabels labels;
    private readonly List<SheetRow> rows = [];
    private readonly List<AreaRecord> withUnknownInput = [];
    private readonly List<AreaRecord> outOfRange = [];
    private readonly List<(AreaRecord Counted, AreaRecord Other)> differing = [];
    private readonly Dictionary<int, IReadOnlyList<SheetComputation>> byYear = [];
    private readonly HashSet<int> yearsWithMore = [];

    /// <summary>Gathers the records.</summary>
    public SheetRecords(SheetLabels labels, SubjectContext subject)
    {
        this.labels = labels;
        var seen = new Dictionary<(string, string, DateOnly), AreaRecord>();
        foreach (var record in labels.Rules.Datasets.SelectMany(subject.GetRecords))
        {
            Add(record, seen, subject.Municipality.IsPublished(record.Dataset));
        }

        Years = [.. rows.Select(row => row.Record.Date.Year).Distinct().Order()];
    }

    /// <summary>The years with records.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Records of inputs that the rules do not have.</summary>
    public IReadOnlyList<AreaRecord> WithUnknownInput => withUnknownInput;

    /// <summary>Records with a value that the rules do not allow.</summary>
    public IReadOnlyList<AreaRecord> OutOfRange => outOfRange;

    /// <summary>Records that another dataset contradicts, each with that one.</summary>
    public IReadOnlyList<(AreaRecord Counted, AreaRecord Other)> Differing => differing;

    /// <summary>Records with a value and limits, of which the limits count.</summary>
    public IEnumerable<AreaRecord> WithValueAndRange => rows.Where(row => row.HasValueAndRange).Select(row => row.Record);

    /// <summary>Whether a year can be read in more ways than are computed.</summary>
    public bool HasMoreReadings(int year) => GetReadings(year).Count > 0 && yearsWithMore.Contains(year);

    /// <summary>Gets the sheet of a year in each way that it can be read, first that of the rules.</summary>
    public IReadOnlyList<SheetComputation> GetReadings(int year)
    {
        if (!byYear.TryGetValue(year, out var readings))
        {
            byYear.Add(year, readings = SheetReadings.Compute(labels, CreateSources(year)));
        }

        return readings;
    }

    /// <summary>Gets the last day with a record until the end of a year.</summary>
    public DateOnly GetReferenceDate(int year) => rows.Where(row => row.Record.Date.Year <= year).Max(row => row.Record.Date);

    /// <summary>Gets the inputs that count people, households or homes and were delivered without being published.</summary>
    public IReadOnlySet<string> GetProtected() =>
        rows.Where(row => row.Input.IsCount && !row.IsPublished).Select(row => row.Input.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>Gets the records of an input that were delivered without being published.</summary>
    public IEnumerable<SheetRow> GetProtectedItems(SheetInput input) => rows.Where(row => row.Input == input && !row.IsPublished);

    private IReadOnlyList<SheetSource> CreateSources(int year)
    {
        var readings = labels.Rules.Inputs.Where(input => !labels.Rules.HasItems(input.Code)).Select(input => (input, Rows: SelectRows(input, year))).ToList();
        var items = labels.Rules.Inputs.Where(input => labels.Rules.HasItems(input.Code))
            .Select(input => (input, Rows: rows.Where(row => row.Input == input && IsCounted(row, year)).ToList())).ToList();
        var earlier = Enumerable.Range(Years[0], year - Years[0]).Select(before => GetReadings(before)[0]).ToList();
        return [.. Combine(readings, year).Select(chosen => new SheetSource(
            chosen.ToDictionary(row => row.Key, row => row.Value?.Value ?? SheetReadings.GetValue(labels, row.Key), StringComparer.Ordinal),
            items.ToDictionary(item => item.input.Code, item => (IReadOnlyList<SheetValue>)[.. item.Rows.Select(row => row.Value)], StringComparer.Ordinal),
            earlier,
            year,
            chosen.ToDictionary(
                row => row.Key,
                row => (IReadOnlyList<Model.ScorecardInput>)[.. row.Value?.CreateInputs() ?? SheetReadings.CreateInputs(labels, row.Key)],
                StringComparer.Ordinal)))];
    }

    // First those in which the fewest inputs are read in another way, so that where there are too many each way of each input is among them.
    private IEnumerable<Dictionary<string, SheetRow?>> Combine(IEnumerable<(SheetInput Input, List<SheetRow> Rows)> readings, int year)
    {
        var max = SheetReadings.GetMaxSources(labels);
        List<(Dictionary<string, SheetRow?> Chosen, int Others)> combinations = [(new(StringComparer.Ordinal), 0)];
        foreach (var (input, found) in readings)
        {
            combinations = [.. combinations.SelectMany(combination => found.DefaultIfEmpty().Index().Select(row => (
                    new Dictionary<string, SheetRow?>(combination.Chosen, StringComparer.Ordinal) { [input.Code] = row.Item },
                    combination.Others + Math.Min(row.Index, 1))))
                .OrderBy(combination => combination.Item2)];
            if (combinations.Count > max)
            {
                yearsWithMore.Add(year);
                combinations.RemoveRange(max, combinations.Count - max);
            }
        }

        return combinations.Select(combination => combination.Chosen);
    }

    // The newest day counts. Records of that day that say something else are readings of it.
    private List<SheetRow> SelectRows(SheetInput input, int year)
    {
        List<SheetRow> until = [.. rows.Where(row => row.Input == input && IsCounted(row, year))];
        return [.. until.Where(row => row.Record.Date == until.Max(other => other.Record.Date)).DistinctBy(row => row.Value.Ends)];
    }

    private static bool IsCounted(SheetRow row, int year) => row.Input.IsPerYear ? row.Record.Date.Year == year : row.Record.Date.Year <= year;

    private void Add(AreaRecord record, Dictionary<(string, string, DateOnly), AreaRecord> seen, bool isPublished)
    {
        var key = (record.GetText("input") ?? "", record.GetText("item") ?? "", record.Date);
        if (labels.Rules.FindInput(key.Item1) is not { Table: null } input)
        {
            withUnknownInput.Add(record);
        }
        else if (seen.TryGetValue(key, out var first))
        {
            if (SheetRow.Fields.Any(field => first.GetDecimal(field) != record.GetDecimal(field)))
            {
                differing.Add((first, record));
            }
        }
        else if (SheetRow.TryCreate(input, record, isPublished) is { } row)
        {
            seen.Add(key, record);
            rows.Add(row);
        }
        else
        {
            outOfRange.Add(record);
        }
    }
}

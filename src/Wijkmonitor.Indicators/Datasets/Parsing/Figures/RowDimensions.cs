using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>The part of a figure that a row holds.</summary>
internal enum FigurePart
{
    /// <summary>The figure itself.</summary>
    Value,

    /// <summary>The lower bound of its margin.</summary>
    Lower,

    /// <summary>The upper bound of its margin.</summary>
    Upper,

    /// <summary>The number of persons or homes that were asked or counted.</summary>
    SampleSize,
}

/// <summary>Dimensions of a row.</summary>
/// <param name="Part">The part of figures that it holds.</param>
/// <param name="Codes">Its codes by column.</param>
internal sealed record RowSelection(FigurePart Part, IReadOnlyDictionary<string, string> Codes)
{
    private readonly Dictionary<TopicBinding[], TopicBinding[]> known = [];

    /// <summary>Whether the row is among those that a topic takes.</summary>
    public bool Matches(IReadOnlyDictionary<string, IReadOnlyList<string>>? dimensions) =>
        dimensions?.All(declared => declared.Value.Contains(Codes[declared.Key], StringComparer.Ordinal)) ?? true;

    /// <summary>Gets those of some topics that take the row.</summary>
    public TopicBinding[] Select(TopicBinding[] topics) =>
        known.TryGetValue(topics, out var selected) ? selected : known[topics] = [.. topics.Where(topic => Matches(topic.Dimensions))];
}

/// <summary>Reader of the dimensions of rows of figures besides area and period. Counts the rows about others than the dataset takes.</summary>
/// <remarks>
/// A table about several groups holds more than a dataset takes, so that such rows are passed over; one about other groups only is refused
/// with what it holds.
/// </remarks>
internal sealed class RowDimensions
{
    private readonly DatasetDefinition definition;
    private readonly CsvRowReader rows;
    private readonly ProblemLog log;
    private readonly (string Name, int Place)[] columns;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>?> ofTopics;

    // A file has few combinations of codes and many rows.
    private readonly Dictionary<string, (RowSelection? Selection, string Column)> known = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OtherCodes> others = new(StringComparer.Ordinal);
    private bool isAnyTaken;

    private RowDimensions(DatasetDefinition definition, (string Name, int Place)[] columns, CsvRowReader rows, ProblemLog log)
    {
        (this.definition, this.columns, this.rows, this.log) = (definition, columns, rows, log);
        ofTopics = definition.IsWide ? [.. (definition.Topics ?? []).Select(topic => topic.Dimensions)] : [];
    }

    /// <summary>Finds the columns of the dimensions that a dataset declares; null where it declares none.</summary>
    public static RowDimensions? Find(DatasetDefinition definition, FileColumns columns, CsvRowReader rows, ProblemLog log)
    {
        var names = definition.DimensionColumns;
        var found = names.Select(name => (Name: name, Place: definition.IsOptionalDimension(name) ? columns.Find(name) : columns.Require(name)));
        return names.Count == 0
            ? null
            : new RowDimensions(definition, [.. found.Where(column => column.Place >= 0 || !definition.IsOptionalDimension(column.Name))], rows, log);
    }

    /// <summary>Reads the dimensions of the current row, or null where the dataset does not take them. Then the row is counted.</summary>
    public RowSelection? Read()
    {
        var key = string.Join('\u001F', columns.Select(column => rows[column.Place]));
        if (!known.TryGetValue(key, out var found))
        {
            found = known[key] = Select();
        }

        if (found.Selection is null)
        {
            Skip(found.Column);
        }

        return found.Selection;
    }

    /// <summary>Records that a row is accepted. A file has what it is meant to be about once a figure itself is.</summary>
    public void MarkAccepted(RowSelection selection) => isAnyTaken |= selection.Part == FigurePart.Value;

    /// <summary>Counts the current row as one about something that the dataset does not take.</summary>
    /// <param name="column">The column that says so.</param>
    public void Skip(string column)
    {
        var code = WhiteSpace.Trim(rows[columns.First(known => known.Name == column).Place]);
        if (!others.TryGetValue(column, out var codes))
        {
            others[column] = codes = new OtherCodes(rows.Line);
        }

        codes.Add(code);
        log.Tally.Skip(SkippedKinds.Dimension, rows.Line);
    }

    /// <summary>Refuses the file where none of its rows was taken, once it was read.</summary>
    public void Report()
    {
        foreach (var (column, codes) in isAnyTaken ? [] : others)
        {
            log.Add(DetailProblems.DimensionOther(codes.Line, column, codes.Seen, GetTaken(column)));
        }
    }

    private (RowSelection? Selection, string Column) Select()
    {
        var codes = columns.ToDictionary(column => column.Name, column => WhiteSpace.Trim(rows[column.Place]), StringComparer.Ordinal);
        var other = definition.Dimensions?
            .FirstOrDefault(declared => codes.TryGetValue(declared.Key, out var code) && !declared.Value.Contains(code, StringComparer.Ordinal)).Key;
        if (other is not null)
        {
            return (null, other);
        }

        if (FindPart(codes) is not { } part)
        {
            return (null, definition.Margins!.Column!);
        }

        var selection = new RowSelection(part, codes);
        return ofTopics.Count == 0 || ofTopics.Any(selection.Matches) ? (selection, "") : (null, FindOtherColumn(codes));
    }

    // The column with a code that no topic takes; where each has one that some take, the first.
    private string FindOtherColumn(Dictionary<string, string> codes)
    {
        var names = ofTopics.SelectMany(topic => topic?.Keys ?? []).Distinct(StringComparer.Ordinal).ToList();
        return names.Find(name => !ofTopics.Any(topic => topic?.GetValueOrDefault(name)?.Contains(codes[name], StringComparer.Ordinal) == true)) ?? names[0];
    }

    private FigurePart? FindPart(Dictionary<string, string> codes)
    {
        if (definition.Margins is not { Column: { } column } margins)
        {
            return FigurePart.Value;
        }

        (IReadOnlyList<string>? Codes, FigurePart Part)[] parts =
            [(margins.Value, FigurePart.Value), (margins.Lower, FigurePart.Lower), (margins.Upper, FigurePart.Upper),
                (margins.SampleSize, FigurePart.SampleSize)];
        return parts.Where(part => part.Codes?.Contains(codes[column], StringComparer.Ordinal) == true).Select(part => (FigurePart?)part.Part).FirstOrDefault();
    }

    private IReadOnlyList<string> GetTaken(string column) =>
        definition.Dimensions?.GetValueOrDefault(column)
        ?? (column == definition.Margins?.Column ? definition.Margins.Value : null)
        ?? [.. (definition.Topics ?? []).SelectMany(topic => topic.Dimensions?.GetValueOrDefault(column) ?? []).Distinct(StringComparer.Ordinal)];

    private sealed class OtherCodes(int line)
    {
        private const int MaxSeen = 10;
        private readonly SortedSet<string> seen = new(StringComparer.Ordinal);

        public int Line => line;

        public IReadOnlyList<string> Seen => seen.Count > MaxSeen ? [.. seen.Take(MaxSeen), "…"] : [.. seen];

        public void Add(string code)
        {
            if (seen.Count <= MaxSeen)
            {
                seen.Add(code);
            }
        }
    }
}

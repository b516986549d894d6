using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>A table with a column for each area, recognised by the row with the areas' codes, and transposed.</summary>
internal sealed class TransposedTable
{
    private const int MaxCells = 2_000_000;
    private const int MaxLabels = 6;

    // What StatLine calls the dimension of the rows, in the corner of the table.
    private static readonly HashSet<string> Corners = new(StringComparer.OrdinalIgnoreCase) { "Onderwerp", "Onderwerpen", "Topic", "Topics" };
    private readonly DeclaredColumns declared;
    private readonly int labels;
    private readonly int codes;

    // The row above them with the names of the areas, where it has no label; otherwise -1.
    private readonly int unlabelled;

    private TransposedTable(DeclaredColumns declared, int labels, int codes, int unlabelled)
    {
        this.unlabelled = unlabelled;
        this.declared = declared;
        this.labels = labels;
        this.codes = codes;
    }

    /// <summary>Finds such a table by its first records; null where it is none.</summary>
    public static TransposedTable? Find(FileSample sample, DeclaredColumns declared)
    {
        for (var i = 0; i < Math.Min(sample.Records.Count, HeaderScanner.MaxLines); i++)
        {
            var fields = sample.Records[i].Fields;
            var first = Array.FindIndex(fields, IsAreaCode);
            for (var labels = first; labels > 0 && labels <= MaxLabels; labels--)
            {
                // A column without a code, such as a total, is read as an area all the same: the message about its code then names it.
                if (declared.Find(GetLabel(fields[..labels], declared)) == 0
                    || (labels == first && IsCorner(fields[..labels]) && HasTopicBelow(sample, i, labels, declared)))
                {
                    return new TransposedTable(declared, labels, i, FindNames(sample, i, labels, declared));
                }
            }
        }

        return null;
    }

    // A row of codes without a label, above one of the topics.
    private static bool HasTopicBelow(FileSample sample, int codes, int labels, DeclaredColumns declared) => sample.Records.Skip(codes + 1)
        .Any(record => record.Fields.Length > labels && declared.HasFigures(GetLabel(record.Fields[..labels], declared)));

    // Not where another row has the label of the names.
    private static int FindNames(FileSample sample, int codes, int labels, DeclaredColumns declared)
    {
        if (sample.Records.Index().Any(row => row.Index != codes && row.Item.Fields.Length > labels && IsLabel(GetLabel(row.Item.Fields[..labels], declared))))
        {
            return -1;
        }

        var areas = sample.Records[codes].Fields.Length;
        var place = codes - 1;
        return place >= 0 && sample.Records[place].Fields is var fields && fields.Length == areas && IsCorner(fields[..labels])
            && Array.TrueForAll(fields[labels..], name => name.Any(char.IsLetter) && PeriodColumnNames.FindYear(name) is null) ? place : -1;

        bool IsLabel(string label) => declared.Contains(label) && !declared.HasFigures(label);
    }

    private static bool IsCorner(string[] labels) =>
        Array.TrueForAll(labels, label => ColumnName.Clean(label) is var text && (text.Length == 0 || IsCorner(text)));

    private static bool IsCorner(string label) => Corners.Contains(label) || UnitLine.IsColumnName(label);

    /// <summary>Transposes the first records.</summary>
    public FileSample Transpose(OpenedFile file, FileSample sample, DatasetDefinition definition) =>
        Create(file, sample.Records, definition, tally: null).TakeSample(definition);

    /// <summary>Reads a file to its end and transposes it, or null where it is too large for such a table.</summary>
    /// <param name="file">The file.</param>
    /// <param name="definition">The definition that it is read by.</param>
    /// <param name="tally">Counts the titles and footers.</param>
    public OpenedFile? Transpose(OpenedFile file, DatasetDefinition definition, ReadTally tally)
    {
        var rows = new List<SampleRecord>();
        var cells = 0;
        using var records = file.OpenRecords(definition);
        while (records.Read())
        {
            cells += records.Count;
            if (cells > MaxCells)
            {
                return null;
            }

            rows.Add(SampleRecord.From(records));
        }

        return Create(file, rows, definition, tally);
    }

    /// <summary>Gets what is above the table, of the first records.</summary>
    public IEnumerable<string> GetTitles(FileSample sample) => sample.GetTitles(codes);

    private TransposedFile Create(OpenedFile file, IReadOnlyList<SampleRecord> rows, DatasetDefinition definition, ReadTally? tally)
    {
        var readsBlank = definition.Symbols?.ContainsKey("") == true;
        var names = new List<string>();
        var figures = new List<SampleRecord>();
        var notes = new List<CommentLine>();
        var above = new string[labels];
        for (var i = 0; i < rows.Count; i++)
        {
            var (fields, line) = (rows[i].Fields, rows[i].Line);
            var isBlankTopic = readsBlank && i > codes && fields.Length > labels && declared.HasFigures(GetLabel(Fill(above, fields), declared));
            if (!isBlankTopic && (fields.Length <= labels || Array.TrueForAll(fields[labels..], string.IsNullOrWhiteSpace)))
            {
                var isBlank = Array.TrueForAll(fields, string.IsNullOrWhiteSpace);
                tally?.Skip(isBlank ? SkippedKinds.Blank : i < codes ? SkippedKinds.Title : SkippedKinds.Footer, line);
                if (!isBlank)
                {
                    notes.Add(new CommentLine(line, string.Join(';', fields.Where(field => !string.IsNullOrWhiteSpace(field)))));
                }

                if (i >= codes)
                {
                    StoreLabels(above, fields);
                }

                continue;
            }

            // What is above the row with the codes is a title or names its own row, and groups nothing.
            names.Add(FindNameOfUnlabelled(i, fields, definition) ?? GetLabel(i < codes ? fields[..labels] : Fill(above, fields), declared));
            figures.Add(rows[i] with { Fields = fields[labels..], Numbers = rows[i].Numbers?[labels..] });
        }

        return new TransposedFile(file, [.. names], figures, rows[codes].Line, notes);
    }

    // In the corner a table can lack the label of the names, and of the codes below them.
    private string? FindNameOfUnlabelled(int row, string[] fields, DatasetDefinition definition) =>
        row == codes && IsCorner(fields[..labels]) ? declared.All[0].Names[0]
        : row == unlabelled ? definition.Columns?.AreaName
        : null;

    // A label that stands for several rows comes before the first of them only, or on a line of its own.
    private string[] Fill(string[] above, string[] fields)
    {
        StoreLabels(above, fields);
        var last = Array.FindLastIndex(fields[..labels], field => field.Length > 0);
        return [.. Enumerable.Range(0, labels).Select(label => label < last ? above[label] ?? "" : fields[label])];
    }

    private void StoreLabels(string[] above, string[] fields)
    {
        for (var label = 0; label < Math.Min(labels, fields.Length); label++)
        {
            if (!string.IsNullOrWhiteSpace(fields[label]))
            {
                above[label] = fields[label];
            }
        }
    }

    // The last of several labels can be the unit, also where that is in the name already.
    private static string GetLabel(string[] labels, DeclaredColumns declared)
    {
        List<string> parts = [.. labels.Select(ColumnName.Clean).Where(label => label.Length > 0)];
        parts = parts.Count > 1 && parts.Exists(label => !IsCorner(label)) ? [.. parts.Where(label => !IsCorner(label))] : parts;
        var path = string.Join('/', parts);
        var withUnit = parts.Count < 2 ? path : $"{string.Join('/', parts.SkipLast(1))} ({parts[^1]})";
        return declared.Contains(withUnit) ? withUnit
            : declared.Contains(path) ? path
            : parts is [.., var name, var unit] && name.EndsWith($"({unit})", StringComparison.Ordinal) ? string.Join('/', parts.SkipLast(1))
            : parts.Count > 1 && UnitLine.Is([parts[^1]]) ? withUnit
            : path;
    }

    private static bool IsAreaCode(string text) => AreaCode.TryParse(text, out _) || SupraMunicipalCodes.IsCode(text);
}

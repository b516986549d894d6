using System.Text;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Sources.Records;
using Wijkmonitor.Indicators.Datasets.Sources.Streams;

namespace Wijkmonitor.Indicators.Datasets.Sources.Csv;

/// <summary>A file of characters: CSV, or JSON where the dataset has that.</summary>
/// <param name="content">The file.</param>
internal sealed class TextFile(HeadStream content) : OpenedFile
{
    private const string DelimiterMark = "sep=";
    private const int MarkLength = 5;

    /// <summary>The file from its start.</summary>
    public HeadStream Content => content;

    // A first line that Excel understands says which character separates fields, whatever the definition says.
    private char? Delimiter
    {
        get
        {
            var start = Encoding.UTF8.GetString(content.Head.Span[..Math.Min(content.Head.Length, 16)]).TrimStart('\uFEFF');
            var isMark = start.StartsWith(DelimiterMark, StringComparison.OrdinalIgnoreCase) && start.Length > MarkLength && start[MarkLength] is '\r' or '\n';
            return isMark && CsvDialect.Delimiters.Contains(start[MarkLength - 1]) ? start[MarkLength - 1] : null;
        }
    }

    /// <inheritdoc/>
    public override FileSample TakeSample(DatasetDefinition definition) => TakeSample(content.Head, CreateForm(definition), content.IsWhole);

    /// <summary>Reads the first records with another character between fields.</summary>
    public FileSample TakeSample(DatasetDefinition definition, char delimiter) =>
        TakeSample(content.Head, new CsvDialect(definition, delimiter), content.IsWhole);

    /// <summary>Reads a text as if it were a file of its own.</summary>
    public static FileSample TakeSample(DatasetDefinition definition, string text) =>
        TakeSample(Encoding.UTF8.GetBytes(text), new CsvDialect(definition), isWhole: true);

    /// <inheritdoc/>
    public override IRecordSource OpenRecords(DatasetDefinition definition) => new CsvRecords(content, CreateForm(definition));

    private static FileSample TakeSample(ReadOnlyMemory<byte> bytes, CsvDialect form, bool isWhole)
    {
        using var copy = new MemoryStream(bytes.ToArray());
        using var records = new CsvRecords(copy, form);
        return FileSample.Read(records, isWhole);
    }

    private CsvDialect CreateForm(DatasetDefinition definition) => new(definition, Delimiter);
}

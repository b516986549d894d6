using CsvHelper;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Sources.Csv;

/// <summary>Reader of the records of a CSV file in the form that its definition declares.</summary>
internal sealed class CsvRecords : IRecordSource
{
    private const int MaxLineLength = 1_000_000;
    private const string LineBreaks = "\n\r";
    private readonly CsvDialect form;
    private readonly LineLengthGuard text;
    private readonly CommentReader? comments;
    private readonly CsvParser parser;

    /// <summary>Opens the records.</summary>
    /// <param name="content">The file, from its start.</param>
    /// <param name="form">Form of the file.</param>
    public CsvRecords(Stream content, CsvDialect form)
    {
        this.form = form;
        text = new LineLengthGuard(form.OpenText(content), MaxLineLength, form.Undecodable);
        comments = form.Comment is { } comment ? new CommentReader(text, comment) : null;
        parser = form.OpenParser((TextReader?)comments ?? text, bad => BadQuote ??= bad);
    }

    /// <inheritdoc/>
    public int Count => parser.Count;

    /// <inheritdoc/>
    public int Line { get; private set; }

    /// <inheritdoc/>
    public string? BadQuote { get; private set; }

    /// <inheritdoc/>
    public int UndecodableField { get; private set; } = -1;

    /// <inheritdoc/>
    public string this[int field] => parser[field];

    /// <inheritdoc/>
    public bool Read()
    {
        BadQuote = null;
        var previous = parser.RawRow;
        try
        {
            if (!parser.Read())
            {
                return false;
            }
        }
        catch (Exception e) when (e is MaxFieldSizeException or LineTooLongException)
        {
            throw new RecordTooLongException(previous + 1);
        }

        // The parser knows the line that a record ends on; the breaks within its fields lead back to the one that it starts on.
        UndecodableField = -1;
        Line = parser.RawRow - (IsPlain(previous) ? 0 : Inspect());
        return true;
    }

    /// <inheritdoc/>
    public IReadOnlyList<CommentLine> ReadComments() => comments?.ReadComments() ?? [];

    /// <inheritdoc/>
    public void Dispose() => parser.Dispose();

    // Almost every record is one line of characters that all could be decoded. One check of another whole record spares a check of each field of it.
    private bool IsPlain(int previous) =>
        (parser.RawRow == previous + 1 && !text.HasUndecodable) || !parser.RawRecord.AsSpan().TrimEnd(LineBreaks).ContainsAny(form.Remarkable);

    // Gives the line breaks within the fields, and records the first field that could not be decoded.
    private int Inspect()
    {
        var breaks = 0;
        for (var i = 0; i < parser.Count; i++)
        {
            var field = parser[i].AsSpan();
            if (field.ContainsAny(form.Remarkable))
            {
                breaks += field.Count('\n') + field.Count('\r') - field.Count("\r\n");
                UndecodableField = UndecodableField < 0 && field.ContainsAny(form.Undecodable) ? i : UndecodableField;
            }
        }

        return breaks;
    }
}

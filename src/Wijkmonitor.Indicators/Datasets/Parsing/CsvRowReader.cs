using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Parsing;

/// <summary>
/// The rows of a CSV file as its definition declares it. What is wrong with the file's structure goes to the log, with the line as an
/// editor counts; a row with such a problem is passed over.
/// </summary>
internal sealed class CsvRowReader : IDisposable
{
    private const char ByteOrderMark = '\uFEFF';
    private const int MaxFieldLength = 10_000;
    private const int MaxColumns = 2_000;
    private const int MaxLineLength = 1_000_000;
    private const string StartOfWorkbook = "PK\u0003\u0004";
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];
    private const string LineBreaks = "\n\r";

    // The replacement character, NUL and, of Windows-1252, what its five bytes without a character are read as.
    private const string UndecodableUtf8 = "\uFFFD\0";
    private const string UndecodableWindows = "\uFFFD\0\u0081\u008D\u008F\u0090\u009D";
    private const string MarkOfUtf8InWindows = "ï»¿";
    private static readonly SearchValues<char> NotUtf8 = SearchValues.Create(UndecodableUtf8);
    private static readonly SearchValues<char> RemarkableUtf8 = SearchValues.Create(UndecodableUtf8 + LineBreaks);
    private static readonly SearchValues<char> NotWindows = SearchValues.Create(UndecodableWindows);
    private static readonly SearchValues<char> RemarkableWindows = SearchValues.Create(UndecodableWindows + LineBreaks);
    private readonly DatasetDefinition definition;
    private readonly ProblemLog log;
    private readonly CsvParser parser;
    private readonly SearchValues<char> undecodable;
    private readonly SearchValues<char> remarkable;
    private string? badQuote;
    private int undecodableColumn = -1;
    private bool hasRows;
    private string[] header = [];

    public CsvRowReader(DatasetDefinition definition, Stream content, ProblemLog log)
    {
        this.definition = definition;
        this.log = log;
        Guard = new PersonalDataGuard(this, log);
        var isWindows = definition.Encoding == FileEncoding.Windows1252;
        undecodable = isWindows ? NotWindows : NotUtf8;
        remarkable = isWindows ? RemarkableWindows : RemarkableUtf8;

        // With its byte order mark named, the encoding takes the mark off; nothing else is guessed from the first bytes.
        var reader = new StreamReader(content, isWindows
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        parser = new CsvParser(new LineLengthGuard(reader, MaxLineLength), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = definition.Delimiter!.Value.ToString(),
            AllowComments = definition.Comment is not null,
            Comment = definition.Comment ?? '#',
            Mode = definition.Quoting == FieldQuoting.None ? CsvMode.NoEscape : CsvMode.RFC4180,
            Quote = definition.Quoting == FieldQuoting.Single ? '\'' : '"',
            IgnoreBlankLines = true,
            MaxFieldSize = MaxFieldLength,
            BadDataFound = bad => badQuote ??= bad.Field,
            BufferSize = 64 * 1024,
        });
    }

    /// <summary>Guard against personal data.</summary>
    public PersonalDataGuard Guard { get; }

    /// <summary>The line that the current row starts on.</summary>
    public int Line { get; private set; }

    /// <summary>The current row's field in a column of the header.</summary>
    public string this[int column] => parser[column];

    /// <summary>A column's name in the header.</summary>
    public string GetName(int column) => header[column];

    /// <summary>The names in the header, without spaces around them.</summary>
    public IReadOnlyList<string> Header => header;

    /// <summary>Reads the header.</summary>
    /// <param name="hasSeveralColumns">Whether a header of one column must be one with another delimiter.</param>
    /// <returns>Its columns; null where the header has errors: then the rows cannot be read.</returns>
    public FileColumns? ReadHeader(bool hasSeveralColumns = true)
    {
        if (!ReadRecord())
        {
            if (log.Errors == 0)
            {
                log.Add(FileProblems.FileEmpty());
            }

            return null;
        }

        if (parser[0].StartsWith(StartOfWorkbook, StringComparison.Ordinal))
        {
            log.Add(FileProblems.Workbook(Line));
            return null;
        }

        if (parser.Count > MaxColumns)
        {
            log.Add(FileProblems.ColumnsTooMany(Line, parser.Count, MaxColumns));
            return null;
        }

        header = [.. parser.Record!.Select(name => name.Trim(ByteOrderMark, ' '))];
        if (header.FirstOrDefault(IsUndecodable) is { } problem)
        {
            log.Add(FileProblems.EncodingInvalid(Line, null, problem, definition.Encoding));
            return null;
        }

        if (header.Length == 1 && hasSeveralColumns && FindOtherDelimiter(header[0]) is { } found)
        {
            log.Add(FileProblems.DelimiterWrong(Line, header[0], definition.Delimiter!.Value, found));
            return null;
        }

        if (badQuote is not null)
        {
            log.Add(FileProblems.QuoteUnbalanced(Line, badQuote));
            return null;
        }

        return new FileColumns(definition, this, log);
    }

    /// <summary>Reads the header and finds columns in it.</summary>
    /// <param name="required">The columns that the file must have.</param>
    /// <param name="optional">A column that it may have.</param>
    /// <returns>
    /// The place of each required column and of the optional one (-1 where it is absent), or null where the header has errors: then the
    /// rows cannot be read.
    /// </returns>
    public int[]? ReadHeader(IReadOnlyList<string> required, string? optional = null)
    {
        if (ReadHeader(required.Count > 1) is not { } columns)
        {
            return null;
        }

        int[] indexes = [.. required.Select(name => columns.Require(name)), optional is null ? -1 : columns.Find(optional)];
        return columns.AreComplete() ? indexes : null;
    }

    /// <summary>Goes to the next row whose structure is right.</summary>
    /// <returns>False at the end of the file; one without rows is reported.</returns>
    public bool Read()
    {
        while (ReadRecord())
        {
            hasRows = true;
            if (badQuote is not null)
            {
                log.Add(FileProblems.QuoteUnbalanced(Line, badQuote));
                badQuote = null;
            }
            else if (parser.Count != header.Length)
            {
                log.Add(IsHeader() ? FileProblems.HeaderRepeated(Line) : FileProblems.FieldCount(Line, parser.Count, header.Length));
            }
            else if (IsHeader())
            {
                log.Add(FileProblems.HeaderRepeated(Line));
            }
            else if (undecodableColumn >= 0)
            {
                log.Add(FileProblems.EncodingInvalid(Line, header[undecodableColumn], parser[undecodableColumn], definition.Encoding));
            }
            else
            {
                Guard.InspectRow();
                return true;
            }
        }

        Guard.Report();
        if (!hasRows && log.Errors == 0)
        {
            log.Add(FileProblems.FileEmpty());
        }

        return false;
    }

    public void Dispose() => parser.Dispose();

    private bool ReadRecord()
    {
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
            log.Add(FileProblems.FieldTooLong(previous + 1, MaxFieldLength));
            return false;
        }

        // The parser knows the line that a row ends on; the breaks within its fields lead back to the one that it starts on.
        Line = parser.RawRow - (IsPlain() ? 0 : Inspect());
        return true;
    }

    // One look at the whole record spares a look at each field of it.
    private bool IsPlain()
    {
        undecodableColumn = -1;
        return !parser.RawRecord.AsSpan().TrimEnd(LineBreaks).ContainsAny(remarkable);
    }

    // Gives the line breaks within the row's fields, and notes the first field that could not be decoded.
    private int Inspect()
    {
        var breaks = 0;
        undecodableColumn = -1;
        for (var i = 0; i < parser.Count; i++)
        {
            var field = parser[i].AsSpan();
            if (field.ContainsAny(remarkable))
            {
                breaks += field.Count('\n') + field.Count('\r') - field.Count("\r\n");
                undecodableColumn = undecodableColumn < 0 && field.ContainsAny(undecodable) ? i : undecodableColumn;
            }
        }

        return breaks;
    }

    private bool IsUndecodable(string name) =>
        name.AsSpan().ContainsAny(undecodable)
            || (definition.Encoding == FileEncoding.Windows1252 && name.StartsWith(MarkOfUtf8InWindows, StringComparison.Ordinal));

    private bool IsHeader()
    {
        for (var i = 0; i < Math.Min(parser.Count, header.Length); i++)
        {
            if (!parser[i].AsSpan().Trim("\uFEFF ").SequenceEqual(header[i]))
            {
                return false;
            }
        }

        return true;
    }

    private char? FindOtherDelimiter(string line)
    {
        var mostFrequent = Delimiters.Where(c => c != definition.Delimiter).MaxBy(c => line.AsSpan().Count(c));
        return line.Contains(mostFrequent, StringComparison.Ordinal) ? mostFrequent : null;
    }
}

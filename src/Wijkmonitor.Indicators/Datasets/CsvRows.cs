using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Wijkmonitor.Indicators.Datasets;

/// <summary>
/// The rows of a CSV file as its definition declares it. What is wrong with the file's structure goes to the log, with the line as an
/// editor counts; a row with such a problem is passed over.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    private const int LongestField = 10_000;
    private const int MostColumns = 2_000;
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];
    private static readonly SearchValues<char> Remarkable = SearchValues.Create("\uFFFD\0\n\r");
    private readonly DatasetDefinition definition;
    private readonly ProblemLog log;
    private readonly CsvParser parser;
    private string? badQuote;
    private bool anyRow;
    private string[] header = [];

    public CsvRows(DatasetDefinition definition, Stream content, ProblemLog log)
    {
        this.definition = definition;
        this.log = log;
        // With its byte order mark named, the encoding takes the mark off; nothing else is guessed from the first bytes.
        var reader = new StreamReader(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = definition.Delimiter!.Value.ToString(),
            AllowComments = definition.Comment is not null,
            Comment = definition.Comment ?? '#',
            IgnoreBlankLines = true,
            MaxFieldSize = LongestField,
            BadDataFound = bad => badQuote ??= bad.Field,
            BufferSize = 64 * 1024,
        });
    }

    /// <summary>The line that the current row starts on.</summary>
    public int Line { get; private set; }

    /// <summary>The current row's field in a column of the header.</summary>
    public string this[int column] => parser[column];

    /// <summary>A column's name in the header.</summary>
    public string NameOf(int column) => header[column];

    /// <summary>
    /// Reads the header and finds columns in it; names are compared without spaces around them.
    /// </summary>
    /// <param name="required">The columns that the file must have.</param>
    /// <param name="optional">A column that it may have.</param>
    /// <returns>
    /// The place of each required column and of the optional one (-1 where it is absent), or null where the header has errors: then the
    /// rows cannot be read.
    /// </returns>
    public int[]? ReadHeader(IReadOnlyList<string> required, string? optional = null)
    {
        if (!ReadRecord())
        {
            if (log.Errors == 0)
            {
                log.Add(RowProblems.FileEmpty());
            }

            return null;
        }

        header = [.. parser.Record!.Take(MostColumns).Select(name => name.Trim(' '))];
        if (header.FirstOrDefault(name => name.AsSpan().ContainsAny('\uFFFD', '\0')) is { } undecodable)
        {
            log.Add(RowProblems.EncodingInvalid(Line, null, undecodable));
            return null;
        }

        if (header.Length == 1 && required.Count > 1 && OtherDelimiter(header[0]) is { } found)
        {
            log.Add(RowProblems.DelimiterWrong(Line, header[0], definition.Delimiter!.Value, found));
            return null;
        }

        if (badQuote is not null)
        {
            log.Add(RowProblems.QuoteUnbalanced(Line, badQuote));
            return null;
        }

        return Locate(required, optional);
    }

    /// <summary>Goes to the next row whose structure is right.</summary>
    /// <returns>False at the end of the file; one without rows is reported.</returns>
    public bool Read()
    {
        while (ReadRecord())
        {
            anyRow = true;
            if (badQuote is not null)
            {
                log.Add(RowProblems.QuoteUnbalanced(Line, badQuote));
                badQuote = null;
            }
            else if (parser.Count != header.Length)
            {
                log.Add(IsHeader() ? RowProblems.HeaderRepeated(Line) : RowProblems.FieldCount(Line, parser.Count, header.Length));
            }
            else if (IsHeader())
            {
                log.Add(RowProblems.HeaderRepeated(Line));
            }
            else if (IsDecodable())
            {
                return true;
            }
        }

        if (!anyRow && log.Errors == 0)
        {
            log.Add(RowProblems.FileEmpty());
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
        catch (MaxFieldSizeException)
        {
            log.Add(RowProblems.FieldTooLong(previous + 1, LongestField));
            return false;
        }

        // The parser knows the line that a row ends on; the breaks within its fields lead back to the one that it starts on.
        Line = parser.RawRow - BreaksWithinFields();
        return true;
    }

    private int BreaksWithinFields()
    {
        var breaks = 0;
        for (var i = 0; i < parser.Count; i++)
        {
            var field = parser[i].AsSpan();
            if (field.ContainsAny(Remarkable))
            {
                breaks += field.Count('\n') + field.Count('\r') - field.Count("\r\n");
            }
        }

        return breaks;
    }

    private bool IsHeader()
    {
        for (var i = 0; i < Math.Min(parser.Count, header.Length); i++)
        {
            if (!parser[i].AsSpan().Trim(' ').SequenceEqual(header[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsDecodable()
    {
        for (var i = 0; i < parser.Count; i++)
        {
            if (parser[i].AsSpan().ContainsAny('\uFFFD', '\0'))
            {
                log.Add(RowProblems.EncodingInvalid(Line, header[i], parser[i]));
                return false;
            }
        }

        return true;
    }

    private char? OtherDelimiter(string line)
    {
        var most = Delimiters.Where(c => c != definition.Delimiter).MaxBy(c => line.AsSpan().Count(c));
        return line.Contains(most, StringComparison.Ordinal) ? most : null;
    }

    private int[]? Locate(IReadOnlyList<string> required, string? optional)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var repeated = false;
        for (var i = 0; i < header.Length; i++)
        {
            if (!places.TryAdd(header[i], i))
            {
                log.Add(RowProblems.ColumnRepeated(Line, header[i]));
                repeated = true;
            }
        }

        var undeclared = header.Except(required, StringComparer.Ordinal).Where(name => name != optional).ToList();
        var missing = required.Where(name => !places.ContainsKey(name)).ToList();
        foreach (var name in missing)
        {
            log.Add(RowProblems.ColumnMissing(Line, name, undeclared));
        }

        if (missing.Count > 0 || repeated)
        {
            return null;
        }

        foreach (var name in undeclared)
        {
            log.Add(RowProblems.ColumnUnknown(Line, name));
        }

        return [.. required.Select(name => places[name]), optional is not null && places.TryGetValue(optional, out var place) ? place : -1];
    }
}

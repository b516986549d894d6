using CsvHelper;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;

namespace Wijkmonitor.Indicators.Datasets.Parsing;

/// <summary>
/// The rows of a CSV file as its definition declares it. What is wrong with the file's structure goes to the log, with the line as an
/// editor counts; a row with such a problem is passed over. What is no row is passed over too, and counted.
/// </summary>
internal sealed class CsvRowReader : IDisposable
{
    private const int MaxLineLength = 1_000_000;
    private const string LineBreaks = "\n\r";
    private readonly DatasetDefinition definition;
    private readonly ProblemLog log;
    private readonly CsvForm form;
    private readonly HeadStream file;
    private readonly CsvParser parser;
    private string? badQuote;
    private int undecodableColumn = -1;
    private int areaColumn = -1;
    private bool hasRows;
    private string[] header = [];
    private string[]? units;
    private int[] unnamed = [];

    public CsvRowReader(DatasetDefinition definition, Stream content, ProblemLog log)
    {
        this.definition = definition;
        this.log = log;
        Guard = new PersonalDataGuard(this, log);
        Names = new TwiceEncodedNames(this, log);
        form = new CsvForm(definition);
        file = HeadStream.From(content);
        parser = form.OpenParser(new LineLengthGuard(form.OpenText(file), MaxLineLength), bad => badQuote ??= bad);
    }

    /// <summary>Guard against personal data.</summary>
    public PersonalDataGuard Guard { get; }

    /// <summary>Finds names that were encoded twice.</summary>
    public TwiceEncodedNames Names { get; }

    /// <summary>The line that the current row starts on.</summary>
    public int Line { get; private set; }

    /// <summary>The current row's field in a column of the header.</summary>
    public string this[int column] => parser[column];

    /// <summary>A column's name in the header.</summary>
    public string GetName(int column) => header[column];

    /// <summary>The unit of a column, where a line below the header has units; null otherwise.</summary>
    public string? GetUnit(int column) => units is not null && column < units.Length && units[column].Length > 0 ? units[column] : null;

    /// <summary>The names in the header, without spaces around them.</summary>
    public IReadOnlyList<string> Header => header;

    /// <summary>Finds the header among the first lines and goes to it.</summary>
    /// <param name="declared">The columns that it is known by.</param>
    /// <returns>Its columns; null where the header has errors: then the rows cannot be read.</returns>
    public FileColumns? ReadHeader(DeclaredColumns declared)
    {
        var errors = log.Errors;
        if (new HeaderFinder(definition, form, file, log).Find(declared, out var next) is not { } place)
        {
            if (log.Errors == errors && !ReadRecord() && log.Errors == errors)
            {
                log.Add(FileProblems.FileEmpty());
            }

            return null;
        }

        GoTo(place);
        header = place.First == place.Last ? [.. parser.Record!.Select(HeaderScout.Clean)] : place.Names;
        if (badQuote is not null)
        {
            log.Add(FileProblems.QuoteUnbalanced(Line, badQuote));
            return null;
        }

        unnamed = [.. Enumerable.Range(0, header.Length).Where(column => header[column].Length == 0)];
        var columns = new FileColumns(definition, this, log);
        if (next is not null && UnitLine.Is(next))
        {
            ReadRecord();
            units = next;
            log.Tally.Skip(SkippedKinds.Units, Line);
        }

        return columns;
    }

    /// <summary>Finds the header and columns in it.</summary>
    /// <param name="required">The columns that the file must have.</param>
    /// <param name="optional">A column that it may have.</param>
    /// <returns>
    /// The place of each required column and of the optional one (-1 where it is absent), or null where the header has errors: then the
    /// rows cannot be read.
    /// </returns>
    public int[]? ReadHeader(IReadOnlyList<string> required, string? optional = null)
    {
        if (ReadHeader(DeclaredColumns.From(required, optional)) is not { } columns)
        {
            return null;
        }

        int[] indexes = [.. required.Select(name => columns.Require(name)), optional is null ? -1 : columns.Find(optional)];
        return columns.AreComplete() ? indexes : null;
    }

    /// <summary>Passes over rows about areas larger than a municipality, by the code in a column.</summary>
    public void SkipLargerAreas(int column)
    {
        areaColumn = column;
        log.Tally.AreaColumn = header[column];
    }

    /// <summary>Goes to the next row whose structure is right.</summary>
    /// <returns>False at the end of the file; one without rows is reported.</returns>
    public bool Read()
    {
        while (ReadRecord())
        {
            if (badQuote is not null)
            {
                hasRows = true;
                log.Add(FileProblems.QuoteUnbalanced(Line, badQuote));
                badQuote = null;
            }
            else if (SkippedKind() is { } kind)
            {
                log.Tally.Skip(kind, Line);
            }
            else if (IsRow())
            {
                Guard.InspectRow();
                return true;
            }
        }

        Guard.Report();
        Names.Report();
        if (!hasRows && log.Errors == 0)
        {
            log.Add(log.Tally.HasSkipped(SkippedKinds.LargerArea) ? FileProblems.AreasMissing() : FileProblems.FileEmpty());
        }

        return false;
    }

    public void Dispose() => parser.Dispose();

    // What stands above the header is a title, unless it says which delimiter follows.
    private void GoTo(HeaderPlace place)
    {
        for (var record = 0; record <= place.Last; record++)
        {
            badQuote = null;
            ReadRecord();
            if (record < place.First && !parser[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                log.Tally.Skip(SkippedKinds.Title, Line);
            }
        }
    }

    private bool IsRow()
    {
        hasRows = true;
        if (parser.Count != header.Length)
        {
            log.Add(FileProblems.FieldCount(Line, parser.Count, header.Length));
            return false;
        }

        if (undecodableColumn >= 0)
        {
            log.Add(FileProblems.EncodingInvalid(Line, header[undecodableColumn], parser[undecodableColumn], definition.Encoding));
            return false;
        }

        foreach (var column in unnamed)
        {
            if (!IsBlank(parser[column]))
            {
                log.Add(HeaderProblems.ColumnUnnamed(Line, column + 1, parser[column]));
                unnamed = [.. unnamed.Where(other => other != column)];
            }
        }

        return true;
    }

    private string? SkippedKind()
    {
        if (IsBlank(parser[0]) && IsBlankFrom(1))
        {
            return SkippedKinds.Blank;
        }

        if (IsHeader())
        {
            return SkippedKinds.Header;
        }

        if (areaColumn >= 0 && areaColumn < parser.Count && LargerArea.IsCode(parser[areaColumn]))
        {
            return SkippedKinds.LargerArea;
        }

        return (parser.Count == 1 || IsBlank(parser[1])) && Footer.Is(parser[0]) && IsBlankFrom(1) ? SkippedKinds.Footer : null;
    }

    private bool IsBlankFrom(int column)
    {
        for (var i = column; i < parser.Count; i++)
        {
            if (!IsBlank(parser[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBlank(string field) => field.Length == 0 || field.AsSpan().Trim().IsEmpty;

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
            hasRows = true;
            log.Add(FileProblems.FieldTooLong(previous + 1, CsvForm.MaxFieldLength));
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
        return !parser.RawRecord.AsSpan().TrimEnd(LineBreaks).ContainsAny(form.Remarkable);
    }

    // Gives the line breaks within the row's fields, and notes the first field that could not be decoded.
    private int Inspect()
    {
        var breaks = 0;
        undecodableColumn = -1;
        for (var i = 0; i < parser.Count; i++)
        {
            var field = parser[i].AsSpan();
            if (field.ContainsAny(form.Remarkable))
            {
                breaks += field.Count('\n') + field.Count('\r') - field.Count("\r\n");
                undecodableColumn = undecodableColumn < 0 && field.ContainsAny(form.Undecodable) ? i : undecodableColumn;
            }
        }

        return breaks;
    }

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
}

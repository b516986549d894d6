using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;
using Wijkmonitor.Indicators.Datasets.Sources.Cells;
using Wijkmonitor.Indicators.Datasets.Sources.Csv;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>
/// The rows of a file as its definition declares it. What is wrong with the file's structure goes to the log, with the line as an
/// editor counts; a row with such a problem is passed over. What is no row is passed over too, and counted.
/// </summary>
internal sealed class CsvRowReader : IDisposable
{
    private readonly DatasetDefinition definition;
    private readonly OpenedFile file;
    private readonly ProblemLog log;
    private readonly IRecordSource records;
    private readonly List<string> constants = [];
    private readonly Dictionary<int, string> areaPrefixes = [];
    private readonly Dictionary<int, decimal> factors = [];
    private readonly RowsWithoutAreaCheck withoutArea;
    private int areaColumn = -1;
    private bool hasRows;
    private string[] header = [];
    private string[]? units;
    private int[] unnamed = [];

    public CsvRowReader(DatasetDefinition definition, OpenedFile file, ProblemLog log)
    {
        this.definition = definition;
        this.file = file;
        this.log = log;
        Guard = new PersonalDataGuard(this, log);
        Notes = new TableNotes(Guard);
        Names = new TwiceEncodedNames(this, log);
        Dimensions = new UndeclaredDimensions(this, log);
        Years = new UndeclaredYears(definition, this, log);
        Parts = new UndeclaredParts(this, log);
        Equivalents = new EquivalentColumns(this, log);
        withoutArea = new RowsWithoutAreaCheck(definition.Completeness?.WithoutArea);
        records = file.OpenRecords(definition);
    }

    /// <summary>Guard against personal data.</summary>
    public PersonalDataGuard Guard { get; }

    /// <summary>The titles, comments and notes so far.</summary>
    public TableNotes Notes { get; }

    /// <summary>Finds names that were encoded twice.</summary>
    public TwiceEncodedNames Names { get; }

    /// <summary>Check of columns with groups that the definition does not name.</summary>
    public UndeclaredDimensions Dimensions { get; }

    /// <summary>Check of columns with years that the definition does not name.</summary>
    public UndeclaredYears Years { get; }

    /// <summary>Check of columns with parts of a year that the definition does not name.</summary>
    public UndeclaredParts Parts { get; }

    /// <summary>Check of columns that mean the same.</summary>
    public EquivalentColumns Equivalents { get; }

    /// <summary>The line that the current row starts on.</summary>
    public int Line { get; private set; }

    /// <summary>The current row's field in a column of the header, or what the definition says that is in each row.</summary>
    public string this[int column] => column < header.Length ? records[column] : constants[column - header.Length];

    /// <summary>Gets a column's name in the header.</summary>
    public string GetName(int column) => column < header.Length ? header[column] : "";

    /// <summary>Gets the line of the current row's field in a column.</summary>
    public int GetLine(int column) => column < header.Length ? records.GetLine(column) : Line;

    /// <summary>Whether the current row's field in a column is a number by itself, such as a cell of a workbook.</summary>
    public bool IsNumber(int column) => column < header.Length && records.IsNumber(column);

    /// <summary>Adds a column in which each row has the same text.</summary>
    /// <returns>Its place.</returns>
    public int AddConstant(string value)
    {
        constants.Add(value);
        return header.Length + constants.Count - 1;
    }

    /// <summary>Gets the letters before codes of areas that are digits only in a column; null where codes have them.</summary>
    public string? GetAreaPrefix(int column) => areaPrefixes.Count == 0 ? null : areaPrefixes.GetValueOrDefault(column);

    /// <summary>Gets what shares in a column are multiplied by.</summary>
    public decimal GetFactor(int column) => factors.GetValueOrDefault(column, 1);

    /// <summary>Sets the factor that shares in a column are multiplied by.</summary>
    public void SetFactor(int column, decimal factor) => factors[column] = factor;

    /// <summary>Sets the letters that are read before area codes of digits only in a column.</summary>
    public void SetAreaPrefix(int column, string prefix) => areaPrefixes[column] = prefix;

    /// <summary>Gets the unit of a column, or null where the file has no line with units.</summary>
    public string? GetUnit(int column) => units is not null && column < units.Length && units[column].Length > 0 ? units[column] : null;

    /// <summary>The form of its numbers.</summary>
    public NumberFormat Numbers => definition.NumberFormat with { RoundsToDigits = file.TypeName is not null };

    /// <summary>The names in the header, without spaces around them.</summary>
    public IReadOnlyList<string> Header => header;

    /// <summary>Finds the header among the first lines and goes to it.</summary>
    /// <param name="declared">The columns that it is known by.</param>
    /// <returns>Its columns; null where the header has errors: then the rows cannot be read.</returns>
    public FileColumns? ReadHeader(DeclaredColumns declared)
    {
        var errors = log.Errors;
        if (new HeaderFinder(definition, file, log).Find(declared, out var next) is not { } place)
        {
            while (log.Errors == errors && ReadRecord())
            {
            }

            if (log.Errors == errors)
            {
                log.Add(FileProblems.FileEmpty());
            }

            return null;
        }

        GoTo(place);
        header = place.First == place.Last ? [.. Enumerable.Range(0, records.Count).Select(field => ColumnName.Clean(records[field]))] : place.Names;
        if (records.BadQuote is { } wrong)
        {
            log.Add(FileProblems.QuoteUnbalanced(Line, wrong));
            return null;
        }

        unnamed = [.. Enumerable.Range(0, header.Length).Where(column => header[column].Length == 0)];
        var columns = new FileColumns(definition, declared, this, log);
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
    /// <returns>The place of each required column and of the optional one (-1 where it is absent); null where the header has errors.</returns>
    public int[]? ReadHeader(IReadOnlyList<string> required, string? optional = null)
    {
        if (ReadHeader(DeclaredColumns.From(required, optional)) is not { } columns)
        {
            return null;
        }

        int[] indexes = [.. required.Select(name => columns.Require(name)), optional is null ? -1 : columns.Find(optional)];
        return columns.AreComplete() ? indexes : null;
    }

    /// <summary>Skips rows about areas larger than a municipality, by the code in a column.</summary>
    public void SkipLargerAreas(int column)
    {
        areaColumn = column;
        log.Tally.AreaColumn = GetName(column);
    }

    /// <summary>Advances to the next row whose structure is right.</summary>
    /// <returns>False at the end of the file; one without rows is reported.</returns>
    public bool Read()
    {
        while (ReadRecord())
        {
            if (records.BadQuote is { } wrong)
            {
                hasRows = true;
                log.Add(FileProblems.QuoteUnbalanced(Line, wrong));
            }
            else if (FindSkippedKind() is { } kind)
            {
                log.Tally.Skip(kind, Line);
                InspectSkipped(kind);
            }
            else if (IsRow())
            {
                Guard.InspectRow();
                Dimensions.InspectRow();
                Years.InspectRow();
                Parts.InspectRow();
                Equivalents.InspectRow();
                withoutArea.Rows++;
                return true;
            }
        }

        Guard.Report();
        Names.Report();
        Dimensions.Report();
        Years.Report();
        Parts.Report();
        withoutArea.Report(areaColumn, this, log);
        if (!hasRows && log.Errors == 0)
        {
            log.Add(log.Tally.HasSkipped(SkippedKinds.LargerArea) ? FileProblems.AreasMissing() : FileProblems.FileEmpty());
        }

        return false;
    }

    public void Dispose() => records.Dispose();

    // What is above the header is a title, unless it says which delimiter follows.
    private void GoTo(HeaderLocation place)
    {
        for (var record = 0; record <= place.Last; record++)
        {
            ReadRecord();
            if (record < place.First && records.IsBlankFrom(0))
            {
                log.Tally.Skip(SkippedKinds.Blank, Line);
            }
            else if (record < place.First && !records[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                log.Tally.Skip(SkippedKinds.Title, Line);
                Notes.Add(Line, Enumerable.Range(0, records.Count).Select(field => records[field]), isTitle: true);
            }
        }
    }

    private bool IsRow()
    {
        hasRows = true;
        if (records.Count != header.Length)
        {
            log.Add(FileProblems.FieldCount(Line, records.Count, header.Length));
            return false;
        }

        if (records.UndecodableField is >= 0 and var undecodable)
        {
            log.Add(FileProblems.EncodingInvalid(Line, header[undecodable], records[undecodable], definition.Encoding));
            return false;
        }

        foreach (var column in unnamed)
        {
            if (!records.IsBlank(column))
            {
                log.Add(HeaderProblems.ColumnUnnamed(Line, column + 1, records[column]));
                unnamed = [.. unnamed.Where(other => other != column)];
            }
        }

        return true;
    }

    private string? FindSkippedKind()
    {
        if (records.IsBlank(0) && records.IsBlankFrom(1))
        {
            return SkippedKinds.Blank;
        }

        if (records.Matches(header))
        {
            return SkippedKinds.Header;
        }

        if (areaColumn >= 0 && areaColumn < records.Count
            && (SupraMunicipalCodes.IsCode(records[areaColumn]) || definition.SkipsArea(records[areaColumn])))
        {
            return SkippedKinds.LargerArea;
        }

        if (areaColumn >= 0 && areaColumn < records.Count && withoutArea.TryCount(records[areaColumn], Line))
        {
            return SkippedKinds.WithoutArea;
        }

        return IsFooter() ? SkippedKinds.Footer : null;
    }

    // Below the line that names the source only notes follow.
    private bool IsFooter() => records.Count == 1 || records.IsBlank(1)
        ? (Footer.Is(records[0]) || (log.Tally.HasSkipped(SkippedKinds.Footer) && !AreaCode.TryParse(records[0], out _))) && records.IsBlankFrom(1)
        : Footer.IsLabel(records[0]) && records.IsBlankFrom(2);

    // The file is kept with the rows that are passed over.
    private void InspectSkipped(string kind)
    {
        if (kind == SkippedKinds.Footer)
        {
            Notes.Add(Line, [.. Enumerable.Range(0, Math.Min(records.Count, 2)).Select(field => records[field])]);
        }
        else if (kind is SkippedKinds.LargerArea or SkippedKinds.WithoutArea && records.Count == header.Length)
        {
            Guard.InspectRow();
        }
    }

    private bool ReadRecord()
    {
        try
        {
            var isRead = records.Read();
            foreach (var comment in records.ReadComments())
            {
                Notes.Add(comment.Line, [comment.Text]);
            }

            if (!isRead)
            {
                return false;
            }
        }
        catch (RecordTooLongException e)
        {
            return Stop(FileProblems.FieldTooLong(e.Line, CsvDialect.MaxFieldLength));
        }
        catch (DamagedFileException)
        {
            return Stop(FileTypeProblems.Damaged(file.TypeName ?? new("een bestand in een zip", "a file in a zip")));
        }
        catch (PartialFileException)
        {
            return Stop(FileTypeProblems.OnePage());
        }

        Line = records.Line;
        return true;
    }

    private bool Stop(RowProblem problem)
    {
        hasRows = true;
        log.Add(problem);
        return false;
    }
}

using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Csv;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Finder of the header among the first records of a file, or of the reason why there is none.</summary>
internal sealed class HeaderFinder(DatasetDefinition definition, OpenedFile file, ProblemLog log)
{
    private const int MaxColumns = 2_000;
    private readonly CsvDialect form = new(definition);

    /// <summary>Gets the header.</summary>
    /// <param name="declared">The columns that it is known by.</param>
    /// <param name="next">The record behind it; null where there is none among the first lines.</param>
    /// <returns>Null where there is none: that is reported, unless the file has no lines at all.</returns>
    public HeaderLocation? Find(DeclaredColumns declared, out string[]? next)
    {
        next = null;
        var sample = file.TakeSample(definition);
        var scout = new HeaderScanner(sample, declared);
        if (scout.Records.All(record => record.Fields.All(field => field.Length == 0)))
        {
            return null;
        }

        var place = scout.Find();
        if (FindProblem(scout, sample, place ?? scout.FindNearest(), place is not null, declared) is { } problem)
        {
            log.Add(problem);
            return null;
        }

        next = place!.Last + 1 < scout.Records.Count ? scout.Records[place.Last + 1].Fields : null;
        return place;
    }

    private RowProblem? FindProblem(HeaderScanner scout, FileSample sample, HeaderLocation place, bool isFound, DeclaredColumns declared)
    {
        if (place.Names.Length > MaxColumns)
        {
            return FileProblems.ColumnsTooMany(place.Line, place.Names.Length, MaxColumns);
        }

        if (file is TextFile && place.Names.FirstOrDefault(form.IsUndecodable) is { } wrong)
        {
            return FileProblems.EncodingInvalid(place.Line, null, wrong, definition.Encoding);
        }

        if (isFound)
        {
            return declared.FindMissing(place.Names).Any()
                ? FindPeriodsAsColumns(scout, place) ?? UnreadableFileRecognizer.FindProblem(place, sample, declared, isHeader: true) : null;
        }

        return FindOtherDelimiter(declared)
            ?? FindQuotedLines(scout, declared)
            ?? (sample.BadQuote is not null ? FileProblems.QuoteUnbalanced(place.Line, sample.BadQuote)
                : UnreadableFileRecognizer.FindProblem(place, sample, declared, isHeader: false)
                ?? (file.TypeName is { } type ? FileTypeProblems.OtherColumns(type, place.Names, declared.Required)
                    : HeaderProblems.HeaderMissing(place.Line, place.Names, declared.Required, scout.Records.Count)));
    }

    // StatLine can put the periods below the topics, so that there is a column for each of both.
    private static RowProblem? FindPeriodsAsColumns(HeaderScanner scout, HeaderLocation place)
    {
        foreach (var (fields, line) in scout.Records.Take(place.Last + 1))
        {
            var label = Array.FindIndex(fields, PeriodColumnNames.Contains);
            if (label >= 0 && fields[(label + 1)..].Where(field => field.Length > 0).ToList() is { Count: > 0 } others
                && others.TrueForAll(field => PeriodColumnNames.FindYear(field) is not null))
            {
                return HeaderProblems.PeriodsAsColumns(line, fields[label]);
            }
        }

        return null;
    }

    private RowProblem? FindOtherDelimiter(DeclaredColumns declared)
    {
        foreach (var delimiter in file is TextFile text ? CsvDialect.Delimiters.Where(c => c != definition.Delimiter) : [])
        {
            var scout = new HeaderScanner(((TextFile)file).TakeSample(definition, delimiter), declared);
            if (scout.Find() is { } place)
            {
                return FileProblems.DelimiterWrong(
                    place.Line, string.Join(delimiter, scout.Records[place.First].Fields), definition.Delimiter!.Value, delimiter);
            }
        }

        return null;
    }

    // A line that Excel wrote as one field is a line of a file once its quotation marks are off.
    private RowProblem? FindQuotedLines(HeaderScanner scout, DeclaredColumns declared)
    {
        foreach (var (fields, line) in file is TextFile ? scout.Records.Where(record => record.Fields.Length == 1) : [])
        {
            if (new HeaderScanner(TextFile.TakeSample(definition, fields[0]), declared).Find() is not null)
            {
                return HeaderProblems.LinesQuoted(line);
            }
        }

        return null;
    }
}

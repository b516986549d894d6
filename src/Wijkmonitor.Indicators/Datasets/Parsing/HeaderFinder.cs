using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;

namespace Wijkmonitor.Indicators.Datasets.Parsing;

/// <summary>Finds the header in the first bytes of a CSV file, and says what is wrong where there is none.</summary>
internal sealed class HeaderFinder(DatasetDefinition definition, CsvForm form, HeadStream file, ProblemLog log)
{
    private const int MaxColumns = 2_000;
    private string? badQuote;

    /// <summary>Gets the header.</summary>
    /// <param name="declared">The columns that it is known by.</param>
    /// <param name="next">The record behind it; null where there is none among the first lines.</param>
    /// <returns>Null where there is none: that is reported, unless the file has no lines at all.</returns>
    public HeaderPlace? Find(DeclaredColumns declared, out string[]? next)
    {
        next = null;
        var scout = Scout(declared, file.Head, delimiter: null, bad => badQuote ??= bad);
        if (scout.Records.Count == 0)
        {
            return null;
        }

        var place = scout.Find();
        if (Problem(scout, place ?? scout.Nearest(), place is not null, declared) is { } problem)
        {
            log.Add(problem);
            return null;
        }

        next = place!.Last + 1 < scout.Records.Count ? scout.Records[place.Last + 1].Fields : null;
        return place;
    }

    private RowProblem? Problem(HeaderScout scout, HeaderPlace place, bool isFound, DeclaredColumns declared)
    {
        if (place.Names.Length > MaxColumns)
        {
            return FileProblems.ColumnsTooMany(place.Line, place.Names.Length, MaxColumns);
        }

        if (place.Names.FirstOrDefault(form.IsUndecodable) is { } wrong)
        {
            return FileProblems.EncodingInvalid(place.Line, null, wrong, definition.Encoding);
        }

        return isFound ? null
            : OtherDelimiter(declared)
            ?? Quoted(scout, declared)
            ?? (badQuote is null
                ? HeaderProblems.HeaderMissing(place.Line, place.Names, declared.Required, scout.Records.Count)
                : FileProblems.QuoteUnbalanced(place.Line, badQuote));
    }

    private RowProblem? OtherDelimiter(DeclaredColumns declared)
    {
        foreach (var delimiter in CsvForm.Delimiters.Where(c => c != definition.Delimiter))
        {
            var scout = Scout(declared, file.Head, delimiter);
            if (scout.Find() is { } place)
            {
                return FileProblems.DelimiterWrong(place.Line, string.Join(delimiter, scout.Records[place.First].Fields),
                    definition.Delimiter!.Value, delimiter);
            }
        }

        return null;
    }

    // A line that Excel wrote as one field is a line of a file once its quotation marks are off.
    private RowProblem? Quoted(HeaderScout scout, DeclaredColumns declared)
    {
        foreach (var (fields, line) in scout.Records.Where(record => record.Fields.Length == 1))
        {
            if (Scout(declared, System.Text.Encoding.UTF8.GetBytes(fields[0]), delimiter: null).Find() is not null)
            {
                return HeaderProblems.LinesQuoted(line);
            }
        }

        return null;
    }

    private HeaderScout Scout(DeclaredColumns declared, ReadOnlyMemory<byte> bytes, char? delimiter, Action<string>? onBadData = null)
    {
        using var content = new MemoryStream(bytes.ToArray());
        using var text = form.OpenText(content);
        using var parser = form.OpenParser(text, onBadData ?? (_ => { }), delimiter);
        return HeaderScout.Read(parser, file.IsWhole || bytes.Length != file.Head.Length, declared.Contains);
    }
}

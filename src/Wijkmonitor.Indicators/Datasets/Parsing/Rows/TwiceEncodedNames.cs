using System.Buffers;
using System.Text;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Finder of names whose UTF-8 was taken for Windows-1252 and encoded once more, such as FryslÃ¢n.</summary>
internal sealed class TwiceEncodedNames(CsvRowReader rows, ProblemLog log)
{
    // What the first byte of two or three that UTF-8 writes for a letter of Western languages is taken for.
    private static readonly SearchValues<char> FirstBytes = SearchValues.Create("ÂÃÄÅâ");
    private static readonly Encoding Windows =
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly SortedDictionary<int, EncodedName> findings = [];

    /// <summary>Inspects a name in the current row.</summary>
    public void Inspect(int column, string name)
    {
        if (!name.AsSpan().ContainsAny(FirstBytes) || FindMeant(name) is not { } meant)
        {
            return;
        }

        var finding = findings.GetValueOrDefault(column) ?? new EncodedName(rows.Line, name, meant, 0);
        findings[column] = finding with { Count = finding.Count + 1 };
    }

    /// <summary>Reports what was found, once the file was read.</summary>
    public void Report()
    {
        foreach (var (column, (line, value, meant, count)) in findings)
        {
            log.Add(NameProblems.EncodedTwice(line, rows.GetName(column), value, meant, count));
        }
    }

    // A name that was meant so can hardly be UTF-8 by chance.
    private static string? FindMeant(string name)
    {
        try
        {
            return Utf8.GetString(Windows.GetBytes(name)) is var meant && meant != name ? meant : null;
        }
        catch (Exception e) when (e is EncoderFallbackException or DecoderFallbackException)
        {
            return null;
        }
    }

    private sealed record EncodedName(int Line, string Value, string Meant, int Count);
}

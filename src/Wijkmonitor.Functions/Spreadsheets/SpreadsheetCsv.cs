using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Functions.Spreadsheets;

/// <summary>Writer of a CSV file that a Dutch Excel opens directly.</summary>
/// <remarks>
/// It has decimal commas, and semicolons and UTF-8 with a byte-order mark unless it is made with others.
/// Every CSV of the app is written by this class, so that one rule holds for all: text that a spreadsheet could run as a formula gets an apostrophe in
/// front. That is text whose first character, leading spaces and quotation marks aside, is <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c> or the full-width form
/// of one, and text that starts with a tab or a line break. A plain negative number stays a number. The dashboard follows the same rule in
/// <c>parts/csv.tsx</c>.
/// </remarks>
public sealed partial class SpreadsheetCsv : IDisposable
{
    private const string FormulaStarts = "=+-@＝＋－＠";
    private const string BreakingStarts = "\t\r\n";

    private static readonly CultureInfo Dutch = new("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "" } };
    private readonly MemoryStream content = new();
    private readonly CsvWriter csv;

    /// <summary>Creates an empty file.</summary>
    public SpreadsheetCsv()
        : this(';', new UTF8Encoding(encoderShouldEmitUTF8Identifier: true))
    {
    }

    /// <summary>Creates an empty file with a delimiter and an encoding of its own.</summary>
    public SpreadsheetCsv(char delimiter, Encoding encoding) => csv = new CsvWriter(
        // Rows end in CR LF, the default. Where that is set, CsvHelper quotes no field with a single CR or LF, and what follows that would be a row.
        new StreamWriter(content, encoding), new CsvConfiguration(Dutch) { Delimiter = delimiter.ToString() });

    /// <summary>Writes a field of text.</summary>
    public void WriteText(string? text) => csv.WriteField(text is not null && IsFormula(text) ? "'" + text : text);

    /// <summary>Writes a field for each text.</summary>
    public void WriteTexts(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            WriteText(text);
        }
    }

    /// <summary>Writes a field with a number, or an empty one for <see langword="null"/>.</summary>
    public void WriteNumber(decimal? number) => csv.WriteField(number?.ToString("0.############################", Dutch) ?? "");

    /// <summary>Ends a row.</summary>
    public void EndRow() => csv.NextRecord();

    /// <summary>Returns the file.</summary>
    public byte[] ToArray()
    {
        csv.Flush();
        return content.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => csv.Dispose();

    /// <summary>Whether a spreadsheet could run a text as a formula.</summary>
    public static bool IsFormula(string text)
    {
        if (text.Length > 0 && BreakingStarts.Contains(text[0]))
        {
            return true;
        }

        var start = text.AsSpan().TrimStart();
        while (start is ['"', ..])
        {
            start = start[1..].TrimStart();
        }

        return start.Length > 0 && FormulaStarts.Contains(start[0]) && !NegativeNumber().IsMatch(text);
    }

    [GeneratedRegex(@"^-[0-9]+([.,][0-9]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: RegexTimeout.Milliseconds)]
    private static partial Regex NegativeNumber();
}

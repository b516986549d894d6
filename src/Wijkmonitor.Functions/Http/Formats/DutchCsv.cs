using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Wijkmonitor.Functions.Http.Formats;

/// <summary>
/// Writes a CSV that a Dutch Excel opens as it is: UTF-8 with a byte-order mark, semicolons, decimal commas. Text that a spreadsheet would take
/// for a formula starts with an apostrophe; numbers, which may start with a minus, are written as numbers.
/// </summary>
internal sealed class DutchCsv : IDisposable
{
    private static readonly CultureInfo Dutch = new("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "" } };
    private readonly MemoryStream content = new();
    private readonly CsvWriter csv;

    /// <summary>An empty file.</summary>
    public DutchCsv() => csv = new CsvWriter(
        new StreamWriter(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), new CsvConfiguration(Dutch) { Delimiter = ";", NewLine = "\r\n" });

    /// <summary>Writes a field of text.</summary>
    public void Text(string? text) => csv.WriteField(text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text);

    /// <summary>Writes a field with a number; an empty one for none.</summary>
    public void Number(decimal? number) => csv.WriteField(number?.ToString("0.############################", Dutch) ?? "");

    /// <summary>Writes fields of text.</summary>
    public void Texts(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            Text(text);
        }
    }

    /// <summary>Ends a row.</summary>
    public void EndRow() => csv.NextRecord();

    /// <summary>The file.</summary>
    public byte[] ToArray()
    {
        csv.Flush();
        return content.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => csv.Dispose();
}

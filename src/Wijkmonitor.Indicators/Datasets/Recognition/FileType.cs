using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Recognises by its first bytes a file that is no CSV, whatever its name says.</summary>
internal static class FileType
{
    private const int MaxEntries = 5;
    private const int MaxText = 1000;

    private static readonly (byte[] Start, string Nl, string En)[] Signatures =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "een werkmap van een oude Excel (.xls)", "a workbook of an old Excel (.xls)"),
        ([0x1F, 0x8B], "een gecomprimeerd bestand (gzip)", "a compressed file (gzip)"),
        ([(byte)'%', (byte)'P', (byte)'D', (byte)'F'], "een PDF", "a PDF"),
        ([(byte)'P', (byte)'A', (byte)'R', (byte)'1'], "een Parquet-bestand", "a Parquet file"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "een gecomprimeerd bestand (7-Zip)", "a compressed file (7-Zip)"),
        ([(byte)'R', (byte)'a', (byte)'r', (byte)'!'], "een gecomprimeerd bestand (RAR)", "a compressed file (RAR)"),
        ("SQLite format 3\0"u8.ToArray(), "een GeoPackage of andere SQLite-database", "a GeoPackage or other SQLite database"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "een afbeelding", "an image"),
        ([0xFF, 0xD8, 0xFF], "een afbeelding", "an image"),
    ];

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Zip => [(byte)'P', (byte)'K'];

    /// <summary>Gets the problem of a file that is of another type than its dataset has; null where it may be of that type.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isJson">Whether the dataset's files are JSON; otherwise they are CSV.</param>
    public static RowProblem? FindProblem(HeadStream file, bool isJson)
    {
        var head = file.Head.Span;
        if (head.StartsWith(Zip) && head.Length > 3 && head[2] is 3 or 5)
        {
            return DescribeZip(file);
        }

        foreach (var (start, nl, en) in Signatures)
        {
            if (head.StartsWith(start))
            {
                return FileTypeProblems.OtherType(nl, en);
            }
        }

        if (head.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(head) is 0xFFFE or 0xFEFF)
        {
            return FileTypeProblems.Utf16();
        }

        head = head.StartsWith(ByteOrderMark) ? head[ByteOrderMark.Length..] : head;
        var text = Encoding.UTF8.GetString(head[..Math.Min(head.Length, MaxText)]).TrimStart();
        return isJson ? null : DescribeText(text);
    }

    private static RowProblem? DescribeText(string text)
    {
        if (text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            return FileTypeProblems.OtherType("een webpagina (HTML)", "a web page (HTML)");
        }

        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return FileTypeProblems.OtherType("XML", "XML");
        }

        if (!IsJson(text))
        {
            return null;
        }

        return text.Contains("odata", StringComparison.OrdinalIgnoreCase) ? FileTypeProblems.OtherType("JSON van een OData-dienst", "JSON of an OData service")
            : text.Contains("\"FeatureCollection\"", StringComparison.Ordinal) ? FileTypeProblems.OtherType("GeoJSON", "GeoJSON")
            : FileTypeProblems.OtherType("JSON", "JSON");
    }

    private static bool IsJson(string text) =>
        text.Length > 1
            && ((text[0] == '{' && text[1..].TrimStart() is ['"' or '}', ..]) || (text[0] == '[' && text[1..].TrimStart() is ['{' or '[' or ']', ..]));

    private static RowProblem DescribeZip(HeadStream file)
    {
        var names = NamesIn(file);
        return names.Exists(name => name.StartsWith("xl/", StringComparison.Ordinal))
            ? FileTypeProblems.OtherType("een werkmap van Excel (.xlsx)", "an Excel workbook (.xlsx)")
            : names.Exists(name => name.StartsWith("word/", StringComparison.Ordinal))
                ? FileTypeProblems.OtherType("een document van Word (.docx)", "a Word document (.docx)")
                : names.Contains("content.xml", StringComparer.Ordinal)
                    ? FileTypeProblems.OtherType("een document van LibreOffice (.ods)", "a LibreOffice document (.ods)")
                    : FileTypeProblems.Zip([.. names.Take(MaxEntries)], names.Count);
    }

    private static List<string> NamesIn(HeadStream file)
    {
        try
        {
            using var whole = file.IsWhole ? new MemoryStream(file.Head.ToArray()) : null;
            if (whole is null && !file.Content.CanSeek)
            {
                return [];
            }

            using var zip = new ZipArchive(whole ?? file.Content, ZipArchiveMode.Read, leaveOpen: true);
            return [.. zip.Entries.Select(entry => entry.FullName)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}

using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Streams;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Sources;

/// <summary>Recogniser of a file that is no CSV by its first bytes, whatever its name says.</summary>
internal static partial class FileType
{
    private const int MaxText = 1000;

    private static readonly (byte[] Start, string Nl, string En, BilingualText? Remedy)[] Signatures =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "een werkmap van een oude Excel (.xls), of een met een wachtwoord",
            "a workbook of an old Excel (.xls), or one with a password", FileTypeProblems.SaveAs),
        ([0x1F, 0x8B], "een gecomprimeerd bestand (gzip)", "a compressed file (gzip)", FileTypeProblems.Unpack),
        ([(byte)'%', (byte)'P', (byte)'D', (byte)'F'], "een PDF", "a PDF", null),
        ([(byte)'P', (byte)'A', (byte)'R', (byte)'1'], "een Parquet-bestand", "a Parquet file", null),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "een gecomprimeerd bestand (7-Zip)", "a compressed file (7-Zip)", FileTypeProblems.Unpack),
        ([(byte)'R', (byte)'a', (byte)'r', (byte)'!'], "een gecomprimeerd bestand (RAR)", "a compressed file (RAR)", FileTypeProblems.Unpack),
        ("SQLite format 3\0"u8.ToArray(), "een GeoPackage of andere SQLite-database", "a GeoPackage or other SQLite database", null),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "een afbeelding", "an image", null),
        ([0xFF, 0xD8, 0xFF], "een afbeelding", "an image", null),
    ];

    private static readonly string[] HtmlStarts =
        ["<!DOCTYPE html", "<html", "<head", "<body", "<table", "<meta", "<style", "<script", "<div", "<title", "<!--"];

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Zip => [(byte)'P', (byte)'K'];

    /// <summary>Whether the first bytes are those of a zip, as a workbook is one too.</summary>
    public static bool IsZip(HeadStream file) => file.Head.Span is [_, _, 3 or 5, _, ..] head && head.StartsWith(Zip);

    /// <summary>Whether the first characters are those of a list of an OData service.</summary>
    public static bool IsODataList(HeadStream file) => IsODataList(GetText(file));

    /// <summary>Finds the problem of a file of another type than its dataset has, or null where it may fit.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isJson">Whether the dataset's files are JSON; otherwise they are CSV.</param>
    public static RowProblem? FindProblem(HeadStream file, bool isJson)
    {
        var head = file.Head.Span;
        foreach (var (start, nl, en, remedy) in Signatures)
        {
            if (head.StartsWith(start))
            {
                return FileTypeProblems.OtherType(nl, en, remedy);
            }
        }

        if (head.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(head) is 0xFFFE or 0xFEFF)
        {
            return FileTypeProblems.Utf16();
        }

        return isJson ? null : CheckText(GetText(file));
    }

    private static string GetText(HeadStream file)
    {
        var head = file.Head.Span;
        head = head.StartsWith(ByteOrderMark) ? head[ByteOrderMark.Length..] : head;
        return Encoding.UTF8.GetString(head[..Math.Min(head.Length, MaxText)]).TrimStart();
    }

    private static bool IsODataList(string text) =>
        IsJson(text) && ODataForm().IsMatch(text) && ListForm().IsMatch(text);

    private static RowProblem? CheckText(string text)
    {
        if (Array.Exists(HtmlStarts, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
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

        return IsODataList(text) ? null
            : text.Contains("\"FeatureCollection\"", StringComparison.Ordinal) ? FileTypeProblems.OtherType("GeoJSON", "GeoJSON")
            : FileTypeProblems.OtherType("JSON", "JSON", FileTypeProblems.ListOfService);
    }

    // The names of members; a text in JSON of another kind can be about OData.
    [GeneratedRegex("\"@?odata\\.[a-z.]+\"\\s*:", RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex ODataForm();

    [GeneratedRegex("\"value\"\\s*:\\s*\\[", RegexOptions.None, RegexTimeout.Milliseconds)]
    private static partial Regex ListForm();

    private static bool IsJson(string text) =>
        text.Length > 1
            && ((text[0] == '{' && text[1..].TrimStart() is ['"' or '}', ..]) || (text[0] == '[' && text[1..].TrimStart() is ['{' or '[' or ']', ..]));
}

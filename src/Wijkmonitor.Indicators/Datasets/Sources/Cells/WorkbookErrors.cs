using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace Wijkmonitor.Indicators.Datasets.Sources.Cells;

/// <summary>Finder of the cells of a sheet that hold an error, such as #N/A. The reader of workbooks gives them as empty.</summary>
internal static class WorkbookErrors
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Folder = "xl/";
    private const int MaxErrors = 10_000;

    /// <summary>Gets the errors of a sheet by place; those of other sheets are of no account.</summary>
    /// <param name="content">The workbook; it can be read from any place.</param>
    /// <param name="sheet">The name of the sheet.</param>
    /// <param name="withoutValue">The first cell with a formula and without its result; null for none.</param>
    /// <exception cref="InvalidDataException">A cell refers to a text that the workbook does not have.</exception>
    public static IReadOnlyDictionary<CellAddress, string> Find(Stream content, string sheet, out CellAddress? withoutValue)
    {
        content.Position = 0;
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var errors = new Dictionary<CellAddress, string>();
        withoutValue = null;
        if (FindPath(zip, sheet) is { } path && zip.GetEntry(path) is { } entry)
        {
            var texts = -1;
            using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings { CloseInput = true });
            while (xml.ReadToFollowing("c", Main))
            {
                var (type, place) = (xml.GetAttribute("t"), CellAddress.Parse(xml.GetAttribute("r")));
                var (value, hasFormula) = ReadValue(xml);
                if (type == "e" && place is { } wrong && errors.Count < MaxErrors)
                {
                    errors[wrong] = value.Length == 0 ? "#" : value;
                }

                // A text that a formula gives can be empty.
                withoutValue ??= hasFormula && value.Length == 0 && type is null or "n" ? place : null;
                if (type == "s" && value.Length > 0)
                {
                    texts = texts < 0 ? CountTexts(zip) : texts;
                    ThrowUnlessText(value, texts);
                }
            }
        }

        content.Position = 0;
        return errors;
    }

    private static (string Value, bool HasFormula) ReadValue(XmlReader cell)
    {
        var (value, hasFormula) = ("", false);
        using var inner = cell.ReadSubtree();
        while (inner.Read())
        {
            hasFormula |= inner.NodeType == XmlNodeType.Element && inner.LocalName == "f";
            if (inner.NodeType == XmlNodeType.Element && inner.LocalName == "v" && !inner.IsEmptyElement && inner.Read() && inner.NodeType == XmlNodeType.Text)
            {
                value = inner.Value;
            }
        }

        return (value, hasFormula);
    }

    private static void ThrowUnlessText(string value, int texts)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var text) || text >= texts)
        {
            throw new InvalidDataException();
        }
    }

    private static int CountTexts(ZipArchive zip)
    {
        var entry = zip.Entries.FirstOrDefault(entry => entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase));
        if (entry is null)
        {
            return 0;
        }

        var count = 0;
        using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings { CloseInput = true });
        while (xml.ReadToFollowing("si", Main))
        {
            count++;
        }

        return count;
    }

    private static string? FindPath(ZipArchive zip, string sheet)
    {
        var id = FindAttribute(zip, "xl/workbook.xml", "sheet", "name", sheet, xml => xml.GetAttribute("id", Office));
        var target = id is null ? null : FindAttribute(zip, "xl/_rels/workbook.xml.rels", "Relationship", "Id", id, xml => xml.GetAttribute("Target"));
        return target is null ? null : target.StartsWith('/') ? target[1..] : Folder + target;
    }

    private static string? FindAttribute(ZipArchive zip, string path, string element, string key, string value, Func<XmlReader, string?> get)
    {
        if (zip.GetEntry(path) is not { } entry)
        {
            return null;
        }

        using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings { CloseInput = true });
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element && xml.GetAttribute(key) == value)
            {
                return get(xml);
            }
        }

        return null;
    }
}

/// <summary>The place of a cell in a sheet.</summary>
/// <param name="Row">The row, from 0.</param>
/// <param name="Column">The column, from 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellAddress(int Row, int Column)
{
    private const int Letters = 26;

    /// <summary>The place as people write it, such as B3.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{GetLetters(Column)}{Row + 1}");

    /// <summary>Reads a place such as B3; null where the text is none.</summary>
    public static CellAddress? Parse(string? text)
    {
        var column = 0;
        var i = 0;
        for (; i < text?.Length && char.IsAsciiLetterUpper(text[i]); i++)
        {
            column = (column * Letters) + text[i] - 'A' + 1;
        }

        return i > 0 && int.TryParse(text.AsSpan(i), CultureInfo.InvariantCulture, out var row) ? new CellAddress(row - 1, column - 1) : null;
    }

    private static string GetLetters(int column) => (column < Letters ? "" : GetLetters((column / Letters) - 1)) + (char)('A' + (column % Letters));
}

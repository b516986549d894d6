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
    public static IReadOnlyDictionary<CellAddress, string> Find(Stream content, string sheet)
    {
        content.Position = 0;
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var errors = new Dictionary<CellAddress, string>();
        if (FindPath(zip, sheet) is { } path && zip.GetEntry(path) is { } entry)
        {
            using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings { CloseInput = true });
            while (errors.Count < MaxErrors && xml.ReadToFollowing("c", Main))
            {
                if (xml.GetAttribute("t") == "e" && CellAddress.Parse(xml.GetAttribute("r")) is { } place)
                {
                    errors[place] = ReadValue(xml);
                }
            }
        }

        content.Position = 0;
        return errors;
    }

    private static string ReadValue(XmlReader cell)
    {
        using var inner = cell.ReadSubtree();
        return inner.ReadToFollowing("v", Main) ? inner.ReadElementContentAsString() : "#";
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
}

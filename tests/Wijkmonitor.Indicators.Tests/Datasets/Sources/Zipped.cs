using System.IO.Compression;
using System.Text;

namespace Wijkmonitor.Indicators.Tests.Datasets.Sources;

/// <summary>Zips and workbooks for tests.</summary>
internal static class Zipped
{
    /// <summary>Creates a zip.</summary>
    public static byte[] Create(params (string Name, byte[] Content)[] entries)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return content.ToArray();
    }

    /// <summary>Creates a zip with one text.</summary>
    public static byte[] Create(string name, string text) => Create((name, Encoding.UTF8.GetBytes(text)));

    /// <summary>Creates a workbook of sheets whose cells are texts, numbers, percentages (<see cref="Percentage"/>) or empty (null).</summary>
    public static byte[] CreateWorkbook(params (string Name, object?[][] Rows)[] sheets)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        var numbers = Enumerable.Range(1, sheets.Length).ToList();
        List<(string, byte[])> entries =
        [
            ("[Content_Types].xml", Utf8(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>")),
            ("_rels/.rels", Utf8($"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
            ("xl/workbook.xml", Utf8($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{string.Concat(numbers.Select(n => $"<sheet name=\"{sheets[n - 1].Name}\"{(sheets[n - 1].Name.StartsWith('~') ? " state=\"hidden\"" : "")} sheetId=\"{n}\" r:id=\"s{n}\"/>"))}</sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", Utf8($"<Relationships xmlns=\"{Package}\">{string.Concat(numbers.Select(n => $"<Relationship Id=\"s{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))}<Relationship Id=\"st\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>")),
            ("xl/styles.xml", Utf8($"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>")),
            .. numbers.Select(n => ($"xl/worksheets/sheet{n}.xml", Utf8($"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(sheets[n - 1].Rows.Select(Row))}</sheetData></worksheet>"))),
        ];
        return Create([.. entries]);
    }

    /// <summary>Gets a zip with a part of one of its texts replaced.</summary>
    public static byte[] Replace(byte[] zip, string name, string from, string to)
    {
        using var content = new MemoryStream();
        content.Write(zip);
        using (var archive = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(name)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            Assert.Contains(from, text, StringComparison.Ordinal);
            entry.Delete();
            using var written = archive.CreateEntry(name).Open();
            written.Write(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
        }

        return content.ToArray();
    }

    private static string Row(object?[] cells, int row) => FormattableString.Invariant($"<row r=\"{row + 1}\">{string.Concat(cells.Select((cell, column) => Cell(cell, row, column)))}</row>");

    private static string Cell(object? cell, int row, int column)
    {
        var place = FormattableString.Invariant($"{(char)('A' + column)}{row + 1}");
        return cell switch
        {
            null => "",
            Percentage share => FormattableString.Invariant($"<c r=\"{place}\" s=\"1\"><v>{share.Value:R}</v></c>"),
            string text when text.StartsWith('#') => $"<c r=\"{place}\" t=\"e\"><v>{text}</v></c>",
            string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</t></is></c>",
            _ => FormattableString.Invariant($"<c r=\"{place}\"><v>{cell}</v></c>"),
        };
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>A number that a cell shows as a percentage: 0.124 as 12.4%.</summary>
internal readonly record struct Percentage(double Value);

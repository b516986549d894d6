using System.IO.Compression;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Sources;

/// <summary>Content of a zip: a workbook, or one file with figures.</summary>
internal static class ZipFileContent
{
    /// <summary>Highest number of bytes that a file in a zip may have once it is unpacked.</summary>
    public const long MaxUnpackedBytes = 2L * 1024 * 1024 * 1024;

    private const int MaxNamed = 5;
    private const string Metadata = "metadata";

    /// <summary>Whether the zip is a workbook of Excel.</summary>
    public static bool IsWorkbook(ZipArchive zip) => zip.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal));

    /// <summary>Finds the one file of a zip that can have figures. Null where there is none, or more, and that is reported.</summary>
    /// <param name="zip">The zip.</param>
    /// <param name="isJson">Whether the dataset's files are JSON; otherwise they are CSV.</param>
    /// <param name="log">Log for the problems.</param>
    public static ZipArchiveEntry? FindFile(ZipArchive zip, bool isJson, ProblemLog log)
    {
        if (FindDocumentType(zip) is { } document)
        {
            log.Add(document);
            return null;
        }

        List<ZipArchiveEntry> files = [.. zip.Entries.Where(IsFile)];
        List<ZipArchiveEntry> fitting = [.. files.Where(file => HasExtension(file, isJson ? [".geojson", ".json"] : [".csv", ".txt", ".xlsx"]))];

        // A list of OData is read too, where there are no figures in another form.
        fitting = fitting.Count > 0 || isJson ? fitting : [.. files.Where(file => HasExtension(file, [".json"]))];
        fitting = fitting.Count > 1 ? [.. fitting.Where(file => !file.Name.Contains(Metadata, StringComparison.OrdinalIgnoreCase))] : fitting;
        if (fitting is not [var only])
        {
            log.Add(FileTypeProblems.Zip([.. files.Take(MaxNamed).Select(file => file.FullName)], files.Count, isJson));
            return null;
        }

        if (only.Length > MaxUnpackedBytes)
        {
            log.Add(FileProblems.FileTooLarge(only.Length, MaxUnpackedBytes));
            return null;
        }

        return only;
    }

    private static RowProblem? FindDocumentType(ZipArchive zip) =>
        zip.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.Ordinal))
            ? FileTypeProblems.OtherType("een document van Word (.docx)", "a Word document (.docx)", FileTypeProblems.SaveAs)
        : zip.GetEntry("content.xml") is not null
            ? FileTypeProblems.OtherType("een document van LibreOffice (.ods)", "a LibreOffice document (.ods)", FileTypeProblems.SaveAs)
        : null;

    // What a Mac puts next to the files of a zip is none of them.
    private static bool IsFile(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && entry.Name[0] != '.' && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static bool HasExtension(ZipArchiveEntry file, ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (file.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

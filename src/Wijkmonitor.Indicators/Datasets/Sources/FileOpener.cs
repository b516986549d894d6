using System.IO.Compression;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Cells;
using Wijkmonitor.Indicators.Datasets.Sources.Csv;
using Wijkmonitor.Indicators.Datasets.Sources.Records;
using Wijkmonitor.Indicators.Datasets.Sources.Streams;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Sources;

/// <summary>Opener of a file as what its first bytes say it is, whatever its name.</summary>
/// <remarks>That is characters, a workbook, a list of OData, or a zip with one of these.</remarks>
internal static class FileOpener
{
    // A workbook in a zip is unpacked into memory, because it is not read from start to end.
    private const int MaxWorkbookInZip = 64 * 1024 * 1024;
    private static readonly BilingualText ZipName = new("een zip-bestand", "a zip file");
    private static readonly BilingualText ODataName = new("JSON van een OData-dienst", "JSON of an OData service");

    /// <summary>Opens a file; null where it is of another type than its dataset has, and that is reported.</summary>
    /// <param name="content">The file, from its start. It stays open.</param>
    /// <param name="isJson">Whether the dataset's files are JSON; otherwise they are CSV.</param>
    /// <param name="sheets">The names of sheets that the dataset gives.</param>
    /// <param name="log">Log for the problems.</param>
    public static OpenedFile? Open(Stream content, bool isJson, IReadOnlyCollection<string> sheets, ProblemLog log)
    {
        var file = HeadStream.From(content);
        return FileType.IsZip(file) ? OpenZip(file, isJson, sheets, log) : OpenPlain(file, isJson, log);
    }

    private static OpenedFile? OpenPlain(HeadStream file, bool isJson, ProblemLog log)
    {
        if (FileType.FindProblem(file, isJson) is { } problem)
        {
            log.Add(problem);
            return null;
        }

        return !isJson && FileType.IsODataList(file) ? new CellFile(new JsonRecords(file), ODataName) : new TextFile(file);
    }

    private static OpenedFile? OpenZip(HeadStream file, bool isJson, IReadOnlyCollection<string> sheets, ProblemLog log)
    {
        ZipArchive? zip = null;
        OpenedFile? opened = null;
        Stream? content = null;
        try
        {
            content = file.ToSeekable();
            zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            opened = ZipFileContent.IsWorkbook(zip) ? OpenWorkbook(content, isJson, sheets, log)
                : ZipFileContent.FindFile(zip, isJson, log) is { } entry ? OpenEntry(entry, isJson, sheets, log)
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or DamagedFileException or NotSupportedException)
        {
            log.Add(content is not null && ZipMethods.Find(content) is { } method ? FileTypeProblems.ZipMethod(method) : FileTypeProblems.Damaged(ZipName));
        }

        if (opened?.EntryName is null)
        {
            zip?.Dispose();
        }
        else
        {
            opened.Owner = zip;
        }

        return opened;
    }

    private static OpenedFile? OpenWorkbook(Stream content, bool isJson, IReadOnlyCollection<string> sheets, ProblemLog log)
    {
        if (!isJson)
        {
            content.Position = 0;
            return Workbook.Open(content, sheets, log);
        }

        log.Add(FileTypeProblems.OtherType(Workbook.TypeName.Nl, Workbook.TypeName.En));
        return null;
    }

    private static OpenedFile? OpenEntry(ZipArchiveEntry entry, bool isJson, IReadOnlyCollection<string> sheets, ProblemLog log)
    {
        var content = HeadStream.From(new UnpackedStream(entry.Open(), entry.Length, entry.Crc32));
        OpenedFile? opened;
        if (!FileType.IsZip(content))
        {
            opened = OpenPlain(content, isJson, log);
        }
        else if (entry.Length <= MaxWorkbookInZip && entry.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            var copy = new MemoryStream();
            content.CopyTo(copy);
            opened = OpenWorkbook(copy, isJson, sheets, log);
        }
        else
        {
            log.Add(FileTypeProblems.Zip([entry.FullName], 1, isJson));
            opened = null;
        }

        if (opened is not null)
        {
            opened.EntryName = entry.Name;
        }

        return opened;
    }
}

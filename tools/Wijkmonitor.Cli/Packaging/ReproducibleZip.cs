using System.IO.Compression;

namespace Wijkmonitor.Cli.Packaging;

/// <summary>A zip that has the same bytes whenever and wherever it is made of the same files.</summary>
internal static class ReproducibleZip
{
    // The earliest that a zip can say.
    private static readonly DateTimeOffset Then = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Type and rights of a file as a zip from Unix keeps them: for all to read.
    private const int Ordinary = 0x81A4 << 16;

    /// <summary>Writes all files of a folder, in the order of their names.</summary>
    public static void Write(DirectoryInfo folder, FileInfo package)
    {
        using var stream = package.Create();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (name, file) in PackageFiles.List(folder))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = Then;
            entry.ExternalAttributes = Ordinary;
            using var content = entry.Open();
            using var source = file.OpenRead();
            source.CopyTo(content);
        }
    }
}

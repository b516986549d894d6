namespace Wijkmonitor.Cli.Packaging;

/// <summary>The files of a published folder.</summary>
internal static class PackageFiles
{
    /// <summary>Lists them by their names in the package, in an order that is the same everywhere.</summary>
    public static IEnumerable<(string Name, FileInfo File)> List(DirectoryInfo folder) => folder.EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(file => (Name: Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), File: file))
        .OrderBy(file => file.Name, StringComparer.Ordinal);
}

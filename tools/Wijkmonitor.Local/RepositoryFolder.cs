namespace Wijkmonitor.Local;

/// <summary>Folder of the repository, found from a program that runs somewhere below it.</summary>
public static class RepositoryFolder
{
    private const string Marker = "Wijkmonitor.sln";

    /// <summary>The folder that holds Wijkmonitor.sln.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not run from below a clone of the repository.</exception>
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Environment.CurrentDirectory)
        ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Marker}: run from a clone of the repository.");

    /// <summary>
    /// The folder with published data sets that are not part of the repository (docs/architecture.md), or null where it is absent.
    /// WIJKMONITOR_DATA names it; without that it is looked for next to the clone.
    /// </summary>
    public static string? PublishedData { get; } = FindPublishedData();

    /// <summary>Gets a path below <see cref="Root"/>.</summary>
    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    private static string? FindPublishedData()
    {
        var folder = Environment.GetEnvironmentVariable("WIJKMONITOR_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Root, "..", "shared", "data");
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}

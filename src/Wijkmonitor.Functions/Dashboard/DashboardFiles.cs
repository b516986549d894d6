using System.Security.Cryptography;

namespace Wijkmonitor.Functions.Dashboard;

/// <summary>The files of the dashboard, read once: together they are smaller than a photograph.</summary>
public sealed class DashboardFiles
{
    /// <summary>The page that every view is shown in.</summary>
    public const string Page = "index.html";

    /// <summary>The folder of the files with a hash in their name.</summary>
    public const string Assets = "assets";

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    };

    private readonly Dictionary<string, DashboardFile> files;

    private DashboardFiles(Dictionary<string, DashboardFile> files) => this.files = files;

    /// <summary>Reads the folder that the build made.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InvalidOperationException">The folder is not there or holds no page: the app was not built as a whole.</exception>
    public static DashboardFiles Read(string folder)
    {
        var files = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => MediaTypes.ContainsKey(Path.GetExtension(path)))
                .Select(path => LoadFile(folder, path))
                .ToDictionary(file => file.Path, StringComparer.Ordinal)
            : [];
        return files.ContainsKey(Page)
            ? new DashboardFiles(files)
            : throw new InvalidOperationException($"{folder} does not hold the dashboard: build or publish the app as a whole (docs/architecture.md).");
    }

    /// <summary>Finds a file by its path; null where there is none.</summary>
    public DashboardFile? Find(string path) => files.GetValueOrDefault(path);

    private static DashboardFile LoadFile(string folder, string path)
    {
        var content = System.IO.File.ReadAllBytes(path);
        return new DashboardFile(
            Path.GetRelativePath(folder, path).Replace('\\', '/'),
            MediaTypes[Path.GetExtension(path)],
            Convert.ToHexStringLower(SHA256.HashData(content))[..32],
            content,
            ReadCompressed(path + ".br"),
            ReadCompressed(path + ".gz"));
    }

    private static byte[]? ReadCompressed(string path) => System.IO.File.Exists(path) ? System.IO.File.ReadAllBytes(path) : null;
}

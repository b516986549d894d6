using Wijkmonitor.Local;

namespace Wijkmonitor.Cli;

/// <summary>A folder for the demo's storage, emptied and held for as long as the demo runs: a second demo takes another one.</summary>
internal sealed class DemoStorage : IDisposable
{
    private const int MaxDemos = 20;
    private const string ConnectionFile = "connection.txt";
    private readonly FileStream hold;

    private DemoStorage(string folder, FileStream hold)
    {
        Folder = folder;
        this.hold = hold;
    }

    public string Folder { get; }

    public static DemoStorage Take()
    {
        for (var number = 1; number <= MaxDemos; number++)
        {
            var folder = RepositoryFolder.File(".wijkmonitor", $"demo-{number}");
            Directory.CreateDirectory(folder);
            if (TryHold(Path.Combine(folder, "lock")) is { } hold)
            {
                var storage = Path.Combine(folder, "storage");
                if (Directory.Exists(storage))
                {
                    Directory.Delete(storage, recursive: true);
                }

                return new DemoStorage(folder, hold);
            }
        }

        throw new InvalidOperationException($"{MaxDemos} demos are running already.");
    }

    /// <summary>The connection strings of the demos that run now, the first demo first.</summary>
    public static IEnumerable<string> FindRunningConnections()
    {
        for (var number = 1; number <= MaxDemos; number++)
        {
            var folder = RepositoryFolder.File(".wijkmonitor", $"demo-{number}");
            var connection = Path.Combine(folder, ConnectionFile);
            if (File.Exists(connection) && IsHeld(Path.Combine(folder, "lock")))
            {
                yield return File.ReadAllText(connection);
            }
        }
    }

    /// <summary>Leaves the connection string where <c>./wijkmonitor drop</c> finds it.</summary>
    public void KeepConnection(string connectionString) => File.WriteAllText(Path.Combine(Folder, ConnectionFile), connectionString);

    public void Dispose() => hold.Dispose();

    private static bool IsHeld(string file)
    {
        using var hold = TryHold(file);
        return hold is null;
    }

    private static FileStream? TryHold(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

using Wijkmonitor.Local;

namespace Wijkmonitor.Cli;

/// <summary>A demo that runs.</summary>
/// <param name="Address">The address of its dashboard and API.</param>
/// <param name="Connection">The connection string of its storage.</param>
internal sealed record RunningDemo(Uri Address, string Connection);

/// <summary>Folder for the demo's storage, emptied and held for as long as the demo runs. A second demo takes another one.</summary>
internal sealed class DemoStorage : IDisposable
{
    private const int MaxDemos = 20;
    private const string ConnectionFile = "connection.txt";
    private readonly FileStream hold;

    private DemoStorage(int number, string folder, FileStream hold)
    {
        Number = number;
        Folder = folder;
        this.hold = hold;
    }

    /// <summary>The number of the demo among those that run, from 1.</summary>
    public int Number { get; }

    public string Folder { get; }

    public static DemoStorage Take()
    {
        for (var number = 1; number <= MaxDemos; number++)
        {
            var folder = RepositoryFolder.File(".wijkmonitor", $"demo-{number}");
            Directory.CreateDirectory(folder);
            if (TryHold(Path.Combine(folder, "lock")) is { } hold)
            {
                File.Delete(Path.Combine(folder, ConnectionFile));
                var storage = Path.Combine(folder, "storage");
                if (Directory.Exists(storage))
                {
                    Directory.Delete(storage, recursive: true);
                }

                return new DemoStorage(number, folder, hold);
            }
        }

        throw new StartException($"{MaxDemos} demos are running already.", $"Er draaien al {MaxDemos} demo's.");
    }

    /// <summary>Finds the demos that run now, the first one first.</summary>
    public static IEnumerable<RunningDemo> FindRunning()
    {
        for (var number = 1; number <= MaxDemos; number++)
        {
            var folder = RepositoryFolder.File(".wijkmonitor", $"demo-{number}");
            var connection = Path.Combine(folder, ConnectionFile);
            if (File.Exists(connection) && IsHeld(Path.Combine(folder, "lock")))
            {
                var lines = File.ReadAllLines(connection);
                yield return new RunningDemo(new Uri(lines[0]), lines[1]);
            }
        }
    }

    /// <summary>Leaves address and connection string where <c>./wijkmonitor drop</c> finds them.</summary>
    public void KeepConnection(string connectionString, Uri address) =>
        File.WriteAllLines(Path.Combine(Folder, ConnectionFile), [address.ToString(), connectionString]);

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

using System.Collections.Concurrent;

namespace Wijkmonitor.DevHost.Tests.App;

/// <summary>
/// Records the actions of the functions of this process. It is also written to a file, where a setting names one, so that it outlives the
/// process.
/// </summary>
public sealed class Journal
{
    private static readonly Lock Gate = new();
    private readonly ConcurrentQueue<string> lines = new();
    private readonly string? file = Environment.GetEnvironmentVariable("JournalFile");

    public IReadOnlyCollection<string> Lines => lines;

    public void Add(string line)
    {
        lines.Enqueue(line);
        if (file is not null)
        {
            lock (Gate)
            {
                File.AppendAllLines(file, [line]);
            }
        }
    }
}

using System.Collections.Concurrent;

namespace Microsoft.Azure.Functions.Worker.Tests.App;

/// <summary>What the timers of this process did, for a test to ask after.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public void Add(string line) => lines.Enqueue(line);
}

using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Operations;

/// <summary>Setup that creates missing tables and containers, once in the life of the process.</summary>
public sealed class StorageSetup(Tables tables, Containers containers) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private bool done;

    /// <summary>Ensures that all tables and containers exist before anything is written.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!done)
            {
                await Task.WhenAll(
                    [.. tables.All.Select(table => (Task)table.CreateIfNotExistsAsync(cancellationToken)),
                    .. containers.All.Select(container => (Task)container.CreateIfNotExistsAsync(cancellationToken: cancellationToken))]);
                await RecordMigration.RunAsync(containers, cancellationToken);
                done = true;
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();
}

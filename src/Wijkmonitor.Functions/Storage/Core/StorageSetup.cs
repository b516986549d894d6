namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>Makes the tables and containers that are not there yet, once in the life of the process.</summary>
public sealed class StorageSetup(Tables tables, Containers containers) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private bool done;

    /// <summary>Sees to it that everything is there before anything is written.</summary>
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

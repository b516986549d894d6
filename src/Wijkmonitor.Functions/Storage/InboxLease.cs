using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Wijkmonitor.Functions.Storage;

/// <summary>
/// A file of the inbox that this instance works on. The lease is renewed until it is disposed of; a process that dies lets it run
/// out, and another instance takes the file.
/// </summary>
public sealed class InboxLease : IAsyncDisposable
{
    private readonly BlobClient blob;
    private readonly BlobLeaseClient lease;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;
    private bool removed;

    internal InboxLease(BlobClient blob, BlobLeaseClient lease, TimeSpan duration, TimeProvider time)
    {
        this.blob = blob;
        this.lease = lease;
        renewing = RenewAsync(duration / 3, time);
    }

    /// <summary>Is cancelled when the lease could not be renewed: another instance may have the file now, so work on it must stop.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Reads the file from its start.</summary>
    public Task<Stream> OpenReadAsync(CancellationToken cancellationToken) =>
        blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);

    /// <summary>Takes the file out of the inbox, once all that it says is kept elsewhere.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await blob.DeleteAsync(conditions: new BlobRequestConditions { LeaseId = lease.LeaseId }, cancellationToken: cancellationToken);
        removed = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing;
        if (!removed && !lost.IsCancellationRequested)
        {
            await ReleaseAsync();
        }

        lost.Dispose();
        ended.Dispose();
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await lease.ReleaseAsync();
        }
        catch (RequestFailedException)
        {
            // It runs out by itself.
        }
    }

    private async Task RenewAsync(TimeSpan interval, TimeProvider time)
    {
        try
        {
            using var timer = new PeriodicTimer(interval, time);
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                await lease.RenewAsync(cancellationToken: ended.Token);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            await lost.CancelAsync();
        }
    }
}

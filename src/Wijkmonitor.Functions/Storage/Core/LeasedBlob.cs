using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>
/// A blob that this instance has to itself. The lease is renewed until it is disposed of; a process that dies lets it run out, and
/// another instance can have it.
/// </summary>
public sealed class LeasedBlob : IAsyncDisposable
{
    private readonly BlobLeaseClient lease;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;
    private bool gone;

    private LeasedBlob(BlobClient blob, BlobLeaseClient lease, TimeSpan duration, TimeProvider time)
    {
        Blob = blob;
        this.lease = lease;
        renewing = RenewAsync(duration, time);
    }

    /// <summary>The blob.</summary>
    public BlobClient Blob { get; }

    /// <summary>Is cancelled when the lease could not be renewed. Another instance may have the blob now, so work on it must stop.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Acquires the lease.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="version">The version that it must have; null for any.</param>
    /// <param name="duration">Duration of a lease that is not renewed: 15 to 60 seconds.</param>
    /// <param name="time">The clock that times renewals.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="RequestFailedException">409: another has it; 404: there is no such blob; 412: it has another version.</exception>
    public static async Task<LeasedBlob> AcquireAsync(
        BlobClient blob, ETag? version, TimeSpan duration, TimeProvider time, CancellationToken cancellationToken)
    {
        var lease = blob.GetBlobLeaseClient();
        await lease.AcquireAsync(duration, version is { } etag ? new RequestConditions { IfMatch = etag } : null, cancellationToken);
        return new LeasedBlob(blob, lease, duration, time);
    }

    /// <summary>Opens the blob for reading; reading fails where it is changed meanwhile.</summary>
    public Task<Stream> OpenReadAsync(CancellationToken cancellationToken) =>
        Blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);

    /// <summary>Deletes the blob.</summary>
    public async Task DeleteBlobAsync(CancellationToken cancellationToken)
    {
        await Blob.DeleteAsync(
            DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { LeaseId = lease.LeaseId }, cancellationToken);
        gone = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing;
        if (!gone && !lost.IsCancellationRequested)
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

    // A third of the duration between renewals and at most half of it for one: a lease is called lost before it can have run out.
    private async Task RenewAsync(TimeSpan duration, TimeProvider time)
    {
        try
        {
            using var timer = new PeriodicTimer(duration / 3, time);
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                using var limit = new CancellationTokenSource(duration / 2, time);
                using var linked = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, limit.Token);
                await lease.RenewAsync(cancellationToken: linked.Token);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
        catch (Exception)
        {
            // Whatever kept it from being renewed, it cannot be relied on any more.
            await lost.CancelAsync();
        }
    }
}

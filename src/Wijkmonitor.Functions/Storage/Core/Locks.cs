using Azure;
using Azure.Storage.Blobs.Models;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>Locks by which no two instances compute a municipality, or store files of a dataset, at once.</summary>
/// <remarks>The slower one would write older figures.</remarks>
public sealed class Locks(Containers containers, TimeProvider time)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    /// <summary>Acquires the right to compute a municipality, or null where another has it.</summary>
    public Task<LeasedBlob?> TryAcquireMunicipalityLockAsync(string municipality, CancellationToken cancellationToken) =>
        TryAcquireAsync($"scoring/{municipality}", cancellationToken);

    /// <summary>Acquires the right to change what is stored of datasets that share a scope, or null where another has it.</summary>
    public Task<LeasedBlob?> TryAcquireIngestLockAsync(string scope, CancellationToken cancellationToken) =>
        TryAcquireAsync($"storing/{scope}", cancellationToken);

    private async Task<LeasedBlob?> TryAcquireAsync(string name, CancellationToken cancellationToken)
    {
        var blob = containers.Locks.GetBlobClient(name);
        try
        {
            return await LeasedBlob.AcquireAsync(blob, version: null, Duration, time, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return null;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            await CreateBlobAsync(blob, cancellationToken);
            return await TryAcquireAsync(name, cancellationToken);
        }
    }

    private static async Task CreateBlobAsync(Azure.Storage.Blobs.BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(
                BinaryData.FromString(""), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Another instance made it.
        }
    }
}

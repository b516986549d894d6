using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Operations;

/// <summary>Migration that copies the audit log and the settled years from the archive to containers of their own.</summary>
/// <remarks>Earlier versions kept them in the archive; they stay there too.</remarks>
public static class RecordMigration
{
    /// <summary>The folder of the archive that had the settled years.</summary>
    public const string SettlementsFolder = "settlements/";

    private const string AuditFolder = "audit/";
    private const string Marker = "records-copied";
    private static readonly BlobUploadOptions IfNotExists = new() { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };

    /// <summary>Copies all, once for a storage account.</summary>
    public static async Task RunAsync(Containers containers, CancellationToken cancellationToken)
    {
        var marker = containers.Locks.GetBlobClient(Marker);
        if (await marker.ExistsAsync(cancellationToken))
        {
            return;
        }

        foreach (var (folder, target) in new[] { (AuditFolder, containers.Audit), (SettlementsFolder, containers.Settlements) })
        {
            await foreach (var blob in containers.Archive.GetBlobsAsync(new GetBlobsOptions { Prefix = folder }, cancellationToken))
            {
                await CopyAsync(containers.Archive.GetBlobClient(blob.Name), target.GetBlobClient(blob.Name[folder.Length..]), cancellationToken);
            }
        }

        await marker.UploadAsync(BinaryData.Empty, overwrite: true, cancellationToken);
    }

    /// <summary>Copies one settled year, where the archive has it: an instance of an earlier version may have settled it since.</summary>
    public static async Task CopySettlementAsync(Containers containers, string path, CancellationToken cancellationToken)
    {
        var source = containers.Archive.GetBlobClient(SettlementsFolder + path);
        if (await source.ExistsAsync(cancellationToken))
        {
            await CopyAsync(source, containers.Settlements.GetBlobClient(path), cancellationToken);
        }
    }

    private static async Task CopyAsync(BlobClient source, BlobClient target, CancellationToken cancellationToken)
    {
        var content = await source.DownloadContentAsync(cancellationToken);
        try
        {
            await target.UploadAsync(content.Value.Content, IfNotExists, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // It was copied before, or is there by itself: what is there counts.
        }
    }
}

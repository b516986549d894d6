using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>Counter of failed attempts at a file or delivery, across restarts of the process.</summary>
public sealed class FailedAttempts(Containers containers)
{
    private const string Folder = "attempts/";

    /// <summary>Counts one more.</summary>
    /// <returns>Number of attempts, this one included.</returns>
    public async Task<int> RecordAsync(string key, CancellationToken cancellationToken)
    {
        var blob = containers.Locks.GetBlobClient(Folder + key);
        var before = 0;
        try
        {
            var text = await blob.DownloadContentAsync(cancellationToken);
            before = int.Parse(text.Value.Content.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // It is the first.
        }

        await blob.UploadAsync(BinaryData.FromString((before + 1).ToString(CultureInfo.InvariantCulture)), overwrite: true, cancellationToken);
        return before + 1;
    }

    /// <summary>Deletes the counts of work that no longer exists.</summary>
    public async Task DeleteExceptAsync(IReadOnlySet<string> keys, CancellationToken cancellationToken)
    {
        await foreach (var blob in containers.Locks.GetBlobsAsync(new GetBlobsOptions { Prefix = Folder }, cancellationToken))
        {
            if (!keys.Contains(blob.Name[Folder.Length..]))
            {
                await containers.Locks.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
            }
        }
    }
}

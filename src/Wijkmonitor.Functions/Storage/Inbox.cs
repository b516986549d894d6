using Azure;
using Azure.Storage.Blobs.Specialized;

namespace Wijkmonitor.Functions.Storage;

/// <summary>A file in the inbox.</summary>
/// <param name="Path">Its path in the container.</param>
/// <param name="ETag">The version of it.</param>
/// <param name="ReceivedAt">When it was dropped, to the second.</param>
/// <param name="Bytes">Its size.</param>
public sealed record InboxFile(string Path, string ETag, DateTimeOffset ReceivedAt, long Bytes)
{
    /// <summary>The folder that it lies in, which names its dataset; empty where it lies in none.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";

    /// <summary>Its name below the folder.</summary>
    public string Name => Folder.Length == 0 ? Path : Path[(Folder.Length + 1)..];
}

/// <summary>The inbox, and the places that a file goes to from it.</summary>
public sealed class Inbox(Containers containers)
{
    /// <summary>All files that wait, in the order in which they came.</summary>
    public async Task<IReadOnlyList<InboxFile>> WaitingAsync(CancellationToken cancellationToken)
    {
        var files = new List<InboxFile>();
        await foreach (var blob in containers.Inbox.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            files.Add(new InboxFile(
                blob.Name, blob.Properties.ETag!.Value.ToString(), blob.Properties.LastModified!.Value, blob.Properties.ContentLength ?? 0));
        }

        return [.. files.OrderBy(file => file.ReceivedAt).ThenBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>Takes a file so that no other instance works on it.</summary>
    /// <returns>The lease; null where another holds it or the file has gone or changed.</returns>
    public async Task<InboxLease?> TryTakeAsync(InboxFile file, TimeSpan duration, TimeProvider time, CancellationToken cancellationToken)
    {
        var blob = containers.Inbox.GetBlobClient(file.Path);
        var client = blob.GetBlobLeaseClient();
        try
        {
            await client.AcquireAsync(duration, new RequestConditions { IfMatch = new ETag(file.ETag) }, cancellationToken);
            return new InboxLease(blob, client, duration, time);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Puts a file that was taken in into the archive.</summary>
    public Task ArchiveAsync(string path, Stream content, CancellationToken cancellationToken) =>
        containers.Archive.GetBlobClient(path).UploadAsync(content, overwrite: true, cancellationToken);

    /// <summary>Puts a file that was refused, and its problems, where the supplier finds them.</summary>
    public async Task RejectAsync(string path, Stream content, Stream problems, CancellationToken cancellationToken)
    {
        await containers.Rejected.GetBlobClient(path + ".problems.csv").UploadAsync(problems, overwrite: true, cancellationToken);
        await containers.Rejected.GetBlobClient(path).UploadAsync(content, overwrite: true, cancellationToken);
    }
}

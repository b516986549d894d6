using Azure;

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

/// <summary>The outcome of taking a file.</summary>
/// <param name="Lease">The lease on it; null where it was not taken.</param>
/// <param name="IsHeldByAnother">Whether another instance has it.</param>
public readonly record struct Taking(HeldBlob? Lease, bool IsHeldByAnother);

/// <summary>The inbox, and the places that a file goes to from it.</summary>
public sealed class Inbox(Containers containers)
{
    // A blob's path has 1,024 characters at most; some room is left for what is put behind it.
    private const int LongestPath = 1000;

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

    /// <summary>Takes a file so that no other instance works on it; one that has gone or was replaced since it was listed is not taken.</summary>
    public async Task<Taking> TryTakeAsync(InboxFile file, TimeSpan duration, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var blob = containers.Inbox.GetBlobClient(file.Path);
            return new Taking(await HeldBlob.AcquireAsync(blob, new ETag(file.ETag), duration, time, cancellationToken), IsHeldByAnother: false);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return new Taking(Lease: null, IsHeldByAnother: e.Status == 409);
        }
    }

    /// <summary>Puts a file that was taken in into the archive.</summary>
    /// <returns>Where it lies.</returns>
    public async Task<string> ArchiveAsync(string folder, string name, Stream content, CancellationToken cancellationToken)
    {
        var path = Path(folder, name);
        await containers.Archive.GetBlobClient(path).UploadAsync(content, overwrite: true, cancellationToken);
        return $"{containers.Archive.Name}/{path}";
    }

    /// <summary>Reads a file of the archive.</summary>
    public Task<Stream> OpenArchivedAsync(string path, CancellationToken cancellationToken) =>
        containers.Archive.GetBlobClient(path[(containers.Archive.Name.Length + 1)..]).OpenReadAsync(cancellationToken: cancellationToken);

    /// <summary>Removes a file from the archive that turned out not to be taken in.</summary>
    public Task RemoveArchivedAsync(string path, CancellationToken cancellationToken) =>
        containers.Archive.GetBlobClient(path[(containers.Archive.Name.Length + 1)..]).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Puts a file that was refused, and its problems, where the supplier finds them.</summary>
    /// <returns>Where it lies.</returns>
    public async Task<string> RejectAsync(string folder, string name, Stream content, Stream problems, CancellationToken cancellationToken)
    {
        var path = Path(folder, name);
        await containers.Rejected.GetBlobClient(path + ".problems.csv").UploadAsync(problems, overwrite: true, cancellationToken);
        await containers.Rejected.GetBlobClient(path).UploadAsync(content, overwrite: true, cancellationToken);
        return $"{containers.Rejected.Name}/{path}";
    }

    // A name that is too long keeps its end, where the extension is.
    private static string Path(string folder, string name)
    {
        var room = LongestPath - folder.Length - 1;
        return $"{folder}/{(name.Length > room ? name[^room..] : name)}";
    }
}

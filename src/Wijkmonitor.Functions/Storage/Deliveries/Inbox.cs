using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>A file in the inbox.</summary>
/// <param name="Path">Its path in the container.</param>
/// <param name="ETag">The version of it.</param>
/// <param name="ReceivedAt">Time at which it was dropped, to the second, by the clock of the storage.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="SeenAt">Time at which it was listed, by the same clock: how long it has waited does not depend on the clock of this instance.</param>
public sealed record InboxFile(string Path, string ETag, DateTimeOffset ReceivedAt, long Bytes, DateTimeOffset SeenAt)
{
    /// <summary>The folder that it is in, which names its dataset; empty where it is in none.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";

    /// <summary>Whether the storage can be asked for it. What cannot be asked for can be listed at most, and is never processed.</summary>
    public bool IsAddressable => BlobNames.IsAddressable(Path);

    /// <summary>Its name below the folder.</summary>
    public string Name => Folder.Length == 0 ? Path : Path[(Folder.Length + 1)..];
}

/// <summary>The outcome of taking a file.</summary>
/// <param name="Lease">The lease on it; null where it was not taken.</param>
/// <param name="IsHeldByAnother">Whether another instance has it.</param>
public readonly record struct LeaseAttempt(LeasedBlob? Lease, bool IsHeldByAnother);

/// <summary>The inbox, and the places that a file goes to from it.</summary>
public sealed class Inbox(Containers containers)
{
    // A blob's path has 1,024 characters at most; some room is left for what is put behind it.
    private const int MaxPathLength = 1000;
    private const string ProblemsExtension = ".problems.csv";

    // Stands for a name that cannot be listed; no name that can be addressed has it.
    private const char UnlistedName = '\uFFFD';

    /// <summary>Lists all files that wait, in the order in which they came; also those that cannot be addressed.</summary>
    public async Task<IReadOnlyList<InboxFile>> ListFilesAsync(CancellationToken cancellationToken)
    {
        var listing = new BlobListing(containers.Inbox);
        var files = (await listing.ListAsync(prefix: "", cancellationToken)).Select(blob => new InboxFile(
            blob.Item.Name,
            blob.Item.Properties.ETag!.Value.ToString(),
            blob.Item.Properties.LastModified!.Value,
            blob.Item.Properties.ContentLength ?? 0,
            blob.SeenAt)).ToList();
        files.AddRange(listing.Unlisted.Select(start => new InboxFile(start + UnlistedName, "", DateTimeOffset.UnixEpoch, 0, DateTimeOffset.UnixEpoch)));
        return [.. files.OrderBy(file => file.ReceivedAt).ThenBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>Drops a file; one that still waits under the same name is never replaced.</summary>
    /// <returns>Time at which it was dropped.</returns>
    /// <exception cref="RequestFailedException">409 or 412: a file of that name waits.</exception>
    public async Task<DateTimeOffset> DropAsync(string folder, string name, Stream content, CancellationToken cancellationToken)
    {
        var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        var dropped = await containers.Inbox.GetBlobClient($"{folder}/{name}").UploadAsync(content, onlyNew, cancellationToken);
        return dropped.Value.LastModified;
    }

    /// <summary>Leases a file so that no other instance works on it. A file that is gone or was replaced since it was listed is not leased.</summary>
    public async Task<LeaseAttempt> TryLeaseAsync(InboxFile file, TimeSpan duration, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var blob = containers.Inbox.GetBlobClient(file.Path);
            return new LeaseAttempt(await LeasedBlob.AcquireAsync(blob, new ETag(file.ETag), duration, time, cancellationToken), IsHeldByAnother: false);
        }
        catch (RequestFailedException e) when (e.Status is 400 or 404 or 409 or 412)
        {
            return new LeaseAttempt(Lease: null, IsHeldByAnother: e.Status == 409);
        }
    }

    /// <summary>Copies an accepted file to the archive.</summary>
    /// <returns>Path of the file.</returns>
    public async Task<string> ArchiveAsync(string folder, string name, Stream content, CancellationToken cancellationToken)
    {
        var path = CreatePath(folder, name);
        await containers.Archive.GetBlobClient(path).UploadAsync(content, overwrite: true, cancellationToken);
        return $"{containers.Archive.Name}/{path}";
    }

    /// <summary>Reads a file that was moved out of the inbox, by its path.</summary>
    public Task<Stream> OpenAsync(string path, CancellationToken cancellationToken) => GetBlob(path).OpenReadAsync(cancellationToken: cancellationToken);

    /// <summary>Copies the file of a delivery to disk, from where it is kept now.</summary>
    public async Task<LocalCopy> DownloadAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(delivery.Path, cancellationToken);
        return await LocalCopy.CreateAsync(content, delivery.Dataset, cancellationToken);
    }

    /// <summary>Ensures that a file exists at a path.</summary>
    /// <exception cref="InvalidDataException">It is not there.</exception>
    public async Task EnsureExistsAsync(string path, CancellationToken cancellationToken)
    {
        if (!await GetBlob(path).ExistsAsync(cancellationToken))
        {
            throw new InvalidDataException($"{path} is not there.");
        }
    }

    /// <summary>Removes a file from the archive that turned out not to be accepted.</summary>
    public Task RemoveArchivedAsync(string path, CancellationToken cancellationToken) =>
        containers.Archive.GetBlobClient(path[(containers.Archive.Name.Length + 1)..]).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Saves a refused file, and its problems, where the supplier finds them.</summary>
    /// <returns>Path of the file.</returns>
    public Task<string> RejectAsync(string folder, string name, Stream content, Stream problems, CancellationToken cancellationToken) =>
        PutWithProblemsAsync(containers.Rejected, folder, name, content, problems, cancellationToken);

    /// <summary>Saves a file that waits for confirmation, and its problems, where the supplier finds them.</summary>
    /// <returns>Path of the file.</returns>
    public Task<string> SavePendingAsync(string folder, string name, Stream content, Stream problems, CancellationToken cancellationToken) =>
        PutWithProblemsAsync(containers.Pending, folder, name, content, problems, cancellationToken);

    /// <summary>Removes a file that waited for confirmation, and its problems.</summary>
    public async Task RemovePendingAsync(string folder, string name, CancellationToken cancellationToken)
    {
        var path = CreatePath(folder, name);
        await containers.Pending.GetBlobClient(path).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        await containers.Pending.GetBlobClient(path + ProblemsExtension).DeleteIfExistsAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Moves a file that waited for confirmation, and its problems, to the refused files. Doing it again does nothing more.</summary>
    /// <returns>Path of the file.</returns>
    public async Task<string> MovePendingToRejectedAsync(string place, CancellationToken cancellationToken)
    {
        var path = place[(place.IndexOf('/', StringComparison.Ordinal) + 1)..];
        foreach (var name in (string[])[path + ProblemsExtension, path])
        {
            var from = containers.Pending.GetBlobClient(name);
            if (await from.ExistsAsync(cancellationToken))
            {
                await using var content = await from.OpenReadAsync(cancellationToken: cancellationToken);
                await containers.Rejected.GetBlobClient(name).UploadAsync(content, overwrite: true, cancellationToken);
                await from.DeleteAsync(cancellationToken: cancellationToken);
            }
        }

        return $"{containers.Rejected.Name}/{path}";
    }

    private static async Task<string> PutWithProblemsAsync(
        BlobContainerClient container, string folder, string name, Stream content, Stream problems, CancellationToken cancellationToken)
    {
        var path = CreatePath(folder, name);
        await container.GetBlobClient(path + ProblemsExtension).UploadAsync(problems, overwrite: true, cancellationToken);
        await container.GetBlobClient(path).UploadAsync(content, overwrite: true, cancellationToken);
        return $"{container.Name}/{path}";
    }

    private BlobClient GetBlob(string path)
    {
        var container = containers.All.First(c => path.StartsWith(c.Name + "/", StringComparison.Ordinal));
        return container.GetBlobClient(path[(container.Name.Length + 1)..]);
    }

    // A name that is too long keeps its end, where the extension is.
    private static string CreatePath(string folder, string name)
    {
        var room = MaxPathLength - folder.Length - 1;
        var end = name.Length > room ? name[^room..] : name;
        return $"{folder}/{(char.IsLowSurrogate(end[0]) ? end[1..] : end)}";
    }
}

using System.Xml;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Wijkmonitor.Functions.Storage.Connections;

/// <summary>A blob as it was listed.</summary>
/// <param name="Item">The blob.</param>
/// <param name="SeenAt">Time of the listing, by the clock of the storage where that says so.</param>
public sealed record ListedBlob(BlobItem Item, DateTimeOffset SeenAt);

/// <summary>
/// Listing of a container, also one in which the storage fails on the name of some blob. Then the folders are listed one by one, and of a folder that
/// fails the names by how they begin, until only the blob that cannot be listed is left out.
/// </summary>
/// <param name="container">The container.</param>
public sealed class BlobListing(BlobContainerClient container)
{
    // Names begin with these, and go on with these, where the rest of a folder is looked for next to a name that cannot be listed.
    private const string NameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_. ()&+,'!#$%;=@[]^`{}~/áàâäçéèêëíìîïñóòôöúùûüÁÉËÍÖÜ";
    private const string NoFolder = "~~nothing-begins-so/";

    // Bounds what a container full of such names costs.
    private const int MaxFailures = 24;
    private readonly SortedDictionary<string, ListedBlob> blobs = new(StringComparer.Ordinal);
    private readonly List<string> unlisted = [];
    private int failures;

    /// <summary>The beginnings of names that hold a blob that cannot be listed.</summary>
    public IReadOnlyList<string> Unlisted => unlisted;

    /// <summary>Lists the blobs whose names begin with a text.</summary>
    /// <exception cref="RequestFailedException">The storage does not list at all.</exception>
    public async Task<IReadOnlyCollection<ListedBlob>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        if (await TryListAsync(prefix, cancellationToken) is { } failure)
        {
            if (await TryListAsync(NoFolder, cancellationToken) is not null)
            {
                throw failure;
            }

            await ListPartsAsync(prefix, await GetFoldersAsync(prefix, cancellationToken), cancellationToken);
        }

        return blobs.Values;
    }

    private async Task ListPartsAsync(string prefix, IEnumerable<string> parts, CancellationToken cancellationToken)
    {
        var before = failures;
        foreach (var part in parts)
        {
            if (await TryListAsync(part, cancellationToken) is null)
            {
                continue;
            }

            if (++failures > MaxFailures)
            {
                unlisted.Add(part);
                continue;
            }

            await ListPartsAsync(part, NameCharacters.Select(next => part + next), cancellationToken);
        }

        // Where every part is listed, the name begins otherwise, or the failure has passed.
        if (failures == before && await TryListAsync(prefix, cancellationToken) is not null)
        {
            unlisted.Add(prefix);
        }
    }

    private async Task<IReadOnlyList<string>> GetFoldersAsync(string prefix, CancellationToken cancellationToken)
    {
        try
        {
            var options = new GetBlobsByHierarchyOptions { Delimiter = "/", Prefix = prefix };
            return await container.GetBlobsByHierarchyAsync(options, cancellationToken)
                .Where(found => found.IsPrefix).Select(found => found.Prefix).ToListAsync(cancellationToken);
        }
        catch (Exception e) when (IsUnlistable(e))
        {
            return [.. NameCharacters.Select(next => prefix + next)];
        }
    }

    private async Task<Exception?> TryListAsync(string prefix, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellationToken).AsPages())
            {
                foreach (var blob in page.Values)
                {
                    blobs[blob.Name] = new ListedBlob(blob, page.GetRawResponse().Headers.Date ?? blob.Properties.LastModified!.Value);
                }
            }

            return null;
        }
        catch (Exception e) when (IsUnlistable(e))
        {
            return e;
        }
    }

    private static bool IsUnlistable(Exception exception) => exception is XmlException or RequestFailedException { Status: 500 };
}

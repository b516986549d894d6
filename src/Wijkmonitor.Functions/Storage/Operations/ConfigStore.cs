using Azure;
using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Operations;

/// <summary>A file in the container <c>config</c>.</summary>
/// <param name="Name">Its name below its folder.</param>
/// <param name="ETag">The version of it.</param>
public sealed record ConfigFile(string Name, string ETag);

/// <summary>Store of the configuration of a deployment, as <c>datasets/{id}.json</c>.</summary>
/// <remarks>The last valid ones are under <c>accepted/datasets/</c>, and the problems of a refused one next to it.</remarks>
public sealed class ConfigStore(Containers containers)
{
    private const string Folder = "datasets/";
    private const string Accepted = "accepted/" + Folder;
    private const string Definition = ".json";
    private const string Problems = ".problems.csv";
    private const int NotFound = 404;

    /// <summary>Lists the definitions of this deployment, which override those that ship, by name.</summary>
    public async Task<IReadOnlyList<ConfigFile>> ListDatasetsAsync(CancellationToken cancellationToken) =>
        [.. (await ListFilesAsync(Folder, Definition, cancellationToken)).OrderBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>Lists the names of the definitions that were refused.</summary>
    public async Task<IReadOnlyList<string>> ListRefusedDatasetsAsync(CancellationToken cancellationToken) =>
        [.. (await ListFilesAsync(Folder, Problems, cancellationToken)).Select(file => file.Name[..^Problems.Length])];

    /// <summary>Reads the content of a definition.</summary>
    public async Task<BinaryData> ReadDatasetAsync(string name, CancellationToken cancellationToken) =>
        (await GetBlob(Folder + name).DownloadContentAsync(cancellationToken)).Value.Content;

    /// <summary>Finds the last good content of a definition, or null.</summary>
    public async Task<BinaryData?> FindAcceptedDatasetAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await GetBlob(Accepted + name).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    /// <summary>Saves a definition as the last good one.</summary>
    public async Task AcceptDatasetAsync(string name, BinaryData content, CancellationToken cancellationToken)
    {
        await GetBlob(Accepted + name).UploadAsync(content, overwrite: true, cancellationToken);
        await GetBlob(Folder + name + Problems).DeleteIfExistsAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Saves a refused definition's problems next to it.</summary>
    public Task RefuseDatasetAsync(string name, Stream problems, CancellationToken cancellationToken) =>
        GetBlob(Folder + name + Problems).UploadAsync(problems, overwrite: true, cancellationToken);

    /// <summary>Deletes the last good content and the problems of definitions that no longer exist.</summary>
    public async Task DeleteDatasetsExceptAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        foreach (var file in (await ListFilesAsync(Accepted, Definition, cancellationToken)).Where(file => !names.Contains(file.Name, StringComparer.Ordinal)))
        {
            await GetBlob(Accepted + file.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }

        foreach (var file in (await ListFilesAsync(Folder, Problems, cancellationToken))
            .Where(file => !names.Contains(file.Name[..^Problems.Length], StringComparer.Ordinal)))
        {
            await GetBlob(Folder + file.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
    }

    private async Task<List<ConfigFile>> ListFilesAsync(string folder, string ending, CancellationToken cancellationToken)
    {
        var files = new List<ConfigFile>();
        try
        {
            foreach (var blob in (await new BlobListing(containers.Config).ListAsync(folder, cancellationToken)).Select(listed => listed.Item))
            {
                if (blob.Name.EndsWith(ending, StringComparison.Ordinal) && BlobNames.IsAddressable(blob.Name))
                {
                    files.Add(new ConfigFile(blob.Name[folder.Length..], blob.Properties.ETag!.Value.ToString()));
                }
            }
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            // The container is made at the first run over the inbox; before that nothing is configured.
        }

        return files;
    }

    private BlobClient GetBlob(string path) => containers.Config.GetBlobClient(path);
}

using System.IO.Compression;
using System.Text.Json;
using Azure;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Storage.Publications;

/// <summary>Records of what was public, in the archive: one for each municipality and period, and an index for each municipality.</summary>
/// <remarks>
/// What is in no record is not public. A record is written before its index and the index before scorecards, so that a run that is killed in between is
/// simply run again. The lease on the municipality keeps two from writing at once.
/// </remarks>
public sealed class PublicationStore(Containers containers)
{
    private const string Folder = "journal/publications";

    /// <summary>Finds the index of a municipality, or null where nothing of it was ever published.</summary>
    public async Task<PublicationIndex?> FindIndexAsync(AreaCode municipality, CancellationToken cancellationToken) =>
        await FindAsync(GetIndexPath(municipality), cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, StoredPublicationJson.Default.PublicationIndex) : null;

    /// <summary>Finds the record of a period of a municipality, or null where nothing of it was ever published.</summary>
    public async Task<PublishedPeriod?> FindAsync(AreaCode municipality, Period period, CancellationToken cancellationToken) =>
        await FindAsync(GetPath(municipality, period.ToString()), cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, StoredPublicationJson.Default.PublishedPeriod) : null;

    /// <summary>Saves the record of a period of a municipality.</summary>
    public Task SaveAsync(AreaCode municipality, PublishedPeriod record, CancellationToken cancellationToken) =>
        SaveAsync(
            GetPath(municipality, record.Period),
            JsonSerializer.SerializeToUtf8Bytes(record, StoredPublicationJson.Default.PublishedPeriod),
            cancellationToken);

    /// <summary>Saves the index of a municipality.</summary>
    public Task SaveIndexAsync(AreaCode municipality, PublicationIndex index, CancellationToken cancellationToken) =>
        SaveAsync(GetIndexPath(municipality), JsonSerializer.SerializeToUtf8Bytes(index, StoredPublicationJson.Default.PublicationIndex), cancellationToken);

    // A city has millions of figures.
    private async Task SaveAsync(string path, byte[] json, CancellationToken cancellationToken)
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(json, cancellationToken);
        }

        compressed.Position = 0;
        await containers.Archive.GetBlobClient(path).UploadAsync(compressed, overwrite: true, cancellationToken);
    }

    private async Task<byte[]?> FindAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var found = await containers.Archive.GetBlobClient(path).DownloadContentAsync(cancellationToken);
            await using var gzip = new GZipStream(found.Value.Content.ToStream(), CompressionMode.Decompress);
            using var json = new MemoryStream();
            await gzip.CopyToAsync(json, cancellationToken);
            return json.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static string GetIndexPath(AreaCode municipality) => $"{Folder}/{municipality}/index.json.gz";

    private static string GetPath(AreaCode municipality, string period) => $"{Folder}/{municipality}/{period}.json.gz";
}

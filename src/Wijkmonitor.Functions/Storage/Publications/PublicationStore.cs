using System.IO.Compression;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Storage.Publications;

/// <summary>Records of what was public, in the archive: one for each municipality and period, and an index for each municipality.</summary>
/// <remarks>
/// What is in no record is not public. A record is written before its index and the index before scorecards, so that a run that is killed in between is
/// simply run again. The lease on the municipality keeps two from writing at once, and each is written only where it is as it was read.
/// </remarks>
public sealed class PublicationStore(Containers containers)
{
    private const string Folder = "journal/publications";

    /// <summary>Finds the index of a municipality, or null where nothing of it was ever published.</summary>
    /// <exception cref="InvalidDataException">It is in a format that a newer version of the monitor writes.</exception>
    public async Task<PublicationIndex?> FindIndexAsync(AreaCode municipality, CancellationToken cancellationToken) =>
        await FindAsync(GetIndexPath(municipality), cancellationToken) is var (json, version)
            ? ReadIndex(GetIndexPath(municipality), json) with { Version = version } : null;

    /// <summary>Finds the record of a period of a municipality, or null where nothing of it was ever published.</summary>
    /// <exception cref="InvalidDataException">It is in a format that a newer version of the monitor writes.</exception>
    public async Task<PublishedPeriod?> FindAsync(AreaCode municipality, Period period, CancellationToken cancellationToken) =>
        await FindAsync(GetPath(municipality, period.ToString()), cancellationToken) is var (json, version)
            ? ReadRecord(GetPath(municipality, period.ToString()), json) with { Version = version } : null;

    /// <summary>Saves the record of a period of a municipality.</summary>
    /// <exception cref="PublicationChangedException">It was written since it was read.</exception>
    public Task SaveAsync(AreaCode municipality, PublishedPeriod record, CancellationToken cancellationToken) => SaveAsync(
        GetPath(municipality, record.Period),
        JsonSerializer.SerializeToUtf8Bytes(record with { Format = PublishedPeriod.CurrentFormat }, StoredPublicationJson.Default.PublishedPeriod),
        record.Version,
        cancellationToken);

    /// <summary>Saves the index of a municipality.</summary>
    /// <exception cref="PublicationChangedException">It was written since it was read.</exception>
    public Task SaveIndexAsync(AreaCode municipality, PublicationIndex index, CancellationToken cancellationToken) => SaveAsync(
        GetIndexPath(municipality),
        JsonSerializer.SerializeToUtf8Bytes(index with { Format = PublicationIndex.CurrentFormat }, StoredPublicationJson.Default.PublicationIndex),
        index.Version,
        cancellationToken);

    private static PublicationIndex ReadIndex(string path, byte[] json)
    {
        var index = JsonSerializer.Deserialize(json, StoredPublicationJson.Default.PublicationIndex)!;
        RequireKnownFormat(path, index.Format, PublicationIndex.CurrentFormat);
        return index;
    }

    private static PublishedPeriod ReadRecord(string path, byte[] json)
    {
        var record = JsonSerializer.Deserialize(json, StoredPublicationJson.Default.PublishedPeriod)!;
        RequireKnownFormat(path, record.Format, PublishedPeriod.CurrentFormat);
        return record;
    }

    // What is read in part would be written in part, and the rest forgotten.
    private static void RequireKnownFormat(string path, int format, int known)
    {
        if (format > known)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{path} has format {format}; this version of the monitor reads formats up to {known}. Deploy the version that wrote it, or a later one."));
        }
    }

    // A city has millions of figures. Who lost the lease without noticing writes over nothing.
    private async Task SaveAsync(string path, byte[] json, string? version, CancellationToken cancellationToken)
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(json, cancellationToken);
        }

        compressed.Position = 0;
        var conditions = version is null ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = new ETag(version) };
        try
        {
            await containers.Archive.GetBlobClient(path).UploadAsync(compressed, new BlobUploadOptions { Conditions = conditions }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            throw new PublicationChangedException(path, e);
        }
    }

    private async Task<(byte[] Json, string Version)?> FindAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var found = await containers.Archive.GetBlobClient(path).DownloadContentAsync(cancellationToken);
            await using var gzip = new GZipStream(found.Value.Content.ToStream(), CompressionMode.Decompress);
            using var json = new MemoryStream();
            await gzip.CopyToAsync(json, cancellationToken);
            return (json.ToArray(), found.Value.Details.ETag.ToString());
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static string GetIndexPath(AreaCode municipality) => $"{Folder}/{municipality}/index.json.gz";

    private static string GetPath(AreaCode municipality, string period) => $"{Folder}/{municipality}/{period}.json.gz";
}

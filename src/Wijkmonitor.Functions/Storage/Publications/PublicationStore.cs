using System.IO.Compression;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Storage.Publications;

/// <summary>Records of what was public, in the archive: one for each municipality and period, and an index for each municipality.</summary>
/// <remarks>
/// What is in no record is not public. A record is written before its index and the index before scorecards, so that a run that is killed in between is
/// simply run again. The lease on the municipality keeps two from writing at once, and each is written only where it is as it was read. The index follows
/// from the records: where it is missing, it is made from these.
/// </remarks>
public sealed partial class PublicationStore(Containers containers, ILogger<PublicationStore> logger)
{
    private const string Folder = "journal/publications/";
    private const string Extension = ".json.gz";
    private const string DecisionsKey = "decisions";
    private readonly PublicationCache cache = new();

    /// <summary>Finds the index of a municipality, or null where nothing of it was ever published.</summary>
    /// <remarks>Where the storage lost the index and has records, it is what follows from these.</remarks>
    public async Task<PublicationIndex?> FindIndexAsync(AreaCode municipality, CancellationToken cancellationToken) =>
        await FindStoredIndexAsync(municipality, cancellationToken) ?? await FindIndexOfRecordsAsync(municipality, cancellationToken);

    /// <summary>Finds the index of a municipality as it is stored, or null.</summary>
    /// <remarks>It is read again only where it changed since.</remarks>
    /// <exception cref="InvalidDataException">It is in a format that a newer version of the monitor writes.</exception>
    public async Task<PublicationIndex?> FindStoredIndexAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var known = cache.Find(municipality)?.Index;
        if (await DownloadAsync(GetPath(municipality, StoredPublication.IndexName), known?.Version, cancellationToken) is not var (json, version))
        {
            return null;
        }

        if (known is not null && version == known.Version)
        {
            return known;
        }

        var index = ReadIndex(GetPath(municipality, StoredPublication.IndexName), json) with { Version = version };
        cache.Add(new CachedIndex(municipality, version, index));
        return index;
    }

    /// <summary>Finds the record of a period of a municipality, or null where nothing of it was ever published.</summary>
    public Task<PublishedPeriod?> FindAsync(AreaCode municipality, Period period, CancellationToken cancellationToken) =>
        FindAsync(municipality, period.ToString(), cancellationToken);

    /// <summary>Finds the record of a period, by the period's text.</summary>
    /// <exception cref="InvalidDataException">It is in a format that a newer version of the monitor writes.</exception>
    public async Task<PublishedPeriod?> FindAsync(AreaCode municipality, string period, CancellationToken cancellationToken) =>
        await DownloadAsync(GetPath(municipality, period), knownVersion: null, cancellationToken) is var (json, version)
            ? ReadRecord(GetPath(municipality, period), json) with { Version = version } : null;

    /// <summary>Lists the records and indexes of a municipality, or of all.</summary>
    public async Task<IReadOnlyList<StoredPublication>> ListAsync(AreaCode? municipality, CancellationToken cancellationToken)
    {
        var options = new GetBlobsOptions { Prefix = municipality is { } code ? $"{Folder}{code}/" : Folder, Traits = BlobTraits.Metadata };
        var listed = new List<StoredPublication>();
        await foreach (var blob in containers.Archive.GetBlobsAsync(options, cancellationToken))
        {
            if (blob.Name[Folder.Length..].Split('/') is [var folder, var file] && AreaCode.TryParse(folder, out var found)
                && file.EndsWith(Extension, StringComparison.Ordinal))
            {
                var decisions = blob.Metadata is { } metadata && metadata.TryGetValue(DecisionsKey, out var digest) ? digest : null;
                listed.Add(new StoredPublication(
                    found, file[..^Extension.Length], blob.Properties.ETag!.Value.ToString(), blob.Properties.LastModified!.Value, decisions));
            }
        }

        return listed;
    }

    /// <summary>Saves the record of a period of a municipality.</summary>
    /// <exception cref="PublicationChangedException">It was written since it was read.</exception>
    public Task SaveAsync(AreaCode municipality, PublishedPeriod record, CancellationToken cancellationToken) => SaveAsync(
        GetPath(municipality, record.Period),
        JsonSerializer.SerializeToUtf8Bytes(record with { Format = PublishedPeriod.CurrentFormat }, StoredPublicationJson.Default.PublishedPeriod),
        record.Version,
        new Dictionary<string, string>(StringComparer.Ordinal) { [DecisionsKey] = DecisionDigest.Compute(record.Units) },
        cancellationToken);

    /// <summary>Saves the index of a municipality.</summary>
    /// <exception cref="PublicationChangedException">It was written since it was read.</exception>
    public Task SaveIndexAsync(AreaCode municipality, PublicationIndex index, CancellationToken cancellationToken) => SaveAsync(
        GetPath(municipality, StoredPublication.IndexName),
        JsonSerializer.SerializeToUtf8Bytes(index with { Format = PublicationIndex.CurrentFormat }, StoredPublicationJson.Default.PublicationIndex),
        index.Version,
        metadata: null,
        cancellationToken);

    // A storage that fails over can lose the index and keep the records.
    private async Task<PublicationIndex?> FindIndexOfRecordsAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        List<StoredPublication> records = [.. (await ListAsync(municipality, cancellationToken)).Where(listed => !listed.IsIndex)];
        if (records.Count == 0)
        {
            return null;
        }

        var version = string.Join(' ', records.Select(record => record.Version));
        if (cache.Find(municipality) is { } known && known.Version == version)
        {
            return known.Index;
        }

        var index = PublicationIndex.None;
        foreach (var listed in records)
        {
            if (await FindAsync(municipality, listed.Name, cancellationToken) is { } record)
            {
                index = index.With([record]);
            }
        }

        cache.Add(new CachedIndex(municipality, version, index));
        LogIndexMissing(municipality.Value, records.Count);
        return index;
    }

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
    private async Task SaveAsync(
        string path, byte[] json, string? version, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(json, cancellationToken);
        }

        compressed.Position = 0;
        var conditions = version is null ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = new ETag(version) };
        var options = new BlobUploadOptions { Conditions = conditions, Metadata = metadata };
        try
        {
            await containers.Archive.GetBlobClient(path).UploadAsync(compressed, options, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            throw new PublicationChangedException(path, e);
        }
    }

    // Without its content where it still has the version that is known.
    private async Task<(byte[] Json, string Version)?> DownloadAsync(string path, string? knownVersion, CancellationToken cancellationToken)
    {
        var options = knownVersion is null
            ? null : new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = new ETag(knownVersion) } };
        try
        {
            var found = await containers.Archive.GetBlobClient(path).DownloadContentAsync(options, cancellationToken);
            if (knownVersion is not null && found.GetRawResponse().Status == 304)
            {
                return ([], knownVersion);
            }

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

    private static string GetPath(AreaCode municipality, string name) => $"{Folder}{municipality}/{name}{Extension}";

    [LoggerMessage(144, LogLevel.Information, "Read {Records} records of what was public of {Municipality} in place of their index, which is not there")]
    private partial void LogIndexMissing(string municipality, int records);
}

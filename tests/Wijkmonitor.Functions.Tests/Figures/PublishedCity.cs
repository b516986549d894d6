using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Tests.Storage.Rows;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Tests.Figures;

/// <summary>A city of three neighbourhoods with residents in 2024, and what of it is public.</summary>
internal static class PublishedCity
{
    public const string Dataset = "area-indicators";
    public const string A = "BU09990000";
    public const string B = "BU09990001";
    public const string C = "BU09990002";
    public const string City = "GM0999";

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<CityMonitor> StartAsync(string account, int minCount = 5) => CityMonitor.StartAsync(
        account,
        [Stores.Definition("areas"), Stores.Definition(Dataset)],
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Disclosure:MinCount"] = minCount.ToString(CultureInfo.InvariantCulture) });

    public static Task<Delivery> DeliverAsync(CityMonitor monitor, string name, params (string Area, int Count)[] counts) =>
        monitor.DeliverAsync(Dataset, name, ToFile(counts));

    /// <summary>Writes rows as a run that is killed after it.</summary>
    public static async Task StoreAsync(CityMonitor monitor, params (string Area, int Count)[] counts)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(ToFile(counts)));
        using var copy = await LocalCopy.CreateAsync(content, Dataset, Token);
        await monitor.Get<FileStore>().StoreAsync(Stores.Definition(Dataset), $"{Dataset}-killed", copy, parts: 1, cancellationToken: Token);
    }

    /// <summary>The counts by area as they are shown; null where they are withheld.</summary>
    public static async Task<List<decimal?>> ShownAsync(CityMonitor monitor) =>
        await monitor.Get<DisclosableObservations>().GetByMunicipalityAsync(CityMonitor.Municipality, Token)
            .OrderBy(o => o.Area.Value, StringComparer.Ordinal)
            .Select(o => o.Value.State == ObservedState.Suppressed ? null : o.Value.Number)
            .ToListAsync(Token);

    /// <summary>The record of a period, or the index.</summary>
    public static BlobClient Blob(CityMonitor monitor, string name) =>
        monitor.Get<Containers>().Archive.GetBlobClient($"journal/publications/{City}/{name}.json.gz");

    public static async Task<BlobDownloadResult> ReadAsync(CityMonitor monitor, string name) => (await Blob(monitor, name).DownloadContentAsync(Token)).Value;

    /// <summary>Writes a record or index as it was read before.</summary>
    public static async Task<DateTimeOffset> WriteAsync(CityMonitor monitor, string name, BlobDownloadResult earlier) =>
        (await Blob(monitor, name).UploadAsync(earlier.Content, new BlobUploadOptions { Metadata = earlier.Details.Metadata }, Token)).Value.LastModified;

    public static async Task<ETag> VersionAsync(CityMonitor monitor, string name) =>
        (await Blob(monitor, name).GetPropertiesAsync(cancellationToken: Token)).Value.ETag;

    private static string ToFile(IEnumerable<(string Area, int Count)> counts) =>
        "area;period;indicator;value\n" + string.Concat(counts.Select(count => FormattableString.Invariant($"{count.Area};2024;inhabitants;{count.Count}\n")));
}

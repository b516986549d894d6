using System.Text.Json;

namespace Wijkmonitor.Bench.Costs;

/// <summary>A price that is not checked against Azure's own list.</summary>
/// <param name="Price">The price.</param>
/// <param name="Date">When its source was looked at.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Page">The page of Azure on which the price in force is found.</param>
internal sealed record StatedPrice(decimal Price, DateOnly Date, string Source, Uri Page);

/// <summary>The prices of what Azure bills, and what of it is free each month.</summary>
internal sealed record PriceList(
    StatedPrice TableCallsPer10000,
    StatedPrice BlobWritesPer10000,
    StatedPrice BlobListsPer10000,
    StatedPrice BlobReadsPer10000,
    StatedPrice TableGigabyteMonth,
    StatedPrice BlobGigabyteMonth,
    StatedPrice GigabyteSecond,
    StatedPrice MillionExecutions,
    StatedPrice FreeGigabyteSecondsPerMonth,
    StatedPrice FreeExecutionsPerMonth,
    StatedPrice AlwaysReadyGigabyteSecond,
    StatedPrice PrivateEndpointHour,
    StatedPrice DnsZoneMonth,
    StatedPrice QuickLogAlertMonth,
    StatedPrice LogAlertMonth,
    StatedPrice MetricAlertMonth,
    StatedPrice OutsideCheck,
    StatedPrice LogGigabyte,
    StatedPrice FreeLogGigabytesPerMonth);

/// <summary>Yearly workload of a monitor.</summary>
/// <param name="Name">Who.</param>
/// <param name="Areas">How many areas a delivery is about.</param>
/// <param name="AreasPerMunicipality">How many of these a municipality has.</param>
/// <param name="DeliveriesPerYear">How many of those there are.</param>
/// <param name="ViewsPerYear">How often somebody views an area or a municipality.</param>
internal sealed record Workload(string Name, int Areas, int AreasPerMunicipality, int DeliveriesPerYear, int ViewsPerYear);

/// <summary>The file <c>cost.json</c>: prices, workloads and environments, to be replaced by one's own.</summary>
internal sealed record CostAssumptions(string Currency, PriceList Prices, decimal InstanceGigabytes, int IngestRunsPerYear, IReadOnlyList<Workload> Workloads, IReadOnlyList<FixedResources> Environments)
{
    private const string OwnFile = "WIJKMONITOR_COST";

    /// <summary>Reads the file, or the one that the environment names.</summary>
    public static CostAssumptions Read() => JsonSerializer.Deserialize<CostAssumptions>(
        File.ReadAllText(Environment.GetEnvironmentVariable(OwnFile) ?? Path.Combine(AppContext.BaseDirectory, "cost.json")), JsonSerializerOptions.Web)!;
}

using System.Text.Json;

namespace Wijkmonitor.Bench.Costs;

/// <summary>A price that is not checked against Azure's own list.</summary>
/// <param name="Price">The price.</param>
/// <param name="Date">Day on which its source was read.</param>
/// <param name="Source">Source of the price.</param>
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
/// <param name="Name">Name of the user.</param>
/// <param name="Areas">Number of areas in a delivery.</param>
/// <param name="AreasPerMunicipality">Number of these in a municipality.</param>
/// <param name="DeliveriesPerYear">Number of deliveries in a year.</param>
/// <param name="ViewsPerYear">Number of views of an area or a municipality in a year.</param>
internal sealed record Workload(string Name, int Areas, int AreasPerMunicipality, int DeliveriesPerYear, int ViewsPerYear);

/// <summary>The file <c>cost.json</c>: prices, workloads and environments, to be replaced by one's own.</summary>
internal sealed record CostAssumptions(string Currency, PriceList Prices, decimal InstanceGigabytes, int IngestRunsPerYear, IReadOnlyList<Workload> Workloads,
    IReadOnlyList<FixedResources> Environments)
{
    private const string OwnFile = "WIJKMONITOR_COST";

    /// <summary>Reads the file, or the one that the environment names.</summary>
    public static CostAssumptions Read() => JsonSerializer.Deserialize<CostAssumptions>(
        File.ReadAllText(Environment.GetEnvironmentVariable(OwnFile) ?? Path.Combine(AppContext.BaseDirectory, "cost.json")), JsonSerializerOptions.Web)!;
}

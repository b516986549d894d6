using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Bench.Costs;

/// <summary>Yearly cost, from counted calls to the storage.</summary>
/// <remarks>
/// The calls of a delivery, a run over an empty inbox, a night and a view of an area are counted between the running app and the emulator, and
/// multiplied by how often they occur and by stated prices.
/// </remarks>
internal sealed class CostBenchmark : IBenchmark
{
    private const decimal Gigabyte = 1024m * 1024 * 1024;
    private const decimal MinBilledSeconds = 1;
    private const int NightsPerYear = 365;
    private const int MaxLogCharacters = 4000;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public string Name => "cost";

    public bool IsApart => true;

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        var assumptions = CostAssumptions.Read();
        string[] columns =
        [
            "for", "calls of a delivery", "of an empty run", "of a night", "of a view", "calls in a year", "GB added in a year", "executions", "GB-s billed",
            $"{assumptions.Currency} a year", "after free grants",
        ];
        Console.WriteLine($"\n| {string.Join(" | ", columns)} |\n|{string.Concat(Enumerable.Repeat(" --- |", columns.Length))}");
        foreach (var workload in assumptions.Workloads)
        {
            // At once, as the largest takes minutes.
            Console.WriteLine($"| {string.Join(" | ", await MeasureRowAsync(workload, assumptions, cancellationToken))} |");
        }

        Console.WriteLine();
        foreach (var line in FixedCosts.CreateTable(assumptions))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine();
        foreach (var (name, price) in ListPrices(assumptions.Prices))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {price.Price} ({price.Date:yyyy-MM-dd}; {price.Source}; to be checked at {price.Page})"));
        }

        return [];
    }

    private static async Task<string[]> MeasureRowAsync(Workload workload, CostAssumptions assumptions, CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(extraAccounts: 1, cancellationToken: cancellationToken);
        var account = azurite.NewAccount();
        await using var counted = await FaultyStorage.StartAsync(account, seed: 0, share: 0);
        var settings = new Dictionary<string, string>(AppSettings.For(counted.Through(account)), StringComparer.Ordinal)
        {
            // What is counted is work, and not what a busy machine makes of it: the emulator may take its time.
            ["StorageTimeouts__TableSeconds"] = "120",
            ["StorageTimeouts__BlobSeconds"] = "120",
        };
        await using var log = new StringWriter();
        await using var app = await AppFiles.Monitor.StartAsync(settings, log, cancellationToken);
        try
        {
            return await MeasureRowAsync(workload, assumptions, azurite, account, counted, app, cancellationToken);
        }
        catch (InvalidOperationException e)
        {
            var end = log.ToString();
            throw new InvalidOperationException($"{workload.Name}: {e.Message} The end of the log:\n{end[Math.Max(0, end.Length - MaxLogCharacters)..]}", e);
        }
    }

    private static async Task<string[]> MeasureRowAsync(
        Workload workload, CostAssumptions assumptions, Azurite azurite, string account, FaultyStorage counted, FunctionHost app,
        CancellationToken cancellationToken)
    {
        var runs = new TableClient(account, "Runs");
        await TriggerAsync(app, runs, "Ingest", cancellationToken);

        using var file = StatLineFile.CreateInvented(workload.Areas, workload.AreasPerMunicipality);
        var parts = new MonitorParts(account);
        await parts.DropAsync($"{StatLineFile.Dataset}/file.csv", file.Path, cancellationToken);
        var delivery = await MeasureAsync(counted, azurite, () => TriggerAsync(app, runs, "Ingest", cancellationToken));
        var empty = await MeasureAsync(counted, azurite, () => TriggerAsync(app, runs, "Ingest", cancellationToken));
        var night = await MeasureAsync(counted, azurite, () => TriggerAsync(app, runs, "Score", cancellationToken));
        var look = await MeasureAsync(counted, azurite, () => LookAsync(app, cancellationToken));
        var year = (delivery * workload.DeliveriesPerYear) + (empty * assumptions.IngestRunsPerYear) + (night * NightsPerYear) + (look * workload.ViewsPerYear);
        var stored = delivery * workload.DeliveriesPerYear;
        var executions = assumptions.IngestRunsPerYear + (decimal)NightsPerYear + ((decimal)Looks.Count * workload.ViewsPerYear);
        var gigabyteSeconds = year.Seconds * assumptions.InstanceGigabytes;
        var storage = GetStorageCost(year, stored, assumptions.Prices);
        return
        [
            workload.Name, Format(delivery.Calls), Format(empty.Calls), Format(night.Calls), Format(look.Calls), Format(year.Calls),
            Format((stored.TableBytes + stored.BlobBytes) / Gigabyte, 2), Format(executions),
            Format(gigabyteSeconds), Format(storage + GetWorkCost(gigabyteSeconds, executions, assumptions.Prices), 2),
            Format(storage + ComputeCostAfterGrants(gigabyteSeconds, executions, assumptions.Prices), 2),
        ];
    }

    // What is added in a year is there half a year on average; half a year of months is six.
    private static decimal GetStorageCost(Work year, Work stored, PriceList prices) =>
        (year.TableCalls / 10_000 * prices.TableCallsPer10000.Price)
        + (year.BlobWrites / 10_000 * prices.BlobWritesPer10000.Price)
        + (year.BlobLists / 10_000 * prices.BlobListsPer10000.Price)
        + (year.BlobReads / 10_000 * prices.BlobReadsPer10000.Price)
        + (stored.TableBytes / Gigabyte * 6 * prices.TableGigabyteMonth.Price)
        + (stored.BlobBytes / Gigabyte * 6 * prices.BlobGigabyteMonth.Price);

    private static decimal GetWorkCost(decimal gigabyteSeconds, decimal executions, PriceList prices) =>
        (gigabyteSeconds * prices.GigabyteSecond.Price) + (executions / 1_000_000 * prices.MillionExecutions.Price);

    // The grants are each month's; the year is taken to be spread evenly over them.
    private static decimal ComputeCostAfterGrants(decimal gigabyteSeconds, decimal executions, PriceList prices) => GetWorkCost(
        Math.Max(0, gigabyteSeconds - (12 * prices.FreeGigabyteSecondsPerMonth.Price)), Math.Max(0, executions - (12 * prices.FreeExecutionsPerMonth.Price)),
        prices);

    // What the dashboard asks for a municipality and an area of it.
    private static IReadOnlyList<string> Looks { get; } =
    [
        "/api/v1/municipalities", "/api/v1/municipalities/GM0001/areas", "/api/v1/municipalities/GM0001/scorecards", "/api/v1/areas/GM0001",
        "/api/v1/areas/GM0001/observations",
        "/api/v1/areas/GM0001/scorecards",
    ];

    private static async Task LookAsync(FunctionHost app, CancellationToken cancellationToken)
    {
        foreach (var path in Looks)
        {
            using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            response.EnsureSuccessStatusCode();
        }
    }

    // The end of a run is looked up past the proxy, so that looking is not counted.
    private static async Task TriggerAsync(FunctionHost app, TableClient runs, string function, CancellationToken cancellationToken)
    {
        var before = await FindEndAsync(runs, function, cancellationToken);
        await app.TriggerAsync(function, cancellationToken);
        var begun = Stopwatch.GetTimestamp();
        while (await FindEndAsync(runs, function, cancellationToken) == before)
        {
            if (Stopwatch.GetElapsedTime(begun) > Limit)
            {
                throw new TimeoutException($"{function} did not end.");
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    private static async Task<DateTimeOffset?> FindEndAsync(TableClient runs, string function, CancellationToken cancellationToken)
    {
        try
        {
            var run = await runs.GetEntityIfExistsAsync<TableEntity>("last", function, cancellationToken: cancellationToken);
            return !run.HasValue ? null
                : run.Value!.GetBoolean("Succeeded") == true ? run.Value.GetDateTimeOffset("EndedAt")
                : throw new InvalidOperationException($"{function} failed.");
        }
        catch (Azure.RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static async Task<Work> MeasureAsync(FaultyStorage counted, Azurite azurite, Func<Task> work)
    {
        counted.Requests.Clear();
        var begun = Stopwatch.GetTimestamp();
        await work();
        var seconds = (decimal)Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var requests = counted.Requests.ToArray();
        decimal CountCalls(int port, Func<string, string, bool> isOne) => requests.Where(r => r.Key.Port == port && isOne(r.Key.Method, r.Key.Component))
            .Sum(r => r.Value.Calls);
        decimal CountBytes(int port) => requests.Where(r => r.Key.Port == port).Sum(r => r.Value.Bytes);
        return new Work(
            CountCalls(azurite.TablePort, (_, _) => true),
            CountCalls(azurite.BlobPort, (method, component) => method == "PUT" && component is not "lease"),
            CountCalls(azurite.BlobPort, (method, component) => method == "GET" && component is "list"),
            CountCalls(azurite.BlobPort, (method, component) => (method is "GET" or "HEAD" && component is not "list") || component is "lease"),
            CountCalls(azurite.BlobPort, (method, _) => method == "DELETE"),
            CountBytes(azurite.TablePort),
            CountBytes(azurite.BlobPort),
            RoundToBilled(seconds));
    }

    // A period of work counts as a second at least, and in tenths of a second above that.
    private static decimal RoundToBilled(decimal seconds) => Math.Max(MinBilledSeconds, Math.Ceiling(seconds * 10) / 10);

    private static IEnumerable<(string Name, StatedPrice Price)> ListPrices(PriceList prices) =>
        typeof(PriceList).GetProperties().Where(property => property.PropertyType == typeof(StatedPrice))
            .Select(property => (property.Name, (StatedPrice)property.GetValue(prices)!));

    private static string Format(decimal value, int decimals = 0) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    // What something takes, by how it is billed: making a lease is as reading, and removing is free.
    private sealed record Work(
        decimal TableCalls, decimal BlobWrites, decimal BlobLists, decimal BlobReads, decimal BlobDeletes, decimal TableBytes, decimal BlobBytes,
        decimal Seconds)
    {
        public decimal Calls => TableCalls + BlobWrites + BlobLists + BlobReads + BlobDeletes;

        public static Work operator *(Work work, int times) => new(
            work.TableCalls * times,
            work.BlobWrites * times,
            work.BlobLists * times,
            work.BlobReads * times,
            work.BlobDeletes * times,
            work.TableBytes * times,
            work.BlobBytes * times,
            work.Seconds * times);

        public static Work operator +(Work one, Work other) => new(
            one.TableCalls + other.TableCalls,
            one.BlobWrites + other.BlobWrites,
            one.BlobLists + other.BlobLists,
            one.BlobReads + other.BlobReads,
            one.BlobDeletes + other.BlobDeletes,
            one.TableBytes + other.TableBytes,
            one.BlobBytes + other.BlobBytes,
            one.Seconds + other.Seconds);
    }
}

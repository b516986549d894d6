using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Ingest;

/// <summary>Many instances on one inbox that has many files at once.</summary>
public sealed class ManyInstancesTests(StorageEmulator emulator)
{
    private const int Files = 200;
    private const int Years = 10;
    private const int FileStored = 103;
    private const int MaxRounds = 50;

    // In hours. Most instances agree; two are a day ahead and two a day behind.
    private static readonly int[] Clocks = [0, 24, 0, -24, 0, 24, 0, -24, 0, 0];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_instances_with_clocks_a_day_apart_store_each_of_two_hundred_files_once()
    {
        var account = emulator.NewAccount();
        var log = new EventLog(_ => { });
        List<ServiceProvider> instances = [.. Clocks.Select(hours => IngestProvider.Create(account, new SkewedTime(TimeSpan.FromHours(hours)), log))];
        await instances[0].GetRequiredService<StorageSetup>().EnsureAsync(Token);
        var containers = instances[0].GetRequiredService<Containers>();
        await DropAsync(containers);

        for (var round = 0; round < MaxRounds && await containers.Inbox.GetBlobsAsync(cancellationToken: Token).AnyAsync(Token); round++)
        {
            await Task.WhenAll(instances.Select(instance => Task.Run(() => instance.GetRequiredService<IngestRun>().RunAsync(Token), Token)));
        }

        Assert.Empty(await containers.Inbox.GetBlobsAsync(cancellationToken: Token).ToListAsync(Token));
        Assert.Equal(Files + 1, log.Events.Count(id => id == FileStored));
        var deliveries = await instances[0].GetRequiredService<DeliveryStore>().GetByDatasetAsync("area-indicators", Token);
        Assert.Equal(Files, deliveries.Count(delivery => delivery.IsInForce));
        Assert.Equal(Files, deliveries.Select(delivery => delivery.StoredAt).Distinct().Count());
        Assert.Equal(
            Enumerable.Range(0, Files).Select(file => (GetArea(file), GetYear(file), (decimal?)file)),
            (await ReadAsync(instances[0])).OrderBy(figure => figure.Value));
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }
    }

    private static async Task DropAsync(Containers containers)
    {
        var areas = Enumerable.Range(0, Files / Years).SelectMany(area => Enumerable.Range(0, Years)
            .Select(year => $"{GetArea(area * Years)};Gemeente {area};{GetYear(year)}\n"));
        await containers.Inbox.GetBlobClient("areas/areas.csv").UploadAsync(BinaryData.FromString("code;name;boundary_year\n" + string.Concat(areas)), Token);
        await Parallel.ForEachAsync(Enumerable.Range(0, Files), Token, async (file, token) => await containers.Inbox
            .GetBlobClient(string.Create(CultureInfo.InvariantCulture, $"area-indicators/{file:000}.csv"))
            .UploadAsync(BinaryData.FromString($"area;period;indicator;value\n{GetArea(file)};{GetYear(file)};burglaries;{file}\n"), token));
    }

    private static async Task<List<(string Area, int Year, decimal? Value)>> ReadAsync(ServiceProvider instance)
    {
        var found = new List<(string, int, decimal?)>();
        foreach (var area in Enumerable.Range(0, Files / Years).Select(area => AreaCode.Parse(GetArea(area * Years))))
        {
            await foreach (var figure in instance.GetRequiredService<ObservationStore>().GetByMunicipalityAsync(area, Token))
            {
                found.Add((figure.Area.Value, figure.Period.Year, figure.Value.Number));
            }
        }

        return found;
    }

    private static string GetArea(int file) => string.Create(CultureInfo.InvariantCulture, $"GM{1000 + (file / Years)}");

    private static int GetYear(int file) => 2010 + (file % Years);

    /// <summary>The system's time on a clock that is hours off.</summary>
    /// <remarks>A FakeTimeProvider does not advance by itself, and leases in the emulator run by the system's time.</remarks>
    private sealed class SkewedTime(TimeSpan skew) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + skew;
    }
}

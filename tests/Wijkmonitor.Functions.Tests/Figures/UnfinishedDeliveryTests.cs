using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Functions.Tests.Http;
using Wijkmonitor.Functions.Tests.Storage.Rows;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Figures;

/// <summary>While files of a municipality are being stored or withdrawn nothing of it is published, and until it is computed nothing is settled.</summary>
public sealed class UnfinishedDeliveryTests(StorageEmulator emulator)
{
    private const string Dataset = "area-indicators";
    private const string Id = $"{Dataset}-00000000000000000001";
    private const string OtherId = $"{Dataset}-00000000000000000002";
    private const string A = "BU09990000";
    private const string B = "BU09990001";
    private const string C = "BU09990002";
    private const string City = "GM0999";
    private const string New = "BU09980000";
    private const string NewCity = "GM0998";
    private const string Contract = "example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DeliveryState.Storing, DeliveryState.Scoring, DeliveryState.Served)]
    [InlineData(DeliveryState.Withdrawing, DeliveryState.Restored, DeliveryState.Withdrawn)]
    public async Task Tables_that_hold_part_of_a_delivery_are_not_published(DeliveryState during, DeliveryState after, DeliveryState end)
    {
        await using var monitor = await StartAsync();
        var run = monitor.Get<ScoringRun>();
        await RecordAsync(monitor, during);
        await StoreAsync(monitor, (A, 3), (B, 200), (C, 400));

        // Another run computes all municipalities meanwhile: without the total it would show B and C, and hold the total back for ever.
        await run.ScoreAllAsync(Token);
        Assert.Equal([null, null, null], await ShownAsync(monitor));

        await StoreAsync(monitor, (A, 3), (B, 200), (C, 400), (City, 603));
        await RecordAsync(monitor, after);
        await run.ScoreDeliveriesAsync(Token);

        Assert.Equal([null, null, 400, 603], await ShownAsync(monitor));
        Assert.DoesNotContain(await monitor.Deliveries.GetProblemsAsync(Id, Token), problem => problem.Code == ProblemCodes.FigureHeldBack);
        Assert.Equal(end, (await monitor.Deliveries.FindAsync(Id, Token))!.State);
    }

    [Fact]
    public async Task Nothing_of_a_municipality_that_was_never_computed_is_shown_while_it_is_being_stored()
    {
        await using var monitor = await StartAsync();
        await StoreAsync(monitor, (New, 40), (NewCity, 40));
        Assert.Equal([null, null], await ShownAsync(monitor, NewCity));

        // An earlier version served it, and kept no record.
        await RecordAsync(monitor, DeliveryState.Served, municipality: NewCity);
        Assert.Equal([40, 40], await ShownAsync(monitor, NewCity));
    }

    [Fact]
    public async Task A_delivery_waits_while_another_of_its_municipality_is_being_stored()
    {
        await using var monitor = await StartAsync();
        await RecordAsync(monitor, DeliveryState.Scoring);
        await RecordAsync(monitor, DeliveryState.Storing, OtherId);

        await monitor.Get<ScoringRun>().ScoreDeliveriesAsync(Token);
        Assert.Equal(DeliveryState.Scoring, (await monitor.Deliveries.FindAsync(Id, Token))!.State);

        await RecordAsync(monitor, DeliveryState.Scoring, OtherId);
        await monitor.Get<ScoringRun>().ScoreDeliveriesAsync(Token);
        Assert.Equal(DeliveryState.Served, (await monitor.Deliveries.FindAsync(Id, Token))!.State);
    }

    [Theory]
    [InlineData(DeliveryState.Storing)]
    [InlineData(DeliveryState.Scoring)]
    [InlineData(DeliveryState.Withdrawing)]
    [InlineData(DeliveryState.Restored)]
    public async Task A_year_is_not_settled_on_figures_that_are_not_computed_yet(DeliveryState state)
    {
        await using var monitor = await StartAsync();
        await RecordAsync(monitor, state);

        var (status, body) = await SettleAsync(monitor);

        Assert.Equal(409, status);
        var message = JsonDocument.Parse(body).RootElement.GetProperty("message");
        Assert.StartsWith($"Er zijn nieuwe cijfers over {City} die nog niet zijn verwerkt.", message.GetProperty("nl").GetString());
        Assert.StartsWith($"There are new figures about {City} that are not computed yet.", message.GetProperty("en").GetString());
        Assert.Empty(await monitor.Get<SettlementStore>().GetByContractAsync(Contract, Token));
    }

    [Fact]
    public async Task A_year_is_settled_when_all_is_computed()
    {
        await using var monitor = await StartAsync();
        await monitor.DeliverAsync(Dataset, "figures.csv", $"area;boundary_year;period;indicator;value\n{A};2024;2017;social_assistance;13\n");
        await RecordAsync(monitor, DeliveryState.Scoring);
        await monitor.Get<ScoringRun>().ScoreDeliveriesAsync(Token);

        Assert.Equal(200, (await SettleAsync(monitor)).Status);
        Assert.Single(await monitor.Get<SettlementStore>().GetByContractAsync(Contract, Token));
    }

    [Fact]
    public async Task Figures_read_during_the_storing_of_a_delivery_are_not_used()
    {
        await using var monitor = await StartAsync();
        var run = monitor.Get<ScoringRun>();
        async Task<string?> ReadAsync()
        {
            await RecordAsync(monitor, DeliveryState.Storing);
            await RecordAsync(monitor, DeliveryState.Scoring);
            await run.ScoreDeliveriesAsync(Token);
            return "read";
        }

        Assert.Null(await run.ReadScoredAsync(CityMonitor.Municipality, ReadAsync, Token));
        Assert.Equal(DeliveryState.Scoring, (await monitor.Deliveries.FindAsync(Id, Token))!.State);
    }

    private static async Task<(int Status, string Body)> SettleAsync(CityMonitor monitor)
    {
        var answer = await FunctionCall.SendAsync(
            request => monitor.Create<SettlementFunctions>().SettleAsync(request, Contract, "2017", Token), json: """{ "on": "2018-03-01", "byRole": "gemeente" }""");
        return (answer.Status, answer.Body);
    }

    private static async Task RecordAsync(CityMonitor monitor, DeliveryState state, string id = Id, string municipality = City)
    {
        var template = Assert.Single(await monitor.Deliveries.GetByDatasetAsync("areas", Token));
        var version = (await monitor.Deliveries.FindAsync(id, Token))?.Version;
        await monitor.Deliveries.SaveAsync(template with { Id = id, Dataset = Dataset, State = state, Version = version, Municipalities = [municipality] }, Token);
    }

    private static async Task StoreAsync(CityMonitor monitor, params (string Area, int Count)[] counts)
    {
        var file = "area;period;indicator;value\n" + string.Concat(counts.Select(count => FormattableString.Invariant($"{count.Area};2024;inhabitants;{count.Count}\n")));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));
        using var copy = await LocalCopy.CreateAsync(content, Dataset, Token);
        await monitor.Get<FileStore>().StoreAsync(Stores.Definition(Dataset), Id, copy, parts: 1, cancellationToken: Token);
    }

    private static async Task<List<decimal?>> ShownAsync(CityMonitor monitor, string municipality = City) =>
        await monitor.Get<DisclosableObservations>().GetByMunicipalityAsync(AreaCode.Parse(municipality), Token)
            .OrderBy(o => o.Area.Value, StringComparer.Ordinal).Select(o => o.Value.State == ObservedState.Suppressed ? null : o.Value.Number).ToListAsync(Token);

    private async Task<CityMonitor> StartAsync()
    {
        var monitor = await CityMonitor.StartAsync(
            emulator.NewAccount(),
            [Stores.Definition("areas"), Stores.Definition(Dataset), Stores.Definition("contracts")],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Disclosure:MinCount"] = "5" });
        var contract = await File.ReadAllTextAsync(RepositoryFolder.File("samples/inbox/contracts/dolphia.json"), Token);
        await monitor.DeliverAsync(
            "contracts", "example.json", contract.Replace("\"dolphia\"", $"\"{Contract}\"", StringComparison.Ordinal)
                .Replace("CU0153-dolphia", A, StringComparison.Ordinal).Replace("GM0153", City, StringComparison.Ordinal));
        return monitor;
    }
}

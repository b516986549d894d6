using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Deliveries;

public sealed class DeliveryTests(StorageEmulator emulator)
{
    private const string Areas = "code;name;boundary_year\nGM0153;Enschede;2017\n";
    private const string Header = "area;period;indicator;value\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        var first = await monitor.DeliverAsync("area-indicators/a.csv", Header + "GM0153;2017;burglaries;5\n");
        var before = await RunningMonitor.OutcomeAsync(monitor.Account);

        await monitor.DropAsync("area-indicators/a-again.csv", Header + "GM0153;2017;burglaries;5\n");
        await monitor.SettleAsync();

        var deliveries = await monitor.DeliveriesAsync();
        var again = Assert.Single(deliveries, delivery => delivery.Dataset == "area-indicators");
        Assert.Equal((first.Id, "a.csv", "served"), (again.Id, again.File, again.State));
        Assert.NotNull(again.RepeatedAt);
        var after = await RunningMonitor.OutcomeAsync(monitor.Account);
        Assert.Equal(before.Where(pair => !pair.Key.StartsWith("Deliveries/")), after.Where(pair => !pair.Key.StartsWith("Deliveries/")));
    }

    [Fact]
    public async Task A_later_file_replaces_an_earlier_one_until_that_is_dropped_again()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        await monitor.DeliverAsync("area-indicators/a.csv", Header + "GM0153;2017;burglaries;5\n");
        await Task.Delay(1100, Token); // the storage keeps the moment of a drop to the second
        await monitor.DeliverAsync("area-indicators/b.csv", Header + "GM0153;2017;burglaries;6\n");
        Assert.Equal(6, await BurglariesAsync(monitor));
        await Task.Delay(1100, Token);

        await monitor.DropAsync("area-indicators/a.csv", System.Text.Encoding.UTF8.GetBytes(Header + "GM0153;2017;burglaries;5\n"));
        await monitor.SettleAsync();

        Assert.Equal(5, await BurglariesAsync(monitor));
    }

    [Fact]
    public async Task Two_files_dropped_at_once_are_both_accepted_with_their_own_source()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropAsync(account, "areas/areas.csv", System.Text.Encoding.UTF8.GetBytes(Areas));
        await RunningMonitor.DropAsync(account, "area-indicators/x.csv", System.Text.Encoding.UTF8.GetBytes(Header + "GM0153;2017;burglaries;5\n"));
        await RunningMonitor.DropAsync(account, "area-indicators/y.csv", System.Text.Encoding.UTF8.GetBytes(Header + "GM0153;2017;inhabitants;158351\n"));
        await using var monitor = await RunningMonitor.StartAsync(account);

        await monitor.SettleAsync();

        var observations = (await monitor.GetAsync("/api/v1/areas/GM0153/observations", ObservationsJson.Default.ItemListObservationResource)).Items;
        Assert.Equal([5m, 158_351m], observations.OrderBy(o => o.Indicator).Select(o => o.Value!.Value));
        Assert.Equal(2, observations.Select(o => o.Delivery).Distinct().Count());
    }

    [Fact]
    public async Task A_file_that_arrives_before_its_area_waits_for_it()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), ("Ingest__DependencyWaitSeconds", "3600"));
        await monitor.DropAsync("area-indicators/early.csv", Header + "GM0153;2017;burglaries;5\n");
        await monitor.LogsAsync("Deferred area-indicators/early.csv");
        Assert.Empty(await monitor.DeliveriesAsync());

        await monitor.DropAsync("areas/late.csv", Areas);
        await monitor.SettleAsync();

        Assert.All(await monitor.DeliveriesAsync(), delivery => Assert.Equal("served", delivery.State));
        Assert.Equal(5, await BurglariesAsync(monitor));
    }

    [Fact]
    public async Task A_superseded_file_of_the_same_second_takes_effect_when_dropped_again()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropAsync(account, "areas/areas.csv", System.Text.Encoding.UTF8.GetBytes(Areas));
        foreach (var value in new[] { 1, 2 })
        {
            await RunningMonitor.DropAsync(account, $"area-indicators/{value}.csv", System.Text.Encoding.UTF8.GetBytes($"{Header}GM0153;2017;burglaries;{value}\n"));
        }

        await using var monitor = await RunningMonitor.StartAsync(account);
        await monitor.SettleAsync();
        var inForce = await BurglariesAsync(monitor);
        var other = 3 - inForce;

        await monitor.DropAsync("area-indicators/again.csv", $"{Header}GM0153;2017;burglaries;{other}\n");
        await monitor.SettleAsync();

        Assert.Equal(other, await BurglariesAsync(monitor));
    }

    [Fact]
    public async Task A_refused_file_is_accepted_without_problems_once_its_area_is_known()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        const string content = Header + "GM0153;2017;burglaries;5\nCU0153-x;2017;burglaries;5\n";
        var refused = await monitor.DeliverAsync("area-indicators/a.csv", content);
        Assert.Equal((2, 2), (refused.Errors, (await monitor.ProblemsAsync(refused)).Items.Count));
        await monitor.DeliverAsync("areas/areas.csv", Areas + "CU0153-x;Eigen gebied;2017\n");

        var served = await monitor.DeliverAsync("area-indicators/a.csv", content);

        Assert.Equal((refused.Id, "served", 0), (served.Id, served.State, served.Errors));
        var problems = await monitor.ProblemsAsync(served);
        Assert.Empty(problems.Items);
        Assert.Empty(problems.ByCode);
    }

    [Fact]
    public async Task A_contract_version_that_is_in_force_cannot_be_given_other_content()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account);
        await monitor.SettleAsync();
        var contract = await File.ReadAllTextAsync(Local.RepositoryFolder.File("samples", "inbox", "contracts", "dolphia.json"), Token);

        var delivery = await monitor.DeliverAsync("contracts/changed.json", contract.Replace("\"principal\": 200000", "\"principal\": 300000"));

        Assert.Equal("refused", delivery.State);
        Assert.Contains((await monitor.ProblemsAsync(delivery)).Items, problem => problem.Column == "version");
        var mortgage = await monitor.GetAsync("/api/v1/social-mortgages/dolphia", SocialMortgagesJson.Default.SocialMortgageResource);
        Assert.Equal(200_000, mortgage.Contract.Principal);
    }

    [Fact]
    public async Task The_nightly_run_recomputes_everything_and_writes_only_changes()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account);
        await monitor.SettleAsync();
        var scorecards = new Azure.Data.Tables.TableClient(account, "Scorecards");
        var statement = await scorecards.QueryAsync<Azure.Data.Tables.TableEntity>("Subject eq 'dolphia'", cancellationToken: Token).SingleAsync(Token);
        await scorecards.DeleteEntityAsync(statement.PartitionKey, statement.RowKey, cancellationToken: Token);

        await monitor.App.TriggerAsync("Score", Token);

        // Of all scorecards only the one that was missing is written; how many there are depends on the kinds that the samples have figures for.
        await monitor.LogsAsync(new Regex("Computed [0-9]+ scorecards of GM0153: 1 changed", RegexOptions.None, Regex.InfiniteMatchTimeout));
        var again = await monitor.GetAsync("/api/v1/social-mortgages/dolphia/statements/2017", ScorecardsJson.Default.Scorecard);
        Assert.Equal(183_000, again.Totals.Single(total => total.Code == "closing-balance").Value);
    }

    [Fact]
    public async Task An_interrupted_delivery_is_finished_from_the_archive()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropAsync(account, "areas/areas.csv", System.Text.Encoding.UTF8.GetBytes(Areas));
        await RunningMonitor.DropAsync(account, "area-indicators/a.csv", System.Text.Encoding.UTF8.GetBytes(Header + "GM0153;2017;burglaries;5\n"));
        await using (var first = await RunningMonitor.StartAsync(account))
        {
            await first.SettleAsync();
        }

        // As a process that dies while it stores leaves it, after which somebody takes the file out of the inbox.
        var deliveries = new Azure.Data.Tables.TableClient(account, "Deliveries");
        var delivery = await deliveries.QueryAsync<Azure.Data.Tables.TableEntity>("PartitionKey eq 'area-indicators'", cancellationToken: Token).SingleAsync(Token);
        delivery["State"] = "Storing";
        await deliveries.UpdateEntityAsync(delivery, delivery.ETag, cancellationToken: Token);
        var observations = new Azure.Data.Tables.TableClient(account, "Observations");
        var row = await observations.QueryAsync<Azure.Data.Tables.TableEntity>("", cancellationToken: Token).SingleAsync(Token);
        await observations.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Token);

        await using var second = await RunningMonitor.StartAsync(account);
        await second.SettleAsync();

        Assert.Equal(5, await BurglariesAsync(second));
    }

    [Fact]
    public async Task A_municipality_that_fails_does_not_block_others()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        var contracts = await BreakContractAsync(monitor.Account);

        await monitor.DropAsync("areas/hindered.csv", "code;name;boundary_year\nGM0153;Enschede;2018\n");
        await monitor.DropAsync("areas/other.csv", "code;name;boundary_year\nGM0999;Elders;2018\n");
        await monitor.LogsAsync("Computed 0 scorecards of GM0999");
        await monitor.LogsAsync("Failed to score GM0153");

        var states = (await monitor.DeliveriesAsync()).ToDictionary(delivery => delivery.File, delivery => delivery.State);
        Assert.Equal("scoring", states["hindered.csv"]);
        await contracts.DeleteEntityAsync("contracts", "broken", cancellationToken: Token);
        await monitor.SettleAsync();
        Assert.All(await monitor.DeliveriesAsync(), delivery => Assert.Equal("served", delivery.State));
    }

    [Fact]
    public async Task A_file_that_cannot_be_checked_is_quarantined_and_the_next_one_is_processed()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        var contracts = await BreakContractAsync(monitor.Account);
        await contracts.DeleteEntityAsync("contracts", "broken", cancellationToken: Token); // computing goes on, checking entries does not

        var failed = await monitor.DeliverAsync("operation/entries.csv", "contract;reference;date;description;amount\nbroken;1;2017-01-01;rent;10\n");

        Assert.Equal("refused", failed.State);
        Assert.Equal(ProblemCodes.ProcessingFailed, Assert.Single((await monitor.ProblemsAsync(failed)).Items).Code);
        await monitor.LogsAsync("after 3 failed attempts (internal error)");
        Assert.Equal("served", (await monitor.DeliverAsync("area-indicators/a.csv", Header + "GM0153;2017;burglaries;5\n")).State);
    }

    // A stored contract that this version of the monitor cannot read.
    private static async Task<Azure.Data.Tables.TableClient> BreakContractAsync(string account)
    {
        var contracts = new Azure.Data.Tables.TableClient(account, "Contracts");
        await contracts.AddEntityAsync(new Azure.Data.Tables.TableEntity("contract|broken", "2017-01-01|1") { ["Delivery"] = "none", ["Json0"] = "{}"u8.ToArray() }, Token);
        await contracts.AddEntityAsync(new Azure.Data.Tables.TableEntity("contracts", "broken") { ["City"] = "GM0153", ["Summary"] = "{}" }, Token);
        return contracts;
    }

    [Fact]
    public async Task A_ledger_entry_is_not_changed_by_a_later_file_with_the_same_reference()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account);
        await monitor.SettleAsync();
        var booked = (await monitor.DeliveriesAsync()).Single(delivery => delivery.Dataset == "operation");
        var sample = await File.ReadAllLinesAsync(Local.RepositoryFolder.File("samples", "inbox", "operation", "dolphia-2017.csv"), Token);
        var reference = sample[^1].Split(';')[1];

        var delivery = await monitor.DeliverAsync("operation/other.csv", $"contract;reference;date;description;amount\ndolphia;{reference};2017-05-05;rent;1\n");

        Assert.Equal("refused", delivery.State);
        var problem = Assert.Single((await monitor.ProblemsAsync(delivery)).Items);
        Assert.Equal((ProblemCodes.EntryExists, 2), (problem.Code, problem.Line));
        Assert.Contains(booked.Id, problem.Message.Nl);
    }

    [Fact]
    public async Task An_accepted_file_is_archived_unchanged()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());

        var delivery = await monitor.DeliverAsync("areas/folder/areas.csv", Areas);

        var archive = new BlobServiceClient(monitor.Account).GetBlobContainerClient("archive");
        var blob = await archive.GetBlobClient($"areas/{delivery.ReceivedAt.Year}/{delivery.Id}/folder/areas.csv").DownloadContentAsync(Token);
        Assert.Equal(Areas, blob.Value.Content.ToString());
    }

    [Fact]
    public async Task Two_monitors_on_one_inbox_accept_every_file_once()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropAsync(account, "areas/areas.csv", System.Text.Encoding.UTF8.GetBytes(Areas));
        await using var one = await RunningMonitor.StartAsync(account);
        await one.SettleAsync();
        await using var other = await RunningMonitor.StartAsync(account);
        for (var i = 0; i < 20; i++)
        {
            await one.DropAsync($"area-indicators/{i}.csv", $"{Header}GM0153;2017;burglaries;{i}\n");
        }

        await one.SettleAsync();

        Assert.Equal(20, (await one.DeliveriesAsync()).Count(delivery => delivery is { Dataset: "area-indicators", State: "served" }));

        // Storage knows whole seconds, so that files of one second have no order of their own: the one stored last counts.
        var last = (await one.DeliveriesAsync()).Where(delivery => delivery.Dataset == "area-indicators").MaxBy(delivery => delivery.StoredAt)!;
        Assert.Equal(decimal.Parse(Path.GetFileNameWithoutExtension(last.File)), await BurglariesAsync(one));
        var stored = (one.Log + other.Log).Split('\n').Count(line => line.Contains("Stored area-indicators/"));
        Assert.Equal(20, stored);
    }

    private static async Task<decimal?> BurglariesAsync(RunningMonitor monitor) =>
        (await monitor.GetAsync("/api/v1/areas/GM0153/observations?indicator=burglaries", ObservationsJson.Default.ItemListObservationResource)).Items.Single().Value;
}

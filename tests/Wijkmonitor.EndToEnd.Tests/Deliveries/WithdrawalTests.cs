using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Deliveries;

/// <summary>A delivery that is withdrawn leaves everything as if it had never been accepted.</summary>
public sealed class WithdrawalTests(StorageEmulator emulator)
{
    private const string Areas = "code;name;boundary_year\nGM0153;Enschede;2016\nGM0153;Enschede;2017\n";
    private const string Long = "area;period;indicator;value\n";
    private const string Wide =
        "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"Particuliere huishoudens (Aantal)\";" +
        "\"Opleidingsniveau/Laag/Waarde (%)\";\"Opleidingsniveau/Middelbaar/Waarde (%)\";\"Opleidingsniveau/Hoog/Waarde (%)\";" +
        "\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\";\"Spreiding/Spreiding totaal/Waarde (Getal)\"\n";

    // What is delivered, in order; the letter names it.
    private static readonly (string Name, string Path, string Content)[] History =
    [
        ("areas", "areas/areas.csv", Areas),
        ("a", "area-indicators/a.csv", Long + "GM0153;2017;burglaries;5\nGM0153;2017;inhabitants;158000\n"),
        ("b", "area-indicators/b.csv", Long + "GM0153;2017;burglaries;6\nGM0153;2017;social_assistance;40\nGM0153;2016;burglaries;7\n"),
        ("c", "area-indicators/c.csv", Long + "GM0153;2017;social_assistance;x\nGM0153;2017;burglaries;6\n"),
        ("p", "ses-woa/p.csv", Wide + Row(2019, "GM0999", 900, "25.5") + Row(2019, "BU09990000", 400, "24.5") + Row(2019, "BU09990001", 500, "26.5")),
        ("q", "ses-woa/q.csv", Wide + Row(2019, "GM0999", 901, "25.5", "Ander") + Row(2019, "BU09990000", 401, ".")),
        ("r", "ses-woa/r.csv", Wide + Row(2019, "BU09990001", 502, "27.5") + Row(2020, "BU09990002", 10, "1.0")),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("p")]
    [InlineData("q")]
    [InlineData("r")]
    [InlineData("b,c")]
    [InlineData("p,r")]
    public async Task After_a_withdrawal_the_tables_are_as_if_it_was_never_delivered(string names)
    {
        var withdrawn = names.Split(',');
        await using var without = await RunningMonitor.StartAsync(emulator.NewAccount());
        foreach (var (_, path, content) in History.Where(delivered => !withdrawn.Contains(delivered.Name)))
        {
            Assert.Equal("served", (await without.DeliverAsync(path, content)).State);
        }

        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        var ids = new List<string>();
        foreach (var (name, path, content) in History)
        {
            var delivery = await monitor.DeliverAsync(path, content);
            if (withdrawn.Contains(name))
            {
                ids.Add(delivery.Id);
            }
        }

        foreach (var id in ids)
        {
            using var answer = await PendingTests.DecideAsync(monitor, id, "withdrawal", new { byRole = "databeheerder" });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        }

        await monitor.SettleAsync();

        Assert.All(await monitor.DeliveriesAsync(), delivery => Assert.Equal(ids.Contains(delivery.Id) ? "withdrawn" : "served", delivery.State));
        Tables.AssertSame(await Tables.ReadAsync(without.Account, Tables.DataTables), await Tables.ReadAsync(monitor.Account, Tables.DataTables));
        Tables.AssertSame(await Tables.ScorecardsAsync(without.Account), await Tables.ScorecardsAsync(monitor.Account));
    }

    [Fact]
    public async Task A_delivery_lists_its_added_changed_and_withdrawn_values()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        var a = await monitor.DeliverAsync("area-indicators/a.csv", History[1].Content);
        var b = await monitor.DeliverAsync("area-indicators/b.csv", History[2].Content);
        var p = await monitor.DeliverAsync("ses-woa/p.csv", Wide + Row(2019, "GM0999", 900, "25.5"));
        var shorter = await monitor.DeliverAsync("ses-woa/q.csv", Wide + Row(2019, "GM0999", 900, "26.0"));

        var first = await monitor.GetAsync(a.Diff!, DeliveriesJson.Default.ChangeList);
        var second = await monitor.GetAsync(b.Diff!, DeliveriesJson.Default.ChangeList);
        var third = await monitor.GetAsync(shorter.Diff!, DeliveriesJson.Default.ChangeList);

        Assert.Equal((new ChangeCounts(2, 0, 0, 0), 0), (first.Counts, first.Supersedes.Count));
        Assert.Equal(new ChangeCounts(2, 1, 0, 0), second.Counts);
        Assert.Equal([a.Id], second.Supersedes);
        var changed = Assert.Single(second.Items, item => item.Change == ChangeKind.Changed);
        Assert.Equal(("burglaries", 5m, a.Id, 2, 6m, b.Id, 2), (changed.Indicator, changed.Old!.Value, changed.Old.Delivery, changed.Old.Line, changed.New!.Value, changed.New.Delivery, changed.New.Line));
        Assert.Equal(new ChangeCounts(0, 1, 0, 5), third.Counts);
        Assert.Equal([p.Id], shorter.Supersedes);
        Assert.Equal(0, third.Rest);
        Assert.NotNull(shorter.Duration);
        Assert.Equal([2019], shorter.Periods);
    }

    [Fact]
    public async Task An_interrupted_withdrawal_is_finished_by_the_next_run()
    {
        const int Neighbourhoods = 1500;
        var account = emulator.NewAccount();
        var before = new StringBuilder(Wide);
        var after = new StringBuilder(Wide);
        for (var i = 0; i < Neighbourhoods; i++)
        {
            before.Append(Row(2019, string.Create(CultureInfo.InvariantCulture, $"BU{9000 + (i % 20)}{i:0000}"), i, "1.5"));
            after.Append(Row(2019, string.Create(CultureInfo.InvariantCulture, $"BU{9000 + (i % 20)}{i:0000}"), i + 1, "2.5"));
        }

        SortedDictionary<string, string> expected;
        DeliveryResource wrong;
        await using (var monitor = await RunningMonitor.StartAsync(account))
        {
            await monitor.DeliverAsync("ses-woa/before.csv", before.ToString());
            expected = await Tables.ReadAsync(account, Tables.DataTables);
            wrong = await monitor.DeliverAsync("ses-woa/after.csv", after.ToString());
            Assert.Equal(new ChangeCounts(0, 2 * Neighbourhoods, 0, 4 * Neighbourhoods), wrong.Changes);
        }

        // The kill comes when a municipality that is to be put back waits for the storage: others are done, and it and those after it are not.
        await using var storage = await FaultyStorage.StartAsync(account, seed: 7, share: 0);
        foreach (var (kill, municipality) in new[] { "GM9003", "GM9011", "GM9019" }.Index())
        {
            storage.Held = municipality;
            var heldBefore = storage.Count(StorageFault.Hanging);
            await using var killed = await RunningMonitor.StartAsync(storage.Through(account), ("IngestSchedule", kill == 0 ? "0 0 3 1 1 *" : "* * * * * *"));
            if (kill == 0)
            {
                using var answer = await PendingTests.DecideAsync(killed, wrong.Id, "withdrawal", new { byRole = "databeheerder", reason = "verkeerd jaar" });
                Assert.True(answer.IsSuccessStatusCode);
                await killed.App.TriggerAsync("Ingest", Token);
            }

            while (storage.Count(StorageFault.Hanging) == heldBefore)
            {
                await Task.Delay(10, Token);
            }

            await killed.App.KillAsync();
            Assert.Equal("Withdrawing", (await new Azure.Data.Tables.TableClient(account, "Deliveries").GetEntityAsync<Azure.Data.Tables.TableEntity>("ses-woa", wrong.Id, cancellationToken: Token)).Value.GetString("State"));
        }

        await using var last = await RunningMonitor.StartAsync(account);
        await last.SettleAsync();

        Assert.Equal("withdrawn", (await PendingTests.OneAsync(last, wrong.Id)).State);
        Tables.AssertSame(expected, await Tables.ReadAsync(account, Tables.DataTables));
    }

    [Fact]
    public async Task A_delivery_with_dependents_cannot_be_withdrawn()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account);
        await monitor.SettleAsync();
        var deliveries = (await monitor.DeliveriesAsync()).ToLookup(delivery => delivery.Dataset);

        async Task<string> ConflictAsync(string dataset)
        {
            using var answer = await PendingTests.DecideAsync(monitor, deliveries[dataset].First().Id, "withdrawal", new { byRole = "databeheerder" });
            Assert.Equal(409, (int)answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync(HttpJson.Default.ProblemDetailsResource, Token))!.Message.En;
        }

        Assert.Contains("'decisions'", await ConflictAsync("operation"));
        Assert.Contains("booked under this version", await ConflictAsync("contracts"));
        Assert.Contains("Withdraw that one first", await ConflictAsync("areas"));
        using var settled = await monitor.App.Client.PostAsJsonAsync("/api/v1/social-mortgages/dolphia/statements/2017/settlement", new { on = "2018-03-01", byRole = "gemeente" }, Token);
        Assert.True(settled.IsSuccessStatusCode, await settled.Content.ReadAsStringAsync(Token));
        Assert.Contains("The year 2017 was settled with this version", await ConflictAsync("contracts"));
        Assert.All(await monitor.DeliveriesAsync(), delivery => Assert.Equal("served", delivery.State));
    }

    [Fact]
    public async Task A_contract_without_dependents_is_withdrawn_and_the_previous_version_counts_again()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/enschede.csv", await File.ReadAllTextAsync(RepositoryFolder.File("samples", "inbox", "areas", "enschede.csv"), Token));
        var json = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(RepositoryFolder.File("samples", "inbox", "contracts", "dolphia.json"), Token))!.AsObject();
        await monitor.DeliverAsync("contracts/first.json", json.ToJsonString());
        var before = await Tables.ReadAsync(monitor.Account, Tables.DataTables);
        var scorecards = await Tables.ScorecardsAsync(monitor.Account);
        json["version"] = "2";
        json["validFrom"] = "2019-01-01";
        var second = await monitor.DeliverAsync("contracts/second.json", json.ToJsonString());
        Assert.Equal("served", second.State);
        Assert.NotEqual(before, await Tables.ReadAsync(monitor.Account, Tables.DataTables));

        using var answer = await PendingTests.DecideAsync(monitor, second.Id, "withdrawal", new { byRole = "gemeente" });
        await monitor.SettleAsync();

        Assert.Equal("withdrawn", (await PendingTests.OneAsync(monitor, second.Id)).State);
        Tables.AssertSame(before, await Tables.ReadAsync(monitor.Account, Tables.DataTables));
        Tables.AssertSame(scorecards, await Tables.ScorecardsAsync(monitor.Account));
    }

    private static string Row(int year, string area, int households, string low, string name = "Gebied") => string.Create(
        CultureInfo.InvariantCulture, $"\"{year}\";\"{name}\";\"{area}\";\"{households}\";\"{low}\";\"40.1\";\"30.2\";\"-0.1\";\"1.0\"\n");
}

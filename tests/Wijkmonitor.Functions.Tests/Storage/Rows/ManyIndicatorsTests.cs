using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Ingest.Decisions;
using Wijkmonitor.Functions.Ingest.Steps;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Rows;

/// <summary>A dataset with more indicators than an entity holds, in both layouts.</summary>
public sealed class ManyIndicatorsTests(StorageEmulator emulator)
{
    private const int All = CityMonitor.MaxIndicators;
    private const int Few = 100;

    // 252 of its own; keys, etag and timestamp come besides.
    private const int MaxProperties = 252 + 4;

    private static readonly int Areas = CityMonitor.Areas.Count;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatasetFormat.Wide, 8)]
    [InlineData(DatasetFormat.Long, 16)]
    public async Task A_thousand_indicators_of_an_area_and_year_are_stored_and_read(DatasetFormat format, int parts)
    {
        await using var monitor = await CityMonitor.StartAsync(emulator.NewAccount(), format, All);

        var delivery = await monitor.DeliverAsync("a.csv", CityMonitor.File(format, CityMonitor.Codes(All), 1));

        Assert.Equal((Areas * All, parts), (delivery.Values, delivery.Parts));
        AssertHolds(await monitor.ReadAsync(), (delivery, CityMonitor.Codes(All), 1));
        var entities = await monitor.EntitiesAsync().ToListAsync(Token);
        Assert.Equal(Areas * parts, entities.Count);
        Assert.All(entities, entity => Assert.InRange(entity.Count, 1, MaxProperties));
        Assert.Equal(new ChangeCounts(Areas * All, 0, 0, 0), delivery.Changes);
        await AssertReplaysSameAsync(monitor);
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task A_year_and_its_quarters_are_rows_of_their_own(DatasetFormat format)
    {
        const int Indicators = 300;
        await using var monitor = await CityMonitor.StartAsync(emulator.NewAccount(), format, Indicators);
        string[] periods = ["2024", "2024-Q1", "2024-Q2"];

        for (var version = 1; version <= periods.Length; version++)
        {
            await monitor.DeliverAsync($"{periods[version - 1]}.csv",
                CityMonitor.File(format, CityMonitor.Codes(Indicators), version, period: periods[version - 1]));
        }

        var read = await monitor.Observations.GetByMunicipalityAsync(CityMonitor.Municipality, Token).ToListAsync(Token);
        Assert.Equal(Areas * Indicators * periods.Length, read.Count);
        Assert.All(read, observation => Assert.Equal(
            CityMonitor.Value(observation.Area.Value, observation.Indicator, Array.IndexOf(periods, observation.Period.ToString()) + 1),
            observation.Value.Number));
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task Some_of_a_thousand_indicators_are_read_of_one_area_and_of_all(DatasetFormat format)
    {
        await using var monitor = await CityMonitor.StartAsync(emulator.NewAccount(), format, All);
        var delivery = await monitor.DeliverAsync("a.csv", CityMonitor.File(format, CityMonitor.Codes(All), 1));
        var area = AreaCode.Parse(CityMonitor.Areas[3]);
        string[] three = ["city_0001", "city_0500", "city_1000"];

        // More than the address of a request could name.
        foreach (var codes in new[] { three, CityMonitor.Codes(600) })
        {
            var ofArea = await monitor.Observations.GetByAreaAsync(area, codes, Token).ToListAsync(Token);
            var ofAll = await monitor.Observations.GetByMunicipalityAsync(CityMonitor.Municipality, codes, 2024, Token).ToListAsync(Token);

            Assert.Equal(codes.Order(), ofArea.Select(observation => observation.Indicator).Order());
            Assert.All(ofArea, observation => Assert.Equal(CityMonitor.Value(area.Value, observation.Indicator, 1), observation.Value.Number));
            Assert.All(ofAll, observation => Assert.Equal((delivery.Id, 2024), (observation.Source.Delivery, observation.BoundaryYear)));
            Assert.Equal(Areas * codes.Length, ofAll.Count);
        }
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task Missing_indicators_are_removed_by_a_wide_file_and_kept_by_a_long_one(DatasetFormat format)
    {
        await using var monitor = await CityMonitor.StartAsync(emulator.NewAccount(), format, All);
        var first = await monitor.DeliverAsync("a.csv", CityMonitor.File(format, CityMonitor.Codes(All), 1));
        var before = await monitor.TableAsync();
        var kept = CityMonitor.Codes(All)[300..];

        var second = await monitor.DeliverAsync("b.csv", CityMonitor.File(format, kept, 2));

        var isWide = format == DatasetFormat.Wide;
        AssertHolds(await monitor.ReadAsync(), (second, kept, 2), (first, isWide ? [] : CityMonitor.Codes(300), 1));
        Assert.Equal(new ChangeCounts(0, Areas * 700, isWide ? Areas * 300 : 0, 0), second.Changes);
        Assert.Equal([first.Id], second.Supersedes);
        await AssertReplaysSameAsync(monitor);

        await monitor.WithdrawAsync(second);
        Assert.Equal(before, await monitor.TableAsync());
        await AssertReplaysSameAsync(monitor);
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task A_dataset_grows_from_a_hundred_indicators_to_a_thousand_and_back_by_a_withdrawal(DatasetFormat format)
    {
        var account = emulator.NewAccount();
        await using var small = await CityMonitor.StartAsync(account, format, Few);
        var first = await small.DeliverAsync("a.csv", CityMonitor.File(format, CityMonitor.Codes(Few), 1));
        var before = await small.TableAsync();
        Assert.Equal(CityMonitor.Areas.Select(area => $"{area}|{CityMonitor.Dataset}|2024").Order(StringComparer.Ordinal), before.Keys);
        await using var monitor = await CityMonitor.StartAsync(account, format, All);

        // The last area is only in the first file.
        var second = await monitor.DeliverAsync("b.csv", CityMonitor.File(format, CityMonitor.Codes(All), 2, Areas - 1));

        var read = await monitor.ReadAsync();
        var last = CityMonitor.Areas[^1];
        Assert.Equal((Areas - 1) * All + Few, read.Count);
        Assert.All(read, pair => Assert.Equal(
            pair.Key.Area == last ? (CityMonitor.Value(last, pair.Key.Indicator, 1), first.Id)
                : (CityMonitor.Value(pair.Key.Area, pair.Key.Indicator, 2), second.Id),
            pair.Value));
        Assert.Equal(new ChangeCounts((Areas - 1) * (All - Few), (Areas - 1) * Few, 0, 0), second.Changes);
        Assert.Equal([first.Id], second.Supersedes);
        var changed = (await monitor.ChangesAsync(second)).Items.First(change => change.Change == ChangeKind.Changed);
        Assert.Equal((first.Id, second.Id), (changed.Old!.Delivery, changed.New!.Delivery));
        await AssertReplaysSameAsync(monitor);

        await monitor.WithdrawAsync(second);
        Assert.Equal(before, await monitor.TableAsync());
        AssertHolds(await monitor.ReadAsync(), (first, CityMonitor.Codes(Few), 1));
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task A_dataset_shrinks_from_a_thousand_indicators_to_a_hundred_and_back_by_a_withdrawal(DatasetFormat format)
    {
        var account = emulator.NewAccount();
        await using var large = await CityMonitor.StartAsync(account, format, All);
        var first = await large.DeliverAsync("a.csv", CityMonitor.File(format, CityMonitor.Codes(All), 1));
        var before = await large.TableAsync();
        await using var monitor = await CityMonitor.StartAsync(account, format, Few);

        var second = await monitor.DeliverAsync("b.csv", CityMonitor.File(format, CityMonitor.Codes(Few), 2));

        var isWide = format == DatasetFormat.Wide;
        AssertHolds(await monitor.ReadAsync(), (second, CityMonitor.Codes(Few), 2), (first, isWide ? [] : CityMonitor.Codes(All)[Few..], 1));
        Assert.Equal(new ChangeCounts(0, Areas * Few, isWide ? Areas * (All - Few) : 0, 0), second.Changes);
        Assert.Equal(first.Parts, second.Parts);
        await AssertReplaysSameAsync(monitor);

        await monitor.WithdrawAsync(second);
        Assert.Equal(before, await monitor.TableAsync());
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task Withdrawing_the_middle_delivery_leaves_the_others(DatasetFormat format)
    {
        var account = emulator.NewAccount();
        await using var small = await CityMonitor.StartAsync(account, format, Few);
        var first = await small.DeliverAsync("a.csv", CityMonitor.File(format, CityMonitor.Codes(Few), 1));
        await using var middle = await CityMonitor.StartAsync(account, format, 300);
        var second = await middle.DeliverAsync("b.csv", CityMonitor.File(format, CityMonitor.Codes(300)[50..], 2));
        await using var monitor = await CityMonitor.StartAsync(account, format, All);
        var third = await monitor.DeliverAsync("c.csv", CityMonitor.File(format, CityMonitor.Codes(All)[200..], 3));
        var isWide = format == DatasetFormat.Wide;
        AssertHolds(await monitor.ReadAsync(), (third, CityMonitor.Codes(All)[200..], 3), (second, isWide ? [] : CityMonitor.Codes(200)[50..], 2),
            (first, isWide ? [] : CityMonitor.Codes(50), 1));

        await monitor.WithdrawAsync(second);

        AssertHolds(await monitor.ReadAsync(), (third, CityMonitor.Codes(All)[200..], 3), (first, isWide ? [] : CityMonitor.Codes(Few), 1));
        await AssertReplaysSameAsync(monitor);
        await monitor.WithdrawAsync(third);
        AssertHolds(await monitor.ReadAsync(), (first, CityMonitor.Codes(Few), 1));
        await monitor.WithdrawAsync(first);
        Assert.Empty(await monitor.TableAsync());
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task A_file_dropped_again_after_its_dataset_grew_is_withdrawn_whole(DatasetFormat format)
    {
        var account = emulator.NewAccount();
        var file = CityMonitor.File(format, CityMonitor.Codes(Few), 1);
        await using var small = await CityMonitor.StartAsync(account, format, Few);
        await small.DeliverAsync("a.csv", file);
        await using var monitor = await CityMonitor.StartAsync(account, format, All);
        var second = await monitor.DeliverAsync("b.csv", CityMonitor.File(format, CityMonitor.Codes(All)[50..], 2));

        var again = await monitor.DeliverAsync("a.csv", file);

        var isWide = format == DatasetFormat.Wide;
        AssertHolds(await monitor.ReadAsync(), (again, CityMonitor.Codes(Few), 1), (second, isWide ? [] : CityMonitor.Codes(All)[Few..], 2));
        Assert.Equal(second.Parts, again.Parts);
        await AssertReplaysSameAsync(monitor);

        await monitor.WithdrawAsync(again);
        AssertHolds(await monitor.ReadAsync(), (second, CityMonitor.Codes(All)[50..], 2));
        await AssertReplaysSameAsync(monitor);
        await monitor.WithdrawAsync(second);
        Assert.Empty(await monitor.TableAsync());
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task A_failed_redelivery_restores_the_earlier_values(DatasetFormat format)
    {
        var account = emulator.NewAccount();
        await using var small = await CityMonitor.StartAsync(account, format, Few);
        var first = await small.DeliverAsync("a.csv", CityMonitor.File(format, CityMonitor.Codes(Few), 1));
        await using var monitor = await CityMonitor.StartAsync(account, format, All);
        await monitor.DeliverAsync("b.csv", CityMonitor.File(format, CityMonitor.Codes(All)[50..], 2));
        var before = await monitor.TableAsync();

        // The state in which the storing of the second drop breaks off: the first is taken out, and the second stored as far as that came.
        var current = (await monitor.Deliveries.FindAsync(first.Id, Token))!;
        var again = await monitor.Deliveries.SaveAsync(current with { State = DeliveryState.Storing, StoredAt = null, Parts = 16, Before = current }, Token);
        await monitor.Get<DeliveryRollback>().RollBackAsync(current, Token);
        Assert.NotEqual(before, await monitor.TableAsync());
        await monitor.Get<DeliveryDecisionProcessor>().QuarantineAsync(again.Id, Token);

        Assert.Equal(before, await monitor.TableAsync());
        Assert.Equal((DeliveryState.Scoring, 1), await StateAsync(monitor, first));
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task A_delivery_finished_after_its_dataset_grew_still_comes_last(DatasetFormat format)
    {
        var account = emulator.NewAccount();
        await using var small = await CityMonitor.StartAsync(account, format, Few);
        var first = await small.DeliverAsync("a.csv", CityMonitor.File(format, CityMonitor.Codes(Few), 1));
        await using var monitor = await CityMonitor.StartAsync(account, format, All);
        await monitor.Deliveries.SaveAsync((await monitor.Deliveries.FindAsync(first.Id, Token))! with { State = DeliveryState.Storing, StoredAt = null },
            Token);
        await monitor.DropAsync(CityMonitor.Dataset, "b.csv", CityMonitor.File(format, CityMonitor.Codes(All), 2));
        var waiting = Assert.Single(await monitor.Get<Inbox>().ListFilesAsync(Token));
        Assert.Equal(StepResult.Completed, await monitor.Get<FileIngest>().IngestAsync(waiting, Token));

        await monitor.Get<IngestRun>().RunAsync(Token);

        var second = (await monitor.Deliveries.GetByDatasetAsync(CityMonitor.Dataset, Token)).Single(delivery => delivery.Id != first.Id);
        AssertHolds(await monitor.ReadAsync(), (first, CityMonitor.Codes(Few), 1),
            (second, format == DatasetFormat.Wide ? [] : CityMonitor.Codes(All)[Few..], 2));
        Assert.Equal((DeliveryState.Served, second.Parts), await StateAsync(monitor, first));
        await AssertReplaysSameAsync(monitor);
    }

    [Fact]
    public async Task A_long_file_merges_into_a_wide_one_and_a_wide_file_replaces_both()
    {
        var account = emulator.NewAccount();
        await using var wide = await CityMonitor.StartAsync(account, DatasetFormat.Wide, All);
        var first = await wide.DeliverAsync("a.csv", CityMonitor.File(DatasetFormat.Wide, CityMonitor.Codes(All), 1));
        await using var rows = await CityMonitor.StartAsync(account, DatasetFormat.Long, All);
        var second = await rows.DeliverAsync("b.csv", CityMonitor.File(DatasetFormat.Long, CityMonitor.Codes(Few), 2));
        AssertHolds(await rows.ReadAsync(), (second, CityMonitor.Codes(Few), 2), (first, CityMonitor.Codes(All)[Few..], 1));
        Assert.Equal([first.Id], second.Supersedes);
        var before = await rows.TableAsync();

        var third = await wide.DeliverAsync("c.csv", CityMonitor.File(DatasetFormat.Wide, CityMonitor.Codes(500), 3));

        AssertHolds(await wide.ReadAsync(), (third, CityMonitor.Codes(500), 3));
        Assert.Equal([first.Id, second.Id], third.Supersedes.OrderBy(id => id == first.Id ? 0 : 1));
        Assert.Equal(new ChangeCounts(0, Areas * 500, Areas * 500, 0), third.Changes);
        await wide.WithdrawAsync(third);
        Assert.Equal(before, await wide.TableAsync());
    }

    [Fact]
    public async Task Values_of_former_indicators_of_a_long_dataset_leave_room_for_new_ones()
    {
        var account = emulator.NewAccount();
        await using var old = await CityMonitor.StartAsync(account, DatasetFormat.Long, Few);
        var first = await old.DeliverAsync("a.csv", CityMonitor.File(DatasetFormat.Long, CityMonitor.Codes(Few), 1));
        await using var monitor = await CityMonitor.StartAsync(account, DatasetFormat.Long, 200, from: Few);

        var second = await monitor.DeliverAsync("b.csv", CityMonitor.File(DatasetFormat.Long, CityMonitor.Codes(200)[Few..], 2));

        // A hundred each: together more than one entity holds.
        Assert.Equal((1, 2), (first.Parts, second.Parts));
        AssertHolds(await monitor.ReadAsync(), (first, CityMonitor.Codes(Few), 1), (second, CityMonitor.Codes(200)[Few..], 2));
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task A_small_dataset_keeps_its_keys_and_a_municipality_is_one_request(DatasetFormat format)
    {
        var account = emulator.NewAccount();
        await using var monitor = await CityMonitor.StartAsync(account, format, Few);
        var delivery = await monitor.DeliverAsync("a.csv", CityMonitor.File(format, CityMonitor.Codes(Few), 1));
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        var through = new Wijkmonitor.Functions.Storage.Observations.ObservationStore(Stores.Over(storage.Through(account)).Tables, CityMonitor.Catalogue);
        var calls = storage.Calls;

        Assert.Equal(Areas * Few, await through.GetByMunicipalityAsync(CityMonitor.Municipality, Token).CountAsync(Token));

        Assert.Equal(1, storage.Calls - calls);
        Assert.Equal(1, delivery.Parts);
        Assert.All(await monitor.EntitiesAsync().ToListAsync(Token), entity =>
        {
            Assert.Equal($"{entity["Area"]}|{CityMonitor.Dataset}|2024", entity.RowKey);
            Assert.False(entity.ContainsKey("Parts"));
        });
    }

    private static void AssertHolds(
        Dictionary<(string Area, string Indicator), (decimal? Value, string Delivery)> read, params (Delivery Delivery, string[] Codes, int Version)[] expected)
    {
        var values = expected.SelectMany(part => CityMonitor.Areas.SelectMany(area => part.Codes.Select(code =>
            KeyValuePair.Create((area, code), ((decimal?)CityMonitor.Value(area, code, part.Version), part.Delivery.Id))))).ToDictionary();
        Assert.Equal(values.Count, read.Count);
        var differences = values.Where(pair => !read.TryGetValue(pair.Key, out var found) || found != pair.Value).Take(3).ToList();
        Assert.True(differences.Count == 0,
            $"Expected {string.Join(", ", differences)}; found {string.Join(", ", differences.Select(pair => read.GetValueOrDefault(pair.Key)))}");
    }

    private static async Task AssertReplaysSameAsync(CityMonitor monitor)
    {
        var before = await monitor.TableAsync();
        await monitor.ReplayAsync();
        Assert.Equal(before, await monitor.TableAsync());
    }

    private static async Task<(DeliveryState State, int Parts)> StateAsync(CityMonitor monitor, Delivery delivery)
    {
        var found = (await monitor.Deliveries.FindAsync(delivery.Id, Token))!;
        return (found.State, found.Parts);
    }
}

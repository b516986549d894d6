using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Deliveries;

public sealed class DeliveryStoreTests(StorageEmulator emulator)
{
    private static readonly DateTimeOffset Moment = DateTimeOffset.UnixEpoch.AddYears(50).AddTicks(1234567);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delivery_round_trips_through_table_and_archive()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var delivery = Delivered();

        var kept = await stores.Deliveries.SaveAsync(delivery, Token);
        var found = await stores.Deliveries.FindAsync(delivery.Id, Token);
        var archived = Assert.Single(await stores.Archive.GetAllAsync(Token).ToListAsync(Token));

        Assert.Equal(kept.Version, found!.Version);
        Assert.All([found with { Version = null }, archived], read =>
        {
            Assert.EquivalentWithExclusions(delivery, read, strict: true, "Read.Periods");
            Assert.Equal(delivery.Read!.Periods, read.Read!.Periods);
        });
    }

    [Fact]
    public async Task The_rows_of_a_delivery_that_was_kept_before_rows_were_divided_are_whole()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var delivery = await stores.Deliveries.SaveAsync(Delivered(), Token);
        var blob = stores.Containers.Archive.GetBlobClient($"journal/deliveries/{delivery.Id}.json");
        var json = JsonNode.Parse((await blob.DownloadContentAsync(Token)).Value.Content)!.AsObject();
        Assert.True(json.Remove("parts"));
        await blob.UploadAsync(new BinaryData(json.ToJsonString()), overwrite: true, Token);
        var entity = (await Tables.FindAsync(stores.Tables.Deliveries, delivery.Dataset, delivery.Id, cancellationToken: Token))!;
        Assert.True(entity.Remove("Parts"));
        await stores.Tables.Deliveries.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace, Token);

        Assert.Equal(1, (await stores.Deliveries.FindAsync(delivery.Id, Token))!.Parts);
        Assert.Equal(1, Assert.Single(await stores.Archive.GetAllAsync(Token).ToListAsync(Token)).Parts);
    }

    [Fact]
    public async Task Concurrent_decisions_never_overwrite_each_other()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var delivery = await stores.Deliveries.SaveAsync(Delivered(), Token);
        var confirmation = new DeliveryDecision(DeliveryDecisionKind.Confirmation, Moment, "gemeente", null);
        var withdrawal = new DeliveryDecision(DeliveryDecisionKind.Withdrawal, Moment, "corporatie", "te laat");

        await stores.Deliveries.SaveDecisionAsync(delivery.WithDecision(confirmation), Token);
        await Assert.ThrowsAsync<DeliveryChangedException>(() => stores.Deliveries.SaveDecisionAsync(delivery.WithDecision(withdrawal), Token));
        await Assert.ThrowsAsync<DeliveryChangedException>(() => stores.Deliveries.SaveAsync(delivery with { State = DeliveryState.Storing }, Token));
        await stores.Archive.SaveDecisionsAsync(delivery.WithDecision(withdrawal), Token);

        var found = (await stores.Deliveries.FindAsync(delivery.Id, Token))!;
        Assert.Equal((DeliveryState.Confirmed, confirmation), (found.State, found.Decisions[^1]));
        var archived = Assert.Single(await stores.Archive.GetAllAsync(Token).ToListAsync(Token));
        Assert.Equal(confirmation, archived.Decisions[^1]);
    }

    [Fact]
    public async Task Every_shipped_definition_round_trips_through_the_archive()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        foreach (var definition in Stores.Config.Datasets.All)
        {
            var key = await stores.Archive.SaveDefinitionAsync(definition, Token);
            var again = await stores.Archive.GetDefinitionAsync(Delivered() with { File = "85984NED.csv", Definition = key }, Token);

            var expected = definition.ForFile("85984NED.csv");
            Assert.Equal((Encoding.UTF8.GetString(expected.ToJson()), expected.FilePeriod), (Encoding.UTF8.GetString(again.ToJson()), again.FilePeriod));
        }
    }

    [Fact]
    public async Task A_record_is_saved_despite_an_error_response()
    {
        var account = emulator.NewAccount();
        await Stores.OnAsync(account);
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        var deliveries = Stores.Over(storage.Through(account)).Deliveries;

        foreach (var version in new[] { 1, 2 })
        {
            var before = await deliveries.FindAsync(Delivered().Id, Token);
            (storage.Only, storage.Left, storage.Share) = (StorageFault.BrokenAfter, 1, 1);
            var kept = await deliveries.SaveCheckingAsync(Delivered() with { Rows = version, Version = before?.Version }, Token);

            Assert.Equal(version, storage.Count(StorageFault.BrokenAfter));
            var found = await deliveries.FindAsync(kept.Id, Token);
            Assert.Equal((version, kept.Version), (found!.Rows, found.Version));
        }
    }

    [Fact]
    public async Task A_concurrently_changed_record_is_not_overwritten()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var first = await stores.Deliveries.SaveCheckingAsync(Delivered(), Token);

        // 409: it is there already; 412: it has another version; 404: it is gone.
        await Assert.ThrowsAsync<DeliveryChangedException>(() => stores.Deliveries.SaveCheckingAsync(Delivered() with { Rows = 3 }, Token));
        var second = await stores.Deliveries.SaveCheckingAsync(first with { Rows = 4 }, Token);
        await Assert.ThrowsAsync<DeliveryChangedException>(() => stores.Deliveries.SaveCheckingAsync(first with { Rows = 5 }, Token));
        Assert.Equal((4, second.Version), ((await stores.Deliveries.FindAsync(first.Id, Token))!.Rows, second.Version));

        await stores.Deliveries.RemoveIfUnchangedAsync(first, Token);
        Assert.NotNull(await stores.Deliveries.FindAsync(first.Id, Token));
        await stores.Deliveries.RemoveIfUnchangedAsync(second, Token);
        await stores.Deliveries.RemoveIfUnchangedAsync(second, Token);
        Assert.Null(await stores.Deliveries.FindAsync(first.Id, Token));
        await Assert.ThrowsAsync<DeliveryChangedException>(() => stores.Deliveries.SaveCheckingAsync(second with { Rows = 6 }, Token));
    }

    private static Delivery Delivered() => Stores.Delivered("kwb-00000000000000000001", Moment) with
    {
        State = DeliveryState.Pending,
        StoredAt = Moment.AddTicks(3),
        CompletedAt = null,
        Sha256 = "12",
        Rows = 2,
        Values = 3,
        Warnings = 1,
        ProblemCounts = new Dictionary<string, int> { ["coverage-dropped"] = 1 },
        Path = "pending/a.csv",
        Municipalities = ["GM0153", "GM0363"],
        StartedAt = Moment,
        CheckedAt = Moment,
        Periods = [2019, 2020],
        Supersedes = ["kwb-00000000000000000000"],
        Changes = new ChangeCounts(1, 2, 3, 4),
        Decisions = [new DeliveryDecision(DeliveryDecisionKind.Withdrawal, Moment, "gemeente", "fout")],
        Definition = "abc",
        Parts = 16,
        Read = new ReadSummary(
            new("webexport", "web export"), [new Period(2019), Period.Create(PeriodGranularity.Quarter, 2020, 2)],
            [new DateOnly(2019, 1, 1), new DateOnly(2020, 1, 1)], [2020], new AreaCounts(1, 2, 3, 4),
            new Dictionary<string, int> { ["."] = 5, [""] = 6 }, [new SkippedLines(SkippedKinds.Footer, 1, 9)], ["ID"]),
    };
}

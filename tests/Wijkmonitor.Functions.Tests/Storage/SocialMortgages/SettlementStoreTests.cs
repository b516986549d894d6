using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.SocialMortgages;

public sealed class SettlementStoreTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_year_is_settled_once_and_the_first_settlement_stays()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var settlements = new SettlementStore(stores.Tables, stores.Containers, stores.Ids);

        Assert.True(await settlements.AddAsync(Settled("gemeente", 5), Token));
        Assert.False(await settlements.AddAsync(Settled("corporatie", 6), Token));

        AssertFirst(Assert.Single(await settlements.GetByContractAsync("dolphia", Token)));
    }

    [Theory]
    [InlineData(StorageFault.BrokenAfter)]
    [InlineData(StorageFault.DroppedAfter)]
    public async Task A_settlement_is_saved_despite_an_unanswered_write(StorageFault fault)
    {
        var account = emulator.NewAccount();
        await Stores.OnAsync(account);
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 1);
        (storage.Only, storage.Left) = (fault, 1);
        var stores = Stores.Over(storage.Through(account));
        var settlements = new SettlementStore(stores.Tables, stores.Containers, stores.Ids);

        Assert.True(await settlements.AddAsync(Settled("gemeente", 5), Token));

        Assert.Equal(1, storage.Count(fault));
        AssertFirst(Assert.Single(await settlements.GetByContractAsync("dolphia", Token)));
    }

    [Fact]
    public async Task A_settlement_only_in_its_container_is_restored_to_its_table()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var settlements = new SettlementStore(stores.Tables, stores.Containers, stores.Ids);
        await settlements.AddAsync(Settled("gemeente", 5), Token);
        await stores.Tables.Settlements.DeleteEntityAsync("dolphia", "2019", cancellationToken: Token);
        Assert.Empty(await settlements.GetByContractAsync("dolphia", Token));

        Assert.Equal(1, await settlements.RestoreAsync(Token));

        AssertFirst(Assert.Single(await settlements.GetByContractAsync("dolphia", Token)));
    }

    [Fact]
    public async Task A_settlement_only_in_the_archive_is_restored_too_and_counts_before_a_later_one()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var settlements = new SettlementStore(stores.Tables, stores.Containers, stores.Ids);
        await settlements.AddAsync(Settled("gemeente", 5), Token);
        await MoveToArchiveAsync(stores);
        await stores.Tables.Settlements.DeleteEntityAsync("dolphia", "2019", cancellationToken: Token);

        Assert.Equal(1, await settlements.RestoreAsync(Token));
        Assert.False(await settlements.AddAsync(Settled("corporatie", 6), Token));

        AssertFirst(Assert.Single(await settlements.GetByContractAsync("dolphia", Token)));
        Assert.Equal(1, await settlements.RestoreAsync(Token));
    }

    // As an earlier version left it.
    private static async Task MoveToArchiveAsync(Stores stores)
    {
        var own = stores.Containers.Settlements.GetBlobClient("dolphia/2019.json");
        await stores.Containers.Archive.GetBlobClient("settlements/dolphia/2019.json")
            .UploadAsync((await own.DownloadContentAsync(Token)).Value.Content, Token);
        await own.DeleteAsync(cancellationToken: Token);
    }

    private static void AssertFirst(Settlement settlement) =>
        Assert.Equal(("gemeente", 2019, new DateOnly(2020, 2, 29), 5m),
            (settlement.ByRole, settlement.Year, settlement.On, settlement.Statement.Totals[0].Value!.Value));

    private static Settlement Settled(string role, decimal total) => new("dolphia", 2019, new DateOnly(2020, 2, 29), role, new Scorecard(
        "social-mortgage", "dolphia", AreaCode.Parse("GM0153"), new Period(2019), "rules-1", 2019, [],
        [new ScorecardTotal("red", new BilingualText("rood", "red"), total, "euro", [])], []));
}

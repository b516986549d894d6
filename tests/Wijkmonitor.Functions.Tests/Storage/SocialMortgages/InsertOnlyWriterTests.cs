using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.SocialMortgages;

public sealed class InsertOnlyWriterTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Concurrent_inserts_of_the_same_reference_keep_one_and_report_the_other()
    {
        var store = new LedgerStore((await Stores.OnAsync(emulator.NewAccount())).Tables);

        for (var round = 0; round < 10; round++)
        {
            var contract = $"c{round}";
            var outcomes = await Task.WhenAll(Enumerable.Range(1, 4)
                .Select(instance => Task.Run(() => BookAsync(store, contract, $"d{instance}", instance, rows: 120))));

            var entries = await store.GetByContractAsync(contract, Token);
            var winner = Assert.Single(entries.Select(e => e.Source.Delivery).Distinct(StringComparer.Ordinal));
            Assert.Equal(120, entries.Count);
            Assert.All(entries, e => Assert.Equal($"d{e.Amount:0}", winner));
            Assert.Equal(winner, Assert.Single(outcomes, o => o.Conflicts == 0).Delivery);
        }
    }

    [Fact]
    public async Task An_identical_entry_counts_as_inserted_and_the_rest_is_inserted()
    {
        var store = new LedgerStore((await Stores.OnAsync(emulator.NewAccount())).Tables);
        await BookAsync(store, "c", "first", amount: 5, rows: 3);

        var again = await BookAsync(store, "c", "second", amount: 5, rows: 5);

        Assert.Equal(0, again.Conflicts);
        Assert.Equal(["first", "first", "first", "second", "second"], (await store.GetByContractAsync("c", Token)).Select(e => e.Source.Delivery));
    }

    [Fact]
    public async Task A_different_entry_is_a_conflict_that_rolls_back_its_delivery()
    {
        var store = new LedgerStore((await Stores.OnAsync(emulator.NewAccount())).Tables);
        await BookAsync(store, "c", "first", amount: 5, rows: 2);
        var writer = store.CreateWriter("second");
        await writer.AddAsync(Row("c", "second", 7, 5), Token);
        await writer.AddAsync(Row("c", "second", 1, 6), Token);

        var conflict = Assert.Single((await Assert.ThrowsAsync<InsertConflictException>(() => writer.CompleteAsync(Token))).Conflicts);

        Assert.Equal(["EuroCents"], InsertOnlyWriter.FindDifferences(conflict.Incoming, conflict.Existing));
        Assert.Equal([5m, 5m], (await store.GetByContractAsync("c", Token)).Select(e => e.Amount!.Value));
    }

    [Fact]
    public async Task A_contract_version_can_be_saved_again_only_by_its_own_delivery()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var json = await File.ReadAllBytesAsync(Wijkmonitor.Local.RepositoryFolder.File("samples", "inbox", "contracts", "dolphia.json"), Token);
        using var stream = new MemoryStream(json);
        var (contract, contracts) = (SocialMortgageContract.Read(stream).Contract!, new ContractStore(stores.Tables));

        await contracts.SaveAsync(contract, json, "first", Token);
        await contracts.SaveAsync(contract, json, "first", Token);

        await Assert.ThrowsAsync<InsertConflictException>(() => contracts.SaveAsync(contract, [.. json, (byte)'\n'], "second", Token));
        Assert.Equal("first", Assert.Single(await contracts.FindAsync("dolphia", Token)).Delivery);
    }

    private static async Task<(string Delivery, int Conflicts)> BookAsync(LedgerStore store, string contract, string delivery, decimal amount, int rows)
    {
        try
        {
            var writer = store.CreateWriter(delivery);
            for (var row = 0; row < rows; row++)
            {
                await writer.AddAsync(Row(contract, delivery, row, amount), Token);
            }

            await writer.CompleteAsync(Token);
            return (delivery, 0);
        }
        catch (InsertConflictException e)
        {
            return (delivery, e.Conflicts.Count);
        }
    }

    private static TableEntity Row(string contract, string delivery, int row, decimal amount) => LedgerStore.ToEntity(new LedgerEntry(
        contract, LedgerChannel.Operation, $"r{row:000}", new DateOnly(2017, 6, 1), "verhuur", Count: null, amount, ConfirmedBy: null,
        new SourceLine(delivery, row + 2)));
}

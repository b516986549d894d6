using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.SocialMortgages;

public sealed class LedgerStoreTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string?, string?> Figures => new()
    {
        { null, "0" }, { null, "0.01" }, { null, "-0.01" }, { null, "92233720368547758.07" }, { null, "-92233720368547758.08" }, { null, "18500.55" },
        { "0", null }, { "2", null }, { "0.1", null }, { "123456789012345", null }, { "12345678.9012345", null }, { "-7", null },
        { null, null }, { "3", "4.50" },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task The_count_and_amount_of_an_entry_round_trip(string? count, string? amount)
    {
        var ledger = new LedgerStore((await Stores.OnAsync(emulator.NewAccount())).Tables);
        var entry = Entry() with { Count = Number(count), Amount = Number(amount) };

        var read = await SaveAsync(ledger, entry);

        Assert.Equal(entry, read);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1599-12-31")]
    [InlineData("2024-02-29")]
    [InlineData("9999-12-31")]
    public async Task The_date_of_an_entry_round_trips(string day)
    {
        var ledger = new LedgerStore((await Stores.OnAsync(emulator.NewAccount())).Tables);
        var entry = Entry() with { Date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(entry, await SaveAsync(ledger, entry));
    }

    [Theory]
    [InlineData("0.005")]
    [InlineData("18500.555")]
    public void An_amount_with_parts_of_a_cent_is_not_stored(string amount) =>
        Assert.Throws<ArgumentException>(() => LedgerStore.ToEntity(Entry() with { Amount = Number(amount) }));

    private static async Task<LedgerEntry> SaveAsync(LedgerStore ledger, LedgerEntry entry)
    {
        var writer = ledger.CreateWriter("d1");
        await writer.AddAsync(LedgerStore.ToEntity(entry), Token);
        await writer.CompleteAsync(Token);
        return Assert.Single(await ledger.GetByContractAsync(entry.Contract, Token));
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static LedgerEntry Entry() => new(
        "dolphia", LedgerChannel.Activities, "r1", new DateOnly(2017, 6, 1), "eten é 🏘", Count: 1, Amount: null, ConfirmedBy: "gemeente",
        new SourceLine("d1", 2));
}

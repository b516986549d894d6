using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Core;

/// <summary>References, ids and file names become keys and paths in storage.</summary>
public sealed class KeyTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Valid key characters that have a meaning in an address or a filter.</summary>
    public static TheoryData<string> Allowed =>
    [
        "it's", "''", "100%", "%27", "%2F", "Súdwest-Fryslân", "a b & c", "a|b", "a+b=c", "日本 🏘", "🏘", "ключ", "(a,b;c:d)", "a@b!c$d*e", ".", "..", "~-_",
        "{a}[\"b\"]<c>",
        "\u00a0\u200b\ufffd", new string('x', 200),
    ];

    /// <summary>Invalid keys.</summary>
    public static TheoryData<string> Refused => ["a/b", "a\\b", "a#b", "a?b", "a\tb", "a\nb", "a\u007fb", "a\u0085b", new string('x', 600)];

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task An_entry_is_stored_found_and_compared_under_any_reference(string reference)
    {
        var ledger = new LedgerStore((await Stores.OnAsync(emulator.NewAccount())).Tables);
        await BookAsync(ledger, "first", reference, amount: 5);
        await BookAsync(ledger, "second", reference, amount: 5);

        var conflict = Assert.Single((await Assert.ThrowsAsync<InsertConflictException>(() => BookAsync(ledger, "third", reference, amount: 6))).Conflicts);
        var booked = Assert.Single(await ledger.GetByContractAsync(reference, Token));

        Assert.Equal(Entry("first", reference, amount: 5), booked);
        Assert.Equal("first", conflict.Existing.GetString("Delivery"));
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task A_delivery_is_rolled_back_under_any_reference(string reference)
    {
        var ledger = new LedgerStore((await Stores.OnAsync(emulator.NewAccount())).Tables);
        await BookAsync(ledger, "first", "other", amount: 5, contract: reference);
        var writer = ledger.CreateWriter("second");
        for (var row = 0; row < 99; row++)
        {
            await writer.AddAsync(LedgerStore.ToEntity(Entry("second", $"{reference}{row}", amount: 1, reference)), Token);
        }

        // The hundredth sends the transaction; the conflict comes after it.
        await writer.AddAsync(LedgerStore.ToEntity(Entry("second", reference, amount: 1, reference)), Token);
        Assert.Equal(101, (await ledger.GetByContractAsync(reference, Token)).Count);
        await writer.AddAsync(LedgerStore.ToEntity(Entry("second", "other", amount: 6, reference)), Token);
        await Assert.ThrowsAsync<InsertConflictException>(() => writer.CompleteAsync(Token));

        Assert.Equal("other", Assert.Single(await ledger.GetByContractAsync(reference, Token)).Reference);
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    [MemberData(nameof(Refused))]
    public async Task Nothing_is_found_under_an_unknown_id(string id)
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());

        Assert.Null(await stores.Deliveries.FindAsync($"{id}-00000000000000000000", Token));
        Assert.Empty(await new ContractStore(stores.Tables).FindAsync(id, Token));
        Assert.Empty(await new ContractStore(stores.Tables).GetPartiesAsync(id, Token));
        Assert.Null(await new ScorecardStore(stores.Tables, stores.Ids).FindStatementAsync(new Period(2019), AreaCode.Parse("GM0153"), id, Token));
        Assert.Empty(await new SettlementStore(stores.Tables, stores.Containers, stores.Ids).GetByContractAsync(id, Token));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_text_with_invalid_key_characters_is_detected(string text) => Assert.False(Keys.IsValid(text));

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_valid_key_is_accepted(string text) => Assert.True(Keys.IsValid(text));

    [Theory]
    [InlineData("areas/file.csv")]
    [InlineData("areas/it's 100% a+b & c=d.csv")]
    [InlineData("areas/%2F%20.csv")]
    [InlineData("areas/what?is#this.csv")]
    [InlineData("areas/Súdwest-Fryslân 日本 🏘.csv")]
    [InlineData("areas/2024/deep/er/file.csv")]
    [InlineData("areas//double.csv")]
    [InlineData("areas/trailing/")]
    [InlineData("/leading.csv")]
    [InlineData("areas/<a>{b}[\"c\"]^`|~.csv")]
    public async Task A_file_moves_through_the_containers_under_any_name(string path)
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var inbox = new Inbox(stores.Containers);
        await stores.Containers.Inbox.GetBlobClient(path).UploadAsync(BinaryData.FromString(path), Token);

        var file = Assert.Single(await inbox.ListFilesAsync(Token));
        Assert.Equal(path, file.Path);
        await using var lease = (await inbox.TryLeaseAsync(file, TimeSpan.FromSeconds(15), TimeProvider.System, Token)).Lease!;
        var archived = await inbox.ArchiveAsync("d-1", file.Name, BinaryData.FromString("archived").ToStream(), Token);
        var pending = await inbox.SavePendingAsync("d-1", file.Name, BinaryData.FromString("pending").ToStream(), BinaryData.FromString("why").ToStream(),
            Token);
        var rejected = await inbox.MovePendingToRejectedAsync(pending, Token);
        await lease.DeleteBlobAsync(Token);

        Assert.Equal((file.Name, "archived"), (archived["archive/d-1/".Length..], await ReadAsync(inbox, archived)));
        Assert.Equal((file.Name, "pending"), (rejected["rejected/d-1/".Length..], await ReadAsync(inbox, rejected)));
        Assert.Equal("why", await ReadAsync(inbox, rejected + ".problems.csv"));
        await Assert.ThrowsAsync<InvalidDataException>(() => inbox.EnsureExistsAsync(pending, Token));
        Assert.Empty(await inbox.ListFilesAsync(Token));
    }

    private static async Task BookAsync(LedgerStore ledger, string delivery, string reference, decimal amount, string? contract = null)
    {
        var writer = ledger.CreateWriter(delivery);
        await writer.AddAsync(LedgerStore.ToEntity(Entry(delivery, reference, amount, contract)), Token);
        await writer.CompleteAsync(Token);
    }

    private static LedgerEntry Entry(string delivery, string reference, decimal amount, string? contract = null) => new(
        contract ?? reference, LedgerChannel.Operation, reference, new DateOnly(2017, 6, 1), "verhuur", Count: null, amount, ConfirmedBy: null,
        new SourceLine(delivery, 2));

    private static async Task<string> ReadAsync(Inbox inbox, string place)
    {
        using var reader = new StreamReader(await inbox.OpenAsync(place, Token));
        return await reader.ReadToEndAsync(Token);
    }
}

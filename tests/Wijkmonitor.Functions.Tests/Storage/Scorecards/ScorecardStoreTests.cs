using System.Text.Json;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Scorecards;

public sealed class ScorecardStoreTests(StorageEmulator emulator)
{
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0363");
    private static readonly AreaCode Area = AreaCode.Parse("BU03630000");
    private static readonly Period Year = new(2019);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unchanged_scorecards_are_not_written_again_and_keep_their_time()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var store = new ScorecardStore(stores.Tables, stores.Ids);
        var first = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(2, await SaveAsync(store, [Card(1), Card(1) with { Kind = "other" }], first));
        var before = await store.FindAsync("compass", Year, Area, subject: null, _ => Audience.Public, Token);

        var written = await SaveAsync(store, [Card(1), Card(2) with { Kind = "other" }], first.AddDays(1));

        Assert.Equal(1, written);
        var same = await store.FindAsync("compass", Year, Area, subject: null, _ => Audience.Public, Token);
        Assert.Equal(before!.Version, same!.Version);
        Assert.Equal(before.Json, same.Json);
        Assert.Equal(first, Read(same).ComputedAt);
        var changed = await store.FindAsync("other", Year, Area, subject: null, _ => Audience.Public, Token);
        Assert.Equal((first.AddDays(1), 2m), (Read(changed!).ComputedAt, Read(changed!).Totals[0].Value));
    }

    [Fact]
    public async Task A_scorecard_that_is_no_longer_computed_is_removed()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var store = new ScorecardStore(stores.Tables, stores.Ids);
        await SaveAsync(store, [Card(1), Card(1) with { Kind = "gone" }], DateTimeOffset.UnixEpoch);

        Assert.Equal(1, await SaveAsync(store, [Card(1)], DateTimeOffset.UnixEpoch));

        Assert.Null(await store.FindAsync("gone", Year, Area, subject: null, _ => Audience.Public, Token));
        Assert.NotNull(await store.FindAsync("compass", Year, Area, subject: null, _ => Audience.Public, Token));
    }

    [Fact]
    public async Task A_statement_that_is_no_longer_computed_is_removed_unless_computing_failed()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var store = new ScorecardStore(stores.Tables, stores.Ids);
        var statement = Card(1) with { Kind = "social-mortgage" };
        await store.ReplaceStatementsAsync(Municipality, [statement with { Subject = "gone" }, statement with { Subject = "unfit" }], [],
            DateTimeOffset.UnixEpoch, Token);

        Assert.Equal(1, await store.ReplaceStatementsAsync(Municipality, [], ["unfit"], DateTimeOffset.UnixEpoch, Token));

        Assert.Null(await store.FindStatementAsync(Year, Area, "gone", Token));
        Assert.NotNull(await store.FindStatementAsync(Year, Area, "unfit", Token));
        Assert.Equal("unfit", Assert.Single(await store.GetStatementsAsync(Area, "unfit", Token)).Subject);
    }

    [Fact]
    public async Task An_audience_has_its_own_rows_only_when_its_figures_differ()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var store = new ScorecardStore(stores.Tables, stores.Ids);
        Scorecard[] publicRows = [Card(1), Card(1) with { Kind = "changed" }, Card(1) with { Kind = "absent" }];
        Scorecard[] partners = [Card(1), Card(2) with { Kind = "changed" }, Card(1) with { Kind = "more" }];
        Scorecard[] everything = [Card(1), Card(3) with { Kind = "changed" }, Card(1) with { Kind = "more" }, Card(4) with { Kind = "own" }];
        Assert.Equal((3, 3), await store.ReplaceAllAsync(Municipality, [publicRows, null, null], failures: [], DateTimeOffset.UnixEpoch, Token));

        // For partners one that differs, one more and a mark that one is absent; for everything two; and of each that the row for everybody names it.
        Assert.Equal((10, 9), await store.ReplaceAllAsync(Municipality, [publicRows, partners, everything], failures: [], DateTimeOffset.UnixEpoch, Token));
        Assert.Equal((10, 0), await store.ReplaceAllAsync(Municipality, [publicRows, partners, everything], failures: [], DateTimeOffset.UnixEpoch, Token));
        Assert.Equal((1m, 1m, 1m, null), (await TotalAsync(store, "compass", Audience.Public), await TotalAsync(store, "changed", Audience.Public),
            await TotalAsync(store, "absent", Audience.Public), await TotalAsync(store, "more", Audience.Public)));
        Assert.Equal((1m, 2m, null, 1m), (await TotalAsync(store, "compass", Audience.Partners), await TotalAsync(store, "changed", Audience.Partners),
            await TotalAsync(store, "absent", Audience.Partners), await TotalAsync(store, "more", Audience.Partners)));
        Assert.Equal((1m, 3m, null, 1m), (await TotalAsync(store, "compass", Audience.Everything), await TotalAsync(store, "changed", Audience.Everything),
            await TotalAsync(store, "absent", Audience.Everything), await TotalAsync(store, "more", Audience.Everything)));
        Assert.Equal((null, null, 4m), (await TotalAsync(store, "own", Audience.Public), await TotalAsync(store, "own", Audience.Partners),
            await TotalAsync(store, "own", Audience.Everything)));
        Assert.Equal(["absent", "changed", "compass"], (await store.GetSummariesAsync(Area, _ => Audience.Public, Token)).Select(s => s.Kind));
        Assert.Equal(["changed", "compass", "more"], (await store.GetSummariesAsync(Area, _ => Audience.Partners, Token)).Select(s => s.Kind));
        Assert.Equal([1m], (await store.GetSummariesAsync(Municipality, "changed", Year, _ => Audience.Public, Token)).Select(s => s.Totals[0].Value));
        Assert.Equal([2m], (await store.GetSummariesAsync(Municipality, "changed", Year, _ => Audience.Partners, Token)).Select(s => s.Totals[0].Value));
        Assert.DoesNotContain("more", (await store.GetKindsAsync(Municipality, _ => Audience.Public, Token)).Select(k => k.Kind));
        Assert.Contains("more", (await store.GetKindsAsync(Municipality, _ => Audience.Partners, Token)).Select(k => k.Kind));

        Assert.Equal((3, 9), await store.ReplaceAllAsync(Municipality, [publicRows, null, null], failures: [], DateTimeOffset.UnixEpoch, Token));
        Assert.Equal((1m, 1m, null), (await TotalAsync(store, "absent", Audience.Partners), await TotalAsync(store, "changed", Audience.Everything),
            await TotalAsync(store, "own", Audience.Everything)));
    }

    [Fact]
    public async Task A_scorecard_larger_than_a_property_round_trips()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var store = new ScorecardStore(stores.Tables, stores.Ids);
        var text = new BilingualText(new string('é', 100_000), new string('x', 50_000));
        var card = Card(1) with { Findings = [new Finding("long", FindingSeverity.Information, [], text)] };

        await SaveAsync(store, [card], DateTimeOffset.UnixEpoch);

        var served = await store.FindAsync("compass", Year, Area, subject: null, _ => Audience.Public, Token);
        Assert.Equal(text, Read(served!).Findings[0].Message);
    }

    [Fact]
    public async Task Summaries_are_of_the_kind_and_year_that_were_asked_for()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var store = new ScorecardStore(stores.Tables, stores.Ids);
        await SaveAsync(store, [Card(1), Card(1) with { Period = new Period(2020) }, Card(1) with { Kind = "compass-two" }], DateTimeOffset.UnixEpoch);

        var summary = Assert.Single(await store.GetSummariesAsync(Municipality, "compass", Year, _ => Audience.Public, Token));

        Assert.Equal(("compass", Year, "/api/v1/areas/BU03630000/scorecards/compass/2019"), (summary.Kind, summary.Period, summary.Href));
        Assert.Equal(3, (await store.GetSummariesAsync(Area, _ => Audience.Public, Token)).Count);
    }

    [Fact]
    public async Task Scorecards_are_enumerated_once_more_only_when_one_must_be_written()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var store = new ScorecardStore(stores.Tables, stores.Ids);
        var times = 0;

        await store.ReplaceAllAsync(Municipality, [Cards(), null, null], failures: [], DateTimeOffset.UnixEpoch, Token);
        Assert.Equal(2, times);
        await store.ReplaceAllAsync(Municipality, [Cards(), null, null], failures: [], DateTimeOffset.UnixEpoch, Token);
        Assert.Equal(3, times);

        IEnumerable<Scorecard> Cards()
        {
            times++;
            yield return Card(1);
            yield return Card(2) with { Kind = "other" };
        }
    }

    private static async Task<int> SaveAsync(ScorecardStore store, Scorecard[] cards, DateTimeOffset at) =>
        (await store.ReplaceAllAsync(Municipality, [cards, null, null], failures: [], at, Token)).Changed;

    private static async Task<decimal?> TotalAsync(ScorecardStore store, string kind, Audience audience) =>
        await store.FindAsync(kind, Year, Area, subject: null, _ => audience, Token) is { } served ? Read(served).Totals[0].Value : null;

    private static Scorecard Read(ServedScorecard served) => JsonSerializer.Deserialize(served.Json, ScorecardsJson.Default.Scorecard)!;

    private static Scorecard Card(decimal total) => new(
        "compass", Subject: null, Area, Year, "rules-1", 2019, [], [new ScorecardTotal("red", new BilingualText("rood", "red"), total, "indicators", [])], []);
}

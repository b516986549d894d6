using System.Text.Json;
using Wijkmonitor.Functions.Api;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage;

public sealed class ScorecardStoreTests(StorageEmulator emulator)
{
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0363");
    private static readonly AreaCode Area = AreaCode.Parse("BU03630000");
    private static readonly Period Year = new(2019);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unchanged_figures_are_not_written_again_and_keep_their_moment_of_computing()
    {
        var store = new ScorecardStore((await Stores.OnAsync(emulator.NewAccount())).Tables);
        var first = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(2, await store.KeepAsync(Municipality, [Card(1), Card(1) with { Kind = "other" }], [], first, Token));
        var before = await store.FindAsync("compass", Year, Area, subject: null, Token);

        var written = await store.KeepAsync(Municipality, [Card(1), Card(2) with { Kind = "other" }], [], first.AddDays(1), Token);

        Assert.Equal(1, written);
        var same = await store.FindAsync("compass", Year, Area, subject: null, Token);
        Assert.Equal(before!.Version, same!.Version);
        Assert.Equal(before.Json, same.Json);
        Assert.Equal(first, Read(same).ComputedAt);
        var changed = await store.FindAsync("other", Year, Area, subject: null, Token);
        Assert.Equal((first.AddDays(1), 2m), (Read(changed!).ComputedAt, Read(changed!).Totals[0].Value));
    }

    [Fact]
    public async Task A_scorecard_that_is_not_computed_any_more_is_removed_unless_it_could_not_be_computed()
    {
        var store = new ScorecardStore((await Stores.OnAsync(emulator.NewAccount())).Tables);
        await store.KeepAsync(
            Municipality, [Card(1), Card(1) with { Subject = "gone" }, Card(1) with { Subject = "unfit" }], [], DateTimeOffset.UnixEpoch, Token);

        var changed = await store.KeepAsync(Municipality, [Card(1)], ["unfit"], DateTimeOffset.UnixEpoch, Token);

        Assert.Equal(1, changed);
        Assert.Null(await store.FindAsync("compass", Year, Area, "gone", Token));
        Assert.NotNull(await store.FindAsync("compass", Year, Area, "unfit", Token));
        Assert.NotNull(await store.FindAsync("compass", Year, Area, subject: null, Token));
    }

    [Fact]
    public async Task A_scorecard_larger_than_a_property_comes_back_whole()
    {
        var store = new ScorecardStore((await Stores.OnAsync(emulator.NewAccount())).Tables);
        var text = new BilingualText(new string('é', 100_000), new string('x', 50_000));
        var card = Card(1) with { Findings = [new Finding("long", FindingSeverity.Information, [], text)] };

        await store.KeepAsync(Municipality, [card], [], DateTimeOffset.UnixEpoch, Token);

        var served = await store.FindAsync("compass", Year, Area, subject: null, Token);
        Assert.Equal(text, Read(served!).Findings[0].Message);
    }

    [Fact]
    public async Task Summaries_are_of_the_kind_and_year_that_were_asked_for()
    {
        var store = new ScorecardStore((await Stores.OnAsync(emulator.NewAccount())).Tables);
        await store.KeepAsync(
            Municipality, [Card(1), Card(1) with { Period = new Period(2020) }, Card(1) with { Kind = "compass-two" }], [], DateTimeOffset.UnixEpoch, Token);

        var summary = await store.SummariesAsync(Municipality, "compass", Year, Token).SingleAsync(Token);

        Assert.Equal(("compass", Year, "/api/v1/areas/BU03630000/scorecards/compass/2019"), (summary.Kind, summary.Period, summary.Href));
        Assert.Equal(3, await store.SummariesAsync(Area, Token).CountAsync(Token));
    }

    private static Scorecard Read(ServedScorecard served) => JsonSerializer.Deserialize(served.Json, ApiJson.Default.Scorecard)!;

    private static Scorecard Card(decimal total) => new(
        "compass", Subject: null, Area, Year, "rules-1", 2019, [], [new ScorecardTotal("red", new BilingualText("rood", "red"), total, "indicators", [])], []);
}

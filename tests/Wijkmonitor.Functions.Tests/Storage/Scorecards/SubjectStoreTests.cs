using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Scorecards;

/// <summary>The rows of programmes and projects, which follow from their scorecards.</summary>
public sealed class SubjectStoreTests(StorageEmulator emulator)
{
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0153");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_audience_has_its_own_row_only_where_it_differs_and_sees_the_last_that_it_may()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await StoreAsync(stores, [Card("same"), Card("changed"), Card("absent")], [Card("same"), Card("changed", title: "Partners"), Card("more")]);

        Assert.Equal(["absent Public", "changed Public", "same Public"], await ReadAsync(stores, Audience.Public));
        Assert.Equal(["changed Partners", "more Public", "same Public"], await ReadAsync(stores, Audience.Partners));
        Assert.Equal(["changed Partners", "more Public", "same Public"], await ReadAsync(stores, Audience.Everything));
        Assert.Equal(6, await CountAsync(stores));
    }

    [Fact]
    public async Task A_kind_that_fails_keeps_its_subjects()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await StoreAsync(stores, [Card("kept"), Card("gone") with { Kind = "other" }]);

        await StoreAsync(stores, [], failures: new ScorecardFailure("projects", Period: null, Area: null, new InvalidOperationException()));

        Assert.Equal(["kept Public"], await ReadAsync(stores, Audience.Public));
    }

    // A failure in one year leaves the scorecards of that year as they are, and the list says what the scorecards say.
    [Fact]
    public async Task A_failure_of_another_year_keeps_nothing_in_the_list_that_its_scorecard_no_longer_shows()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await StoreAsync(stores, [Card("north"), Card("gone"), Card("renamed")]);

        await StoreAsync(stores, [Card("renamed", "New")], [Card("north"), Card("renamed", "New")], Failure(2021));

        Assert.Equal(["renamed New"], await ReadAsync(stores, Audience.Public));
        Assert.Equal(["north Public", "renamed New"], await ReadAsync(stores, Audience.Partners));
    }

    [Fact]
    public async Task A_failure_of_its_own_year_leaves_it_for_all_audiences_until_there_is_a_newer_one()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await StoreAsync(stores, [Card("north"), Card("south")], [Card("north", "Partners"), Card("south")]);

        await StoreAsync(stores, [Card("north", "Old", year: 2019), Card("south", "Newer", year: 2021), Card("east", year: 2019)], partners: null, Failure(2020));

        Assert.Equal(["east Public", "north Public", "south Newer"], await ReadAsync(stores, Audience.Public));
        Assert.Equal(["east Public", "north Partners", "south Newer"], await ReadAsync(stores, Audience.Partners));
    }

    [Fact]
    public async Task A_narrowed_subject_leaves_the_list_before_its_scorecard_in_a_broken_run_too()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await StoreAsync(stores, [Card("north"), Card("south")]);
        var isRead = false;
        IEnumerable<Scorecard> ReadOnce()
        {
            yield return isRead ? throw new IOException() : Card("south", "New");
            isRead = true;
        }

        await Assert.ThrowsAsync<IOException>(() => new ScorecardStore(stores.Tables, stores.Ids).ReplaceAllAsync(
            Municipality, [ReadOnce(), [Card("north"), Card("south", "New")], null], [], DateTimeOffset.UnixEpoch, Token));

        Assert.DoesNotContain("north Public", await ReadAsync(stores, Audience.Public));
        Assert.Contains("north Public", await ReadAsync(stores, Audience.Partners));
    }

    [Fact]
    public async Task A_region_is_found_under_each_of_its_members_and_moves_when_they_become_known()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var region = Card("region", scope: SubjectScope.Region);
        await StoreAsync(stores, [region]);
        Assert.Empty(await new SubjectStore(stores.Tables).GetAsync(AreaCode.Parse("GM0141"), _ => Audience.Everything, Token));

        await StoreAsync(stores, [region with { About = region.About! with { Members = [AreaCode.Parse("GM0141"), Municipality] } }]);

        foreach (var member in new[] { "GM0141", "GM0153" })
        {
            Assert.Equal("region", Assert.Single(await new SubjectStore(stores.Tables).GetAsync(AreaCode.Parse(member), _ => Audience.Public, Token)).Subject);
        }

        Assert.Empty(await new SubjectStore(stores.Tables).GetAsync(AreaCode.Parse("GM0147"), _ => Audience.Public, Token));
        Assert.Equal(1, await CountAsync(stores));
    }

    [Fact]
    public async Task Another_municipality_keeps_its_own()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await StoreAsync(stores, [Card("here")]);
        await new ScorecardStore(stores.Tables, stores.Ids).ReplaceAllAsync(AreaCode.Parse("GM0154"), [[Card("there") with { Area = AreaCode.Parse("GM0154") }], null, null], [], DateTimeOffset.UnixEpoch, Token);

        await StoreAsync(stores, []);

        Assert.Equal(["there Public"], await ReadAsync(stores, Audience.Public));
    }

    private static Task<(int Computed, int Changed)> StoreAsync(Stores stores, Scorecard[] everybody, Scorecard[]? partners = null, params ScorecardFailure[] failures) =>
        new ScorecardStore(stores.Tables, stores.Ids).ReplaceAllAsync(Municipality, [everybody, partners, null], failures, DateTimeOffset.UnixEpoch, Token);

    private static async Task<string[]> ReadAsync(Stores stores, Audience audience) =>
        [.. (await new SubjectStore(stores.Tables).GetAsync(municipality: null, _ => audience, Token)).Select(found => $"{found.Subject} {found.About.Title}").Order(StringComparer.Ordinal)];

    private static async Task<int> CountAsync(Stores stores) =>
        await stores.Tables.Scorecards.QueryAsync<Azure.Data.Tables.TableEntity>("PartitionKey eq 'subjects' or PartitionKey eq 'regions'", cancellationToken: Token).CountAsync(Token);

    private static ScorecardFailure Failure(int year) => new("projects", new Period(year), Municipality, new InvalidOperationException());

    private static Scorecard Card(string subject, string title = "Public", SubjectScope scope = SubjectScope.Project, int year = 2020) =>
        new("projects", subject, Municipality, new Period(year), "rules-1", 2020, [], [], []) { About = new SubjectDetails(title, scope) };
}

using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Figures;

public sealed class StateTests(StorageEmulator emulator)
{
    private static readonly (string, string)[] AllRules = [.. ScorecardKinds.Names.Select(kind => (ScoringRules.GetSettingName(kind), $"rules/{kind}/example.json"))];

    [Fact]
    public async Task The_samples_give_a_scorecard_of_every_kind()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account, AllRules);
        await monitor.SettleAsync();

        var kinds = await monitor.GetAsync("/api/v1/municipalities/GM0153/scorecards", ScorecardsJson.Default.ItemListScorecardKindResource);
        Assert.Equal(ScorecardKinds.Names, kinds.Items.Select(kind => kind.Kind));
        Assert.All(kinds.Items, kind => Assert.NotEmpty(kind.Periods));

        var expected = ScorecardKinds.Names.SelectMany(kind => SampleCard.Read(kind).Select(card => (Kind: kind, Card: card))).ToList();
        Assert.True(expected.Count > 6);
        foreach (var (kind, card) in expected)
        {
            card.MustHold(await monitor.GetAsync($"/api/v1/areas/{card.Area}/scorecards/{kind}/{card.Year}", ScorecardsJson.Default.Scorecard));
        }
    }

    [Fact]
    public async Task No_response_reveals_a_count_below_five()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/gebieden.csv", "code;name;boundary_year\nGM0153;Enschede;2017\nBU01530000;A;2017\nBU01530001;B;2017\nBU01530002;C;2017\n"u8.ToArray());
        await monitor.DeliverAsync(
            "area-indicators/cijfers.csv",
            """
            area;period;indicator;value;boundary_year
            GM0153;2017;inhabitants;603;2017
            BU01530000;2017;inhabitants;3;2017
            BU01530001;2017;inhabitants;200;2017
            BU01530002;2017;inhabitants;400;2017
            BU01530000;2017;social_assistance;33.3;2017
            BU01530001;2017;social_assistance;2;2017
            BU01530002;2017;social_assistance;10;2017
            """u8.ToArray());

        async Task<ObservedState> State(string area, string indicator) =>
            (await monitor.GetAsync($"/api/v1/areas/{area}/observations?indicator={indicator}", ObservationsJson.Default.ItemListObservationResource)).Items.Single().State;

        Assert.Equal(
            [ObservedState.Suppressed, ObservedState.Suppressed, ObservedState.Known],
            [await State("BU01530000", "inhabitants"), await State("BU01530001", "inhabitants"), await State("BU01530002", "inhabitants")]);
        Assert.Equal(ObservedState.Suppressed, await State("BU01530001", "social_assistance"));
        var compass = await monitor.GetAsync($"/api/v1/areas/BU01530001/scorecards/{ScorecardKinds.Infos.First(info => info.CountsJudgements).Name}/2017", ScorecardsJson.Default.Scorecard);
        Assert.All(compass.Lines, l => Assert.Equal((LineState.Suppressed, null), (l.State, l.Value)));
        Assert.All(compass.Lines.SelectMany(l => l.Inputs).Where(i => i.Key.StartsWith("BU01530001", StringComparison.Ordinal)), i => Assert.Null(i.Value));
    }
}

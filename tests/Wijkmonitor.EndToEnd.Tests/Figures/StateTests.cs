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

        async Task<Scorecard> Card(string area, string kind, int year) =>
            await monitor.GetAsync($"/api/v1/areas/{area}/scorecards/{kind}/{year}", ScorecardsJson.Default.Scorecard);

        var load = await Card("CU0153-dolphia", "load-capacity", 2017);
        Assert.Equal(new ValueRange(13, 17), load.Lines.Single(l => l.Code == "participation").Range);
        Assert.All(load.Totals.Where(t => t.Code is "load" or "capacity" or "balance"), t => Assert.NotNull(t.Value));
        Assert.Equal(4.5m, (await Card("CU0153-dolphia", "vulnerability", 2017)).Lines.Single(l => l.Code == "supported").Value);
        Assert.Contains((await Card("CU0153-voorbeeld-a", "vulnerability", 2017)).Findings, f => f.Code == "spiral");
        Assert.Contains((await Card("CU0153-dolphia", "perception", 2017)).Findings, f => f.Code == "perception-differs");
        Assert.Equal([-3.4m, 1.6m, -5.0m], (await Card("CU0153-dolphia", "stayers-movers", 2017)).Lines.Select(l => l.Value!.Value));
        var function = await Card("CU0153-dolphia", "function", 2017);
        Assert.Equal(2m, function.Lines.Single(l => l.Code == "burglaries").Figures["others"]);
        var tiles = await Card("GM0153", "crisis-tiles", 2020);
        Assert.Equal((24m, new ValueRange(1200, 1600)), (tiles.Lines[0].Figures["one-in"], tiles.Lines.Single(l => l.Code == "own-shortage").Range));
        Assert.Empty(tiles.Totals);
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
        var compass = await monitor.GetAsync("/api/v1/areas/BU01530001/scorecards/compass/2017", ScorecardsJson.Default.Scorecard);
        Assert.All(compass.Lines, l => Assert.Equal((LineState.Suppressed, null), (l.State, l.Value)));
        Assert.All(compass.Lines.SelectMany(l => l.Inputs).Where(i => i.Key.StartsWith("BU01530001", StringComparison.Ordinal)), i => Assert.Null(i.Value));
    }
}

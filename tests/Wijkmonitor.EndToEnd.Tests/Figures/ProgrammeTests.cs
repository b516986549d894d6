using System.Net;
using System.Net.Http.Json;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Figures;

/// <summary>Programmes and projects of the samples, through files and HTTP.</summary>
public sealed class ProgrammeTests(StorageEmulator emulator)
{
    private const string Emma = "/api/v1/areas/GM0637/scorecards/pipeline/2017/emma";

    [Fact]
    public async Task Printed_counts_are_served_and_delivered_ones_are_withheld()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account, ("Rules__Pipeline", "rules/pipeline/emma.json;rules/pipeline/example.json"));
        await monitor.SettleAsync();
        Assert.All(await monitor.DeliveriesAsync(), delivery => Assert.Equal(("served", 0), (delivery.State, delivery.Errors)));

        var printed = await monitor.GetAsync(Emma, ScorecardsJson.Default.Scorecard);
        Assert.Equal((19m, 3m, 95.0m), (Line(printed, "reached").Value, Line(printed, "self-help").Value, Line(printed, "reached-share").Value));
        var heat = await monitor.GetAsync("/api/v1/areas/CU0153-dolphia/scorecards/pipeline/2020/warmte-voorbeeld", ScorecardsJson.Default.Scorecard);
        Assert.Equal((12.7m, 78.6m), (Line(heat, "forecast-agreed").Value, Line(heat, "surveyed-share").Value));
        var unknown = await monitor.GetAsync("/api/v1/areas/GM0153/scorecards/pipeline/2016/opstap-voorbeeld", ScorecardsJson.Default.Scorecard);
        Assert.Equal(["unknown-rules"], unknown.Findings.Select(finding => finding.Code));

        await monitor.DeliverAsync("subjects/own-subject.csv", "area;subject;title;family;rules;scope;boundary_year;units;unit;valid_from;visibility\nGM0637;eigen;Eigen meldpunt;pipeline;emma;municipality;2017;;households;2017-01-01;\n");
        await monitor.DeliverAsync("pipeline-counts/own-counts.csv", "area;subject;segment;period;stage;entered;left;on_time;late;visits;persons\n"
            + "GM0637;eigen;;2017-01;reported;20;;;;;\nGM0637;eigen;;2017-01;reached;19;;;;;\nGM0637;eigen;;2017-01;self-help;3;;;;;\nGM0637;eigen;;2017-01;helped;16;;;;;\n");
        var delivered = await monitor.GetAsync(Emma.Replace("emma", "eigen", StringComparison.Ordinal), ScorecardsJson.Default.Scorecard);
        var records = await monitor.GetAsync("/api/v1/areas/GM0637/records?dataset=pipeline-counts", ObservationsJson.Default.ItemListRecordResource);

        Assert.Equal((LineState.Suppressed, LineState.Suppressed), (Line(delivered, "reached").State, Line(delivered, "self-help").State));
        Assert.All(records.Items, record => Assert.Equal((false, "entered"), (record.Fields.ContainsKey("entered"), Assert.Single(record.Withheld!))));
    }

    [Fact]
    public async Task Targets_and_calculation_sheets_are_served_with_the_figures_of_their_sources_and_a_household_asks_for_its_own()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(
            account, ("Rules__Target", "rules/target/trichterveld.json"), ("Rules__Sheet", "rules/sheet/example.json;rules/sheet/household-gap.json"));
        await monitor.SettleAsync();

        var homes = await monitor.GetAsync("/api/v1/areas/CU0935-trichterveld/scorecards/target/2011/trichterveld", ScorecardsJson.Default.Scorecard);
        Assert.Equal((17.9m, 4.75m, 36.6m), (Line(homes, "done").Value, Line(homes, "pace").Value, Line(homes, "years-left").Value));
        var plan = await monitor.GetAsync("/api/v1/areas/CU0153-dolphia/scorecards/sheet/2020/exploitatie-voorbeeld", ScorecardsJson.Default.Scorecard);
        Assert.Equal((116_104_000m, 129_004.44m), (Line(plan, "shortfall").Value, Line(plan, "shortfall-per-home").Value));

        var before = await RunningMonitor.OutcomeAsync(account);
        using var answer = await monitor.App.Client.PostAsJsonAsync(
            new Uri("/api/v1/scorecard-kinds/sheet/rules/household-gap/what-if", UriKind.Relative), Household, TestContext.Current.CancellationToken);
        var computed = await answer.Content.ReadFromJsonAsync(ScorecardsJson.Default.WhatIfOutcome, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(40_000m, computed!.Lines.Single(line => line.Code == "gap").Value);
        Assert.Equal(before, await RunningMonitor.OutcomeAsync(account));
    }

    private static object Household => new
    {
        inputs = new object[]
        {
            new { input = "price", value = 300_000 },
            new { input = "discount", value = 0 },
            new { input = "contribution", value = 210_000 },
            new { input = "contribution-index", value = 1 },
            new { input = "own-means", value = 10_000 },
            new { input = "lease-room", value = 20_000 },
            new { input = "old-label", key = "G" },
            new { input = "new-label", key = "A++" },
        },
    };

    private static ScorecardLine Line(Scorecard card, string code) => card.Lines.Single(line => line.Code == code);
}

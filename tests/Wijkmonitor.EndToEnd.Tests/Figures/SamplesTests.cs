using Wijkmonitor.Functions.Api.Areas;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Figures;

public sealed class SamplesTests(StorageEmulator emulator)
{
    [Fact]
    public async Task Files_dropped_in_the_inbox_become_the_statement_of_Dolphia()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account);

        await monitor.SettleAsync();

        Assert.All(await monitor.DeliveriesAsync(), delivery => Assert.Equal(("served", 0), (delivery.State, delivery.Errors)));
        var mortgage = await monitor.GetAsync("/api/v1/social-mortgages/dolphia", SocialMortgagesJson.Default.SocialMortgageResource);
        Assert.Equal(200_000, mortgage.Contract.Principal);
        var statement = await monitor.GetAsync("/api/v1/social-mortgages/dolphia/statements/2017", ScorecardsJson.Default.Scorecard);
        var totals = statement.Totals.ToDictionary(total => total.Code, total => total.Value);
        Assert.Equal(
            (200_000m, 12_000m, 3_000m, 2_000m, 183_000m),
            (totals["opening-balance"], totals["activities"], totals["indicators"], totals["operation"], totals["closing-balance"]));
        Assert.Equal(85, totals["on-track"]);
        Assert.NotNull(statement.ComputedAt);
        Assert.DoesNotContain(statement.Findings, finding => finding.Code is "baseline-differs" or "boundary-change");
    }

    [Fact]
    public async Task Every_amount_of_the_statement_leads_to_the_file_and_line_that_it_comes_from()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account);
        await monitor.SettleAsync();

        var statement = await monitor.GetAsync("/api/v1/social-mortgages/dolphia/statements/2017", ScorecardsJson.Default.Scorecard);

        var leavers = statement.Lines.Single(line => line.Code == "early_school_leavers");
        Assert.Equal((LineState.Valued, 1_500m), (leavers.State, leavers.Amount!.Value));
        var input = leavers.Inputs.Single(i => i.Role == "value");
        Assert.Equal("CU0153-dolphia/area-indicators/2017/early_school_leavers", input.Key);
        var delivery = await monitor.GetAsync($"/api/v1/deliveries/{input.Delivery}", DeliveriesJson.Default.DeliveryResource);
        Assert.Equal("dolphia-2017.csv", delivery.File);
        var spending = (await monitor.GetAsync("/api/v1/areas/CU0153-dolphia/observations?indicator=care_spending&period=2016", ObservationsJson.Default.ItemListObservationResource)).Items.Single();
        Assert.Equal((400_000m, "EUR"), (spending.Value!.Value, spending.Unit));
        var lines = await File.ReadAllLinesAsync(RepositoryFolder.File("samples", "inbox", "area-indicators", "dolphia-2017.csv"), TestContext.Current.CancellationToken);
        Assert.StartsWith("CU0153-dolphia;2017;early_school_leavers;14.9", lines[input.Line!.Value - 1]);
    }

    [Fact]
    public async Task The_four_complexes_and_their_municipality_get_four_angle_scorecards()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account, ("Rules__FourAngle", "rules/four-angle/example.json"));
        await monitor.SettleAsync();

        var city = await monitor.GetAsync("/api/v1/areas/GM0153/scorecards/four-angle/2021", ScorecardsJson.Default.Scorecard);
        var square = await monitor.GetAsync("/api/v1/areas/CU0153-lindenplein/scorecards/four-angle/2021", ScorecardsJson.Default.Scorecard);

        Assert.Equal(100_000m, city.Lines.Sum(line => line.Amount ?? 0));
        Assert.Contains(city.Findings, finding => finding.Code == "attention-stayed");
        Assert.Equal(DatasetVisibility.Owner, city.Visibility);
        Assert.Equal(3, square.Lines.Single(line => line.Code == "pins-maintenance").Value);
        Assert.Contains("dunne wanden", square.Lines.Single(line => line.Code == "trend-nuisance_cases").Explanation.Nl);
        Assert.Contains(square.Findings, finding => finding.Code == "story-needed");
    }

    [Fact]
    public async Task The_published_file_of_Amsterdam_becomes_a_compass_of_its_districts_and_neighbourhoods()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, "CBS's file of Amsterdam is not on this machine (docs/architecture.md).");
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        var file = await File.ReadAllBytesAsync(Path.Combine(RepositoryFolder.PublishedData!, "ses-woa-amsterdam-2019.csv"), TestContext.Current.CancellationToken);

        var delivery = await monitor.DeliverAsync("ses-woa/ses-woa-amsterdam-2019.csv", file);

        Assert.Equal(("served", 579, 3474, 0, 0), (delivery.State, delivery.Rows, delivery.Values, delivery.Errors, delivery.Warnings));
        Assert.Equal(["GM0363"], delivery.Municipalities);
        var areas = await monitor.GetAsync("/api/v1/municipalities/GM0363/areas?boundaryYear=2019", AreasJson.Default.ItemListAreaResource);
        Assert.Equal(579, areas.Items.Count);
        var compass = await monitor.GetAsync("/api/v1/municipalities/GM0363/scorecards/compass?period=2019", ScorecardsJson.Default.ItemListScorecardSummary);
        Assert.Equal(578, compass.Items.Count);
        var card = await monitor.GetAsync("/api/v1/areas/BU03630000/scorecards/compass/2019", ScorecardsJson.Default.Scorecard);
        var score = card.Lines.Single(line => line.Code == "ses_woa_score");
        Assert.Equal((0.045m, -0.100m, Signal.Green), (score.Value!.Value, score.Reference!.Value, score.Signal));
        Assert.Equal(delivery.Id, score.Inputs.Single(i => i.Role == "value").Delivery);
        Assert.Equal(4, score.Inputs.Single(i => i.Role == "value").Line);
    }
}

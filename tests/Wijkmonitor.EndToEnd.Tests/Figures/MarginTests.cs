using System.Text.Json;
using Azure.Storage.Blobs;
using Wijkmonitor.EndToEnd.Tests.Dashboard;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Figures;

/// <summary>Figures with the margin and the status that their source gives, from the file to the screen.</summary>
[Collection<DashboardTests>]
public sealed class MarginTests(DashboardMonitor dashboard, StorageEmulator emulator)
{
    private const string Path = "/api/v1/municipalities/GM0153/observations?indicators=social_assistance&period=2023";

    private const string Figures = """
        age;area;period;indicator;value;lower;upper;n
        18+;GM0153;2022;social_assistance;8;7.5;8.5;4000
        18+;GM0153;2023;social_assistance;8;7.5;8.5;4000
        18+;BU01530000;2022;social_assistance;11;9;13;120
        18+;BU01530000;2023;social_assistance;12e;9.5;14.25;120
        18+;BU01530001;2023;social_assistance;9*;.;.;.
        65+;BU01530000;2023;social_assistance;50;40;60;120

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Margins_and_statuses_are_stored_served_in_every_form_and_shown()
    {
        await using var monitor = await StartAsync();
        var delivered = await monitor.DeliverAsync("area-indicators/margins.csv", Figures);
        Assert.Equal(("served", 0, 0), (delivered.State, delivered.Errors, delivered.Warnings));
        Assert.Equal(new SkippedLines(SkippedKinds.Dimension, 1, 7), Assert.Single(delivered.Read!.Skipped));

        var items = (await monitor.GetAsync(Path, ObservationsJson.Default.ItemListObservationResource)).Items;
        var estimated = items.Single(o => o.Area.Value == "BU01530000");
        Assert.Equal((12m, 9.5m, 14.25m, 120m, 95m), (estimated.Value!.Value, estimated.Interval!.Lower!.Value, estimated.Interval.Upper!.Value, estimated.Interval.SampleSize!.Value, estimated.Interval.Level!.Value));
        Assert.Equal(["estimated"], estimated.Status!);
        var provisional = items.Single(o => o.Area.Value == "BU01530001");
        Assert.Equal((true, null), (provisional.IsProvisional, provisional.Interval));
        await AssertFormsAsync(monitor);

        var card = await monitor.GetAsync("/api/v1/areas/BU01530000/scorecards/compass/2023", ScorecardsJson.Default.Scorecard);
        var line = card.Lines.Single(l => l.Code == "social_assistance");
        Assert.Contains("buiten de marge van 9,5% tot 14,3% (95% zekerheid, volgens de bron)", line.Explanation.Nl);
        await AssertShownAsync(monitor);
    }

    [Fact]
    public async Task A_file_about_another_group_is_refused_by_its_group_and_a_changed_margin_is_a_change()
    {
        await using var monitor = await StartAsync();
        var refused = await monitor.DeliverAsync("area-indicators/other.csv", "age;area;period;indicator;value;lower;upper;n\n65+;GM0153;2023;social_assistance;8;7;9;50\n");
        Assert.Equal("refused", refused.State);
        var problem = (await monitor.ProblemsAsync(refused)).Items[0];
        Assert.Equal((ProblemCodes.DimensionOther, "65+"), (problem.Code, problem.Value));
        await monitor.DeliverAsync("area-indicators/margins.csv", Figures);

        var again = await monitor.DeliverAsync("area-indicators/margins-again.csv", Figures.Replace("9.5;14.25", "9.5;14.5"));

        Assert.Equal((0, 1, 0, 4), (again.Changes!.Added, again.Changes.Changed, again.Changes.Withdrawn, again.Changes.Unchanged));
        using var diff = JsonDocument.Parse(await monitor.App.Client.GetStringAsync(again.Diff, Token));
        var change = diff.RootElement.GetProperty("items")[0];
        Assert.Equal((14.25m, 14.5m), (change.GetProperty("old").GetProperty("upper").GetDecimal(), change.GetProperty("new").GetProperty("upper").GetDecimal()));
    }

    private static async Task AssertFormsAsync(RunningMonitor monitor)
    {
        var csv = await monitor.App.Client.GetStringAsync(Path + "&format=csv", Token);
        Assert.Contains("status;interval.lower;interval.upper;interval.sampleSize;interval.level", csv);
        Assert.Contains("estimated;9,5;14,25;120;95", csv);

        using var stat = JsonDocument.Parse(await monitor.App.Client.GetStringAsync(Path + "&format=json-stat", Token));
        Assert.Equal(["estimated", "provisional"], stat.RootElement.GetProperty("status").EnumerateObject().Select(cell => cell.Value.GetString()));
        var interval = stat.RootElement.GetProperty("extension").GetProperty("intervals").EnumerateObject().First().Value;
        Assert.Equal((9.5m, 14.25m), (interval.GetProperty("lower").GetDecimal(), interval.GetProperty("upper").GetDecimal()));
    }

    private async Task AssertShownAsync(RunningMonitor monitor)
    {
        await using var opened = await dashboard.Browser.OpenAsync(monitor.App.Address, Device.Desktop);
        var page = (await opened.GoAsync("/gemeenten/GM0153?toon=i.social_assistance")).Page;
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Columnheader, new() { Name = "Marge" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Cell, new() { Name = "9,5 tot 14,3%" })).ToBeVisibleAsync();
        await Expect(page.GetByText("geschat cijfer")).ToBeVisibleAsync();
        await Expect(page.GetByText("voorlopig cijfer")).ToBeVisibleAsync();

        page = (await opened.GoAsync("/gebieden/BU01530000")).Page;
        await Expect(page.GetByText("marge 9,5 tot 14,3%; van 120 ondervraagd of geteld; geschat").First).ToBeVisibleAsync();
        await Expect(page.Locator(".spark line.margin")).ToHaveCountAsync(2);
        Assert.Empty(opened.Complaints);
    }

    private async Task<RunningMonitor> StartAsync()
    {
        var account = emulator.NewAccount();
        var shipped = await File.ReadAllTextAsync(RepositoryFolder.File("config", "datasets", "area-indicators.json"), Token);
        var config = new BlobServiceClient(account).GetBlobContainerClient("config");
        await config.CreateIfNotExistsAsync(cancellationToken: Token);
        var text = shipped
            .Replace("\"boundaryYear\": \"boundary_year\"", "\"lower\": \"lower\", \"upper\": \"upper\", \"sampleSize\": \"n\"", StringComparison.Ordinal)
            .Replace("\"boundaryYear\": \"period\"", "\"boundaryYear\": \"2023\"", StringComparison.Ordinal)
            .Replace("\"partners\"", "\"public\"", StringComparison.Ordinal)
            .TrimEnd()[..^1] + """, "dimensions": { "age": ["18+"] }, "margins": { "level": 95 }, "marks": { "*": ["provisional"], "e": ["estimated"] } }""";
        await config.GetBlobClient("datasets/area-indicators.json").UploadAsync(BinaryData.FromString(text), overwrite: true, Token);
        var monitor = await RunningMonitor.StartAsync(account);
        await monitor.DeliverAsync("areas/areas.csv", "code;name;boundary_year\nGM0153;Enschede;2023\nBU01530000;Hart;2023\nBU01530001;Haven;2023\n");
        return monitor;
    }
}

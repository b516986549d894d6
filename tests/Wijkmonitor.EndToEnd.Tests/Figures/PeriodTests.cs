using System.Text.Json;
using Azure.Storage.Blobs;
using Wijkmonitor.EndToEnd.Tests.Dashboard;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Figures;

/// <summary>Figures about quarters next to figures about years, from the file to the screen.</summary>
[Collection<DashboardTests>]
public sealed class PeriodTests(DashboardMonitor dashboard, StorageEmulator emulator)
{
    private const string Path = "/api/v1/municipalities/GM0153/observations";

    private const string Figures = """
        area;period;indicator;value
        GM0153;2023;burglaries;44
        GM0153;2023 4e kwartaal;burglaries;12
        GM0153;2024KW01*;burglaries;11
        GM0153;2024-Q2;burglaries;10
        GM0153;2024MM01;burglaries;3
        GM0153;2023;inhabitants;158000
        GM0153;2024-Q1;inhabitants;159000
        BU01530000;2024-Q1;burglaries;2
        BU01530000;2024-Q1;inhabitants;900

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Quarters_are_stored_filtered_named_and_shown_and_make_no_scorecard_of_their_year()
    {
        await using var monitor = await StartAsync();
        var delivered = await monitor.DeliverAsync("area-indicators/quarters.csv", Figures);

        Assert.Equal(("served", 0, 1), (delivered.State, delivered.Errors, delivered.Warnings));
        var problem = Assert.Single((await monitor.ProblemsAsync(delivered)).Items);
        Assert.Equal(ProblemCodes.PeriodUndeclared, problem.Code);
        Assert.StartsWith("1 rij gaat over maanden", problem.Message.Nl);
        Assert.Equal([2023, 2024], delivered.Periods);

        Assert.Equal(["2024-Q1"], await PeriodsAsync(monitor, "?period=2024-Q1"));
        Assert.Equal(["2023"], await PeriodsAsync(monitor, "?period=2023"));
        Assert.Empty(await PeriodsAsync(monitor, "?period=2024"));
        Assert.Equal(["2023-Q4", "2024-Q1", "2024-Q2"], await PeriodsAsync(monitor, "?granularity=quarter"));
        Assert.Equal(["2023"], await PeriodsAsync(monitor, "?granularity=year"));
        Assert.Equal(
            ["2023 44", "2023-Q4 12", "2024-Q1 11", "2024-Q2 10"],
            (await ListAsync(monitor, "/api/v1/observations?indicator=burglaries&areas=GM0153&sort=period")).Items.Select(o => $"{o.Period} {o.Value}"));
        Assert.Equal(2, (await ListAsync(monitor, "/api/v1/observations?indicator=burglaries&areas=GM0153&periods=2023,2024-Q2")).Items.Count);
        await AssertFormsAsync(monitor);

        var cards = await monitor.GetAsync("/api/v1/municipalities/GM0153/scorecards/compass", ScorecardsJson.Default.ItemListScorecardSummary);
        Assert.All(cards.Items, card => Assert.Equal("2023", card.Period.ToString()));
        await AssertShownAsync(monitor);
    }

    [Theory]
    [InlineData("2024-Q5")]
    [InlineData("2024-W53")]
    [InlineData("Q1")]
    public async Task A_period_that_is_none_is_refused_with_the_forms_that_there_are(string period)
    {
        using var response = await dashboard.Monitor.App.Client.GetAsync($"{Path}?period={period}&granularity=decade", Token);

        var problem = JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(Token), HttpJson.Default.ProblemDetailsResource)!;
        Assert.Equal(["granularity", "period"], problem.Errors!.Select(error => error.Field).Order());
        Assert.Contains("2019-Q1 (kwartaal)", problem.Errors!.Single(error => error.Field == "period").Message!.Nl);
    }

    private static async Task AssertFormsAsync(RunningMonitor monitor)
    {
        var stock = Assert.Single((await ListAsync(monitor, $"{Path}?indicators=inhabitants&period=2024-Q1&level=municipality")).Items);
        Assert.Equal(("1e kwartaal 2024 (1 januari 2024)", new DateOnly(2024, 1, 1)), (stock.PeriodLabel!.Nl, stock.ReferenceDate!.Value));
        var flow = Assert.Single((await ListAsync(monitor, $"{Path}?indicators=burglaries&period=2024-Q1&level=municipality")).Items);
        Assert.Equal(("1e kwartaal 2024", true, (DateOnly?)null), (flow.PeriodLabel!.Nl, flow.IsProvisional, flow.ReferenceDate));

        var csv = await monitor.App.Client.GetStringAsync($"{Path}?indicators=inhabitants&period=2024-Q1&level=municipality&format=csv", Token);
        Assert.Contains("periodLabel.nl;periodLabel.en;referenceDate", csv);
        Assert.Contains("1e kwartaal 2024 (1 januari 2024);Q1 2024 (1 January 2024);2024-01-01", csv);

        using var stat = JsonDocument.Parse(await monitor.App.Client.GetStringAsync($"{Path}?format=json-stat", Token));
        var labels = stat.RootElement.GetProperty("dimension").GetProperty("period").GetProperty("category").GetProperty("label");
        Assert.Equal("1e kwartaal 2024", labels.GetProperty("2024-Q1").GetString());
        var measured = stat.RootElement.GetProperty("extension").GetProperty("measured");
        Assert.Equal("2024-01-01", measured.GetProperty("2024-Q1/inhabitants/area-indicators").GetProperty("referenceDate").GetString());
        Assert.False(measured.TryGetProperty("2024-Q1/burglaries/area-indicators", out _));
    }

    // The newest year is shown first, and the quarters have a heading of their own.
    private async Task AssertShownAsync(RunningMonitor monitor)
    {
        await using var opened = await dashboard.Browser.OpenAsync(monitor.App.Address, Device.Desktop);
        var page = (await opened.GoAsync("/gemeenten/GM0153?toon=i.burglaries")).Page;
        var periods = page.GetByLabel("Periode");

        await Expect(periods).ToHaveValueAsync("2023");
        Assert.Equal(["Jaren", "Kwartalen"], await periods.Locator("optgroup").EvaluateAllAsync<string[]>("groups => groups.map(g => g.label)"));
        Assert.Equal(
            ["2023", "2e kwartaal 2024", "1e kwartaal 2024", "4e kwartaal 2023"], await periods.Locator("option").AllInnerTextsAsync());
        await periods.SelectOptionAsync("2024-Q1");
        await Expect(page.GetByText("1e kwartaal 2024, per buurt")).ToBeVisibleAsync();
        Assert.Empty(opened.Complaints);
    }

    private static async Task<IEnumerable<string>> PeriodsAsync(RunningMonitor monitor, string query) =>
        (await ListAsync(monitor, Path + query)).Items.Select(o => o.Period.ToString()).Distinct().Order(StringComparer.Ordinal);

    private static Task<ItemList<ObservationResource>> ListAsync(RunningMonitor monitor, string path) => monitor.GetAsync(path, ObservationsJson.Default.ItemListObservationResource);

    private async Task<RunningMonitor> StartAsync()
    {
        var account = emulator.NewAccount();
        var shipped = await File.ReadAllTextAsync(RepositoryFolder.File("config", "datasets", "area-indicators.json"), Token);
        var config = new BlobServiceClient(account).GetBlobContainerClient("config");
        await config.CreateIfNotExistsAsync(cancellationToken: Token);
        var text = shipped.TrimEnd()[..^1] + """, "periods": ["year", "quarter"], "measuredOf": { "inhabitants": { "referenceDate": "start" } } }""";
        await config.GetBlobClient("datasets/area-indicators.json").UploadAsync(BinaryData.FromString(text), overwrite: true, Token);
        var monitor = await RunningMonitor.StartAsync(account);
        await monitor.DeliverAsync("areas/areas.csv", "code;name;boundary_year\nGM0153;Enschede;2023\nGM0153;Enschede;2024\nBU01530000;Hart;2023\nBU01530000;Hart;2024\n");
        return monitor;
    }
}

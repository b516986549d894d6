using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Functions.Api.Areas;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Api;

/// <summary>One monitor with a few areas of two invented places in existing municipalities.</summary>
public sealed class NamedAreasMonitor(StorageEmulator emulator) : IAsyncLifetime
{
    private const string Areas = """
        code;name;boundary_year
        GM0363;Amsterdam;2019
        WK036301;Oud-West;2018
        WK036301;Oud-West / de Baarsjes;2019
        BU03630101;Oud-West Noord;2019
        BU03630102;Café de l’Étoile;2019
        BU03630103;West;2019
        GM0080;Leeuwarden;2019
        BU00800001;Súdwest;2019
        """;

    private const string Figures = """
        area;boundary_year;period;indicator;value
        GM0363;2019;2018;burglaries;90
        GM0363;2019;2019;burglaries;80
        BU03630101;2019;2018;burglaries;30
        BU03630101;2019;2019;burglaries;20
        BU03630102;2019;2019;burglaries;40
        BU03630103;2019;2019;burglaries;.
        BU03630101;2019;2019;inhabitants;1000
        BU03630102;2019;2019;inhabitants;2000
        BU00800001;2019;2019;burglaries;5
        """;

    internal RunningMonitor Monitor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await Monitor.DeliverAsync("areas/areas.csv", Areas);
        var delivered = await Monitor.DeliverAsync("area-indicators/figures.csv", Figures);
        Assert.Equal("served", delivered.State);
    }

    public ValueTask DisposeAsync() => Monitor.DisposeAsync();
}

public sealed class QueryTests(NamedAreasMonitor fixture) : IClassFixture<NamedAreasMonitor>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_municipalities_are_those_of_the_register()
    {
        var list = await GetAsync("/api/v1/municipalities", AreasJson.Default.ItemListMunicipalityResource);

        Assert.Equal([("GM0080", "Leeuwarden", 2), ("GM0363", "Amsterdam", 5)], list.Items.Select(m => (m.Code.Value, m.Name, m.Areas)));
        Assert.Equal((2, null), (list.Total, list.Next));
    }

    [Theory]
    [InlineData("west", "BU03630103,WK036301,BU03630101")]
    [InlineData("OUD west", "WK036301,BU03630101")]
    [InlineData("oud-w", "WK036301,BU03630101")]
    [InlineData("cafe etoile", "BU03630102")]
    [InlineData("sudwest", "BU00800001")]
    [InlineData("súd", "BU00800001")]
    [InlineData("st", "")]
    [InlineData("amsterdam", "GM0363")]
    [InlineData("baarsjes", "WK036301")]
    public async Task Areas_are_found_by_word_prefixes_of_their_newest_name(string search, string codes)
    {
        var list = await GetAsync($"/api/v1/areas?search={Uri.EscapeDataString(search)}", AreasJson.Default.ItemListAreaResource);

        Assert.Equal(codes, string.Join(',', list.Items.Select(area => area.Code.Value)));
    }

    [Fact]
    public async Task A_search_can_be_limited_to_a_level_and_a_municipality()
    {
        var districts = await GetAsync("/api/v1/areas?search=oud&level=district", AreasJson.Default.ItemListAreaResource);
        var elsewhere = await GetAsync("/api/v1/areas?search=oud&municipality=GM0080", AreasJson.Default.ItemListAreaResource);

        var district = Assert.Single(districts.Items);
        Assert.Equal(("WK036301", "Amsterdam", "2018,2019"), (district.Code.Value, district.MunicipalityName, string.Join(',', district.BoundaryYears)));
        Assert.Empty(elsewhere.Items);
    }

    [Fact]
    public async Task A_municipalitys_areas_come_with_the_chosen_indicators_of_one_year()
    {
        var list = await GetAsync("/api/v1/municipalities/GM0363/observations?indicators=burglaries,inhabitants&period=2019", ObservationsJson.Default.ItemListObservationResource);

        Assert.Equal(
            ["BU03630101 burglaries 20", "BU03630101 inhabitants 1000", "BU03630102 burglaries 40", "BU03630102 inhabitants 2000", "BU03630103 burglaries ", "GM0363 burglaries 80"],
            list.Items.Select(o => $"{o.Area} {o.Indicator} {o.Value}"));
        Assert.All(list.Items, observation => Assert.Equal("2019", observation.Period.ToString()));
        Assert.Null(list.Warnings);
    }

    [Fact]
    public async Task Sorting_puts_missing_values_last_in_both_directions()
    {
        var path = "/api/v1/municipalities/GM0363/observations?indicators=burglaries&period=2019&level=neighbourhood&sort=";

        var up = await GetAsync(path + "value", ObservationsJson.Default.ItemListObservationResource);
        var down = await GetAsync(path + "-value", ObservationsJson.Default.ItemListObservationResource);

        Assert.Equal([20m, 40m, null], up.Items.Select(o => o.Value));
        Assert.Equal([40m, 20m, null], down.Items.Select(o => o.Value));
    }

    [Fact]
    public async Task Pages_give_every_item_once_and_next_links_hold_no_key()
    {
        var all = await GetAsync("/api/v1/municipalities/GM0363/observations?sort=-value", ObservationsJson.Default.ItemListObservationResource);
        var paged = new List<ObservationResource>();
        var next = "/api/v1/municipalities/GM0363/observations?sort=-value&limit=3&code=a-secret-key";
        while (next is not null)
        {
            var page = await GetAsync(next, ObservationsJson.Default.ItemListObservationResource);
            Assert.InRange(page.Items.Count, 1, 3);
            Assert.Equal(all.Items.Count, page.Total);
            Assert.DoesNotContain("secret", page.Next ?? "");
            paged.AddRange(page.Items);
            next = page.Next;
        }

        Assert.Equal(8, all.Items.Count);
        Assert.Equal(all.Items, paged);
    }

    [Fact]
    public async Task An_indicator_can_be_compared_across_areas_and_years()
    {
        var all = await GetAsync("/api/v1/observations?indicator=burglaries&areas=BU03630101,GM0363,BU00800001", ObservationsJson.Default.ItemListObservationResource);
        var one = await GetAsync("/api/v1/observations?indicator=burglaries&areas=BU03630101,GM0363&periods=2018", ObservationsJson.Default.ItemListObservationResource);

        Assert.Equal(["BU00800001 2019 5", "BU03630101 2018 30", "BU03630101 2019 20", "GM0363 2018 90", "GM0363 2019 80"], all.Items.Select(o => $"{o.Area} {o.Period} {o.Value}"));
        Assert.Equal([30m, 90m], one.Items.Select(o => o.Value));
    }

    [Fact]
    public async Task Warnings_are_separate_from_errors()
    {
        var list = await GetAsync("/api/v1/observations?indicator=burglaries&areas=BU03630101,BU03639999&perods=2018", ObservationsJson.Default.ItemListObservationResource);
        var empty = await GetAsync("/api/v1/municipalities/GM0363/observations?indicators=inhabitants&period=2018", ObservationsJson.Default.ItemListObservationResource);

        Assert.Equal(2, list.Items.Count);
        Assert.Equal(["unknown-area areas", "unknown-parameter perods"], list.Warnings!.Select(w => $"{w.Code} {w.Field}"));
        Assert.Empty(empty.Items);
        Assert.Equal("no-observations", Assert.Single(empty.Warnings!).Code);
    }

    [Fact]
    public async Task All_errors_of_a_request_are_reported_at_once()
    {
        using var response = await fixture.Monitor.App.Client.GetAsync("/api/v1/municipalities/BU1/observations?indicators=x&period=y&limit=z&sort=q&level=r", Token);

        var problem = JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(Token), HttpJson.Default.ProblemDetailsResource)!;
        Assert.Equal(["code", "indicators", "level", "limit", "period", "sort"], problem.Errors!.Select(error => error.Field).Order());
        Assert.All(problem.Errors!, error => Assert.True(error.Message is { Nl.Length: > 0, En.Length: > 0 }));
    }

    [Fact]
    public async Task More_than_fifty_areas_are_refused_not_truncated()
    {
        var areas = string.Join(',', Enumerable.Range(0, 51).Select(i => $"BU0363{i:0000}"));

        using var response = await fixture.Monitor.App.Client.GetAsync($"/api/v1/observations?indicator=burglaries&areas={areas}", Token);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_kind_of_a_municipality_has_names_and_signal_counts()
    {
        var kinds = await GetAsync("/api/v1/municipalities/GM0363/scorecards", ScorecardsJson.Default.ItemListScorecardKindResource);
        var all = await GetAsync("/api/v1/municipalities/GM0363/scorecards/compass", ScorecardsJson.Default.ItemListScorecardSummary);
        var year = await GetAsync("/api/v1/municipalities/GM0363/scorecards/compass?period=2019&level=neighbourhood", ScorecardsJson.Default.ItemListScorecardSummary);

        Assert.Equal(["compass"], kinds.Items.Select(kind => kind.Kind));
        Assert.Contains(all.Items, summary => summary.Period.Year == 2018);
        Assert.Contains(year.Items, summary => summary.Name == "Oud-West Noord");
        Assert.All(year.Items, summary => Assert.Equal(summary.Signals.Count, summary.SignalCounts.Green + summary.SignalCounts.Yellow + summary.SignalCounts.Red));
        Assert.Contains(year.Items, summary => summary.Signals.Count > 0);
    }

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type)
    {
        using var response = await fixture.Monitor.App.Client.GetAsync(path, Token);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {await response.Content.ReadAsStringAsync(Token)}");
        return (await response.Content.ReadFromJsonAsync(type, Token))!;
    }
}

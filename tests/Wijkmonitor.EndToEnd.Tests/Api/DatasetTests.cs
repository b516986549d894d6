using System.Net;
using System.Text.Json;
using Wijkmonitor.EndToEnd.Tests.Access;

namespace Wijkmonitor.EndToEnd.Tests.Api;

/// <summary>Datasets as each caller sees them.</summary>
public sealed class DatasetTests(GuardedMonitor fixture) : IClassFixture<GuardedMonitor>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dataset_has_a_title_in_both_languages_its_columns_and_an_empty_file()
    {
        var dataset = await GetAsync("area-indicators", "nobody");

        Assert.Equal(("Indicatoren per gebied", "Indicators by area"),
            (dataset.GetProperty("title").GetProperty("nl").GetString(), dataset.GetProperty("title").GetProperty("en").GetString()));
        Assert.Equal(("long", ";"), (dataset.GetProperty("format").GetString(), dataset.GetProperty("delimiter").GetString()));
        Assert.Equal(
            ["area", "period", "indicator", "value", "boundary_year"], dataset.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
        using var template = await AccessTests.SendAsync(fixture, $"GET {dataset.GetProperty("template").GetString()}", principal: null);
        Assert.Equal("area;period;indicator;value;boundary_year", (await template.Content.ReadAsStringAsync(Token)).Trim('\uFEFF', '\r', '\n'));
        Assert.Equal("area-indicators.csv", template.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [Theory]
    [InlineData("area-indicators", "nobody", false, false)]
    [InlineData("area-indicators", "party", true, false)]
    [InlineData("area-indicators", "team", true, true)]
    [InlineData("area-indicators", "other team", false, false)]
    [InlineData("area-indicators", "admin", true, true)]
    [InlineData("boundaries", "nobody", false, false)]
    [InlineData("areas", "nobody", true, false)]
    public async Task Deliveries_of_a_dataset_are_named_as_far_as_the_caller_may_see_them(string id, string caller, bool isServed, bool isDelivered)
    {
        var dataset = await GetAsync(id, caller);

        Assert.Equal((isServed, isDelivered), (dataset.TryGetProperty("servedAt", out _), dataset.TryGetProperty("lastDelivery", out var last)));
        if (isDelivered)
        {
            using var delivery = await AccessTests.SendAsync(fixture, $"GET {last.GetProperty("href").GetString()}", AccessTests.Callers[caller]);
            Assert.Equal(HttpStatusCode.OK, delivery.StatusCode);
        }
    }

    [Theory]
    [InlineData("/api/v1/datasets/nope")]
    [InlineData("/api/v1/datasets/nope/template")]
    [InlineData("/api/v1/datasets/kwb/template")]
    public async Task Absent_datasets_and_templates_are_not_found(string path)
    {
        using var response = await AccessTests.SendAsync(fixture, $"GET {path}", principal: null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<JsonElement> GetAsync(string id, string caller)
    {
        using var response = await AccessTests.SendAsync(fixture, "GET /api/v1/datasets", AccessTests.Callers[caller]);
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token));
        return json.RootElement.GetProperty("items").EnumerateArray().Single(dataset => dataset.GetProperty("id").GetString() == id).Clone();
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Wijkmonitor.EndToEnd.Tests.Access;

namespace Wijkmonitor.EndToEnd.Tests.Api;

/// <summary>The forms in which lists and scorecards are given.</summary>
public sealed class FormatTests(GuardedMonitor fixture) : IClassFixture<GuardedMonitor>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/indicators", "code")]
    [InlineData("/api/v1/datasets", "id")]
    [InlineData("/api/v1/municipalities", "code")]
    [InlineData("/api/v1/municipalities/GM0153/areas", "code")]
    [InlineData("/api/v1/areas?search=dolphia", "code")]
    [InlineData("/api/v1/municipalities/GM0153/observations", "indicator")]
    [InlineData("/api/v1/areas/CU0153-dolphia/observations", "indicator")]
    [InlineData("/api/v1/observations?indicator=burglaries&areas=CU0153-dolphia", "indicator")]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards", "kind")]
    [InlineData("/api/v1/municipalities/GM0153/scorecards/compass", "kind")]
    [InlineData("/api/v1/areas/CU0153-kade/records", "reference")]
    [InlineData("/api/v1/social-mortgages", "id")]
    [InlineData("/api/v1/deliveries", "id")]
    [InlineData("/api/v1/municipalities/GM0153/scorecards", "kind")]
    [InlineData("/api/v1/social-mortgages/dolphia/modules", "code")]
    public async Task A_list_has_the_same_values_in_csv_and_json(string path, string field)
    {
        using var json = await JsonAsync(path);
        var (header, rows) = await CsvAsync(path + (path.Contains('?') ? "&" : "?") + "format=csv");

        var items = json.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(items);
        Assert.Equal(items.Select(item => item.GetProperty(field).GetString()), rows.Select(row => row[header.IndexOf(field)]));
        Assert.All(rows, row => Assert.Equal(header.Count, row.Length));
        Assert.Equal(header.Count, header.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Numbers_have_a_decimal_comma_and_missing_values_are_empty()
    {
        const string Path = "/api/v1/municipalities/GM0153/observations?limit=10000";
        using var json = await JsonAsync(Path);
        var (header, rows) = await CsvAsync(Path + "&format=csv");

        var values = json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.TryGetProperty("value", out var value) ? value.GetDecimal() : (decimal?)null);
        var dutch = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
        var read = rows.Select(row => row[header.IndexOf("value")]).ToList();
        Assert.Contains(read, text => text.Contains(','));
        Assert.Equal(values, read.Select(text => text.Length == 0 ? (decimal?)null : decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, dutch)));
    }

    [Fact]
    public async Task A_scorecard_is_csv_when_accepted()
    {
        var (header, rows) = await CsvAsync("/api/v1/areas/CU0153-dolphia/scorecards/compass/2017", "text/html, text/csv;q=0.9, application/json;q=0.1");
        using var json = await JsonAsync("/api/v1/areas/CU0153-dolphia/scorecards/compass/2017");

        Assert.Equal(
            json.RootElement.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("code").GetString()),
            rows.Where(row => row[0] == "regel").Select(row => row[header.IndexOf("code")]));
    }

    [Theory]
    [InlineData("/api/v1/indicators?format=xml", null, HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators?format=geojson", null, HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators", "application/xml", HttpStatusCode.NotAcceptable)]
    [InlineData("/api/v1/indicators", "application/json;q=0, text/csv;q=0", HttpStatusCode.NotAcceptable)]
    [InlineData("/api/v1/indicators?format=json", "application/xml", HttpStatusCode.OK)]
    [InlineData("/api/v1/indicators", "*/*", HttpStatusCode.OK)]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards/compass/2017", "image/png", HttpStatusCode.NotAcceptable)]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards/compass/2017?format=pdf", null, HttpStatusCode.BadRequest)]
    public async Task An_unsupported_format_is_refused(string path, string? accept, HttpStatusCode status)
    {
        using var response = await SendAsync(path, accept);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? "application/json" : "application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Observations_have_the_same_values_in_json_stat()
    {
        const string Path = "/api/v1/municipalities/GM0153/observations?limit=10000";
        using var json = await JsonAsync(Path);
        using var stat = await JsonAsync(Path, "application/vnd.json-stat+json");
        var root = stat.RootElement;

        Assert.Equal(("2.0", "dataset"), (root.GetProperty("version").GetString(), root.GetProperty("class").GetString()));
        var ids = root.GetProperty("id").EnumerateArray().Select(id => id.GetString()!).ToList();
        var sizes = root.GetProperty("size").EnumerateArray().Select(size => size.GetInt64()).ToList();
        var codes = ids.ConvertAll(id => root.GetProperty("dimension").GetProperty(id).GetProperty("category").GetProperty("index").EnumerateArray().Select(code => code.GetString()!).ToList());
        Assert.Equal(sizes, codes.Select(each => (long)each.Count));
        Assert.All(codes, each => Assert.Equal(each.Count, each.Distinct(StringComparer.Ordinal).Count()));
        Assert.All(root.GetProperty("role").EnumerateObject().SelectMany(role => role.Value.EnumerateArray()), dimension => Assert.Contains(dimension.GetString(), ids));
        var values = root.GetProperty("value");
        Assert.All(values.EnumerateObject(), value => Assert.InRange(long.Parse(value.Name, CultureInfo.InvariantCulture), 0, sizes.Aggregate((a, b) => a * b) - 1));

        var known = json.RootElement.GetProperty("items").EnumerateArray().Where(item => item.TryGetProperty("value", out _)).ToList();
        Assert.Equal(known.Count, values.EnumerateObject().Count());
        foreach (var item in known)
        {
            var place = ids.Zip(codes).Zip(sizes).Aggregate(0L, (at, dimension) => (at * dimension.Second) + dimension.First.Second.IndexOf(item.GetProperty(dimension.First.First).GetString()!));
            Assert.Equal(item.GetProperty("value").GetDecimal(), values.GetProperty(place.ToString(CultureInfo.InvariantCulture)).GetDecimal());
        }
    }

    [Theory]
    [InlineData("", "Woninginbraken", "per 1.000", "bekend", "nee", "Indicatoren per gebied")]
    [InlineData("&language=en", "Burglaries", "per 1,000", "known", "no", "Indicators by area")]
    public async Task Observations_as_csv_have_names_and_labels_in_one_language(
        string language, string indicator, string unit, string state, string no, string dataset)
    {
        var (header, rows) = await CsvAsync($"/api/v1/areas/CU0153-dolphia/observations?indicator=burglaries&period=2017&format=csv{language}");

        var row = Assert.Single(rows);
        string Get(string column) => row[header.IndexOf(column)];
        Assert.Equal(["areaName", "indicatorLabel", "unitLabel", "stateLabel", "datasetTitle"], header[^5..]);
        Assert.Equal(("Dolphia", unit, state, no, dataset), (Get("areaName"), Get("unitLabel"), Get("stateLabel"), Get("provisional"), Get("datasetTitle")));
        Assert.Equal(indicator, Get("indicatorLabel"));
        Assert.Equal(("CU0153-dolphia", "burglaries", "known"), (Get("area"), Get("indicator"), Get("state")));
    }

    [Theory]
    [InlineData("", "Gebied", "Enschede", "inwoners", "Indicatoren per gebied", "Woninginbraken, Inwoners; 9 gebieden; 2016 - 2021")]
    [InlineData("&language=en", "Area", "Enschede", "residents", "Indicators by area", "Burglaries, Residents; 9 areas; 2016 - 2021")]
    public async Task Json_stat_has_labels_units_source_and_moment_in_one_language(
        string language, string dimension, string area, string unit, string dataset, string title)
    {
        using var stat = await JsonAsync(
            $"/api/v1/municipalities/GM0153/observations?indicators=burglaries,inhabitants&format=json-stat{language}", accept: null);
        var root = stat.RootElement;
        JsonElement Category(string name) => root.GetProperty("dimension").GetProperty(name).GetProperty("category");

        Assert.Equal(dimension, root.GetProperty("dimension").GetProperty("area").GetProperty("label").GetString());
        Assert.Equal(area, Category("area").GetProperty("label").GetProperty("GM0153").GetString());
        Assert.Equal("Dolphia", Category("area").GetProperty("label").GetProperty("CU0153-dolphia").GetString());
        Assert.Equal(unit, Category("indicator").GetProperty("unit").GetProperty("inhabitants").GetProperty("label").GetString());
        Assert.Equal(dataset, Category("dataset").GetProperty("label").GetProperty("area-indicators").GetString());
        Assert.NotEmpty(root.GetProperty("source").GetString()!);
        Assert.InRange(root.GetProperty("updated").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-30), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal(title, root.GetProperty("label").GetString());
    }

    [Fact]
    public async Task A_page_in_another_format_links_to_the_next()
    {
        var (_, first) = await CsvAsync("/api/v1/indicators?format=csv&limit=2");
        using var response = await SendAsync("/api/v1/indicators?format=csv&limit=2", accept: null);
        var next = Assert.Single(response.Headers.GetValues("Link"));
        var (_, second) = await CsvAsync(next[1..next.IndexOf('>', StringComparison.Ordinal)]);

        Assert.Equal((2, 2), (first.Count, second.Count));
        Assert.Empty(first.Select(row => row[0]).Intersect(second.Select(row => row[0])));
    }

    [Fact]
    public async Task The_years_of_a_social_mortgage_are_csv_too()
    {
        using var json = await JsonAsync("/api/v1/social-mortgages/dolphia/series");
        var (header, rows) = await CsvAsync("/api/v1/social-mortgages/dolphia/series?format=csv");

        Assert.Equal(
            json.RootElement.GetProperty("years").EnumerateArray().Select(year => year.GetProperty("year").GetRawText()), rows.Select(row => row[header.IndexOf("year")]));
        Assert.Contains("credits.activities", header);
    }

    [Theory]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards/compass/2017")]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards/compass/2017?format=csv")]
    [InlineData("/api/v1/social-mortgages/dolphia/statements/2017")]
    [InlineData("/api/v1/social-mortgages/dolphia/statements/2017/csv")]
    [InlineData("/api/v1/social-mortgages/dolphia/statements/2017/page")]
    public async Task A_stored_resource_has_last_modified_and_a_strong_etag_in_every_format(string path)
    {
        using var response = await SendAsync(path, accept: null);

        Assert.InRange(response.Content.Headers.LastModified!.Value, DateTimeOffset.UtcNow.AddMinutes(-30), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.False(response.Headers.ETag!.IsWeak);
    }

    [Fact]
    public async Task An_unchanged_resource_is_not_sent_again()
    {
        using var list = await JsonAsync("/api/v1/areas/CU0153-dolphia/scorecards", principal: null);
        var href = list.RootElement.GetProperty("items")[0].GetProperty("href").GetString()!;
        using var first = await SendAsync(href, accept: null, principal: null);
        var at = first.Content.Headers.LastModified!.Value;
        using var same = await SendAsync(href, accept: null, principal: null, since: at);
        using var changed = await SendAsync(href, accept: null, principal: null, since: at.AddSeconds(-1));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK], [first.StatusCode, same.StatusCode, changed.StatusCode]);
    }

    private async Task<JsonDocument> JsonAsync(string path, string? accept = null, string? principal = "admin")
    {
        using var response = await SendAsync(path, accept, principal);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token));
    }

    private async Task<(List<string> Header, List<string[]> Rows)> CsvAsync(string path, string? accept = null)
    {
        using var response = await SendAsync(path, accept);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var bytes = await response.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        using var parser = new CsvParser(new StringReader(Encoding.UTF8.GetString(bytes[3..])), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var rows = new List<string[]>();
        while (await parser.ReadAsync())
        {
            rows.Add(parser.Record!);
        }

        return ([.. rows[0]], rows[1..]);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? accept, string? principal = "admin", DateTimeOffset? since = null)
    {
        using var client = new HttpClient { BaseAddress = fixture.Monitor.App.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfModifiedSince = since;
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        if (principal is not null)
        {
            request.Headers.Add(Wijkmonitor.Functions.Security.ClientPrincipal.Header, AccessTests.Callers[principal]);
        }

        var response = await client.SendAsync(request, Token);
        await response.Content.LoadIntoBufferAsync(Token);
        return response;
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Wijkmonitor.EndToEnd.Tests.Access;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Disclosure;

/// <summary>
/// Plays the caller the API for everything that a role may see, in every form, and computes on: the public, to which who lives there and who has a benefit is shown, and a partner, to
/// whom the rest is shown too, with the statements of a contract.
/// </summary>
public sealed class SmallCountTests(StorageEmulator emulator)
{
    private const int MinCount = 5;
    private const string Group = "group-partner";

    private static readonly string[] Kinds = [.. ScorecardKinds.Names];

    private static readonly string[] Indicators =
        ["inhabitants", "social_assistance", "average_income", "active_residents", "active_residents_share", "corporation_residents", "other_residents", "supported_corporation"];

    private static readonly string Partner = AccessTests.Principal(["Wijkmonitor.Partner"], Group);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Combining_all_responses_reveals_no_count_below_five(int seed)
    {
        var city = new InventedCity(seed);
        await using var monitor = await StartAsync(city);
        var (shown, all) = (await CrawlAsync(monitor, city, principal: null), await CrawlAsync(monitor, city, Partner));

        Assert.DoesNotContain(shown.Found.Keys, cell => cell.Indicator == "active_residents");
        Assert.Contains(all.Found.Keys, cell => cell.Indicator == "active_residents");
        Assert.Empty(Had(city, shown));
        Assert.Empty(Had(city, all));
    }

    [Fact]
    public async Task With_a_threshold_of_one_the_same_attacker_finds_small_counts()
    {
        var city = new InventedCity(1);
        await using var monitor = await StartAsync(city, ("Disclosure__MinCount", "1"));

        var (shown, all) = (Had(city, await CrawlAsync(monitor, city, principal: null)), Had(city, await CrawlAsync(monitor, city, Partner)));
        Assert.NotEmpty(shown);
        Assert.True(all.Count > shown.Count, $"a partner gets {string.Join(", ", all)}");
        Assert.Contains(all, found => !found.Contains("inhabitants", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_correction_gives_no_count_below_five_to_somebody_with_the_figures_from_before()
    {
        var (before, after) = (new InventedCity(1), new InventedCity(1).Correct(2));
        await using var monitor = await StartAsync(before);
        var (firstShown, first) = (await CrawlAsync(monitor, before, principal: null), await CrawlAsync(monitor, before, Partner));
        foreach (var (file, content) in new[] { ("area-indicators/second.csv", after.Indicators), ("neighbourhood-state/again.csv", after.State) })
        {
            Assert.Equal("served", (await monitor.DeliverAsync(file, content)).State);
        }

        var (shown, all) = (await CrawlAsync(monitor, after, principal: null), await CrawlAsync(monitor, after, Partner));

        Assert.Empty(Had((before, firstShown), (after, shown)));
        Assert.Empty(Had((before, first), (after, all)));
    }

    [Fact]
    public async Task Monitors_without_memory_give_counts_away_to_somebody_with_the_figures_from_before()
    {
        var (before, after) = (new InventedCity(1), new InventedCity(1).Correct(2));
        await using var monitor = await StartAsync(before);
        await using var other = await StartAsync(after);

        Assert.NotEmpty(Had((before, await CrawlAsync(monitor, before, Partner)), (after, await CrawlAsync(other, after, Partner))));
    }

    private async Task<RunningMonitor> StartAsync(InventedCity city, params (string Name, string Value)[] settings)
    {
        var account = emulator.NewAccount();
        var definition = await File.ReadAllTextAsync(RepositoryFolder.File("config", "datasets", "area-indicators.json"), Token);
        var config = new BlobServiceClient(account).GetBlobContainerClient("config");
        await config.CreateIfNotExistsAsync(cancellationToken: Token);
        await config.GetBlobClient("datasets/area-indicators.json")
            .UploadAsync(BinaryData.FromString(definition.Replace("\"visibility\": \"partners\"", "\"visibility\": \"public\"", StringComparison.Ordinal)), overwrite: true, Token);
        var monitor = await RunningMonitor.StartAsync(
            account,
            [
                ("Security__Mode", "platform"), ("WEBSITE_AUTH_ENABLED", "True"), ("Security__Scopes__0__Claim", "groups"), ("Security__Scopes__0__Value", Group),
                ("Security__Scopes__0__Areas", InventedCity.Code), ("Security__Scopes__0__Organisations", "Ons Huis"),
                .. Kinds.Select(kind => (ScoringRules.GetSettingName(kind), $"rules/{kind}/example.json")),
                .. settings,
            ]);
        monitor.App.Client.DefaultRequestHeaders.Add(ClientPrincipal.Header, AccessTests.Principal(["Wijkmonitor.Admin"]));
        var contract = await File.ReadAllTextAsync(RepositoryFolder.File("samples", "inbox", "contracts", "dolphia.json"), Token);
        foreach (var (file, content) in new[]
        {
            ("areas/areas.csv", city.Register), ("custom-areas/custom.csv", city.Custom), ("crosswalks/later.csv", city.Crosswalk),
            ("contracts/samen.json", contract.Replace("CU0153-dolphia", "CU0153-samen", StringComparison.Ordinal)),
            ("area-indicators/indicators.csv", city.Indicators), ("neighbourhood-state/state.csv", city.State),
        })
        {
            var delivery = await monitor.DeliverAsync(file, content);
            Assert.True(delivery.State == "served", $"{file} is {delivery.State}: {JsonSerializer.Serialize(await monitor.ProblemsAsync(delivery))}");
        }

        return monitor;
    }

    private static List<string> Had(InventedCity city, CrawledFigures crawled) => Had((city, crawled));

    /// <summary>The counts below five, and the rests below five, that can be derived from what was served each time.</summary>
    private static List<string> Had(params IReadOnlyList<(InventedCity City, CrawledFigures Crawled)> looks)
    {
        Assert.All(looks, look =>
        {
            Assert.True(look.Crawled.Numbers > 200, $"{look.Crawled.Numbers} numbers were served");
            Assert.All(look.Crawled.Found, figure => Assert.True(
                look.City.Shown(figure.Key) is not { } truth || Math.Abs(truth - figure.Value) < 0.0001m,
                $"{figure.Key} is served as {figure.Value} and was delivered as {look.City.Shown(figure.Key)}"));
        });
        var (had, small) = (new List<string>(), 0);
        foreach (var year in Enumerable.Range(InventedCity.FirstYear, InventedCity.Years))
        {
            var known = new Knowledge(looks, year);
            foreach (var (look, city) in looks.Select(look => look.City).Index())
            {
                foreach (var (area, what) in city.Areas.Distinct().SelectMany(area => InventedCity.Whats.Select(what => (area, what))))
                {
                    var count = city.Counts[(area, year, what)];
                    small += count < MinCount ? 1 : 0;
                    if (count < MinCount && known.Determines(look, (area, what, 1)))
                    {
                        had.Add($"{count} {what} of {area} in {year}, time {look}");
                    }

                    if (InventedCity.FindTotal(what) is { } whole && city.Counts[(area, year, whole)] - count < MinCount
                        && known.Determines(look, (area, whole, 1), (area, what, -1)))
                    {
                        had.Add($"all but {city.Counts[(area, year, whole)] - count} {what} of {area} in {year}, time {look}");
                    }
                }
            }
        }

        Assert.True(small > 10, $"the city has {small} small counts");
        return had;
    }

    private static async Task<CrawledFigures> CrawlAsync(RunningMonitor monitor, InventedCity city, string? principal)
    {
        using var client = new HttpClient { BaseAddress = monitor.App.Client.BaseAddress };
        if (principal is not null)
        {
            client.DefaultRequestHeaders.Add(ClientPrincipal.Header, principal);
        }

        var crawled = new CrawledFigures(InventedCity.Code);
        // Scorecards first: their inputs say what the numbers in lists, maps and CSV are figures of.
        foreach (var kind in Kinds)
        {
            foreach (var (area, year) in GetAreas(city).SelectMany(area => Enumerable.Range(InventedCity.FirstYear, InventedCity.LaterYear - InventedCity.FirstYear + 1).Select(year => (area, year))))
            {
                var path = $"/api/v1/areas/{area}/scorecards/{kind}/{year}";
                await ReadAsync(client, path, text => crawled.Read(Json(text)));
                await ReadAsync(client, With(path, "format=csv"), text => crawled.ReadCardCsv(text, kind, area, year));
            }

            await ReadAsync(client, $"/api/v1/municipalities/{InventedCity.Code}/scorecards/{kind}?format=geojson", text => crawled.ReadMap(Json(text)));
        }

        foreach (var path in Lists(city))
        {
            await ReadAsync(client, path, text => crawled.Read(Json(text)));
            if (path.Contains("/scorecards", StringComparison.Ordinal) || path.Contains("observations", StringComparison.Ordinal))
            {
                await ReadAsync(client, With(path, "format=csv"), crawled.ReadListCsv);
            }

            if (path.Contains("observations", StringComparison.Ordinal))
            {
                await ReadAsync(client, With(path, "format=json-stat"), text => crawled.ReadJsonStat(Json(text)));
            }
        }

        await ReadAsync(client, $"/api/v1/municipalities/{InventedCity.Code}/carried-figures?from={InventedCity.FirstYear}&to={InventedCity.LaterYear}", text => crawled.Read(Json(text)));
        await CrawlMortgageAsync(client, crawled);
        crawled.Derive();
        return crawled;
    }

    // Not of the lines themselves, which are about amounts, but of the inputs that all of these name.
    private static async Task CrawlMortgageAsync(HttpClient client, CrawledFigures crawled)
    {
        const string Mortgage = "/api/v1/social-mortgages/dolphia";
        foreach (var path in new[] { "", "/ledger", "/series", "/modules", "/statements/2016", "/statements/2017", "/statements/2017/explanation", "/statements/2018/target" })
        {
            await ReadAsync(client, Mortgage + path, text => crawled.Read(Json(text)));
        }

        foreach (var (path, body) in new[] { ("/what-if", new { year = 2018 }), ("/projection", (object)new { }) })
        {
            using var answer = await client.PostAsJsonAsync(Mortgage + path, body, Token);
            if (answer.IsSuccessStatusCode)
            {
                crawled.Read(Json(await answer.Content.ReadAsStringAsync(Token)));
            }
        }
    }

    private static IEnumerable<string> GetAreas(InventedCity city) => city.Areas.Concat(city.Later.Select(later => later.Area)).Distinct();

    private static IEnumerable<string> Lists(InventedCity city)
    {
        var areas = GetAreas(city).ToList();
        return
        [
            $"/api/v1/municipalities/{InventedCity.Code}/observations",
            .. Indicators.Select(indicator => $"/api/v1/municipalities/{InventedCity.Code}/observations?indicators={indicator}"),
            .. Indicators.Select(indicator => $"/api/v1/municipalities/{InventedCity.Code}/observations?indicators={indicator}&period={InventedCity.FirstYear}"),
            .. Indicators.Select(indicator => $"/api/v1/observations?indicator={indicator}&areas={string.Join(',', areas)}"),
            .. Indicators.SelectMany(indicator => areas.Select(area => $"/api/v1/areas/{area}/observations?indicator={indicator}")),
            .. areas.SelectMany(area => new[] { $"/api/v1/areas/{area}/observations", $"/api/v1/areas/{area}/scorecards", $"/api/v1/areas/{area}" }),
            .. Kinds.Select(kind => $"/api/v1/municipalities/{InventedCity.Code}/scorecards/{kind}"),
        ];
    }

    // Not every area has every kind in every year, and not everything is for everybody.
    private static async Task ReadAsync(HttpClient client, string path, Action<string> read)
    {
        using var answer = await client.GetAsync(path, Token);
        if (answer.IsSuccessStatusCode)
        {
            read(await answer.Content.ReadAsStringAsync(Token));
        }
    }

    private static string With(string path, string parameter) => path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + parameter;

    private static JsonElement Json(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}

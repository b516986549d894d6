using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Wijkmonitor.Functions.Api.Areas;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Figures;

/// <summary>Hierarchy, crosswalks, custom areas and boundaries, from the inbox to the API.</summary>
public sealed class AreaTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Area_files_give_hierarchy_shapes_carried_figures_and_scorecards_with_sources()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DropAsync("areas/enschede.csv",
            "code;name;boundary_year\nGM0153;Enschede;2021\nGM0153;Enschede;2022\nWK015300;Centrum;2022\nBU01530000;Oud 1;2021\nBU01530001;Oud 2;2021\nBU01530002;Oud 3;2021\nBU01530010;Nieuw 1;2022\nBU01530011;Nieuw 2;2022\nBU01530012;Nieuw 3;2022\n");
        await monitor.DropAsync("crosswalks/enschede.csv", Sample("crosswalk-2021-2022.csv"));
        await monitor.DropAsync("custom-areas/enschede.csv", Sample("custom-areas-enschede.csv"));
        await monitor.DropAsync("boundaries/enschede-2022.geojson", Sample("boundaries-2022.geojson"));
        await monitor.DropAsync("area-indicators/2021.csv", Figures(2021, ("GM0153", 1000, 5), ("BU01530000", 500, 20), ("BU01530001", 200, 4), ("BU01530002", 300, 10)));
        await monitor.DropAsync("area-indicators/2022.csv", Figures(2022, ("GM0153", 1000, 5), ("BU01530010", 300, 5), ("BU01530011", 500, 5), ("BU01530012", 200, 5)));
        await monitor.SettleAsync();
        Assert.All(await monitor.DeliveriesAsync(), delivery => Assert.Equal(("served", 0), (delivery.State, delivery.Errors)));

        await HierarchyMustBeServedAsync(monitor);
        await ShapesMustBeServedAsync(monitor);
        await CarriedFiguresMustBeServedAsync(monitor);

        // The burglaries of BU01530011 in 2021: (0.4 x 500 x 20 + 300 x 10) / (0.4 x 500 + 300) = 14.
        var card = await monitor.GetAsync("/api/v1/areas/BU01530011/scorecards/compass/2022", ScorecardsJson.Default.Scorecard);
        var burglaries = card.Lines.Single(line => line.Code == "burglaries");
        Assert.Equal(14m, burglaries.Baseline);
        Assert.Contains(burglaries.Inputs.Single(i => i.Role == "start-value").From!, i => i.Key == "crosswalk/2021/BU01530000/2022/BU01530011" && i.Value == 0.4m);

        using var map = await ShapesAsync(monitor, "/api/v1/municipalities/GM0153/scorecards/compass?period=2022&format=geojson");
        var mapped = Features(map).ToDictionary(f => f.GetProperty("id").GetString()!);
        Assert.Equal("MultiPolygon", mapped["BU01530011/2022"].GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal(5m, mapped["BU01530011/2022"].GetProperty("properties").GetProperty("value.burglaries").GetDecimal());
        Assert.Equal(JsonValueKind.Null, mapped["BU01530012/2022"].GetProperty("geometry").ValueKind);

        // The custom area has a compass of its own: (300 x 5 + 0.25 x 500 x 5) / 425 = 5.
        var custom = await monitor.GetAsync("/api/v1/areas/CU0153-voorbeeld/scorecards/compass/2022", ScorecardsJson.Default.Scorecard);
        Assert.Equal(5m, custom.Lines.Single(line => line.Code == "burglaries").Value);
        var observed = await monitor.GetAsync("/api/v1/areas/CU0153-voorbeeld/observations?indicator=inhabitants&period=2022", ObservationsJson.Default.ItemListObservationResource);
        Assert.Equal((425m, DerivationKind.Composed), observed.Items.Select(o => (o.Value!.Value, o.Derivation!.Value)).Single());
    }

    [Fact]
    public async Task Figures_of_2019_get_no_shapes_of_2022_and_areas_without_a_shape_are_listed()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, "The published data of Amsterdam is not on this machine (docs/architecture.md).");
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        var shapes = await File.ReadAllBytesAsync(Path.Combine(RepositoryFolder.PublishedData!, "amsterdam-neighbourhoods-2022.geojson"), Token);
        await monitor.DropAsync("ses-woa/2019.csv", await File.ReadAllBytesAsync(Path.Combine(RepositoryFolder.PublishedData!, "ses-woa-amsterdam-2019.csv"), Token));
        await monitor.DropAsync("areas/amsterdam-2022.csv", Register(shapes));
        await monitor.DropAsync("boundaries/amsterdam-neighbourhoods-2022.geojson", shapes);
        await monitor.SettleAsync();

        using var of2022 = await ShapesAsync(monitor, "/api/v1/municipalities/GM0363/boundaries");
        using var of2019 = await ShapesAsync(monitor, "/api/v1/municipalities/GM0363/boundaries?boundaryYear=2019&shape=absent");

        Assert.Equal(518, Features(of2022).Count(f => f.GetProperty("geometry").ValueKind == JsonValueKind.Object));
        Assert.Equal(579, Features(of2019).Count);
        Assert.All(Features(of2019), f => Assert.Equal(JsonValueKind.Null, f.GetProperty("geometry").ValueKind));
    }

    private static async Task HierarchyMustBeServedAsync(RunningMonitor monitor)
    {
        var municipality = await monitor.GetAsync("/api/v1/areas/GM0153", AreasJson.Default.AreaDetail);
        var neighbourhood = await monitor.GetAsync("/api/v1/areas/BU01530011", AreasJson.Default.AreaDetail);
        var custom = await monitor.GetAsync("/api/v1/areas/CU0153-voorbeeld", AreasJson.Default.AreaDetail);

        Assert.Null(municipality.Parent);
        Assert.Equal(["CU0153-voorbeeld", "WK015300"], municipality.Children.Select(child => child.Code.Value));
        Assert.Equal(("WK015300", "Centrum"), (neighbourhood.Parent!.Code.Value, neighbourhood.Parent.Name));
        Assert.Equal(("GM0153", "custom"), (custom.Parent!.Code.Value, custom.Level));
        Assert.Equal([("BU01530010", 1m), ("BU01530011", 0.25m)], custom.Parts!.Select(part => (part.Area.Code.Value, part.Weight)));
    }

    private static async Task ShapesMustBeServedAsync(RunningMonitor monitor)
    {
        using var answer = await monitor.App.Client.GetAsync("/api/v1/municipalities/GM0153/boundaries?boundaryYear=2022", Token);
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(answer.Headers.ETag);
        using var shapes = (await answer.Content.ReadFromJsonAsync<JsonDocument>(Token))!;
        var features = Features(shapes).ToDictionary(f => f.GetProperty("id").GetString()!);
        Assert.Equal("MultiPolygon", features["BU01530011"].GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal("Nieuw 2", features["BU01530011"].GetProperty("properties").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, features["BU01530012"].GetProperty("geometry").ValueKind);

        using var absent = await ShapesAsync(monitor, "/api/v1/municipalities/GM0153/boundaries?shape=absent");
        Assert.Equal(["BU01530012", "CU0153-voorbeeld", "GM0153", "WK015300"], Features(absent).Select(f => f.GetProperty("id").GetString()!));
        using var wrong = await monitor.App.Client.GetAsync("/api/v1/municipalities/GM0153/boundaries?shape=round", Token);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private static async Task CarriedFiguresMustBeServedAsync(RunningMonitor monitor)
    {
        var carried = await monitor.GetAsync("/api/v1/municipalities/GM0153/carried-figures?from=2021&to=2022", ObservationsJson.Default.CrosswalkedObservationsResource);
        var inhabitants = carried.Carried.Where(o => o.Indicator == "inhabitants").ToDictionary(o => o.Area.Value, o => o.Value);
        Assert.Equal((300m, 500m, 200m), (inhabitants["BU01530010"], inhabitants["BU01530011"], inhabitants["BU01530012"]));
        Assert.Empty(carried.NotCarried);
        using var none = await monitor.App.Client.GetAsync("/api/v1/municipalities/GM0153/carried-figures?from=2022&to=2021", Token);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static async Task<JsonDocument> ShapesAsync(RunningMonitor monitor, string path) => (await monitor.App.Client.GetFromJsonAsync<JsonDocument>(path, Token))!;

    private static List<JsonElement> Features(JsonDocument shapes) => [.. shapes.RootElement.GetProperty("features").EnumerateArray()];

    private static string Sample(string name) => File.ReadAllText(RepositoryFolder.File("samples", "formats", name));

    private static string Figures(int year, params (string Area, int Inhabitants, int Burglaries)[] figures) => "area;period;indicator;value\n" + string.Concat(figures.Select(f =>
        string.Create(CultureInfo.InvariantCulture, $"{f.Area};{year};inhabitants;{f.Inhabitants}\n{f.Area};{year};burglaries;{f.Burglaries}\n")));

    private static string Register(byte[] geoJson)
    {
        using var json = JsonDocument.Parse(geoJson);
        return "code;name;boundary_year\n" + string.Concat(json.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties"))
            .Select(p => $"{p.GetProperty("code").GetString()};\"{p.GetProperty("name").GetString()}\";2022\n"));
    }
}

using System.Text;
using Wijkmonitor.Functions.Ingest.Checks;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Areas;

/// <summary>Crosswalks, custom areas and boundaries through check and storage, and what follows from them.</summary>
public sealed class AreaFilesTests(StorageEmulator emulator)
{
    private static readonly AreaCode Enschede = AreaCode.Parse("GM0153");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_are_carried_and_custom_areas_computed_from_storage()
    {
        var stores = await RegisteredAsync();
        await StoreAsync(stores, "crosswalks", Sample("crosswalk-2021-2022.csv"));
        await StoreAsync(stores, "custom-areas", Sample("custom-areas-enschede.csv"));
        await StoreAsync(stores, "area-indicators", "area;period;indicator;value;boundary_year\nBU01530000;2021;inhabitants;1000;2021\nBU01530002;2021;inhabitants;200;2021\n");

        var set = (await stores.Municipality().ReadAsync(Enschede, Token)).VisibleTo(_ => true);

        // 0.4 of 1000 and all of 200; then 0.6 of 1000 and a quarter of those 600.
        Assert.Equal(600m, set.Find(AreaCode.Parse("BU01530011"), new Period(2021), "inhabitants", 2022)!.Value.Number);
        var custom = set.Find(AreaCode.Parse("CU0153-voorbeeld"), new Period(2021), "inhabitants")!;
        Assert.Equal((750m, 2022, "custom-areas-000000000000000000000001", 3),
            (custom.Value.Number!.Value, custom.BoundaryYear, custom.Source.Delivery, custom.Source.Line));
        Assert.Equal(["BU01530010", "BU01530011"], custom.Derivation!.Parts.Select(p => p.Area.Value));
        Assert.Single(await new AreaStore(stores.Tables).FindAsync(AreaCode.Parse("CU0153-voorbeeld"), Token));
    }

    [Theory]
    [InlineData("areas", "kwb", "leefbaarometer")]
    [InlineData("leefbaarometer", "kwb", "areas")]
    [InlineData("kwb", "areas", "leefbaarometer")]
    public async Task The_name_of_an_area_does_not_depend_on_the_order_of_datasets(params string[] order)
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var areas = new AreaStore(stores.Tables);
        var area = new Area(AreaCode.Parse("BU01530000"), "", 2022);
        foreach (var dataset in order)
        {
            var named = area with { Name = $"By {dataset}" };
            var writer = areas.CreateWriter();
            await writer.AddAsync(
                dataset == "areas" ? AreaStore.ToEntity(named, "areas-1") : AreaStore.ToEntity(named, $"{dataset}-1", Stores.Config.Datasets.Find(dataset)!),
                Token);
            await writer.CompleteAsync(Token);
        }

        Assert.Equal("By areas", Assert.Single(await areas.FindAsync(area.Code, Token)).Name);
        Assert.Equal("By areas", Assert.Single(await areas.GetByMunicipalityAsync(Enschede, Token)).Name);
        Assert.Empty(await areas.FindLeavingAsync(Enschede, new HashSet<string>(StringComparer.Ordinal) { "2022|BU01530000", "2022|BU01530000|kwb" }, Token));
        Assert.Equal(
            ["2022|BU01530000"],
            await areas.FindLeavingAsync(
                Enschede, new HashSet<string>(StringComparer.Ordinal) { "2022|BU01530000", "2022|BU01530000|kwb", "2022|BU01530000|leefbaarometer" }, Token));
    }

    [Fact]
    public async Task A_redelivered_crosswalk_replaces_all_shares_of_an_area()
    {
        var stores = await RegisteredAsync();
        await StoreAsync(stores, "crosswalks", "from_year;from_code;to_year;to_code;share\n2021;BU01530000;2022;BU01530010;0.5\n2021;BU01530000;2022;BU01530011;0.5\n");
        await StoreAsync(stores, "crosswalks", "from_year;from_code;to_year;to_code;share\n2021;BU01530000;2022;BU01530012;1\n");

        var entry = Assert.Single(await new CrosswalkStore(stores.Tables).GetByTargetAsync(Enschede, Token));

        Assert.Equal([("BU01530012", 1m, 2)], entry.Shares.Select(s => (s.To.Value, s.Share, s.Line)));
    }

    [Fact]
    public async Task Areas_that_moved_to_another_municipality_are_found_there()
    {
        var stores = await RegisteredAsync();
        await StoreAsync(stores, "areas", "code;name;boundary_year\nGM0154;Losser;2021\nBU01540000;Oud;2021\n");
        await StoreAsync(stores, "crosswalks", "from_year;from_code;to_year;to_code;share\n2021;BU01540000;2022;BU01530010;1\n");
        await StoreAsync(stores, "area-indicators", "area;period;indicator;value;boundary_year\nBU01540000;2021;inhabitants;70;2021\n");

        var set = (await stores.Municipality().ReadAsync(Enschede, Token)).VisibleTo(_ => true);

        Assert.Equal(70m, set.Find(AreaCode.Parse("BU01530010"), new Period(2021), "inhabitants", 2022)!.Value.Number);
        Assert.Empty(set.All);
    }

    [Fact]
    public async Task Unknown_codes_are_errors_by_column_and_an_incomplete_crosswalk_is_a_warning()
    {
        var stores = await RegisteredAsync();

        var crosswalk = await CheckAsync(stores, "crosswalks", "from_year;from_code;to_year;to_code;share\n2021;BU01530009;2022;BU01530010;1\n2021;BU01530000;2022;BU01530099;1\n");
        var custom = await CheckAsync(stores, "custom-areas", "code;name;boundary_year;part;weight\nCU0153-a;A;2022;BU01530099;1\n");
        var shapes = await CheckAsync(stores, "boundaries", Sample("boundaries-2022.geojson").Replace("BU01530010", "BU01530099", StringComparison.Ordinal));

        Assert.Equal(
            [(ProblemCodes.AreaUnknown, 2, "from_code"), (ProblemCodes.AreaUnknown, 3, "to_code"), (ProblemCodes.CrosswalkIncomplete, 2, "from_code")],
            crosswalk.Log.Kept.Select(p => (p.Code, p.Line!.Value, p.Column!)));
        Assert.Equal(ProblemSeverity.Warning, crosswalk.Log.Kept[2].Severity);
        Assert.Equal((ProblemCodes.AreaUnknown, 2, "part"), custom.Log.Kept.Select(p => (p.Code, p.Line!.Value, p.Column!)).Single());
        Assert.Equal((ProblemCodes.AreaUnknown, 5, "code"), shapes.Log.Kept.Select(p => (p.Code, p.Line!.Value, p.Column!)).Single());
    }

    [Fact]
    public async Task Shapes_of_any_size_round_trip_through_storage()
    {
        var stores = await RegisteredAsync();
        var positions = string.Join(',', Enumerable.Range(0, 12_000).Select(i => FormattableString.Invariant($"[6.{100_000 + i},52.{200_000 + i}]")));
        var geometry = $$"""{"type":"Polygon","coordinates":[[[6.1,52.2],{{positions}},[6.1,52.2]]]}""";

        await StoreAsync(stores, "boundaries", $$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"BU01530010"},"geometry":{{geometry}}}]}""");
        var boundaries = new BoundaryStore(stores.Tables);

        var stored = Assert.Single(await boundaries.GetByMunicipalityAsync(Enschede, 2022, Token));
        Assert.Equal(geometry, Encoding.UTF8.GetString(stored.Geometry.Span));
        Assert.True(stored.Geometry.Length > 128 * 1024);
        Assert.Equal([2022], await boundaries.GetYearsAsync(Enschede, Token));
        Assert.Empty(await boundaries.GetByMunicipalityAsync(Enschede, 2021, Token));
    }

    private static string Sample(string name) => File.ReadAllText(RepositoryFolder.File("samples", "formats", name));

    private static async Task<CheckedFile> CheckAsync(Stores stores, string dataset, string text)
    {
        using var copy = await CopyAsync(dataset, text);
        return await stores.Check().CheckAsync(Stores.Definition(dataset).ForFile("2022"), $"{dataset}-000000000000000000000001", copy,
            cancellationToken: Token);
    }

    private static async Task StoreAsync(Stores stores, string dataset, string text)
    {
        using var copy = await CopyAsync(dataset, text);
        var definition = Stores.Definition(dataset).ForFile("2022");
        var check = await stores.Check().CheckAsync(definition, $"{dataset}-000000000000000000000001", copy, cancellationToken: Token);
        Assert.DoesNotContain(check.Log.Kept, p => p.Severity == ProblemSeverity.Error);
        await stores.Store().StoreAsync(definition, $"{dataset}-000000000000000000000001", copy, cancellationToken: Token);
        await stores.ServeAsync("GM0153", "GM0154");
    }

    private static async Task<LocalCopy> CopyAsync(string dataset, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await LocalCopy.CreateAsync(content, dataset, Token);
    }

    private async Task<Stores> RegisteredAsync()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var writer = new AreaStore(stores.Tables).CreateWriter();
        foreach (var (year, code) in ((int, string)[])[(2021, "GM0153"), (2022, "GM0153"), (2021, "BU01530000"), (2021, "BU01530001"), (2021, "BU01530002"),
            (2022, "BU01530010"), (2022, "BU01530011"), (2022, "BU01530012")])
        {
            await writer.AddAsync(AreaStore.ToEntity(new Area(AreaCode.Parse(code), code, year), "areas-1"), Token);
        }

        await writer.CompleteAsync(Token);
        return stores;
    }
}

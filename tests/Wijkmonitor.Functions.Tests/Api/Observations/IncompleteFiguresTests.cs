using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Tests.Http;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Api.Observations;

public sealed class IncompleteFiguresTests(StorageEmulator emulator)
{
    private const string Custom = "code;name;boundary_year;part;weight\nCU0153-x;X;2020;BU01530000;1\nCU0153-x;X;2020;BU01530001;1\n";
    private static readonly Caller Administrator = new(IsKnown: true, Roles.Admin, Scope.None);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("areas", "BU01530000")]
    [InlineData("areas", "CU0153-x")]
    [InlineData("municipality", "GM0153")]
    [InlineData("compare", "BU01530000,BU01530001")]
    public async Task Months_are_never_published_as_a_year(string list, string area)
    {
        var stores = await DefineAsync(new DatasetCompleteness(MinShare: 0.1m));
        var months = Enumerable.Range(1, 12).Select(month => FormattableString.Invariant($"2020-{month:00}"));
        await StoreAsync(stores, "area-indicators", "area;period;indicator;value\n" + string.Concat(months.SelectMany(
            month => new[] { $"BU01530000;{month};inhabitants;500\n", $"BU01530001;{month};inhabitants;400\n" })));
        await StoreAsync(stores, "custom-areas", Custom);

        var all = JsonDocument.Parse(await ReadAsync(stores, list, area, "")).RootElement.GetProperty("items").EnumerateArray().ToList();

        Assert.NotEmpty(all);
        Assert.All(all, item => Assert.Equal(7, item.GetProperty("period").GetString()!.Length));
        Assert.Equal(0, JsonDocument.Parse(await ReadAsync(stores, list, area, list == "compare" ? "&periods=2020" : "&period=2020")).RootElement.GetProperty(
            "items").GetArrayLength());
        Assert.Equal(0, JsonDocument.Parse(await ReadAsync(stores, list, area, "&granularity=year")).RootElement.GetProperty("items").GetArrayLength());
        Assert.DoesNotContain(";2020;inhabitants", await ReadAsync(stores, list, area, "&format=csv"));
    }

    [Fact]
    public async Task A_custom_area_with_a_missing_part_has_a_figure_with_its_completeness()
    {
        var stores = await DefineAsync(new DatasetCompleteness(MinShare: 0.9m));
        await StoreAsync(stores, "area-indicators",
            "area;period;indicator;value\nBU01530000;2020;inhabitants;600\nBU01530001;2020;inhabitants;400\nBU01530000;2020;social_assistance;10\n");
        await StoreAsync(stores, "custom-areas", Custom);

        var item = JsonDocument.Parse(await ReadAsync(stores, "areas", "CU0153-x", "&indicators=social_assistance")).RootElement.GetProperty("items")
            .EnumerateArray().Single(found => found.GetProperty("indicator").GetString() == "social_assistance");
        var csv = await ReadAsync(stores, "areas", "CU0153-x", "&indicators=social_assistance&format=csv");

        Assert.Equal(("known", 10), (item.GetProperty("state").GetString(), item.GetProperty("value").GetInt32()));
        Assert.Equal(
            """{"share":0.6,"basis":"denominator","required":0.9,"isEnough":false,"lost":["BU01530001"],"denominator":600}""",
            item.GetProperty("completeness").GetRawText());
        Assert.Contains("completeness.share", csv);
        Assert.Contains("completeness.lost", csv);
    }

    private async Task<Stores> DefineAsync(DatasetCompleteness completeness)
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await StoreAsync(stores, "areas", "code;name;boundary_year\nGM0153;Stad;2020\nBU01530000;Noord;2020\nBU01530001;Zuid;2020\n");
        stores.Define([Stores.Definition("area-indicators") with { Periods = [PeriodGranularity.Year, PeriodGranularity.Month], Completeness = completeness }]);
        return stores;
    }

    private static async Task StoreAsync(Stores stores, string dataset, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var copy = await LocalCopy.CreateAsync(content, dataset, Token);
        await stores.Store().StoreAsync(stores.Datasets.Find(dataset)!, $"{dataset}-00000000000000000001", copy, cancellationToken: Token);
        await stores.ServeAsync("GM0153");
    }

    private static async Task<string> ReadAsync(Stores stores, string list, string area, string query)
    {
        var functions = new ObservationsFunctions(
            new AreaStore(stores.Tables), stores.Served(), stores.Municipality(), new VisibilityPolicy(stores.Datasets),
            new InputVisibility(new VisibilityPolicy(stores.Datasets), stores.Datasets), Stores.Config.Catalogue, stores.Datasets,
            new ObservationExports(new AreaStore(stores.Tables), stores.Deliveries, Stores.Config.Catalogue, stores.Datasets));
        var answer = await FunctionCall.SendAsync(
            request => list switch
            {
                "areas" => functions.ListByAreaAsync(request, area, Token),
                "municipality" => functions.ListByMunicipalityAsync(request, area, Token),
                _ => functions.CompareAsync(request, Token),
            },
            Administrator,
            $"?indicator=inhabitants{query}{(list == "compare" ? $"&areas={area}" : "")}");
        Assert.Equal(StatusCodes.Status200OK, answer.Status);
        return answer.Body;
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Tests.Http;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Api.Observations;

/// <summary>Two datasets that deliver one indicator, from storage to what is served and computed.</summary>
public sealed class SeveralDatasetsTests(StorageEmulator emulator)
{
    private static readonly AreaCode Enschede = AreaCode.Parse("GM0153");
    private static readonly Caller Administrator = new(IsKnown: true, Roles.Admin, Scope.None);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("areas", "")]
    [InlineData("municipality", "")]
    [InlineData("compare", "")]
    public async Task A_list_holds_the_figure_that_counts_and_names_the_other(string list, string query)
    {
        var stores = await TwoAsync();

        var items = await ListAsync(stores, list, query);

        Assert.Equal(["2019 area-indicators 5", "2020 police 8"], items.Select(Short));
        Assert.Equal(["", "declared: BU01530000/area-indicators/2020/burglaries 6"], items.Select(Others));
    }

    [Theory]
    [InlineData("areas", "&include=others")]
    [InlineData("municipality", "&include=others")]
    [InlineData("compare", "&include=others")]
    public async Task All_figures_are_listed_where_that_is_asked(string list, string query)
    {
        var items = await ListAsync(await TwoAsync(), list, query);

        Assert.Equal(["2019 area-indicators 5", "2020 area-indicators 6 (does not count)", "2020 police 8"], items.Select(Short));
    }

    [Fact]
    public async Task The_figures_of_one_dataset_are_listed_whether_or_not_they_count() =>
        Assert.Equal(["2019 area-indicators 5", "2020 area-indicators 6 (does not count)"],
            (await ListAsync(await TwoAsync(), "areas", "&dataset=area-indicators")).Select(Short));

    [Fact]
    public async Task A_dataset_hidden_from_the_caller_takes_no_precedence()
    {
        var stores = await TwoAsync(police: DatasetVisibility.Owner);

        var items = await ListAsync(stores, "areas", "&include=others", Caller.Anonymous);

        Assert.Equal(["2019 area-indicators 5", "2020 area-indicators 6"], items.Select(Short));
        Assert.All(items, item => Assert.False(item.TryGetProperty("precedence", out _)));
    }

    [Fact]
    public async Task Scorecards_are_computed_from_the_figure_that_counts_for_those_who_see_it()
    {
        var stores = await TwoAsync();

        var sources = await stores.Municipality().ReadAsync(Enschede, Token);

        decimal? In2020(ObservationSet set) => set.Find(AreaCode.Parse("BU01530000"), new Period(2020), "burglaries")!.Value.Number;
        Assert.Equal(8, In2020(sources.VisibleTo(_ => true)));
        Assert.Equal(6, In2020(sources.VisibleTo(dataset => dataset != "police")));
        Assert.Equal(8, In2020(await stores.Municipality().GetByAreaAsync(AreaCode.Parse("BU01530000"), _ => true, Token)));
    }

    [Fact]
    public async Task A_delivered_figure_of_a_custom_area_names_the_computed_one()
    {
        var stores = await TwoAsync();
        await StoreAsync(stores, "custom-areas", "code;name;boundary_year;part;weight\nCU0153-x;X;2020;BU01530000;1\n");
        await StoreAsync(stores, "area-indicators", "area;period;indicator;value\nCU0153-x;2020;burglaries;7\n");

        var item = Assert.Single(await ListAsync(stores, "areas", "&period=2020", area: "CU0153-x"));

        Assert.Equal("2020 area-indicators 7", Short(item));
        Assert.Equal("delivered: CU0153-x/derived-2020/2020/burglaries 8", Others(item));
        Assert.Equal("computed", item.GetProperty("precedence").GetProperty("others")[0].GetProperty("role").GetString());
    }

    [Fact]
    public async Task The_catalogue_names_the_datasets_and_years_of_an_indicator()
    {
        var stores = await TwoAsync();

        var items = await ReadAsync(Administrator, "", request => new IndicatorsFunctions(Stores.Config.Catalogue, stores.Datasets).ListAsync(request));

        string Datasets(string code) => items.First(item => item.GetProperty("code").GetString() == code).GetProperty("datasets").GetRawText();
        Assert.Equal("""[{"dataset":"police","from":"2020"},{"dataset":"area-indicators"}]""", Datasets("burglaries"));
        Assert.Equal("""[{"dataset":"area-indicators"}]""", Datasets("inhabitants"));
    }

    private async Task<Stores> TwoAsync(DatasetVisibility police = DatasetVisibility.Public)
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var shipped = Stores.Definition("area-indicators") with { Visibility = DatasetVisibility.Public };
        stores.Define([shipped, shipped with
        {
            Id = "police",
            Visibility = police,
            Indicators = ["burglaries"],
            Precedence = new Dictionary<string, IReadOnlyList<RankedDataset>>(StringComparer.Ordinal)
            {
                ["burglaries"] = [new("police", From: new Period(2020)), new("area-indicators")],
            },
        }]);
        await StoreAsync(stores, "area-indicators", "area;period;indicator;value\nBU01530000;2019;burglaries;5\nBU01530000;2020;burglaries;6\n");
        await StoreAsync(stores, "police", "area;period;indicator;value\nBU01530000;2020;burglaries;8\n");
        return stores;
    }

    private static async Task StoreAsync(Stores stores, string dataset, string text)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        using var copy = await LocalCopy.CreateAsync(content, dataset, Token);
        await stores.Store().StoreAsync(stores.Datasets.Find(dataset)!, $"{dataset}-00000000000000000001", copy, cancellationToken: Token);
        await stores.ServeAsync("GM0153");
    }

    private static Task<IReadOnlyList<JsonElement>> ListAsync(Stores stores, string list, string query, Caller? caller = null, string area = "BU01530000")
    {
        var functions = new ObservationsFunctions(
            new AreaStore(stores.Tables), stores.Served(), stores.Municipality(), new VisibilityPolicy(stores.Datasets),
            new InputVisibility(new VisibilityPolicy(stores.Datasets), stores.Datasets), Stores.Config.Catalogue, stores.Datasets,
            new ObservationExports(new AreaStore(stores.Tables), stores.Deliveries, Stores.Config.Catalogue, stores.Datasets));
        return ReadAsync(caller ?? Administrator, $"?indicator=burglaries{query}{(list == "compare" ? $"&areas={area}" : "")}", request => list switch
        {
            "areas" => functions.ListByAreaAsync(request, area, Token),
            "municipality" => functions.ListByMunicipalityAsync(request, "GM0153", Token),
            _ => functions.CompareAsync(request, Token),
        });
    }

    private static async Task<IReadOnlyList<JsonElement>> ReadAsync(Caller caller, string query, Func<HttpRequest, Task<IResult>> call) =>
        (await FunctionCall.SendAsync(call, caller, query)).Items;

    private static string Short(JsonElement item) =>
        $"{item.GetProperty("period").GetString()} {item.GetProperty("dataset").GetString()} {item.GetProperty("value").GetRawText()}"
        + (item.TryGetProperty("precedence", out var precedence) && !precedence.GetProperty("counts").GetBoolean() ? " (does not count)" : "");

    private static string Others(JsonElement item) => item.TryGetProperty("precedence", out var precedence)
        ? $"{precedence.GetProperty("rule").GetString()}: {string.Join(", ", precedence.GetProperty("others").EnumerateArray().Select(other => $"{other.GetProperty("key").GetString()} {other.GetProperty("value").GetRawText()}"))}"
        : "";
}

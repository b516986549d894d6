using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Tests.Http;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Api;

/// <summary>Kinds of scorecards in the API.</summary>
public sealed class ScorecardKindsTests
{
    [Fact]
    public async Task All_kinds_are_listed_in_order_with_or_without_rules()
    {
        var items = await DescribeAsync(new ScoringRules([]));

        Assert.Equal(ScorecardKinds.Infos.Select(info => info.Name), items.Select(item => item.GetProperty("name").GetString()));
        Assert.Equal(ScorecardKinds.Names.Order(), items.Select(item => item.GetProperty("name").GetString()!).Order());
        var orders = items.Select(item => item.GetProperty("order").GetInt32()).ToList();
        Assert.Equal(orders.Distinct().Order(), orders);
        Assert.All(items, item => Assert.NotEmpty(item.GetProperty("title").GetProperty("nl").GetString()!));
        Assert.Equal("less favourable than in the city", items[0].GetProperty("signals").GetProperty("red").GetProperty("en").GetString());
        Assert.Equal("the city's figure", items[0].GetProperty("roles").GetProperty("city").GetProperty("en").GetString());
    }

    [Fact]
    public async Task An_added_kind_is_listed_with_its_description()
    {
        var items = await DescribeAsync(new ScoringRules([new GreenPlansKind(GreenPlansRules.With())]));

        var added = items[^1];
        Assert.Equal(ScorecardKinds.Names.Count + 1, items.Count);
        Assert.Equal(("green-plans", "dimensions", 1000), (Text(added, "name"), Text(added, "layout"), added.GetProperty("order").GetInt32()));
        Assert.Equal(("Groenplannen", "achter op schema"), (Dutch(added.GetProperty("title")), Dutch(added.GetProperty("signals").GetProperty("red"))));
        Assert.Equal(("wat is geplant", "begonnen in"), (Dutch(added.GetProperty("roles").GetProperty("planted-share")),
            Dutch(added.GetProperty("figures").GetProperty("start-year"))));
        Assert.Equal("voor of achter op het plan", Dutch(added.GetProperty("steps").GetProperty("lead-on-plan")));
        var bars = added.GetProperty("bars");
        Assert.Equal(["kept", "planted"], bars.GetProperty("lines").EnumerateArray().Select(code => code.GetString()!));
        Assert.Equal((0, 100), (bars.GetProperty("low").GetInt32(), bars.GetProperty("high").GetInt32()));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string Dutch(JsonElement text) => Text(text, "nl");

    private static async Task<IReadOnlyList<JsonElement>> DescribeAsync(ScoringRules rules) =>
        (await FunctionCall.SendAsync(request => new ScorecardKindsFunctions(rules).DescribeAsync(request))).Items;
}

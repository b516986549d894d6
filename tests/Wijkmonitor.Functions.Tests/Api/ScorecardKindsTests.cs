using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Api;

/// <summary>What the API says of the kinds of scorecards.</summary>
public sealed class ScorecardKindsTests
{
    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

    [Fact]
    public async Task All_kinds_are_listed_in_order_whether_or_not_rules_were_chosen_for_them()
    {
        var items = await DescribeAsync(new ScoringRules([]));

        Assert.Equal(ScorecardKinds.Infos.Select(info => info.Name), items.Select(item => item.GetProperty("name").GetString()));
        Assert.Equal(ScorecardKinds.Names.Order(), items.Select(item => item.GetProperty("name").GetString()!).Order());
        Assert.Equal(Enumerable.Range(1, items.Count), items.Select(item => item.GetProperty("order").GetInt32()));
        Assert.All(items, item => Assert.NotEmpty(item.GetProperty("title").GetProperty("nl").GetString()!));
        Assert.Equal("less favourable than in the city", items[0].GetProperty("signals").GetProperty("red").GetProperty("en").GetString());
        Assert.Equal("the city's figure", items[0].GetProperty("roles").GetProperty("city").GetProperty("en").GetString());
    }

    [Fact]
    public async Task A_kind_that_is_added_is_listed_with_what_it_says_of_itself()
    {
        var items = await DescribeAsync(new ScoringRules([new AddedKind()]));

        var added = Assert.Single(items, item => item.GetProperty("name").GetString() == "projects");
        Assert.Equal(("Projecten", "tiles"), (added.GetProperty("title").GetProperty("nl").GetString(), added.GetProperty("layout").GetString()));
        Assert.Equal(ScorecardKinds.Names.Count + 1, items.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_page_and_example_rules(string kind)
    {
        Assert.True(File.Exists(RepositoryFolder.File("docs", "scorecards", kind + ".md")), $"docs/scorecards/{kind}.md is absent.");
        Assert.True(File.Exists(RepositoryFolder.File("config", "rules", kind, "example.json")), $"config/rules/{kind}/example.json is absent.");
    }

    private static async Task<List<JsonElement>> DescribeAsync(ScoringRules rules)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        using var body = new MemoryStream();
        http.Response.Body = body;
        await new ScorecardKindsFunctions(rules).Describe(http.Request).ExecuteAsync(http);
        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
        return [.. JsonDocument.Parse(body.ToArray()).RootElement.GetProperty("items").EnumerateArray()];
    }

    private sealed class AddedKind : IScorecardKind
    {
        public string Name => Info.Name;

        public ScorecardKindInfo Info { get; } = new(
            "projects", new BilingualText("Projecten", "Projects"), new BilingualText("Wat er loopt.", "What is under way."), Order: 11, ScorecardLayout.Tiles);

        public string RuleVersion => "rules-1";

        public bool MayBeRanked => false;

        public IEnumerable<Scorecard> Compute(MunicipalityFigures figures) => [];
    }
}

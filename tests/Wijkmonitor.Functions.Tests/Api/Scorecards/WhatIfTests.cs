using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Tests.Http;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Api.Scorecards;

/// <summary>Sums that are only computed when somebody asks for them.</summary>
public sealed class WhatIfTests
{
    private const string Household =
        """{"input":"price","value":300000},{"input":"discount","value":0},{"input":"contribution","value":210000},{"input":"contribution-index","value":1},{"input":"own-means","value":10000}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("G", "A++", 40_000)]
    [InlineData("G", "A++++ met garantie", 10_000)]
    [InlineData("D", "A++++", 25_000)]
    public async Task The_gap_of_a_household_is_served(string oldLabel, string newLabel, int gap)
    {
        var (status, json) = await AskAsync(
            "household-gap",
            $$"""{"inputs":[{{Household}},{"input":"lease-room","value":20000},{"input":"old-label","key":"{{oldLabel}}"},{"input":"new-label","key":"{{newLabel}}"}]}""");

        Assert.Equal(StatusCodes.Status200OK, status);
        var line = json.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("code").GetString() == "gap");
        Assert.Equal(gap, line.GetProperty("value").GetDecimal());
        Assert.NotEmpty(line.GetProperty("steps").EnumerateArray());
        Assert.Equal(("household-gap", "example-1"), (json.GetProperty("rules").GetString(), json.GetProperty("ruleVersion").GetString()));
    }

    [Fact]
    public async Task A_number_with_only_an_upper_end_is_computed_with_its_turning_points()
    {
        var given = Household.Replace("""{"input":"own-means","value":10000}""", """{"input":"own-means","high":10000}""", StringComparison.Ordinal);
        var (status, json) = await AskAsync(
            "household-gap", $$"""{"inputs":[{{given}},{"input":"lease-room","value":20000},{"input":"old-label","key":"G"},{"input":"new-label","key":"A++"}]}""");

        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.Contains("turn-gap", json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_input_that_is_not_given_is_named_by_the_lines_that_need_it()
    {
        var (status, json) = await AskAsync("household-gap", $$"""{"inputs":[{{Household}}]}""");

        Assert.Equal(StatusCodes.Status200OK, status);
        var line = json.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("code").GetString() == "gap");
        Assert.Equal("missing-input", line.GetProperty("state").GetString());
        Assert.Contains("erfpacht", line.GetProperty("explanation").GetProperty("nl").GetString());
    }

    [Theory]
    [InlineData("""{"inputs":[{"input":"bsn","value":1}]}""", "bsn")]
    [InlineData("""{"inputs":[{"input":"price","value":-1}]}""", "price")]
    [InlineData("""{"inputs":[{"input":"price","value":9999999999999999999999999999}]}""", "price")]
    [InlineData("""{"inputs":[{"input":"price","low":2,"high":1}]}""", "price")]
    [InlineData("""{"inputs":[{"input":"price","value":1},{"input":"price","value":2}]}""", "2")]
    [InlineData("""{"inputs":[{"input":"old-label","key":"H"}]}""", "old-label")]
    [InlineData("""{"inputs":[null]}""", "")]
    [InlineData("""{"inputs":null}""", "")]
    [InlineData("""{}""", "")]
    public async Task An_input_that_cannot_be_is_refused_with_its_field(string body, string value)
    {
        var (status, json) = await AskAsync("household-gap", body);

        Assert.Equal(StatusCodes.Status400BadRequest, status);
        Assert.Equal(value, json.GetProperty("errors")[0].GetProperty("value").GetString());
    }

    // Those that are stored are read from scorecards, and rules for some only are named to nobody.
    [Theory]
    [InlineData("exploitation")]
    [InlineData("no-such-rules")]
    public async Task Other_rules_are_not_found(string rules)
    {
        var (status, _) = await AskAsync(rules, """{"inputs":[]}""");

        Assert.Equal(StatusCodes.Status404NotFound, status);
    }

    [Fact]
    public async Task The_forms_list_what_each_sum_asks_for()
    {
        var (status, json) = await SendAsync((functions, request) => functions.ListAsync(request));

        Assert.Equal(StatusCodes.Status200OK, status);
        var forms = json.GetProperty("items").EnumerateArray().ToDictionary(form => form.GetProperty("rules").GetString()!);
        Assert.Equal(["household-gap", "solar-household"], forms.Keys);
        var inputs = forms["household-gap"].GetProperty("inputs").EnumerateArray().ToDictionary(input => input.GetProperty("code").GetString()!);
        Assert.Equal(("EUR", 0m, 5_000_000m), (inputs["price"].GetProperty("unit").GetString(), inputs["price"].GetProperty("low").GetDecimal(), inputs["price"].GetProperty("high").GetDecimal()));
        Assert.Equal((true, false), (inputs["price"].GetProperty("isRequired").GetBoolean(), inputs["mortgage"].GetProperty("isRequired").GetBoolean()));
        var keys = inputs["old-label"].GetProperty("keys").EnumerateArray().Select(key => key.GetString()).ToList();
        Assert.Equal((12, "A++++ met garantie", "G"), (keys.Count, keys[0], keys[^1]));
        Assert.False(inputs["old-label"].TryGetProperty("low", out _));
    }

    private static Task<(int Status, JsonElement Json)> AskAsync(string rules, string body) =>
        SendAsync((functions, request) => functions.ComputeAsync(request, "sheet", rules, Token), body);

    private static async Task<(int Status, JsonElement Json)> SendAsync(Func<WhatIfFunctions, HttpRequest, Task<IResult>> call, string? body = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Rules:Sheet", "rules/sheet/household-gap.json; rules/sheet/solar-household.json; rules/sheet/example.json")]).Build();
        var functions = new WhatIfFunctions(ScoringRules.From(settings, RepositoryFolder.File("config"), Stores.Config.Catalogue));
        var answer = await FunctionCall.SendAsync(request => call(functions, request), json: body);
        return (answer.Status, answer.Json);
    }
}

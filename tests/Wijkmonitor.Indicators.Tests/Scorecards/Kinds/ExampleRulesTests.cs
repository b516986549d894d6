using System.Text;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Tests.Catalogue;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds;

/// <summary>Rules of every kind of the state of the neighbourhood.</summary>
public sealed class ExampleRulesTests
{
    public static TheoryData<string> All => [.. ScorecardKinds.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void An_example_reads_fits_the_catalogue_and_says_that_it_is_an_example(string kind)
    {
        var read = ExampleKinds.Example(kind);

        Assert.Equal((kind, "example-1"), (read.Name, read.RuleVersion));
        Assert.Contains(kind, ScorecardKinds.Names);
        Assert.StartsWith("An example.", JsonNode.Parse(File.ReadAllText(ExampleKinds.ExamplePath(kind)))!["source"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_field_of_the_rules_is_required_by_name(string kind)
    {
        foreach (var (field, _) in JsonNode.Parse(File.ReadAllText(ExampleKinds.ExamplePath(kind)))!.AsObject())
        {
            Assert.Contains(field, ExampleKinds.Refusal(kind, json => json.AsObject().Remove(field)));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_duplicate_field_is_refused_by_name(string kind)
    {
        var json = File.ReadAllText(ExampleKinds.ExamplePath(kind));
        using var rules = new MemoryStream(Encoding.UTF8.GetBytes(json.Insert(json.IndexOf('{') + 1, "\"version\": \"mine-1\",")));

        Assert.Contains("version", Assert.Throws<ConfigurationException>(() => ScorecardKinds.Read(kind, rules, IndicatorCatalogueTests.Shipped())).Message);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_unknown_field_and_an_empty_version_are_refused_by_name(string kind)
    {
        Assert.Contains("colour", ExampleKinds.Refusal(kind, json => json["colour"] = "red"));
        Assert.Contains("version", ExampleKinds.Refusal(kind, json => json["version"] = " "));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_empty_source_is_refused_by_name(string kind) => Assert.Contains("source", ExampleKinds.Refusal(kind, json => json["source"] = " "));

    [Theory]
    [MemberData(nameof(All))]
    public void Rules_of_every_kind_can_narrow_who_sees_its_scorecards(string kind)
    {
        var narrowed = ExampleKinds.Example(kind, json => json["visibility"] = "owner");

        Assert.Equal(DatasetVisibility.Owner, narrowed.Visibility);
        Assert.Contains("visibility", ExampleKinds.Refusal(kind, json => json["visibility"] = "nobody"));
    }

    [Theory]
    [InlineData("load-capacity", "population", "{\"indicator\":\"inhabitants\",\"least\":0}", "population.least")]
    [InlineData("load-capacity", "population", "{\"indicator\":\"people\",\"least\":100}", "people")]
    [InlineData("load-capacity", "leastAreas", "1", "leastAreas")]
    [InlineData("load-capacity", "leastCoverage", "0", "leastCoverage")]
    [InlineData("load-capacity", "load", "[]", "load")]
    [InlineData("load-capacity", "load", "[{\"indicator\":\"burglaries\",\"higher\":\"less\"}]", "load[0].higher")]
    [InlineData("load-capacity", "load", "[{\"indicator\":\"burglaries\",\"higher\":0}]", "load")]
    [InlineData("load-capacity", "capacity", "[{\"indicator\":\"burglaries\",\"higher\":\"more\"}]", "capacity[0].higher")]
    [InlineData("vulnerability", "band", "{\"low\":6,\"high\":3}", "band")]
    [InlineData("vulnerability", "leastCount", "0", "leastCount")]
    [InlineData("vulnerability", "ratios", "[{\"code\":\"x\",\"label\":{\"nl\":\"x\",\"en\":\"x\"},\"corporation\":\"burglaries\",\"rest\":\"supported_rest\"}]", "ratios[0].corporation")]
    [InlineData("vulnerability", "spiral", "{\"nuisance\":\"burglaries\",\"inflow\":\"supported_inflow\",\"netOutflow\":\"stronger_net_outflow\",\"periods\":1}", "spiral.periods")]
    [InlineData("perception", "limit", "0", "limit")]
    [InlineData("perception", "mostYearsApart", "-1", "mostYearsApart")]
    [InlineData("perception", "subjective", "\"liveability_score\"", "subjective")]
    [InlineData("perception", "objective", "\"residents\"", "objective")]
    [InlineData("stayers-movers", "leastCount", "0", "leastCount")]
    [InlineData("stayers-movers", "counts", "{\"stayers\":\"stayers\",\"leavers\":\"gone\",\"entrants\":\"entrants\"}", "counts.leavers")]
    [InlineData("function", "leastOthers", "1", "leastOthers")]
    [InlineData("function", "indicators", "[\"care_spending\"]", "care_spending")]
    [InlineData("crisis-tiles", "period", "2020", "period")]
    public void An_invalid_field_is_named(string kind, string field, string value, string named) =>
        Assert.Contains(named, ExampleKinds.Refusal(kind, json => json[field] = JsonNode.Parse(value)));

    [Theory]
    [InlineData("vulnerability", "ratios", "supported-share")]
    [InlineData("vulnerability", "ratios", "spiral")]
    [InlineData("crisis-tiles", "tiles", "own-tile")]
    public void A_duplicate_line_code_is_refused_by_name(string kind, string list, string code) => Assert.Contains($"'{code}'", ExampleKinds.Refusal(kind, json =>
    {
        var added = json[list]![0]!.DeepClone();
        json[list]![0]!["code"] = code.Replace("-share", "", StringComparison.Ordinal);
        added["code"] = code;
        json[list]!.AsArray().Add(added);
    }));

    [Theory]
    [InlineData("four-angle", "trends")]
    [InlineData("liveability", "developments")]
    public void A_duplicate_indicator_is_refused_by_name(string kind, string list) =>
        Assert.Contains("lines of one scorecard", ExampleKinds.Refusal(kind, json => json[list]!.AsArray().Add(json[list]![0]!.DeepClone())));

    [Theory]
    [InlineData("count", "{\"low\":5,\"high\":4}", "shortage.count")]
    [InlineData("base", "{\"value\":0,\"year\":null,\"label\":{\"nl\":\"x\",\"en\":\"x\"}}", "shortage.base")]
    [InlineData("overlaps", "[\"nothing\"]", "nothing")]
    [InlineData("source", "\"\"", "shortage.source")]
    public void An_invalid_tile_is_named(string field, string value, string named) =>
        Assert.Contains(named, ExampleKinds.Refusal("crisis-tiles", json => json["tiles"]![0]![field] = JsonNode.Parse(value)));
}

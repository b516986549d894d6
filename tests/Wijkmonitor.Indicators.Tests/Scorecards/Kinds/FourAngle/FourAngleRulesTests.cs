using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.FourAngle;

public sealed class FourAngleRulesTests
{
    private static readonly string Example = File.ReadAllText(RepositoryFolder.File("config", "rules", "four-angle", "example.json"));

    public static TheoryData<string> Fields => [.. JsonNode.Parse(Example)!.AsObject().Select(member => member.Key)];

    [Fact]
    public void The_shipped_example_reads_fits_the_catalogue_and_says_it_is_an_example()
    {
        var rules = Read(Example);

        Assert.Contains("example", rules.Source, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(4, rules.Angles.Count);
        Assert.Equal("four-angle", ScorecardKinds.Read("four-angle", Stream(Example), Monitor.Catalogue).Name);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_missing_field_is_refused_by_name(string field)
    {
        var json = JsonNode.Parse(Example)!.AsObject();
        json.Remove(field);

        Assert.Contains(field, Refusal(json.ToJsonString()));
    }

    [Fact]
    public void An_unused_part_must_be_explicit()
    {
        var json = JsonNode.Parse(Example)!.AsObject();
        foreach (var field in new[] { "colours", "budget", "staff", "effort", "pins" })
        {
            json[field] = null;
        }

        var rules = Read(json.ToJsonString());

        Assert.Equal((null, null, null, null, null), (rules.Colours, rules.Budget, rules.Staff, rules.Effort, rules.Pins));
    }

    [Theory]
    [InlineData("\"visibility\": \"owner\"", "\"visibility\": \"public\"", "visibility")]
    [InlineData("\"name\": \"external\"", "\"name\": \"staff-signals\"", "external")]
    [InlineData("\"minCoverage\": 60", "\"minCoverage\": 101", "minCoverage")]
    [InlineData("\"redBelow\": 40", "\"redBelow\": 65", "colours")]
    [InlineData("\"attentionList\": 2", "\"attentionList\": 0", "attentionList")]
    [InlineData("\"policyMonths\": 12", "\"policyMonths\": -1", "freshness")]
    [InlineData("\"indicator\": \"burglaries\"", "\"indicator\": \"social_assistance\"", "social_assistance")]
    [InlineData("\"reach\": 2", "\"reach\": 0", "reach")]
    [InlineData("\"reach\": 2", "\"low\": 2", "reach")]
    [InlineData("\"low\": 0", "\"low\": 20", "low")]
    [InlineData("\"years\": 5", "\"years\": 2", "years")]
    [InlineData("\"hardFlat\": 0.5", "\"hardFlat\": -0.5", "hardFlat")]
    [InlineData("\"keep\": 75", "\"keep\": 175", "keep")]
    [InlineData("\"code\": \"greenery\"", "\"code\": \"maintenance\"", "pins.measures")]
    [InlineData("\"mode\": \"severity-by-homes\"", "\"mode\": \"by-feeling\"", "mode")]
    [InlineData("\"mode\": \"severity-by-homes\"", "\"mode\": 1", "mode")]
    [InlineData("\"version\": \"example-1\"", "\"version\": \" \"", "version")]
    [InlineData("\"attentionList\"", "\"surprise\": 1, \"attentionList\"", "surprise")]
    public void Invalid_rules_are_refused_by_name(string from, string to, string named)
    {
        Assert.Contains(from, Example);
        Assert.Contains(named, Refusal(Replace(from, to)));
    }

    [Theory]
    [InlineData("\"indicator\": \"burglaries\"", "\"indicator\": \"no_such\"", "no_such")]
    [InlineData("\"indicator\": \"burglaries\"", "\"indicator\": \"inhabitants\"", "which the catalogue does not judge")]
    [InlineData("\"budget\": \"liveability_budget\"", "\"budget\": \"burglaries\"", "budget.budget")]
    [InlineData("\"fte\": \"staff_fte\"", "\"fte\": \"no_such\"", "staff.fte")]
    [InlineData("\"staff\": \"staff_nuisance_signal\"", "\"staff\": \"homes_managed\"", "trends[0].staff")]
    public void Rules_that_do_not_fit_the_catalogue_are_refused_by_name(string from, string to, string named)
    {
        Assert.Contains(from, Example);
        Assert.Contains(named, Refusal(Replace(from, to)));
    }

    [Fact]
    public void A_share_of_an_indicator_that_is_not_a_rate_is_refused() => Assert.Contains("'public_space_grade' is neither", ExampleKinds.Refusal("four-angle", json =>
        json["angles"]![0]!["indicators"]![0] = JsonNode.Parse("""{ "indicator": "public_space_grade", "weight": 1, "kind": "policy", "normalisation": { "method": "share" } }""")));

    private static string Replace(string from, string to) => Example.Remove(Example.IndexOf(from, StringComparison.Ordinal), from.Length).Insert(Example.IndexOf(from, StringComparison.Ordinal), to);

    private static FourAngleRules Read(string json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<FourAngleRules>)ScorecardKinds.GetRulesType("four-angle"))!;

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));

    private static string Refusal(string json) => Assert.Throws<ConfigurationException>(() => ScorecardKinds.Read("four-angle", Stream(json), Monitor.Catalogue)).Message;
}

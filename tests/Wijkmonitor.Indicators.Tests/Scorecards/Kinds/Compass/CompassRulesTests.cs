using System.Text;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Compass;

public sealed class CompassRulesTests
{
    private const string Whole = """
        {
          "version": "1", "title": { "nl": "x", "en": "x" }, "source": "x", "start": "2016",
          "bands": { "default": null, "indicators": { "burglaries": { "kind": "absolute", "width": 1 } } }
        }
        """;

    [Fact]
    public void The_shipped_example_reads_fits_the_catalogue_and_says_it_is_an_example()
    {
        using var file = File.OpenRead(RepositoryFolder.File("config", "rules", "compass", "example.json"));

        var rules = CompassCards.Rules(file);

        Assert.Equal(rules.Version, ExampleKinds.Example("compass").RuleVersion);
        Assert.Contains("example", rules.Source, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(CompassStart.Earliest, rules.Start);
    }

    [Fact]
    public void An_indicator_without_a_band_has_none_when_the_author_chose_no_default()
    {
        var rules = Read(Whole);

        Assert.Equal(1m, rules.Bands.Find("burglaries")!.Width);
        Assert.Null(rules.Bands.Find("average_income"));
        Assert.Equal(2016, rules.Start.Year!.Value.Year);
    }

    [Theory]
    [InlineData("version")]
    [InlineData("title")]
    [InlineData("source")]
    [InlineData("start")]
    [InlineData("bands")]
    public void A_missing_field_is_named(string field)
    {
        var json = JsonNode.Parse(Whole)!.AsObject();
        json.Remove(field);

        Assert.Contains(field, Refusal(json.ToJsonString()));
    }

    [Fact]
    public void The_absence_of_a_default_band_must_be_explicit() => Assert.Contains("default", Refusal(Whole.Replace("\"default\": null,", "")));

    [Theory]
    [InlineData("\"2016\"", "\"first\"", "start")]
    [InlineData("\"2016\"", "2016", "start")]
    [InlineData("\"absolute\"", "\"wide\"", "kind")]
    [InlineData("\"absolute\"", "0", "kind")]
    [InlineData("\"absolute\"", "\"0\"", "kind")]
    [InlineData("\"width\": 1", "\"width\": -1", "width")]
    [InlineData("\"width\": 1", "\"width\": \"1\"", "width")]
    [InlineData("\"version\": \"1\"", "\"version\": \" \"", "version")]
    [InlineData("\"source\": \"x\"", "\"source\": \" \"", "source")]
    [InlineData("\"source\": \"x\"", "\"source\": \"x\", \"colour\": \"x\"", "colour")]
    public void An_invalid_field_is_named(string what, string by, string field) => Assert.Contains(field, Refusal(Whole.Replace(what, by)));

    [Fact]
    public void A_band_for_an_indicator_outside_the_catalogue_is_refused_by_name() => Assert.Contains("burglary", Refusal(Whole.Replace("burglaries", "burglary")));

    internal static CompassRules Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return CompassCards.Rules(stream);
    }

    private static string Refusal(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return Assert.Throws<ConfigurationException>(() => ScorecardKinds.Read("compass", stream, IndicatorCatalogueTests.Shipped())).Message;
    }
}

using System.Text;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Liveability;

public sealed class LiveabilityRulesTests
{
    private static readonly string Example = File.ReadAllText(RepositoryFolder.File("config", "rules", "liveability", "example.json"));

    [Fact]
    public void The_example_is_marked_as_such_and_fits_the_catalogue()
    {
        var rules = LiveabilityCards.Rules();

        Assert.Equal(rules.Version, ExampleKinds.Example("liveability").RuleVersion);
        Assert.StartsWith("An example.", rules.Source);
        Assert.StartsWith("example", rules.Version);
    }

    [Theory]
    [InlineData("\"version\": \"example-1\"", "\"version\": \" \"", "'version' is empty")]
    [InlineData("\"freshYears\": 2", "\"freshYears\": 0", "'freshYears' is 1 or more")]
    [InlineData("\"from\": 2002,\n        \"top\": 2012", "\"from\": 2012,\n        \"top\": 2012", "'reversal' of 'liveability_score'")]
    [InlineData("\"minChange\": 1", "\"minChange\": 0", "'waterbed.minChange' of 'liveability_class'")]
    [InlineData("\"tolerance\": 0.003", "\"tolerance\": -1", "'composition.tolerance'")]
    [InlineData("\"indicator\": \"liveability_score\"", "\"indicator\": \"liveability_class\"", "'measures' names at least one indicator, and each once")]
    [InlineData("\"indicator\": \"liveability_score\"", "\"indicator\": \"nowhere\"", "'measures[0].indicator' names 'nowhere'")]
    [InlineData("\"indicator\": \"liveability_score\"", "\"indicator\": \"inhabitants\"", "'measures[0].indicator' names 'inhabitants', which the catalogue does not judge")]
    [InlineData("\"shareOver\": \"districts\"", "\"shareOver\": 0", "shareOver")]
    [InlineData("\"population\": \"inhabitants\",\n", "", "population")]
    [InlineData("\"lowerBound\": 5,\n", "", "lowerBound")]
    public void A_missing_or_invalid_field_is_named(string from, string to, string message)
    {
        Assert.Contains(from, Example);
        var index = Example.IndexOf(from, StringComparison.Ordinal);
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(Example[..index] + to + Example[(index + from.Length)..]));

        var fault = Assert.Throws<ConfigurationException>(() => ScorecardKinds.Read("liveability", json, IndicatorCatalogueTests.Shipped()));
        Assert.Contains(message, fault.Message);
    }
}

using System.Text;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Engine;

/// <summary>The line by which a kind is registered, with a kind of these tests.</summary>
public sealed class KindRegistrationTests
{
    private const string Rules = """
        {
          "version": "green-2", "title": { "nl": "Groen", "en": "Green" }, "source": "Invented.", "period": "2025",
          "plans": [ { "code": "north", "planted": 60, "agreed": 50, "kept": 90 } ]
        }
        """;

    [Fact]
    public void A_registered_kind_is_read_from_its_rules()
    {
        var kind = Read(Rules);

        Assert.Equal(("green-plans", "green-2", 1000), (kind.Name, kind.RuleVersion, kind.Info.Order));
    }

    [Theory]
    [InlineData("\"source\"", "\"sauce\"", "sauce")]
    [InlineData("\"planted\": 60, ", "", "planted")]
    [InlineData("\"agreed\"", "\"kept\"", "kept")]
    public void Malformed_rules_of_a_registered_kind_are_refused_by_field(string part, string replacement, string field) =>
        Assert.Contains(field, Assert.Throws<ConfigurationException>(() => Read(Rules.Replace(part, replacement, StringComparison.Ordinal))).Message);

    private static IScorecardKind Read(string json)
    {
        var registration = GreenPlansKind.Registration;
        using var rules = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return registration.Read(RulesJson.CreateOptions([registration.Json]), rules, IndicatorCatalogueTests.Shipped());
    }
}

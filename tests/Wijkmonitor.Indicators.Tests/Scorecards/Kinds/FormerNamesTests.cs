using System.Text;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Tests.Catalogue;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds;

/// <summary>Fields of rules that have a new name: the former one is accepted for one release.</summary>
public sealed class FormerNamesTests
{
    [Theory]
    [InlineData("function", "leastOthers", "minOthers")]
    [InlineData("liveability", "leastChange", "minChange")]
    [InlineData("four-angle", "leastCoverage", "minCoverage")]
    [InlineData("four-angle", "leastRise", "minRise")]
    [InlineData("load-capacity", "leastAreas", "minAreas")]
    [InlineData("load-capacity", "leastCoverage", "minCoverage")]
    [InlineData("perception", "mostYearsApart", "maxYearsApart")]
    [InlineData("perception", "leastAreas", "minAreas")]
    [InlineData("stayers-movers", "leastCount", "minCount")]
    [InlineData("vulnerability", "leastCount", "minCount")]
    public void A_former_name_is_accepted_and_reported_with_the_current_one(string kind, string former, string current)
    {
        var example = ReadExample(kind);

        var read = Read(kind, example.Replace($"\"{current}\"", $"\"{former}\"", StringComparison.Ordinal));

        Assert.Equal([new RenamedField(former, current)], read.RenamedFields);
        Assert.Empty(Read(kind, example).RenamedFields);
    }

    [Fact]
    public void A_former_name_is_accepted_after_a_byte_order_mark_and_in_any_case() =>
        Assert.Single(Read("vulnerability", "\uFEFF" + ReadExample("vulnerability").Replace("\"minCount\"", "\"LeastCount\"", StringComparison.Ordinal)).RenamedFields);

    [Fact]
    public void A_field_under_both_names_is_refused() => Assert.Contains(
        "minCount",
        Assert.Throws<ConfigurationException>(
            () => Read("vulnerability", ReadExample("vulnerability").Replace("\"minCount\": 5,", "\"minCount\": 5,\n\"leastCount\": 6,", StringComparison.Ordinal))).Message);

    [Fact]
    public void A_fault_names_the_line_of_the_file_as_it_was_written()
    {
        var example = ReadExample("vulnerability").Replace("\"minCount\": 5,", "\"leastCount\": \"many\",", StringComparison.Ordinal);
        var line = example[..example.IndexOf("leastCount", StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        Assert.Equal(line, Assert.Throws<ConfigurationException>(() => Read("vulnerability", example)).Errors.Single().Line);
    }

    private static string ReadExample(string kind) => File.ReadAllText(ExampleKinds.ExamplePath(kind));

    private static IScorecardKind Read(string kind, string rules)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(rules));
        return ScorecardKinds.Read(kind, stream, IndicatorCatalogueTests.Shipped());
    }
}

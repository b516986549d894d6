using System.Reflection;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
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
    [InlineData("load-capacity", "least", "min")]
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

    [Fact]
    public void Every_former_name_of_rules_is_accepted()
    {
        var former = ScorecardKinds.Names.SelectMany(GetFormerNames).Distinct().Order().ToList();
        var tested = typeof(FormerNamesTests).GetMethod(nameof(A_former_name_is_accepted_and_reported_with_the_current_one))!
            .GetCustomAttributes<InlineDataAttribute>().Select(data => ((string)data.Data[0]!, (string)data.Data[1]!)).Order();

        Assert.Equal(former, tested);
    }

    [Fact]
    public void A_key_of_a_dictionary_is_no_field()
    {
        List<RenamedField> found = [];
        const string Definition = """{"symbols": {"most": "unknown"}, "ignoredColumns": {"most": "no figure"}, "limits": [{"per": ["a"], "most": 5}]}""";

        var replaced = Encoding.UTF8.GetString(FormerNames.Replace(Encoding.UTF8.GetBytes(Definition), DatasetJson.Default.DatasetDefinition, found));

        Assert.Equal([new RenamedField("most", "max")], found);
        Assert.Equal(Definition.Replace("\"most\": 5", "\"max\": 5", StringComparison.Ordinal), replaced);
    }

    private static IEnumerable<(string Kind, string Former)> GetFormerNames(string kind)
    {
        var visited = new HashSet<Type>();
        var waiting = new Queue<JsonTypeInfo>([ScorecardKinds.GetRulesType(kind)]);
        while (waiting.TryDequeue(out var type))
        {
            foreach (var property in type.Properties)
            {
                if ((property.AttributeProvider as MemberInfo)?.GetCustomAttribute<FormerNameAttribute>() is { } former)
                {
                    yield return (kind, former.Name);
                }
            }

            var next = type.Properties.Select(property => property.PropertyType).Append(type.ElementType).OfType<Type>()
                .Select(found => Nullable.GetUnderlyingType(found) ?? found).Where(visited.Add);
            foreach (var found in next)
            {
                waiting.Enqueue(type.Options.GetTypeInfo(found));
            }
        }
    }

    private static string ReadExample(string kind) => File.ReadAllText(ExampleKinds.ExamplePath(kind));

    private static IScorecardKind Read(string kind, string rules)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(rules));
        return ScorecardKinds.Read(kind, stream, IndicatorCatalogueTests.Shipped());
    }
}

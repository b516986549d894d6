using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Datasets;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds;

/// <summary>Rules of every kind: the example that ships, and the ones that the tests of the kind say must be refused.</summary>
public sealed class ExampleRulesTests
{
    public static TheoryData<string> All => [.. ScorecardKinds.Names];

    public static TheoryData<string> KindsOfSubjects => [.. ScorecardKinds.Names.Where(kind => ExampleKinds.Example(kind).RulesCode is not null)];

    public static TheoryData<string, string, string> Invalid
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var kind in ScorecardKinds.Names)
            {
                foreach (var rules in ReadInvalid(kind))
                {
                    data.Add(kind, rules!["named"]!.GetValue<string>(), rules["set"]!.ToJsonString());
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_example_reads_fits_the_catalogue_and_says_that_it_is_an_example(string kind)
    {
        var read = ExampleKinds.Example(kind);

        Assert.Equal(kind, read.Name);
        Assert.StartsWith("example-", read.RuleVersion, StringComparison.Ordinal);
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
    [MemberData(nameof(KindsOfSubjects))]
    public void A_note_about_a_line_that_no_scorecard_has_is_refused_by_name(string kind) =>
        Assert.Contains("'notes.seen.lines' names 'never-made'", ExampleKinds.Refusal(kind, json => AddNote(json, ["never-made"])));

    [Theory]
    [MemberData(nameof(KindsOfSubjects))]
    public void Notes_can_be_about_every_line_of_the_samples(string kind)
    {
        var records = SampleDeliveries.All.Figures.Records;
        List<string> found = [];
        foreach (var file in ExampleKinds.GetRulesFiles(kind))
        {
            string[] lines =
            [
                .. records.Select(record => record.Area.Municipality).Distinct().SelectMany(municipality => ExampleKinds.Example(kind, file: file)
                    .Compute(new MunicipalityFigures(municipality, IndicatorCatalogueTests.Shipped(), [], new ObservationSet([]), records)))
                    .SelectMany(card => card.Lines).Select(line => line.Code).Where(line => line != "what-if-only").Distinct(StringComparer.Ordinal),
            ];
            ExampleKinds.Example(kind, json => AddNote(json, lines), file);
            found.AddRange(lines);
        }

        Assert.NotEmpty(found);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_kind_has_rules_that_must_be_refused(string kind) => Assert.NotEmpty(ReadInvalid(kind));

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Invalid_rules_are_refused_with_the_faulty_field(string kind, string named, string changes) =>
        Assert.Contains(named, ExampleKinds.Refusal(kind, json => Change(json, changes)));

    // A file next to the tests of the kind: what is set in its example, by path (RFC 6901), and what the message must name.
    private static JsonArray ReadInvalid(string kind) =>
        JsonNode.Parse(File.ReadAllText(RepositoryFolder.File("tests", "Wijkmonitor.Indicators.Tests", "Scorecards", "Kinds", ExampleKinds.GetFolderName(kind), "invalid-rules.json")))!.AsArray();

    private static void AddNote(JsonNode rules, IEnumerable<string> lines) => rules["notes"]!.AsArray().Add((JsonNode)new JsonObject
    {
        ["finding"] = "seen",
        ["text"] = new JsonObject { ["nl"] = "Gezien.", ["en"] = "Seen." },
        ["lines"] = new JsonArray([.. lines.Select(line => JsonValue.Create(line))]),
    });

    private static void Change(JsonNode rules, string changes)
    {
        foreach (var (path, value) in JsonNode.Parse(changes)!.AsObject())
        {
            string[] parts = path.Split('/')[1..];
            var parent = parts[..^1].Aggregate(rules, (node, part) => node is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part]!);
            if (parts[^1] == "-")
            {
                parent.AsArray().Add(value?.DeepClone());
            }
            else
            {
                parent[parts[^1]] = value?.DeepClone();
            }
        }
    }
}

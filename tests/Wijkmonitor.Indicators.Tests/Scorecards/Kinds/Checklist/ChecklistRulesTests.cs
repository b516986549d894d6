using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Checklist;

/// <summary>Choices that rules have to make.</summary>
public sealed class ChecklistRulesTests
{
    public static TheoryData<string> Files => [.. ExampleKinds.GetRulesFiles("checklist")];

    [Theory]
    [InlineData("/items/0", "blocking")]
    [InlineData("/items/5/measured", "counted")]
    [InlineData("/items/5/measured", "unit")]
    [InlineData("/aspects/0/options/0", "ratings")]
    [InlineData("/aspects/0/options/0/ratings/0", "place")]
    [InlineData("/tasks/0", "accountable")]
    [InlineData("/parties/0", "stakeholder")]
    [InlineData("/posts/0", "heldBy")]
    [InlineData("/posts/0", "risk")]
    public void A_required_choice_that_is_left_open_is_refused_by_name(string path, string field) => Assert.Contains(field, ExampleKinds.Refusal("checklist", json =>
        path.Split('/')[1..].Aggregate(json, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!).AsObject().Remove(field)));

    [Fact]
    public void An_answer_cannot_stay_fresh_for_longer_than_dates_go() =>
        Assert.Contains("freshMonths", ExampleKinds.Refusal("checklist", json => json["freshMonths"] = 100_000), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_reads_and_says_that_it_is_an_example(string file)
    {
        var kind = ExampleKinds.Example("checklist", file: file);
        var source = JsonNode.Parse(File.ReadAllText(RepositoryFolder.File("config", "rules", "checklist", file)))!["source"]!.GetValue<string>();

        Assert.StartsWith("An example.", source, StringComparison.Ordinal);
        Assert.StartsWith("example-", kind.RuleVersion, StringComparison.Ordinal);
        Assert.Contains("checklist", ScorecardKinds.SubjectNames);
    }

    [Fact]
    public void The_files_have_codes_of_their_own() =>
        Assert.Distinct(ExampleKinds.GetRulesFiles("checklist").Select(file => ExampleKinds.Example("checklist", file: file).RulesCode));
}

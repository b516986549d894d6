using System.Text.Json.Nodes;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Gates;

/// <summary>Rules of gates that are refused, with the field that is named.</summary>
public sealed class GateRulesTests
{
    [Theory]
    [InlineData("households", "households", "")]
    [InlineData("households", null, "'counted'")]
    [InlineData("count", null, "'counted'")]
    [InlineData("households", "other", "does not fit its unit")]
    [InlineData("homes", "persons", "does not fit its unit")]
    public void A_number_in_records_has_a_counted_thing_that_fits_its_unit(string unit, string? counted, string refusal) => AssertRefused(refusal, json =>
    {
        var fact = json["facts"]!.AsArray().First(fact => fact!["code"]!.GetValue<string>() == "density-factor")!;
        (fact["unit"], fact["counted"]) = (unit, counted);
    });

    [Fact]
    public void A_condition_counts_once() =>
        AssertRefused("phases.conditions", json => json["phases"]!.AsArray()[^1]!["conditions"]!.AsArray().Add("consulted"));

    [Fact]
    public void The_decision_of_a_gate_is_one_condition() =>
        AssertRefused("phases.conditions", json => json["phases"]!.AsArray()[^1]!["conditions"]!.AsArray().Add("go"));

    [Theory]
    [InlineData("flags", "at-least", 99, "asks for more flags than there are")]
    [InlineData("damp", "at-least", 150, "no percentage")]
    [InlineData("damp", "at-least", 50, "")]
    public void A_limit_can_be_reached(string fact, string comparison, int limit, string refusal) => AssertRefused(refusal, json =>
        json["advice"]!["rules"]![0]!["when"] = new JsonArray(new JsonObject { ["fact"] = fact, ["is"] = comparison, ["value"] = limit }));

    [Fact]
    public void A_list_has_topics() => AssertRefused("mentions.topics", json => json["mentions"]!["topics"] = new JsonArray());

    private static void AssertRefused(string refusal, Action<JsonNode> change)
    {
        if (refusal.Length == 0)
        {
            Assert.Equal("phases-example", ExampleKinds.Example("gates", change).RulesCode);
        }
        else
        {
            Assert.Contains(refusal, ExampleKinds.Refusal("gates", change), StringComparison.Ordinal);
        }
    }
}

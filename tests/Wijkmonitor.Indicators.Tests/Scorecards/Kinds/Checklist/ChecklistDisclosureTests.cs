using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Checklist;

/// <summary>Measurements of few, in any unit and over all years.</summary>
public sealed class ChecklistDisclosureTests
{
    [Theory]
    [InlineData(250, 0.4, true)]
    [InlineData(250, 99.6, true)]
    [InlineData(10, 10, true)]
    [InlineData(1000, 0.1, true)]
    [InlineData(250, 0, false)]
    [InlineData(250, 100, false)]
    [InlineData(250, 50, false)]
    public void A_percentage_that_stands_for_one_home_is_withheld(int units, double share, bool isHidden) =>
        Assert.Equal(isHidden, IsHidden("%", "homes", units, ("2020-06-30", (decimal)share)));

    [Theory]
    [InlineData("count", 3, true)]
    [InlineData("ratio", 0.5, true)]
    [InlineData("count", 30, false)]
    public void A_count_of_persons_is_a_count_in_any_unit(string unit, double number, bool isHidden) =>
        Assert.Equal(isHidden, IsHidden(unit, "persons", units: null, ("2020-06-30", (decimal)number)));

    [Theory]
    [InlineData(26, true)]
    [InlineData(40, false)]
    [InlineData(24, false)]
    public void A_change_by_few_between_two_years_withholds_both(int later, bool isHidden)
    {
        var cards = new ChecklistCards().Subject(100).Measured("homes-without-access", 24).Measured("homes-without-access", later, day: "2021-06-30").Withhold().Cards;

        Assert.Equal([2020, 2021], cards.Select(card => card.Period.Year));
        Assert.All(cards, card => Assert.Equal(isHidden, card.Line("homes-without-access").State == LineState.Suppressed));
    }

    private static bool IsHidden(string unit, string counted, int? units, params (string Day, decimal Number)[] measured)
    {
        var cards = new ChecklistCards().Subject(units).Withhold().By(json => json["items"]!.AsArray().Add(JsonNode.Parse(
            $$"""{ "code": "agreed", "label": { "nl": "Akkoord", "en": "Agreed" }, "blocking": false, "measured": { "unit": "{{unit}}", "counted": "{{counted}}" } }""")));
        return measured.Aggregate(cards, (all, one) => all.Measured("agreed", one.Number, day: one.Day)).Card().Line("agreed").State == LineState.Suppressed;
    }
}

using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Sheet;

/// <summary>Numbers of a sheet that are withheld, and single homes that are never listed.</summary>
public sealed class SheetDisclosureTests
{
    private static readonly string[] SampleLines = ["mean", "median", "budget"];
    private static readonly decimal[] Eight = [7_900, 8_100, 8_900, 9_100, 9_800, 10_200, 12_700, 13_300];

    [Fact]
    public void A_sample_of_fewer_homes_than_are_shown_gives_no_mean_no_median_and_no_budget()
    {
        var few = SheetCards.Survey().Sample(2020, 8_000, 9_000, 10_000, 13_000).Card();
        var one = SheetCards.Survey().Sample(2020, 8_000).Card();
        var enough = SheetCards.Survey().Sample(2020, Eight).Card();

        Assert.All(SampleLines, code => Assert.Equal(
            (LineState.Suppressed, LineState.Suppressed, LineState.Valued), (few.Line(code).State, one.Line(code).State, enough.Line(code).State)));
        Assert.All(SampleLines, code => Assert.Empty(few.Line(code).Inputs));
        Assert.True(few.Finds("suppressed") && !enough.Finds("suppressed"));
        Assert.Equal(LineState.Valued, few.Line("check-stratum-missing").State);
    }

    [Fact]
    public void No_single_home_of_a_sample_is_an_input_or_in_a_step()
    {
        var card = SheetCards.Survey().Sample(2020, Eight).Card();
        var numbers = card.Lines.SelectMany(line => line.Inputs.Select(input => input.Value)
            .Concat((line.Steps ?? []).SelectMany(step => step.Operands.Select(operand => (decimal?)operand.Value)))).ToHashSet();

        Assert.DoesNotContain(numbers, number => number is { } known && Eight.Contains(known));
        Assert.Contains(80_000m, numbers);
        Assert.Equal(8m, card.Line("median").Inputs.Single(input => input.Role == "records").Value);
        Assert.DoesNotContain(card.Lines.SelectMany(line => line.Inputs), input => input.Key.Contains("home 1", StringComparison.Ordinal));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Homes_that_a_later_year_adds_to_a_sample_are_not_found_by_the_difference()
    {
        var one = SheetCards.Survey().Sample(2020, Eight).Sample(2021, 20_000);
        var enough = SheetCards.Survey().Sample(2020, Eight).Sample(2021, Eight);

        Assert.Equal((LineState.Suppressed, LineState.Suppressed), (one.Card(2020).Line("mean").State, one.Card(2021).Line("mean").State));
        Assert.Equal((10_000m, 10_000m), (enough.Card(2020).Line("mean").Value, enough.Card(2021).Line("mean").Value));
    }

    [Fact]
    public void One_known_amount_among_unknown_ones_is_withheld()
    {
        var cards = SheetCards.Survey().Sample(2020, 8_000);
        for (var home = 1; home <= 6; home++)
        {
            cards.Add("sample", 2020, null, item: $"open {home}");
        }

        Assert.Equal(LineState.Suppressed, cards.Card().Line("mean").State);
    }

    [Theory]
    [InlineData(40, 10)]
    [InlineData(40, 95)]
    public void A_percentage_of_the_homes_that_is_few_or_leaves_few_is_withheld_with_all_counts(int homes, int returning)
    {
        var card = SheetCards.Exploitation(1.5m, "homes", "returning-share").With(("homes", homes), ("returning-share", returning)).Card();
        var half = SheetCards.Exploitation(1.5m, "homes", "returning-share").With(("homes", homes), ("returning-share", 50)).Card();

        Assert.Equal((LineState.Suppressed, LineState.Suppressed), (card.Line("revenue").State, card.Line("new-homes").State));
        Assert.Equal((LineState.Valued, LineState.Valued), (half.Line("revenue").State, half.Line("new-homes").State));
    }

    [Theory]
    [InlineData("multiply", "0.1", LineState.Suppressed)]
    [InlineData("multiply", "0.5", LineState.Valued)]
    [InlineData("divide", "10", LineState.Suppressed)]
    [InlineData("minimum", "3", LineState.Suppressed)]
    public void A_small_count_that_any_operation_gives_is_withheld_with_the_others(string op, string number, LineState state)
    {
        var card = new SheetCards("residents-company.json").With(("volunteers", 40), ("organisations", 8))
            .By(json => AddStep(json, "people", "helpers", op, "volunteers", number)).Card();

        Assert.Equal((state, LineState.Valued), (card.Line("volunteers").State, card.Line("organisations").State));
    }

    [Fact]
    public void A_small_share_of_a_known_count_is_withheld_as_is_the_rest_of_it()
    {
        LineState GetState(decimal without) => SheetCards.Survey(homes: 400, without).Sample(2020, Eight).By(json =>
        {
            json["steps"]!.AsArray().Single(step => step!["result"]!.GetValue<string>() == "sampled-homes")!["op"] = "maximum";
            AddStep(json, "%", "share-without", "divide", "homes-without-sample", "homes");
        }).Card().Line("budget").State;

        Assert.Equal((LineState.Valued, LineState.Suppressed, LineState.Suppressed), (GetState(100), GetState(3), GetState(397)));
    }

    [Fact]
    public void A_small_count_of_one_year_is_not_found_in_another_one()
    {
        var cards = new SheetCards("residents-company.json").By(json =>
        {
            json["inputs"]!.AsArray().Single(input => input!["code"]!.GetValue<string>() == "volunteers")!["perYear"] = true;
            AddStep(json, "people", "volunteer-years", "sum-of-years", "volunteers");
            json["lines"]!.AsArray().Add(new JsonObject { ["of"] = "volunteer-years" });
        }).Add("volunteers", 2023, 3).Add("volunteers", 2024, 12);
        var card = cards.Card(2024);

        Assert.Equal((LineState.Suppressed, LineState.Suppressed), (card.Line("volunteer-years").State, card.Line("volunteers").State));
        Assert.DoesNotContain(card.Lines.SelectMany(line => line.Inputs), input => input.Value == 3);
    }

    private static void AddStep(JsonNode json, string unit, string result, string op, params string[] operands) => json["steps"]!.AsArray().Add(new JsonObject
    {
        ["result"] = result,
        ["label"] = new JsonObject { ["nl"] = result, ["en"] = result },
        ["unit"] = unit,
        ["op"] = op,
        ["of"] = new JsonArray([.. operands.Select(operand => JsonValue.Create(operand))]),
    });
}

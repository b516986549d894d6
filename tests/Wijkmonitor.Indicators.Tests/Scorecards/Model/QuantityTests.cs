using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Model;

/// <summary>Numbers that are exact, a range or not known, through sums.</summary>
public sealed class QuantityTests
{
    private static readonly BilingualText Text = new("x", "x");

    [Fact]
    public void Ranges_are_added_by_their_ends_and_subtracted_crosswise()
    {
        var range = Quantity.FromRange(2, 5);

        Assert.Equal(Quantity.FromRange(12, 15), range + Quantity.FromExact(10));
        Assert.Equal(Quantity.FromRange(5, 8), Quantity.FromExact(10) - range);
        Assert.True((range - range + Quantity.FromRange(-3, 3)) == Quantity.FromRange(-6, 6));
        Assert.Throws<ArgumentException>(() => Quantity.FromRange(2, 1));
    }

    [Fact]
    public void An_unknown_term_counts_as_zero_and_marks_the_sum()
    {
        var sum = Quantity.FromExact(3) + Quantity.Unknown;

        Assert.Equal((3m, 3m, true), (sum.Low!.Value, sum.High!.Value, sum.HasUnknown));
        Assert.Equal(Quantity.Unknown, Quantity.Unknown + Quantity.Unknown);
        Assert.Equal(Quantity.Unknown, -Quantity.Unknown);
    }

    [Fact]
    public void A_total_of_known_lines_is_a_number_with_its_step()
    {
        var total = Total(Line("a", 2), Line("b", -3));

        Assert.Equal((-1m, null, null), (total.Value!.Value, total.Range, total.IsLowerBound));
        Assert.Equal(["line:a", "line:b"], Assert.Single(total.Steps!).Operands.Select(operand => operand.From));
    }

    [Fact]
    public void A_total_with_a_range_is_a_range()
    {
        var total = Total(Line("a", 2), Line("b", null) with { Range = new ValueRange(1, 4) });

        Assert.Equal((null, new ValueRange(3, 6), null), (total.Value, total.Range, total.IsLowerBound));
        Assert.Equal(["sum-low", "sum-high"], total.Steps!.Select(step => step.Name));
    }

    [Fact]
    public void A_total_with_an_unknown_term_is_a_lower_bound()
    {
        var total = Total(Line("a", 2), Line("b", null) with { IsProMemorie = true });

        Assert.Equal((2m, true), (total.Value!.Value, total.IsLowerBound!.Value));
        Assert.Empty(total.LeavesOut);
    }

    [Fact]
    public void A_total_that_leaves_a_line_out_names_it_and_is_a_lower_bound()
    {
        var total = Total(Line("a", 2), Line("b", null) with { State = LineState.MissingInput });

        Assert.Equal((2m, true), (total.Value!.Value, total.IsLowerBound!.Value));
        Assert.Equal(["b"], Assert.Single(total.LeavesOut).Codes);
    }

    [Fact]
    public void A_total_of_both_signs_with_an_unknown_term_is_absent()
    {
        Assert.Null(Total(Line("a", -2), Line("b", null) with { IsProMemorie = true }).Value);
        Assert.Null(Total(Line("b", null) with { IsProMemorie = true }).Value);
        Assert.Null(Total().Value);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, DatasetVisibility.Public, DatasetVisibility.Public)]
    [InlineData(DatasetVisibility.Partners, DatasetVisibility.Public, DatasetVisibility.Partners)]
    [InlineData(DatasetVisibility.Partners, DatasetVisibility.Owner, DatasetVisibility.Owner)]
    public void The_strictest_visibility_counts_in_either_order(DatasetVisibility? one, DatasetVisibility? other, DatasetVisibility? strictest)
    {
        Assert.Equal(strictest, NarrowedVisibility.GetStrictest(one, other));
        Assert.Equal(strictest, NarrowedVisibility.GetStrictest(other, one));
    }

    private static ScorecardTotal Total(params ScorecardLine[] lines) => ScorecardTotal.Sum("sum", Text, "EUR", lines, new Dictionary<string, BilingualText>());

    private static ScorecardLine Line(string code, decimal? value) => new(
        code, Text, Text, LineState.Valued, value, "EUR", Baseline: null, Reference: null, Norm: null, Signal.None, Amount: null, new Dictionary<string, decimal>(), Text, []);
}

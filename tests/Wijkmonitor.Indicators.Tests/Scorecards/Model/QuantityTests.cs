using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Model;

/// <summary>Numbers that are exact, a range or not known, through sums.</summary>
public sealed class QuantityTests
{
    private static readonly BilingualText Text = new("x", "x");

    [Fact]
    public void Ranges_are_added_by_their_ends_and_subtracted_crosswise()
    {
        var range = Quantity.Between(2, 5);

        Assert.Equal(Quantity.Between(12, 15), range + Quantity.Exact(10));
        Assert.Equal(Quantity.Between(5, 8), Quantity.Exact(10) - range);
        Assert.True((range - range + Quantity.Between(-3, 3)) == Quantity.Between(-6, 6));
        Assert.Throws<ArgumentException>(() => Quantity.Between(2, 1));
    }

    [Fact]
    public void What_is_not_known_counts_as_nothing_and_marks_the_sum()
    {
        var sum = Quantity.Exact(3) + Quantity.Unknown;

        Assert.Equal((3m, 3m, true, false), (sum.Low!.Value, sum.High!.Value, sum.HasUnknown, sum.IsExact));
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
    public void A_total_with_something_that_is_not_known_is_a_lower_bound()
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
    public void A_total_of_both_signs_with_something_that_is_not_known_is_not_given()
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
        Assert.Equal(strictest, NarrowedVisibility.Strictest(one, other));
        Assert.Equal(strictest, NarrowedVisibility.Strictest(other, one));
    }

    private static ScorecardTotal Total(params ScorecardLine[] lines) => ScorecardTotal.Sum("sum", Text, "EUR", lines);

    private static ScorecardLine Line(string code, decimal? value) => new(
        code, Text, Text, LineState.Valued, value, "EUR", Baseline: null, Reference: null, Norm: null, Signal.None, Amount: null, new Dictionary<string, decimal>(), Text, []);
}

using FsCheck;
using FsCheck.Fluent;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Budget;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.FourAngle;

public sealed class LargestRemainderTests
{
    private static readonly Arbitrary<(decimal Amount, decimal[] Weights)> Splits = Arb.From(
        from cents in Gen.Choose(0, 1_000_000_000)
        from weights in Gen.NonEmptyListOf(from whole in Gen.Choose(0, 100_000) from scale in Gen.Choose(0, 6) select new decimal(whole, 0, 0, false, (byte)scale))
        where weights.Any(weight => weight > 0)
        select (cents / 100m, weights.ToArray()));

    [Fact]
    public void The_parts_sum_to_the_amount_to_the_cent() => Prop.ForAll(Splits, split =>
        LargestRemainder.Split(split.Amount, split.Weights)!.Sum() == split.Amount).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_part_is_whole_cents_and_less_than_a_cent_from_its_exact_share() => Prop.ForAll(Splits, split =>
    {
        var sum = split.Weights.Sum();
        return LargestRemainder.Split(split.Amount, split.Weights)!.Zip(split.Weights).All(p =>
            p.First == Math.Round(p.First, 2) && Math.Abs(p.First - (split.Amount * p.Second / sum)) < 0.01m);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_zero_weight_gets_nothing_and_a_larger_weight_never_gets_less() => Prop.ForAll(Splits, split =>
    {
        var parts = LargestRemainder.Split(split.Amount, split.Weights)!;
        var ordered = parts.Zip(split.Weights).OrderBy(p => p.Second).ThenBy(p => p.First).ToList();
        return ordered.Where(p => p.Second == 0).All(p => p.First == 0) && ordered.Zip(ordered.Skip(1)).All(p => p.First.First <= p.Second.First);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Scaling_all_weights_gives_the_same_parts() => Prop.ForAll(Splits, split =>
        LargestRemainder.Split(split.Amount, split.Weights)!.SequenceEqual(LargestRemainder.Split(split.Amount, [.. split.Weights.Select(weight => weight * 7.3m)])!))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_of_equal_remainders_gets_the_cent() =>
        Assert.Equal([0.34m, 0.33m, 0.33m], LargestRemainder.Split(1, [1, 1, 1])!);

    [Fact]
    public void Shares_that_decimals_cannot_hold_are_split_exactly() =>
        Assert.Equal([33_333_333_333_333_333.34m, 33_333_333_333_333_333.33m, 33_333_333_333_333_333.33m], LargestRemainder.Split(100_000_000_000_000_000m, [0.1m, 0.10m, 0.100m])!);

    [Fact]
    public void Without_weights_there_is_no_split()
    {
        Assert.Null(LargestRemainder.Split(100, []));
        Assert.Null(LargestRemainder.Split(100, [0, 0]));
    }

    [Theory]
    [InlineData("-1", "1")]
    [InlineData("0.001", "1")]
    [InlineData("1", "-1")]
    public void Negative_amounts_negative_weights_and_fractions_of_a_cent_are_refused(string amount, string weight) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split(Number(amount), [Number(weight)]));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

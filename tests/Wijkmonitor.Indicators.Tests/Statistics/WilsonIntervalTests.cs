using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Tests.Statistics;

public sealed class WilsonIntervalTests
{
    /// <summary>R.G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_that_of_the_published_examples(int cases, int total, double lower, double upper)
    {
        var interval = WilsonInterval.Compute((double)cases / total, total);

        Assert.Equal(lower, interval.Lower, 4);
        Assert.Equal(upper, interval.Upper, 4);
    }

    [Fact]
    public void Cases_and_their_complement_mirror_one_another()
    {
        var some = WilsonInterval.Compute(0.2, 50);
        var others = WilsonInterval.Compute(0.8, 50);

        Assert.Equal(some.Lower, 1 - others.Upper, 12);
        Assert.Equal(some.Upper, 1 - others.Lower, 12);
    }

    [Fact]
    public void Proportions_of_zero_and_one_have_a_one_sided_interval()
    {
        Assert.Equal(0, WilsonInterval.Compute(0, 7).Lower);
        Assert.True(WilsonInterval.Compute(0, 7).Upper > 0.3);
        Assert.Equal(1, WilsonInterval.Compute(1, 7).Upper);
        Assert.True(WilsonInterval.Compute(1, 7).Lower < 0.7);
    }

    [Fact]
    public void The_bounds_solve_the_equation_that_defines_them()
    {
        var interval = WilsonInterval.Compute(0.159, 50);

        foreach (var bound in new[] { interval.Lower, interval.Upper })
        {
            Assert.Equal(WilsonInterval.NormalQuantile95, Math.Abs(0.159 - bound) / Math.Sqrt(bound * (1 - bound) / 50), 9);
        }
    }

    [Theory]
    [InlineData(-0.01, 10)]
    [InlineData(1.01, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(0.5, 0)]
    [InlineData(0.5, double.NaN)]
    [InlineData(0.5, double.PositiveInfinity)]
    public void An_invalid_proportion_or_number_is_refused(double proportion, double total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Compute(proportion, total));
}

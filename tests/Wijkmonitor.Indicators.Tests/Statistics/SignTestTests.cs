using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Tests.Statistics;

public sealed class SignTestTests
{
    // Binomial tables: twice the sum of the coefficients up to the smaller number, over a power of two.
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(0, 10, 0.001953125)]
    [InlineData(1, 9, 0.021484375)]
    [InlineData(2, 8, 0.109375)]
    [InlineData(5, 5, 1)]
    public void The_chance_is_that_of_the_binomial_table(int lower, int higher, double chance)
    {
        Assert.Equal((decimal)chance, SignTest.Compute(lower, higher), 10);
        Assert.Equal(SignTest.Compute(lower, higher), SignTest.Compute(higher, lower));
    }

    [Fact]
    public void A_thousand_rounds_have_a_chance_too() => Assert.InRange(SignTest.Compute(480, 520), 0.19m, 0.23m);

    [Fact]
    public void A_negative_number_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => SignTest.Compute(-1, 3));
}

using System.Globalization;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Model;

/// <summary>Powers and logarithms against known values to 25 decimals.</summary>
public sealed class DecimalMathTests
{
    private const decimal Tolerance = 0.0000000000000000000000001m;

    [Theory]
    [InlineData("2", "0.6931471805599453094172321215")]
    [InlineData("10", "2.3025850929940456840179914547")]
    [InlineData("0.5", "-0.6931471805599453094172321215")]
    [InlineData("1.03", "0.0295588022415444027326194056")]
    [InlineData("1", "0")]
    public void A_logarithm_is_the_known_one(string number, string expected) => Assert.InRange(DecimalMath.Log(Parse(number)) - Parse(expected), -Tolerance, Tolerance);

    [Theory]
    [InlineData("1", "2.7182818284590452353602874714")]
    [InlineData("0", "1")]
    [InlineData("-1", "0.3678794411714423215955237702")]
    public void An_exponential_is_the_known_one(string number, string expected) => Assert.InRange(DecimalMath.Exp(Parse(number)) - Parse(expected), -Tolerance, Tolerance);

    [Theory]
    [InlineData("1.03", "12", "1.425760886846178945447841")]
    [InlineData("2", "0.5", "1.4142135623730950488016887242")]
    [InlineData("2", "-2", "0.25")]
    [InlineData("7", "0", "1")]
    public void A_power_is_the_known_one(string number, string exponent, string expected) =>
        Assert.InRange(DecimalMath.Pow(Parse(number), Parse(exponent)) - Parse(expected), -Tolerance, Tolerance);

    [Fact]
    public void There_is_no_logarithm_of_zero_and_no_power_that_is_too_large()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DecimalMath.Log(0));
        Assert.Throws<OverflowException>(() => DecimalMath.Pow(10, 40));
    }

    private static decimal Parse(string number) => decimal.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture);
}

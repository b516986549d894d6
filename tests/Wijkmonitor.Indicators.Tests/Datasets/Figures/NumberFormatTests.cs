using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

public sealed class NumberFormatTests
{
    private static readonly NumberFormat Point = new('.', null);
    private static readonly NumberFormat Dutch = new(',', '.');

    [Theory]
    [InlineData("0", 0)]
    [InlineData("  -0.100", -0.1)]
    [InlineData("+5", 5)]
    [InlineData("00012", 12)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000012.5", 12.5)]
    [InlineData("-000", 0)]
    [InlineData("0.0000000000000001", 0.0000000000000001)]
    [InlineData("123456789012345", 123456789012345)]
    [InlineData("\u00A0 12.5\u202F", 12.5)]
    [InlineData("\u221212.5", -12.5)]
    public void A_plain_number_is_read(string text, double expected)
    {
        Assert.Equal(NumberParseError.None, Point.Parse(text, out var number));
        Assert.Equal((decimal)expected, number);
    }

    [Theory]
    [InlineData("1.500", 1500)]
    [InlineData("1.234.567,89", 1234567.89)]
    [InlineData("12,5", 12.5)]
    [InlineData("-1.000", -1000)]
    public void Declared_thousands_are_read(string text, double expected)
    {
        Assert.Equal(NumberParseError.None, Dutch.Parse(text, out var number));
        Assert.Equal((decimal)expected, number);
    }

    [Theory]
    [InlineData("1,5", NumberParseError.Separator)]
    [InlineData("1.500.000", NumberParseError.Separator)]
    [InlineData("5.", NumberParseError.Separator)]
    [InlineData("1 000", NumberParseError.Separator)]
    [InlineData("1'000", NumberParseError.Separator)]
    [InlineData(".5", NumberParseError.NotANumber)]
    [InlineData("", NumberParseError.NotANumber)]
    [InlineData("-", NumberParseError.NotANumber)]
    [InlineData("1e5", NumberParseError.Exponent)]
    [InlineData("1.6E+05", NumberParseError.Exponent)]
    [InlineData("1e", NumberParseError.NotANumber)]
    [InlineData("1e5x", NumberParseError.NotANumber)]
    [InlineData("e5", NumberParseError.NotANumber)]
    [InlineData("1\u00A0000", NumberParseError.Separator)]
    [InlineData("NaN", NumberParseError.NotANumber)]
    [InlineData("٣", NumberParseError.NotANumber)]
    [InlineData("1234567890.123456", NumberParseError.TooPrecise)]
    [InlineData("0.00000000000000000000000000000000000000000000000001", NumberParseError.TooPrecise)]
    public void An_ambiguous_number_is_refused(string text, NumberParseError fault) => Assert.Equal(fault, Point.Parse(text, out _));

    [Theory]
    [InlineData("1.50", NumberParseError.Separator)]
    [InlineData("1.5000", NumberParseError.Separator)]
    [InlineData("1500.000", NumberParseError.Separator)]
    [InlineData("1,500.00", NumberParseError.Separator)]
    public void Thousands_are_grouped_by_three(string text, NumberParseError fault) => Assert.Equal(fault, Dutch.Parse(text, out _));

    [Fact]
    public void A_number_of_fifteen_digits_round_trips_through_a_double() =>
        Prop.ForAll(
            Numbers(),
            number => Point.Parse(number.ToString(CultureInfo.InvariantCulture), out var read) == NumberParseError.None
                && read == number
                && (decimal)(double)number == number).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("4.270599604867483", "4.270599604867483")]
    [InlineData("0.00039944073780324535", "0.00039944073780324535")]
    [InlineData("-3.469446951953614e-5", "-0.00003469446951953614")]
    [InlineData("1.6E+05", "160000")]
    [InlineData("1e-40", "0")]
    public void A_score_keeps_the_digits_that_its_publisher_gives_it(string text, string expected)
    {
        Assert.Equal(NumberParseError.None, Point.ReadScore(text, out var number));
        Assert.Equal(decimal.Parse(expected, NumberStyles.Float, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("1e40", NumberParseError.TooLarge)]
    [InlineData("1e400", NumberParseError.TooLarge)]
    [InlineData("1,5e3", NumberParseError.Separator)]
    [InlineData("e5", NumberParseError.NotANumber)]
    public void A_score_is_not_guessed_either(string text, NumberParseError fault) => Assert.Equal(fault, Point.ReadScore(text, out _));

    [Fact]
    public void A_score_with_a_decimal_comma_and_spaces_between_thousands_is_read_as_declared()
    {
        Assert.Equal(NumberParseError.None, new NumberFormat(',', ' ').ReadScore("1\u202F234,123456789012", out var number));
        Assert.Equal(1234.123456789012m, number);
        Assert.Equal(NumberParseError.None, new NumberFormat(',', ' ').Parse("12\u00A0500", out number));
        Assert.Equal(12_500, number);
    }

    [Fact]
    public void Any_double_comes_back_from_its_shortest_form() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NormalFloat>(),
            score => !(Math.Abs(score.Get) is > 1e-9 and < 1e20)
                || (Point.ReadScore(score.Get.ToString("R", CultureInfo.InvariantCulture), out var read) == NumberParseError.None && DoubleConverter.ToDouble(read) == score.Get)).QuickCheckThrowOnFailure();

    private static Arbitrary<decimal> Numbers()
    {
        var digits = ArbMap.Default.ArbFor<long>().Generator.Select(n => n % 999_999_999_999_999);
        return digits.Zip(Gen.Choose(0, 15), (n, scale) => n / Power(scale)).ToArbitrary();
    }

    private static decimal Power(int scale) => scale == 0 ? 1 : 10 * Power(scale - 1);
}

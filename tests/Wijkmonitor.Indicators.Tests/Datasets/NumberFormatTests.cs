using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Indicators.Tests.Datasets;

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
    [InlineData("1e5", NumberParseError.NotANumber)]
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

    private static Arbitrary<decimal> Numbers()
    {
        var digits = ArbMap.Default.ArbFor<long>().Generator.Select(n => n % 999_999_999_999_999);
        return digits.Zip(Gen.Choose(0, 15), (n, scale) => n / Power(scale)).ToArbitrary();
    }

    private static decimal Power(int scale) => scale == 0 ? 1 : 10 * Power(scale - 1);
}

using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Indicators.Tests.Datasets;

public sealed class NumberFormTests
{
    private static readonly NumberForm Point = new('.', null);
    private static readonly NumberForm Dutch = new(',', '.');

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
        Assert.Equal(NumberFault.None, Point.Read(text, out var number));
        Assert.Equal((decimal)expected, number);
    }

    [Theory]
    [InlineData("1.500", 1500)]
    [InlineData("1.234.567,89", 1234567.89)]
    [InlineData("12,5", 12.5)]
    [InlineData("-1.000", -1000)]
    public void Declared_thousands_are_read(string text, double expected)
    {
        Assert.Equal(NumberFault.None, Dutch.Read(text, out var number));
        Assert.Equal((decimal)expected, number);
    }

    [Theory]
    [InlineData("1,5", NumberFault.Separator)]
    [InlineData("1.500.000", NumberFault.Separator)]
    [InlineData("5.", NumberFault.Separator)]
    [InlineData("1 000", NumberFault.Separator)]
    [InlineData("1'000", NumberFault.Separator)]
    [InlineData(".5", NumberFault.NotANumber)]
    [InlineData("", NumberFault.NotANumber)]
    [InlineData("-", NumberFault.NotANumber)]
    [InlineData("1e5", NumberFault.NotANumber)]
    [InlineData("NaN", NumberFault.NotANumber)]
    [InlineData("٣", NumberFault.NotANumber)]
    [InlineData("1234567890.123456", NumberFault.TooPrecise)]
    [InlineData("0.00000000000000000000000000000000000000000000000001", NumberFault.TooPrecise)]
    public void What_does_not_fit_is_never_guessed(string text, NumberFault fault) => Assert.Equal(fault, Point.Read(text, out _));

    [Theory]
    [InlineData("1.50", NumberFault.Separator)]
    [InlineData("1.5000", NumberFault.Separator)]
    [InlineData("1500.000", NumberFault.Separator)]
    [InlineData("1,500.00", NumberFault.Separator)]
    public void Thousands_stand_in_groups_of_three(string text, NumberFault fault) => Assert.Equal(fault, Dutch.Read(text, out _));

    [Fact]
    public void Any_number_of_fifteen_digits_comes_back_as_it_was_also_through_a_double() =>
        Prop.ForAll(
            Numbers(),
            number => Point.Read(number.ToString(CultureInfo.InvariantCulture), out var read) == NumberFault.None
                && read == number
                && (decimal)(double)number == number).QuickCheckThrowOnFailure();

    private static Arbitrary<decimal> Numbers()
    {
        var digits = ArbMap.Default.ArbFor<long>().Generator.Select(n => n % 999_999_999_999_999);
        return digits.Zip(Gen.Choose(0, 15), (n, scale) => n / Power(scale)).ToArbitrary();
    }

    private static decimal Power(int scale) => scale == 0 ? 1 : 10 * Power(scale - 1);
}

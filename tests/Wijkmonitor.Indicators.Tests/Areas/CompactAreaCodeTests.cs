using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Tests.Areas;

public sealed class CompactAreaCodeTests
{
    [Theory]
    [InlineData("GM0000")]
    [InlineData("GM0363")]
    [InlineData("WK999900")]
    [InlineData("WK0363ZZ")]
    [InlineData("BU03630000")]
    [InlineData("BU036300A1")]
    [InlineData("BU9999ZZZZ")]
    public void A_code_round_trips(string code) => Assert.Equal(code, CompactAreaCode.From(AreaCode.Parse(code))!.Value.ToAreaCode().Value);

    [Fact]
    public void Codes_that_differ_only_in_level_differ() => Assert.Equal(
        3, new[] { "GM0363", "WK036300", "BU03630000" }.Select(code => CompactAreaCode.From(AreaCode.Parse(code))).Distinct().Count());

    [Fact]
    public void A_custom_area_has_no_compact_form() => Assert.Null(CompactAreaCode.From(AreaCode.Parse("CU0153-dolphia")));
}

using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Tests.Areas;

public sealed class AreaCodeTests
{
    [Theory]
    [InlineData("GM0363", AreaLevel.Municipality)]
    [InlineData("WK036300", AreaLevel.District)]
    [InlineData("BU03630000", AreaLevel.Neighbourhood)]
    [InlineData("BU0363A9Z0", AreaLevel.Neighbourhood)]
    [InlineData("CU0153-dolphia", AreaLevel.Custom)]
    public void A_code_has_a_level(string text, AreaLevel level) => Assert.Equal(level, AreaCode.Parse(text).Level);

    [Theory]
    [InlineData("GM0363    ")]
    [InlineData("  GM0363")]
    public void Padding_is_trimmed(string text) => Assert.Equal("GM0363", AreaCode.Parse(text).Value);

    [Theory]
    [InlineData("WK036300", "GM0363")]
    [InlineData("BU03630000", "GM0363")]
    [InlineData("CU0153-dolphia", "GM0153")]
    [InlineData("GM0153", "GM0153")]
    public void A_code_has_a_municipality(string text, string municipality) => Assert.Equal(municipality, AreaCode.Parse(text).Municipality.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("GM36")]
    [InlineData("gm0363")]
    [InlineData("GM03630")]
    [InlineData("WK0363")]
    [InlineData("WK03630a")]
    [InlineData("BU0363000")]
    [InlineData("CU0153-")]
    [InlineData("CU0153dolphia")]
    [InlineData("CU0153-Dolphia")]
    [InlineData("NL0000")]
    public void Other_text_is_not_a_code(string? text) => Assert.False(AreaCode.TryParse(text, out _));

    [Fact]
    public void Parsing_an_invalid_code_names_the_text() =>
        Assert.Contains("Amsterdam", Assert.Throws<FormatException>(() => AreaCode.Parse("Amsterdam")).Message);

    [Fact]
    public void Codes_are_ordered_by_their_text()
    {
        var (first, second) = (AreaCode.Parse("BU03630000"), AreaCode.Parse("BU03630001"));

        Assert.True(first < second && second > first && first <= second && second >= first);
        Assert.Equal(first, AreaCode.Parse(" BU03630000 "));
    }

    [Fact]
    public void Every_neighbourhood_number_round_trips() => Prop
        .ForAll(ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), (a, b) =>
        {
            var text = FormattableString.Invariant($"BU{a:0000}{b:0000}");
            return AreaCode.Parse(text).ToString() == text && AreaCode.Parse(text).Municipality.Value == text.Replace("BU", "GM")[..6];
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_code_is_written_in_JSON_as_its_text()
    {
        Assert.Equal("\"WK036300\"", JsonSerializer.Serialize(AreaCode.Parse("WK036300")));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AreaCode>("\"Centrum\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AreaCode>("363"));
    }
}

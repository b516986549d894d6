using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Tests.Localization;

/// <summary>Capital letters at the start of sentences.</summary>
public sealed class CapitalsTests
{
    [Theory]
    [InlineData("negen woningen", "Negen woningen")]
    [InlineData("één woning", "Één woning")]
    [InlineData("13,9%", "13,9%")]
    [InlineData("", "")]
    public void A_sentence_starts_with_a_capital(string text, string expected) => Assert.Equal(expected, text.Capitalize());

    [Fact]
    public void Both_languages_start_with_a_capital() =>
        Assert.Equal(new BilingualText("De corporatie", "The corporation"), new BilingualText("de corporatie", "the corporation").Capitalize());
}

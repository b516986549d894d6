using System.Text;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Catalogue;

public sealed class IndicatorCatalogueTests
{
    [Fact]
    public void The_shipped_catalogue_reads_and_each_indicator_has_both_languages()
    {
        var catalogue = Shipped();

        Assert.Equal(74, catalogue.All.Count);
        Assert.All(catalogue.All, i => Assert.All([i.Label.Nl, i.Label.En, i.Theme.Nl, i.Theme.En, i.Source.Nl, i.Source.En, i.Unit], text => Assert.NotEmpty(text)));
    }

    [Theory]
    [InlineData("households", "no-judgement")]
    [InlineData("education_low", "no-judgement")]
    [InlineData("ses_woa_score", "higher-is-better")]
    [InlineData("youth_sports_club", "higher-is-better")]
    [InlineData("early_school_leavers", "lower-is-better")]
    public void The_shipped_catalogue_has_polarities(string code, string polarity) =>
        Assert.Equal(polarity, Shipped().Find(code)!.Polarity switch
        {
            Polarity.HigherIsBetter => "higher-is-better",
            Polarity.LowerIsBetter => "lower-is-better",
            _ => "no-judgement",
        });

    [Fact]
    public void Care_spending_is_money_and_a_grade_is_not()
    {
        Assert.True(Shipped().Find("care_spending")!.IsMoney);
        Assert.False(Shipped().Find("public_space_grade")!.IsMoney);
    }

    [Fact]
    public void An_unknown_code_is_not_found() => Assert.Null(Shipped().Find("no_such_indicator"));

    [Fact]
    public void A_duplicate_field_of_an_indicator_is_refused_by_name()
    {
        var json = File.ReadAllText(RepositoryFolder.File("config", "indicators.json"));
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json.Insert(json.IndexOf("\"unit\"", StringComparison.Ordinal), "\"unit\": \"x\", ")));

        Assert.Contains("unit", Assert.Throws<ConfigurationException>(() => IndicatorCatalogue.Read(stream)).Message);
    }

    [Theory]
    [InlineData("Grade", null)]
    [InlineData("1st", null)]
    [InlineData("grade", "no_such_indicator")]
    public void A_malformed_code_or_a_dangling_denominator_is_refused(string code, string? denominator)
    {
        var text = new BilingualText("x", "x");
        var indicator = new Indicator(code, text, "%", Polarity.NoJudgement, 1, denominator, text, text);

        Assert.Contains(code, Assert.Throws<ConfigurationException>(() => new IndicatorCatalogue([indicator])).Message);
    }

    [Theory]
    [InlineData("""{ "indicators": [], "extra": 1 }""", "extra")]
    [InlineData("{ }", "indicators")]
    public void Unknown_and_missing_members_are_named(string json, string member)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        Assert.Contains(member, Assert.Throws<ConfigurationException>(() => IndicatorCatalogue.Read(stream)).Message);
    }

    internal static IndicatorCatalogue Shipped()
    {
        using var file = File.OpenRead(RepositoryFolder.File("config", "indicators.json"));
        return IndicatorCatalogue.Read(file);
    }
}

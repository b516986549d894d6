using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>Figures from which another one can be derived are withheld with it.</summary>
public sealed class RelatedFiguresTests
{
    private const string Area = "BU01530001";

    [Fact]
    public void Shares_that_sum_to_a_hundred_are_withheld_together()
    {
        var hidden = Hidden(new Observed().Value(Area, 2017, "households", 100).Value(Area, 2017, "education_low", 3).Value(Area, 2017, "education_middle", 47).Value(Area, 2017, "education_high", 50));

        Assert.Equal([$"{Area}/education_high", $"{Area}/education_low", $"{Area}/education_middle"], hidden);
    }

    [Fact]
    public void A_count_under_another_name_is_withheld_in_the_same_areas()
    {
        var hidden = Hidden(new Observed()
            .Value("WK015300", 2017, "inhabitants", 603).Value("BU01530000", 2017, "inhabitants", 3).Value("BU01530001", 2017, "inhabitants", 200).Value("BU01530002", 2017, "inhabitants", 400)
            .Value("WK015300", 2017, "residents", 605).Value("BU01530000", 2017, "residents", 5).Value("BU01530001", 2017, "residents", 420).Value("BU01530002", 2017, "residents", 180)
            .Value("BU01530000", 2017, "income_per_resident", 20_000));

        Assert.Equal(["BU01530000/income_per_resident", "BU01530000/inhabitants", "BU01530000/residents", "BU01530002/inhabitants", "BU01530002/residents"], hidden);
    }

    [Fact]
    public void A_share_and_the_count_behind_it_are_withheld_in_the_same_areas()
    {
        var hidden = Hidden(new Observed()
            .Value("WK015300", 2017, "inhabitants", 600).Value("BU01530000", 2017, "inhabitants", 200).Value("BU01530001", 2017, "inhabitants", 200).Value("BU01530002", 2017, "inhabitants", 200)
            .Value("WK015300", 2017, "active_residents", 33).Value("BU01530000", 2017, "active_residents", 3).Value("BU01530001", 2017, "active_residents", 10).Value("BU01530002", 2017, "active_residents", 20)
            .Value("BU01530000", 2017, "active_residents_share", 1.5m).Value("BU01530001", 2017, "active_residents_share", 5).Value("BU01530002", 2017, "active_residents_share", 10));

        Assert.Equal(
            ["BU01530000/active_residents", "BU01530000/active_residents_share", "BU01530001/active_residents", "BU01530001/active_residents_share"], hidden);
    }

    [Fact]
    public void Two_counts_that_sum_to_a_third_are_withheld_together_with_figures_over_them()
    {
        var hidden = Hidden(new Observed()
            .Value(Area, 2017, "inhabitants", 200).Value(Area, 2017, "corporation_residents", 3).Value(Area, 2017, "other_residents", 197)
            .Value(Area, 2017, "supported_corporation", 66).Value(Area, 2017, "supported_rest", 20));

        Assert.Equal(["corporation_residents", "other_residents", "supported_corporation", "supported_rest"], hidden.Select(key => key.Split('/')[1]));
    }

    [Fact]
    public void Stayers_and_entrants_sum_to_households_so_all_are_withheld_when_one_is_small()
    {
        var hidden = Hidden(new Observed()
            .Value(Area, 2017, "households", 100).Value(Area, 2017, "stayers", 97).Value(Area, 2017, "leavers", 20).Value(Area, 2017, "entrants", 3)
            .Value(Area, 2017, "income_stayers_now", 22).Value(Area, 2017, "income_leavers_then", 40));

        Assert.Equal(["entrants", "income_leavers_then", "income_stayers_now", "leavers", "stayers"], hidden.Select(key => key.Split('/')[1]));
    }

    [Fact]
    public void A_share_over_a_part_that_was_not_delivered_is_withheld_with_the_whole() =>
        Assert.Equal([$"{Area}/elderly_loneliness", $"{Area}/inhabitants"], Hidden(new Observed().Value(Area, 2017, "inhabitants", 4).Value(Area, 2017, "elderly_loneliness", 50)));

    [Fact]
    public void A_delivered_figure_of_a_custom_area_is_a_sum_over_its_parts()
    {
        var observed = new Observed().Value("CU0153-a", 2017, "inhabitants", 203).Value("BU01530000", 2017, "inhabitants", 3).Value("BU01530001", 2017, "inhabitants", 200);
        var custom = new CustomArea(
            new Area(AreaCode.Parse("CU0153-a"), "a", 2016), [new CustomAreaPart(AreaCode.Parse("BU01530000"), 1, 2), new CustomAreaPart(AreaCode.Parse("BU01530001"), 1, 3)], "custom");

        Assert.Equal(["BU01530000/inhabitants"], Hidden(observed));
        Assert.Equal(["BU01530000/inhabitants", "CU0153-a/inhabitants"], Hidden(observed, custom));
    }

    [Fact]
    public void An_empty_area_withholds_its_zero_but_not_the_figures_of_a_whole_city()
    {
        var observed = new Observed().Value("BU01530000", 2017, "inhabitants", 0).Value("WK015300", 2017, "inhabitants", 900).Value("WK015300", 2017, "social_assistance", 10);
        for (var n = 1; n < 10; n++)
        {
            observed.Value($"BU01530{n:000}", 2017, "inhabitants", 100).Value($"BU01530{n:000}", 2017, "social_assistance", 10);
        }

        // The zero takes one more, that one its share, and the share one more again; seven neighbourhoods stay as they are.
        Assert.Equal(["BU01530000/inhabitants", "BU01530001/inhabitants", "BU01530001/social_assistance", "BU01530002/social_assistance"], Hidden(observed));
    }

    [Fact]
    public void An_area_without_shares_is_known_to_be_empty_so_its_zero_hides_nothing_else()
    {
        // A publisher withheld how many live in the second: with the zero disclosed by the absence of a share it would follow from the district.
        var observed = new Observed().Value("BU01530000", 2017, "inhabitants", 0)
            .Without("BU01530001", 2017, "inhabitants", ObservedState.Suppressed).Value("BU01530001", 2017, "social_assistance", 10)
            .Value("BU01530002", 2017, "inhabitants", 200).Value("BU01530002", 2017, "social_assistance", 10).Value("BU01530003", 2017, "inhabitants", 300).Value("BU01530003", 2017, "social_assistance", 10)
            .Value("WK015300", 2017, "inhabitants", 600).Value("WK015300", 2017, "social_assistance", 10);

        Assert.Contains("BU01530002/inhabitants", Hidden(observed));
    }

    [Fact]
    public void A_custom_area_with_an_empty_part_is_the_sum_of_the_others()
    {
        var observed = new Observed().Value("BU01530000", 2017, "inhabitants", 0)
            .Value("BU01530001", 2017, "inhabitants", 200).Value("BU01530001", 2017, "social_assistance", 1).Value("BU01530002", 2017, "inhabitants", 200).Value("BU01530002", 2017, "social_assistance", 20)
            .Value("CU0153-a", 2017, "inhabitants", 400).Value("CU0153-a", 2017, "social_assistance", 10.5m);
        var custom = new CustomArea(
            new Area(AreaCode.Parse("CU0153-a"), "a", 2016), [.. new[] { "BU01530000", "BU01530001", "BU01530002" }.Select((part, i) => new CustomAreaPart(AreaCode.Parse(part), 1, 2 + i))], "custom");

        // The custom area's count goes before a neighbourhood's, and its share with it; that share then needs one more to be protected itself.
        Assert.Equal(
            ["BU01530000/inhabitants", "BU01530001/social_assistance", "BU01530002/social_assistance", "CU0153-a/inhabitants", "CU0153-a/social_assistance"], Hidden(observed, custom));
    }

    [Fact]
    public void A_partial_count_is_withheld_when_its_total_was_not_delivered()
    {
        Assert.Equal([$"{Area}/elderly"], Hidden(new Observed().Value(Area, 2017, "elderly", 3)));
        Assert.Equal([$"{Area}/elderly"], Hidden(new Observed().Value(Area, 2017, "elderly", 3).Value("BU01530002", 2017, "elderly", 60).Value("BU01530002", 2017, "inhabitants", 400)));
        Assert.Equal(
            [$"{Area}/active_residents", "BU01530002/active_residents"],
            Hidden(new Observed().Value(Area, 2017, "active_residents", 3).Value("BU01530002", 2017, "active_residents", 60).Value("BU01530003", 2017, "active_residents", 70).Value("WK015300", 2017, "active_residents", 133)));
    }

    [Fact]
    public void A_catalogue_with_a_share_without_count_or_an_unknown_reference_is_refused()
    {
        var text = new BilingualText("x", "x");
        Indicator CreateIndicator(string code, string unit, bool total = false) => new(code, text, unit, Polarity.NoJudgement, 0, Denominator: null, text, text, total, Min: 0);

        Assert.Contains("'denominator'", Assert.Throws<ConfigurationException>(() => new IndicatorCatalogue([CreateIndicator("share", "%")])).Message);
        Assert.Contains("'sameAs'", Assert.Throws<ConfigurationException>(() => new IndicatorCatalogue([CreateIndicator("count", "people", total: true) with { SameAs = "people" }])).Message);
        Assert.Contains("'partOf'", Assert.Throws<ConfigurationException>(() => new IndicatorCatalogue([CreateIndicator("count", "people", total: true) with { PartOf = "count" }])).Message);
        Assert.Contains(
            "'withheldWith'",
            Assert.Throws<ConfigurationException>(() => new IndicatorCatalogue([
                CreateIndicator("count", "people", total: true),
                CreateIndicator("one", "%") with { Denominator = "count" },
                CreateIndicator("two", "score") with { WithheldWith = "one" }])).Message);
    }

    private static List<string> Hidden(Observed observed, params IReadOnlyCollection<CustomArea> customAreas) =>
        [.. DisclosureControl.Apply(observed.All, IndicatorCatalogueTests.Shipped(), new SuppressionRule(), customAreas)
            .Where(o => o.Value.State == ObservedState.Suppressed).Select(o => $"{o.Area}/{o.Indicator}").Order(StringComparer.Ordinal)];
}

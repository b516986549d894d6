using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;
using Wijkmonitor.Indicators.Tests.SocialMortgage;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.FourAngle;

/// <summary>
/// The four cases of the text of Portaal, with illustrative series: the text describes the course of things and gives no figures. The areas
/// carry codes of the test's municipality.
/// </summary>
public sealed class TrendTests
{
    private static readonly FourAngleRules Rules = Monitor.Rules with { Trends = [new ComparedTrend("nuisance_cases", "staff_nuisance_signal", 5, 0.5m, 0.2m)] };

    [Fact]
    public void Nuisance_in_Nijmegen_Centrum_rose_and_staff_attribute_it_to_nightlife()
    {
        var card = Card(50, [20, 23, 27, 30], 0, Monitor.Note(Monitor.First, 2018, "nuisance_cases", "attribution", "Uitgaansgebied, niet onze huurders", influenceable: false));

        Assert.NotNull(card.Finding("attribution"));
        Assert.Null(card.Finding("story-needed"));
        Assert.Null(card.Finding("others-must-act"));
        var line = card.Line("trend-nuisance_cases");
        Assert.Equal((LineState.Valued, 3.4m, -1m), (line.State, line.Value, line.Figures["trend-sign"]));
        Assert.Contains("werd minder gunstig van 2015 tot 2018", line.Explanation.Nl);
        Assert.Contains("Uitgaansgebied, niet onze huurders", line.Explanation.Nl);
    }

    [Fact]
    public void Heseveld_the_figures_improved_strongly_and_staff_disagree_because_walls_are_thin()
    {
        var card = Card(50, [60, 45, 30, 18], 0, Monitor.Note(Monitor.First, 2018, "nuisance_cases", "story", "Dunne wanden", influenceable: true, owner: "sociaal beheerder"));

        Assert.Equal(["trend-nuisance_cases"], card.Finding("story-needed")!.Lines);
        Assert.Contains("Verhaal achter de data nodig", card.Finding("story-needed")!.Message.Nl);
        Assert.Null(card.Finding("others-must-act"));
        var line = card.Line("trend-nuisance_cases");
        Assert.Equal((1m, 0m, 1m), (line.Figures["trend-sign"], line.Figures["staff-sign"], line.Figures["influenceable"]));
        Assert.Contains("Toelichting: Dunne wanden Wie dit oppakt: sociaal beheerder.", line.Explanation.Nl);
        Assert.Contains(line.Inputs, input => input.Role == "note" && input.Line == 2);
    }

    [Fact]
    public void Vathorst_safety_improved_and_staff_see_more_problems()
    {
        var rules = Rules with { Trends = [new ComparedTrend("tenant_safety_grade", "staff_nuisance_signal", 5, 0.05m, 0.2m)] };
        var observed = Monitor.WithScores(2018, 70).Value(Monitor.First, 2014, "tenant_safety_grade", 6.8m).Value(Monitor.First, 2016, "tenant_safety_grade", 7.2m)
            .Value(Monitor.First, 2018, "tenant_safety_grade", 7.5m).Value(Monitor.First, 2018, "staff_nuisance_signal", 0.6m);

        var card = rules.Card(observed, Monitor.First, 2018);

        Assert.NotNull(card.Finding("story-needed"));
        var line = card.Line("trend-tenant_safety_grade");
        Assert.Equal((1m, -1m, 0.175m), (line.Figures["trend-sign"], line.Figures["staff-sign"], line.Value));
    }

    [Fact]
    public void Nuisance_in_Parkwijk_Noord_fell_and_the_rest_is_for_others()
    {
        var card = Card(45, [30, 27, 24, 20], -0.5m, Monitor.Note(Monitor.First, 2018, "nuisance_cases", "story", "Particulier bezit", influenceable: false, owner: "gemeente"));

        Assert.Equal("De corporatie kan dit niet zelf veranderen: hier zijn anderen aan zet. Wie dit oppakt: gemeente.", card.Finding("others-must-act")!.Message.Nl);
        Assert.Null(card.Finding("story-needed"));
        Assert.Equal((1m, 1m, 0m), (card.Line("trend-nuisance_cases").Figures["trend-sign"], card.Line("trend-nuisance_cases").Figures["staff-sign"], card.Line("trend-nuisance_cases").Figures["influenceable"]));
    }

    [Theory]
    [InlineData("20 22 24 26", 0.8, false)]
    [InlineData("20 22 24 26", -0.8, true)]
    [InlineData("20 22 24 26", 0.2, true)]
    [InlineData("26 24 22 20", -0.8, false)]
    [InlineData("26 24 22 20", 0.8, true)]
    [InlineData("20 20.2 20.4 20.6", 0.1, false)]
    [InlineData("20 20.2 20.4 20.6", 0.8, true)]
    public void An_explanation_is_needed_only_when_the_signs_differ(string series, double signal, bool needed) =>
        Assert.Equal(needed, Card(50, [.. series.Split(' ').Select(figure => decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture))], (decimal)signal).Finding("story-needed") is not null);

    [Fact]
    public void A_green_area_needs_no_action() =>
        Assert.Null(Card(80, [30, 27, 24, 20], -0.5m, Monitor.Note(Monitor.First, 2018, "nuisance_cases", "story", "x", influenceable: false)).Finding("others-must-act"));

    [Fact]
    public void A_trend_needs_three_years_on_the_same_boundaries_through_this_year()
    {
        Observed Start() => Monitor.WithScores(2018, 50).Value(Monitor.First, 2018, "staff_nuisance_signal", 1);
        var two = Start().Value(Monitor.First, 2017, "nuisance_cases", 1).Value(Monitor.First, 2018, "nuisance_cases", 9);
        var old = Start().Value(Monitor.First, 2015, "nuisance_cases", 1).Value(Monitor.First, 2016, "nuisance_cases", 5).Value(Monitor.First, 2017, "nuisance_cases", 9);
        var moved = Start().Value(Monitor.First, 2016, "nuisance_cases", 1, boundaryYear: 2015).Value(Monitor.First, 2017, "nuisance_cases", 5).Value(Monitor.First, 2018, "nuisance_cases", 9);

        Assert.All([two, old, moved], observed =>
        {
            var line = Rules.Card(observed, Monitor.First, 2018).Line("trend-nuisance_cases");
            Assert.Equal((LineState.MissingInput, null), (line.State, line.Value));
            Assert.DoesNotContain("trend-sign", line.Figures.Keys);
        });
    }

    [Fact]
    public void Without_a_staff_signal_the_trend_is_shown_but_not_compared()
    {
        var line = Card(50, [20, 22, 24, 26], signal: null).Line("trend-nuisance_cases");

        Assert.Equal((LineState.MissingInput, 2m), (line.State, line.Value));
        Assert.Contains("Medewerkers gaven dit jaar geen signaal", line.Explanation.Nl);
    }

    [Fact]
    public void The_slope_can_be_computed_again_from_its_steps() =>
        Assert.Equal(3.4m, Explained.Amount(Card(50, [20, 23, 27, 30], 0).Line("trend-nuisance_cases")));

    [Fact]
    public void A_trend_within_chance_is_marked()
    {
        Assert.Contains("dat kan toeval zijn", Card(50, [20, 30, 18, 29], 0).Line("trend-nuisance_cases").Explanation.Nl);
        Assert.DoesNotContain("toeval", Card(50, [20, 23, 27, 30], 0).Line("trend-nuisance_cases").Explanation.Nl);
    }

    [Fact]
    public void A_note_about_another_year_area_or_indicator_is_ignored() => Assert.All(
        [
            Monitor.Note(Monitor.First, 2017, "nuisance_cases", "attribution", "x"),
            Monitor.Note(Monitor.Second, 2018, "nuisance_cases", "attribution", "x"),
            Monitor.Note(Monitor.First, 2018, "burglaries", "attribution", "x"),
        ],
        note => Assert.Null(Card(50, [20, 23, 27, 30], 0, note).Finding("attribution")));

    private static Scorecard Card(decimal score, decimal[] nuisance, decimal? signal, params AreaRecord[] notes)
    {
        var observed = Monitor.WithScores(2018, score);
        for (var i = 0; i < nuisance.Length; i++)
        {
            observed.Value(Monitor.First, 2019 - nuisance.Length + i, "nuisance_cases", nuisance[i]);
        }

        return Rules.Card(signal is { } seen ? observed.Value(Monitor.First, 2018, "staff_nuisance_signal", seen) : observed, Monitor.First, 2018, notes);
    }
}

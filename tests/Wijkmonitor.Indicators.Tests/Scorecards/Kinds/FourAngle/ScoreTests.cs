using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;
using Wijkmonitor.Indicators.Tests.SocialMortgage;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.FourAngle;

public sealed class ScoreTests
{
    private static readonly FourAngleRules FourAngles = Monitor.Rules with
    {
        Angles =
        [
            Monitor.Angle(AngleName.External, 2, Monitor.Scored("burglaries"), Monitor.Scored("social_assistance", 3)),
            Monitor.Angle(AngleName.TenantSurvey, 1, Monitor.Scored("tenant_safety_grade", 1, new Normalisation(NormalisationMethod.MinMax, 4, 9), FigureOrigin.Liveability)),
            Monitor.Angle(AngleName.OwnRegistrations, 1, Monitor.Scored("nuisance_cases")),
            Monitor.Angle(AngleName.StaffSignals, 1, Monitor.Scored("staff_neighbourhood_grade", 1, new Normalisation(NormalisationMethod.MinMax, 4, 9))),
        ],
    };

    [Fact]
    public void The_score_is_the_weighted_mean_over_the_angles()
    {
        // External: (1 x 80 + 3 x 60) / 4 = 65; tenants: (6.5 - 4) / 5 = 50; registrations: 90; staff: (5 - 4) / 5 = 20.
        var card = FourAngles.Card(All(), Monitor.First, 2018);

        Assert.Equal([65m, 50m, 90m, 20m], card.Lines.Where(line => line.Code.StartsWith("angle-")).Select(line => line.Value!.Value));
        Assert.Equal((58m, Signal.Yellow, LineState.Valued), (card.Total("score"), card.Line("score").Signal, card.Line("score").State)); // (2 x 65 + 50 + 90 + 20) / 5
        Assert.Equal((100m, 4m), (card.Total("coverage"), card.Total("angles")));
        Assert.Equal(0.42m, card.Line("score").Figures["severity"]);
        Assert.NotNull(card.Finding("preventive"));
        Assert.Equal("58,0 op een schaal van 0 tot 100 (hoger is gunstiger), uit 4 van 4 invalshoeken; 100% van wat meetelt is bekend. Oranje (kans): hier is het werk achteruitgang voorkomen en extra opletten. Een buurt is niet haar score.", card.Line("score").Explanation.Nl);
    }

    [Fact]
    public void Every_score_can_be_computed_again_from_its_steps()
    {
        var card = FourAngles.Card(All(), Monitor.First, 2018);

        Assert.Equal(card.Total("score"), Explained.Amount(card.Line("score")));
        Assert.All(card.Lines.Where(line => line.Code.StartsWith("angle-")), line => Assert.Equal(line.Value, Explained.Amount(line)));
        Assert.All(card.Lines.Where(line => line.Figures.ContainsKey("favourable")), line => Assert.Equal(line.Figures["favourable"], Explained.Amount(line)));
    }

    [Fact]
    public void A_missing_angle_is_missing_not_zero()
    {
        var observed = new Observed().Value(Monitor.First, 2018, "burglaries", 20).Value(Monitor.First, 2018, "social_assistance", 40)
            .Value(Monitor.First, 2018, "tenant_safety_grade", 6.5m).Value(Monitor.First, 2018, "nuisance_cases", 10);

        var card = FourAngles.Card(observed, Monitor.First, 2018);

        Assert.Equal((67.5m, 80m, 3m), (card.Total("score"), card.Total("coverage"), card.Total("angles"))); // (130 + 50 + 90) / 4
        Assert.Equal(["angle-staff-signals"], card.Finding("missing-angle")!.Lines);
        Assert.Equal((LineState.MissingInput, null), (card.Line("angle-staff-signals").State, card.Line("angle-staff-signals").Value));
        Assert.Contains(card.Totals.Single(total => total.Code == "score").LeavesOut, left => left.Codes.Contains("staff_neighbourhood_grade"));
    }

    [Theory]
    [InlineData(51, false)]
    [InlineData(50, true)]
    public void Below_the_minimum_coverage_there_is_no_score(int min, bool hasScore)
    {
        // Known: 3/4 of the external angle (weight 2) and tenants, of weights 5 in all: (1.5 + 1) / 5 = 50 %.
        var observed = new Observed().Value(Monitor.First, 2018, "social_assistance", 40).Value(Monitor.First, 2018, "tenant_safety_grade", 7m);

        var card = (FourAngles with { MinCoverage = min }).Card(observed, Monitor.First, 2018);

        Assert.Equal(50, card.Total("coverage"));
        Assert.Equal(hasScore ? 60m : null, card.Total("score"));
        Assert.Equal(hasScore ? LineState.Valued : LineState.MissingInput, card.Line("score").State);
        Assert.Equal(hasScore, card.Finding("low-coverage") is null);
        Assert.Equal(hasScore, card.Line("score").Figures.ContainsKey("severity"));
    }

    [Theory]
    [InlineData(39.9, Signal.Red)]
    [InlineData(40, Signal.Yellow)]
    [InlineData(64.9, Signal.Yellow)]
    [InlineData(65, Signal.Green)]
    public void The_cut_offs_decide_the_colour(double score, Signal colour) =>
        Assert.Equal(colour, Monitor.Rules.Card(Monitor.WithScores(2018, (decimal)score), Monitor.First, 2018).Line("score").Signal);

    [Fact]
    public void Without_cut_offs_a_score_is_not_normed_and_has_no_colour()
    {
        var card = (Monitor.Rules with { Colours = null }).Card(Monitor.WithScores(2018, 20), Monitor.First, 2018);

        Assert.Equal((LineState.NotNormed, Signal.None, 20m), (card.Line("score").State, card.Line("score").Signal, card.Line("score").Value));
        Assert.NotNull(card.Finding("not-normed"));
    }

    [Fact]
    public void A_value_beyond_an_end_counts_as_that_end_and_is_named()
    {
        var rules = With("burglaries", new Normalisation(NormalisationMethod.MinMax, 0, 10));

        var card = rules.Card(new Observed().Value(Monitor.First, 2018, "burglaries", 12), Monitor.First, 2018);

        Assert.Equal(0, card.Total("score"));
        Assert.Equal(["burglaries"], card.Finding("beyond-ends")!.Lines);
    }

    [Fact]
    public void A_z_score_is_taken_within_the_municipality_and_turned_by_polarity()
    {
        // 2, 4 and 9: mean 5, deviation 2.944; 9 lies 1.3587 deviations above, (1.3587 + 2) / 4 = 83.97, and lower is better.
        var rules = With("burglaries", new Normalisation(NormalisationMethod.ZScore, Reach: 2));
        var observed = new Observed().Value(Monitor.First, 2018, "burglaries", 9).Value(Monitor.Second, 2018, "burglaries", 4).Value(Monitor.Third, 2018, "burglaries", 2);

        Assert.Equal([16.0m, 58.5m, 75.5m], rules.Compute(observed).Where(card => card.Area.Value != Monitor.City).Select(card => card.Total("score")!.Value));
    }

    [Fact]
    public void A_percentile_counts_half_of_those_that_are_equal()
    {
        var rules = With("burglaries", new Normalisation(NormalisationMethod.Percentile));
        var observed = new Observed().Value(Monitor.First, 2018, "burglaries", 9).Value(Monitor.Second, 2018, "burglaries", 4).Value(Monitor.Third, 2018, "burglaries", 4.0m);

        Assert.Equal([16.7m, 66.7m, 66.7m], rules.Compute(observed).Where(card => card.Area.Value != Monitor.City).Select(card => card.Total("score")!.Value));
    }

    [Theory]
    [InlineData("rent_arrears", 12, 88)]
    [InlineData("youth_sports_club", 40, 40)]
    [InlineData("alcohol_drugs_nuisance", 50, 95)]
    public void A_share_is_used_as_is_by_its_unit_and_polarity(string indicator, int value, int score) =>
        Assert.Equal(score, With(indicator, new Normalisation(NormalisationMethod.Share)).Card(new Observed().Value(Monitor.First, 2018, indicator, value), Monitor.First, 2018).Total("score"));

    [Theory]
    [InlineData(NormalisationMethod.ZScore, true)]
    [InlineData(NormalisationMethod.ZScore, false)]
    [InlineData(NormalisationMethod.Percentile, false)]
    public void A_single_area_or_areas_without_spread_have_no_place(NormalisationMethod method, bool several)
    {
        var rules = With("burglaries", new Normalisation(method, Reach: method == NormalisationMethod.ZScore ? 2 : null));
        var observed = several ? Monitor.WithScores(2018, 50, 50) : Monitor.WithScores(2018, 50);

        var card = rules.Card(observed, Monitor.First, 2018);

        Assert.Equal((LineState.MissingInput, null), (card.Line("burglaries").State, card.Total("score")));
    }

    [Fact]
    public void A_suppressed_figure_stays_so_and_does_not_count()
    {
        var line = FourAngles.Card(new Observed().Value(Monitor.First, 2018, "social_assistance", 40).Without(Monitor.First, 2018, "burglaries", ObservedState.Suppressed), Monitor.First, 2018).Line("burglaries");

        Assert.Equal((LineState.Suppressed, null), (line.State, line.Value));
    }

    [Fact]
    public void A_figure_for_other_boundaries_does_not_count()
    {
        var observed = new Observed().Value(Monitor.First, 2017, "burglaries", 20, boundaryYear: 2015).Value(Monitor.First, 2018, "social_assistance", 40);

        var card = FourAngles.Card(observed, Monitor.First, 2018);

        Assert.Equal(["burglaries"], card.Finding("boundary-change")!.Lines);
        Assert.Equal((60m, 2016), (card.Line("angle-external").Value, card.BoundaryYear));
    }

    [Fact]
    public void Only_areas_of_the_chosen_level_have_a_scorecard_and_none_is_public()
    {
        var observed = Monitor.WithScores(2018, 20).Value("WK001408", 2018, "burglaries", 5).Value(Monitor.City, 2018, "burglaries", 5);

        var cards = Monitor.Rules.Compute(observed);

        Assert.Equal([Monitor.City, Monitor.First], cards.Select(card => card.Area.Value));
        Assert.All(cards, card => Assert.Equal(DatasetVisibility.Owner, card.Visibility));
    }

    private static FourAngleRules With(string indicator, Normalisation normalisation) =>
        Monitor.Rules with { Angles = [Monitor.Angle(AngleName.External, 1, Monitor.Scored(indicator, 1, normalisation))] };

    private static Observed All() => new Observed()
        .Value(Monitor.First, 2018, "burglaries", 20).Value(Monitor.First, 2018, "social_assistance", 40)
        .Value(Monitor.First, 2018, "tenant_safety_grade", 6.5m).Value(Monitor.First, 2018, "nuisance_cases", 10).Value(Monitor.First, 2018, "staff_neighbourhood_grade", 5);
}

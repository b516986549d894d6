using System.Text.Json;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Compass;

public sealed class CompassComputationTests
{
    private const string City = "GM0014";
    private const string Selwerd = "BU00140801";
    private const string Second = "BU00140802";
    private const string Third = "BU00140803";
    private static readonly IndicatorCatalogue Catalogue = IndicatorCatalogueTests.Shipped();

    [Theory]
    [InlineData("12.0", Signal.Red)]
    [InlineData("9.1", Signal.Red)]
    [InlineData("9.0", Signal.Yellow)]
    [InlineData("8.0", Signal.Yellow)]
    [InlineData("7.0", Signal.Yellow)]
    [InlineData("6.9", Signal.Green)]
    public void Lower_is_better_with_an_absolute_band_of_one_point(string value, Signal signal)
    {
        var line = Line(new Observed().Value(City, 2017, "social_assistance", 8.0m).Value(Selwerd, 2017, "social_assistance", Number(value)), Absolute(1));

        Assert.Equal((LineState.Valued, signal, 8.0m, Number(value) - 8.0m), (line.State, line.Signal, line.Reference, line.Figures["gap"]));
    }

    [Theory]
    [InlineData("22000", Signal.Red)]
    [InlineData("22800", Signal.Yellow)]
    [InlineData("25200", Signal.Yellow)]
    [InlineData("25300", Signal.Green)]
    public void Higher_is_better_with_a_relative_band_of_five_percent(string value, Signal signal)
    {
        var line = Line(
            new Observed().Value(City, 2017, "average_income", 24000).Value(Selwerd, 2017, "average_income", Number(value)), Band(CompassBandKind.Relative, 5));

        Assert.Equal((signal, 1200m, 24000 - Number(value)), (line.Signal, line.Figures["band"], line.Figures["gap"]));
    }

    [Fact]
    public void A_total_is_not_compared_with_the_total_of_the_city()
    {
        var line = Line(new Observed().Value(City, 2017, "care_spending", 80_000_000).Value(Selwerd, 2017, "care_spending", 400_000), Absolute(1000));

        Assert.Equal((LineState.NotNormed, Signal.None, 400_000m), (line.State, line.Signal, line.Value));
        Assert.DoesNotContain("gap", line.Figures.Keys);
        Assert.Contains("totaal over het gebied", line.Explanation.Nl);
    }

    [Fact]
    public void A_relative_band_around_a_negative_score_has_no_sign()
    {
        var line = Line(
            new Observed().Value(City, 2017, "ses_woa_score", -0.100m).Value(Selwerd, 2017, "ses_woa_score", -0.105m), Band(CompassBandKind.Relative, 10));

        Assert.Equal((Signal.Yellow, 0.01m, 0.005m), (line.Signal, line.Figures["band"], line.Figures["gap"]));
    }

    [Fact]
    public void A_band_in_standard_deviations_counts_every_neighbourhood_once_and_as_the_whole_population()
    {
        // 2, 4 and 9 differ 3, 1 and 4 from their mean 5: variance (9 + 1 + 16) / 3, deviation 2.944.
        var observed = new Observed().Value(City, 2017, "burglaries", 5).Value(Selwerd, 2017, "burglaries", 9).Value(Second, 2017, "burglaries", 4).Value(Third, 2017, "burglaries", 2);

        var line = Line(observed, Band(CompassBandKind.StandardDeviations, 0.5m));

        Assert.Equal(2.944m, Math.Round(line.Figures["deviation"], 3));
        Assert.Equal(1.472m, Math.Round(line.Figures["band"], 3));
        Assert.Equal((Signal.Red, 4m, 1.359m), (line.Signal, line.Figures["gap"], line.Figures["position"]));
    }

    [Fact]
    public void Standard_deviations_need_two_known_neighbourhoods()
    {
        var line = Line(new Observed().Value(City, 2017, "burglaries", 5).Value(Selwerd, 2017, "burglaries", 9), Band(CompassBandKind.StandardDeviations, 1));

        Assert.Equal((LineState.NotNormed, Signal.None, 9m), (line.State, line.Signal, line.Value));
        Assert.Contains("minder dan twee", line.Explanation.Nl);
    }

    [Fact]
    public void An_indicator_without_a_band_is_shown_without_a_colour()
    {
        var card = Card(new Observed().Value(City, 2017, "burglaries", 5).Value(Selwerd, 2017, "burglaries", 9), new CompassBands(Default: null, NoBands));

        Assert.Equal((LineState.NotNormed, Signal.None, 9m), (card.Lines[0].State, card.Lines[0].Signal, card.Lines[0].Value));
        Assert.Equal(["burglaries"], Assert.Single(Total(card, "red").LeavesOut).Codes);
    }

    [Fact]
    public void An_indicator_without_judgement_has_a_value_but_no_colour()
    {
        var card = Card(new Observed().Value(Selwerd, 2017, "households", 3100), Absolute(1));

        Assert.Equal((LineState.Valued, Signal.None, 3100m), (card.Lines[0].State, card.Lines[0].Signal, card.Lines[0].Value));
        Assert.Empty(Total(card, "red").LeavesOut);
    }

    [Fact]
    public void A_missing_city_is_derived_as_the_weighted_mean_of_its_neighbourhoods()
    {
        // (20 x 1,000 + 10 x 3,000) / 4,000 = 12.5; the third has no weight and the district is no neighbourhood.
        var observed = new Observed()
            .Value(Selwerd, 2017, "inhabitants", 1000).Value(Selwerd, 2017, "social_assistance", 20)
            .Value(Second, 2017, "inhabitants", 3000).Value(Second, 2017, "social_assistance", 10)
            .Value(Third, 2017, "social_assistance", 99)
            .Value("WK001408", 2017, "inhabitants", 9000).Value("WK001408", 2017, "social_assistance", 50);

        var card = Card(observed, Absolute(1));
        var line = Line(card, "social_assistance");

        Assert.Equal((12.5m, Signal.Red, 2m, 4000m), (line.Reference, line.Signal, line.Figures["derived-neighbourhoods"], line.Figures["derived-weight"]));
        Assert.Equal(12.5m, Assert.Single(line.Inputs, i => i.Role == "derived-city").Value);
        Assert.Contains("afgeleid uit de buurten", line.Explanation.Nl);
        Assert.Contains("social_assistance", Finding(card, "derived-city").Lines);
    }

    [Fact]
    public void A_missing_city_of_an_indicator_without_denominator_is_named()
    {
        var line = Line(new Observed().Value(Selwerd, 2017, "elderly_loneliness", 40).Value(Second, 2017, "elderly_loneliness", 30), Absolute(1));

        Assert.Equal((LineState.MissingInput, Signal.None, null), (line.State, line.Signal, line.Reference));
        Assert.Contains("stad ontbreekt", line.Explanation.Nl);
    }

    [Fact]
    public void A_suppressed_city_is_not_derived_from_its_neighbourhoods()
    {
        var observed = new Observed().Without(City, 2017, "social_assistance", ObservedState.Suppressed)
            .Value(Selwerd, 2017, "inhabitants", 1000).Value(Selwerd, 2017, "social_assistance", 20);

        Assert.Equal(LineState.MissingInput, Line(Card(observed, Absolute(1)), "social_assistance").State);
    }

    [Theory]
    [InlineData(ObservedState.Unknown, LineState.MissingInput)]
    [InlineData(ObservedState.Suppressed, LineState.Suppressed)]
    [InlineData(ObservedState.NotApplicable, LineState.MissingInput)]
    public void A_missing_value_is_a_state_and_is_left_out_by_name(ObservedState observed, LineState state)
    {
        var card = Card(new Observed().Value(City, 2017, "burglaries", 5).Without(Selwerd, 2017, "burglaries", observed), Absolute(1));

        Assert.Equal((state, null, Signal.None), (card.Lines[0].State, card.Lines[0].Value, card.Lines[0].Signal));
        var leftOut = Assert.Single(Total(card, "green").LeavesOut);
        Assert.Equal((state, "burglaries"), (leftOut.State, Assert.Single(leftOut.Codes)));
    }

    [Fact]
    public void An_indicator_that_only_other_areas_have_is_named_as_missing()
    {
        var cards = Compute(
            new Observed().Value(City, 2017, "burglaries", 5).Value(Selwerd, 2017, "burglaries", 9).Value(City, 2017, "average_income", 24000).Value(Second, 2017, "average_income", 23000),
            Absolute(1), CompassStart.Earliest);

        Assert.Equal([Selwerd, Second], cards.Select(c => c.Area.Value));
        Assert.All(cards, c => Assert.Equal(["average_income", "burglaries"], c.Lines.Select(l => l.Code)));
        Assert.Equal((LineState.MissingInput, LineState.Valued), (cards[0].Lines[0].State, cards[0].Lines[1].State));
        Assert.Equal(["average_income"], Finding(cards[0], "missing").Lines);
        Assert.Equal(["burglaries"], Finding(cards[1], "missing").Lines);
    }

    [Fact]
    public void Lines_that_turned_either_way_since_the_start_are_named()
    {
        // Reds at the start: social assistance (turns yellow) and burglaries (stays red): half of them turned. Income goes from green to red.
        var observed = new Observed()
            .Value(City, 2016, "social_assistance", 8).Value(Selwerd, 2016, "social_assistance", 12)
            .Value(City, 2017, "social_assistance", 8).Value(Selwerd, 2017, "social_assistance", 8.5m)
            .Value(City, 2016, "burglaries", 5).Value(Selwerd, 2016, "burglaries", 9)
            .Value(City, 2017, "burglaries", 5).Value(Selwerd, 2017, "burglaries", 8)
            .Value(City, 2016, "average_income", 24000).Value(Selwerd, 2016, "average_income", 25000)
            .Value(City, 2017, "average_income", 24000).Value(Selwerd, 2017, "average_income", 23000);

        var card = Card(observed, Absolute(1));

        Assert.Equal((2m, 1m, 0m), (Total(card, "red").Value, Total(card, "yellow").Value, Total(card, "green").Value));
        Assert.Equal((50m, 1m, 1m), (Total(card, "reds-turned").Value, Total(card, "turned-better").Value, Total(card, "turned-worse").Value));
        Assert.Equal(["social_assistance"], Finding(card, "turned-for-the-better").Lines);
        Assert.Equal(["average_income"], Finding(card, "turned-for-the-worse").Lines);
        Assert.Equal(12m, Line(card, "social_assistance").Baseline);
        Assert.Equal(["value", "city", "start-value", "start-city"], Line(card, "social_assistance").Inputs.Select(i => i.Role));
        Assert.Equal(2, card.Findings.Count(f => f.Code == "ask-partners"));
    }

    [Fact]
    public void The_start_year_of_the_rules_counts()
    {
        var observed = new Observed()
            .Value(City, 2015, "burglaries", 5).Value(Selwerd, 2015, "burglaries", 3)
            .Value(City, 2016, "burglaries", 5).Value(Selwerd, 2016, "burglaries", 9)
            .Value(City, 2017, "burglaries", 5).Value(Selwerd, 2017, "burglaries", 5);

        Assert.Equal(100m, Total(Compute(observed, Absolute(1), new CompassStart(new Period(2016)))[0], "reds-turned").Value);
        Assert.Null(Total(Compute(observed, Absolute(1), CompassStart.Earliest)[0], "reds-turned").Value);
        Assert.Equal(1m, Total(Compute(observed, Absolute(1), CompassStart.Earliest)[0], "turned-worse").Value);
    }

    [Fact]
    public void In_the_start_year_nothing_has_turned()
    {
        var card = Card(new Observed().Value(City, 2017, "burglaries", 5).Value(Selwerd, 2017, "burglaries", 9), Absolute(1));

        Assert.Null(Total(card, "reds-turned").Value);
        Assert.Null(Total(card, "turned-better").Value);
    }

    [Fact]
    public void A_comparison_across_boundaries_is_refused()
    {
        var observed = new Observed()
            .Value(City, 2016, "burglaries", 5, boundaryYear: 2016).Value(Selwerd, 2016, "burglaries", 9, boundaryYear: 2016)
            .Value(City, 2017, "burglaries", 5, boundaryYear: 2017).Value(Selwerd, 2017, "burglaries", 5, boundaryYear: 2017);

        var card = Card(observed, Absolute(1));

        Assert.Equal(["burglaries"], Finding(card, "boundary-change").Lines);
        Assert.Null(Total(card, "reds-turned").Value);
        Assert.Null(Total(card, "turned-better").Value);
        Assert.Null(card.Lines[0].Baseline);
        Assert.Equal(2017, card.BoundaryYear);
    }

    [Fact]
    public void A_crosswalk_carries_the_start_to_current_boundaries_and_the_line_says_so()
    {
        // The neighbourhood had another code, and so had half of it.
        var observed = new Observed()
            .Value(City, 2016, "burglaries", 5, boundaryYear: 2016).Value(City, 2016, "inhabitants", 1000, boundaryYear: 2016)
            .Value("BU00140001", 2016, "burglaries", 9, boundaryYear: 2016).Value("BU00140001", 2016, "inhabitants", 100, boundaryYear: 2016)
            .Value("BU00140002", 2016, "burglaries", 15, boundaryYear: 2016).Value("BU00140002", 2016, "inhabitants", 200, boundaryYear: 2016)
            .Value(City, 2017, "burglaries", 5, boundaryYear: 2017).Value(Selwerd, 2017, "burglaries", 5, boundaryYear: 2017);
        CrosswalkEntry[] crosswalk = [Entry(City, (City, 1)), Entry("BU00140001", (Selwerd, 1)), Entry("BU00140002", (Selwerd, 0.5m), ("BU00140003", 0.5m))];

        var set = DerivedObservations.Compute(observed.All, Catalogue, crosswalk, []);
        var card = CompassCards.Compute(Rules(Absolute(1), CompassStart.Earliest), Catalogue, AreaCode.Parse(City), set, new Period(2017), []).Single(c => c.Area.Value == Selwerd);

        // (9 x 100 + 15 x 0.5 x 200) / (100 + 0.5 x 200) = 12: red then, yellow now.
        var line = Line(card, "burglaries");
        Assert.DoesNotContain(card.Findings, f => f.Code == "boundary-change");
        Assert.Equal((12m, 100m), (line.Baseline!.Value, Total(card, "reds-turned").Value!.Value));
        var start = line.Inputs.Single(i => i.Role == "start-value");
        Assert.Equal(("crosswalks-1", $"{Selwerd}/derived-2017/2016/burglaries"), (start.Delivery, start.Key));
        Assert.Equal(["part", "part-weight", "share", "part", "part-weight", "share"], start.From!.Select(i => i.Role));

        static CrosswalkEntry Entry(string from, params (string To, decimal Share)[] shares) => new(
            2016, AreaCode.Parse(from), 2017, [.. shares.Select(share => new CrosswalkShare(AreaCode.Parse(share.To), share.Share, 2))], "crosswalks-1");
    }

    [Fact]
    public void Provisional_figures_are_named()
    {
        var card = Card(new Observed().Value(City, 2017, "burglaries", 5, provisional: true).Value(Selwerd, 2017, "burglaries", 9), Absolute(1));

        Assert.Equal(["burglaries"], Finding(card, "provisional").Lines);
    }

    [Fact]
    public void A_line_names_where_its_figures_came_from_and_explains_itself_in_two_languages()
    {
        var line = Line(new Observed().Value(City, 2017, "social_assistance", 8).Value(Selwerd, 2017, "social_assistance", 12.25m), Absolute(1));

        Assert.Equal(["value", "city"], line.Inputs.Select(i => i.Role));
        Assert.Equal(("BU00140801/area-indicators/2017/social_assistance", "delivery", 3), (line.Inputs[0].Key, line.Inputs[0].Delivery, line.Inputs[0].Line));
        Assert.Equal("12,3%; in de stad 8,0%. Rood: minder gunstig dan in de stad (een verschil tot 1,00 procentpunt is geel).", line.Explanation.Nl);
        Assert.Equal("12.3%; in the city 8.0%. Red: less favourable than in the city (a difference up to 1.00 percentage points is yellow).", line.Explanation.En);
    }

    [Fact]
    public void Other_municipalities_and_unknown_indicators_are_ignored()
    {
        var observed = new Observed().Value(City, 2017, "burglaries", 5).Value(Selwerd, 2017, "burglaries", 9).Value("BU03630000", 2017, "burglaries", 1).Value(Selwerd, 2017, "not_in_catalogue", 1);

        Assert.Equal(["burglaries"], Assert.Single(Compute(observed, Absolute(1), CompassStart.Earliest)).Lines.Select(l => l.Code));
    }

    [Fact]
    public void A_period_without_observations_has_no_compass() =>
        Assert.Empty(CompassCards.Compute(Rules(Absolute(1), CompassStart.Earliest), Catalogue, AreaCode.Parse(City), new Observed().Set, new Period(2017), records: []));

    [Fact]
    public void Months_give_a_year_no_compass_and_no_figure()
    {
        var months = new Observed();
        foreach (var month in Enumerable.Range(1, 12))
        {
            months.In(FormattableString.Invariant($"2017-{month:00}"), City, "social_assistance", 8).In(FormattableString.Invariant($"2017-{month:00}"), Selwerd, "social_assistance", 12);
        }

        var figures = new MunicipalityFigures(AreaCode.Parse(City), Catalogue, [], months.Set, []);

        Assert.Empty(figures.Observations.All);
        Assert.Empty(figures.Observations.Periods);
        Assert.Empty(Compute(months, Absolute(1), CompassStart.Earliest));
    }

    [Fact]
    public void Quarters_next_to_the_year_change_nothing_on_its_compass()
    {
        Observed Years() => new Observed().Value(City, 2016, "social_assistance", 8).Value(City, 2017, "social_assistance", 8).Value(Selwerd, 2016, "social_assistance", 13).Value(Selwerd, 2017, "social_assistance", 12);
        var mixed = Years().In("2017-Q1", Selwerd, "social_assistance", 3).In("2017-Q4", Selwerd, "social_assistance", 3).In("2016-SY", Selwerd, "social_assistance", 2).In("2017-W01", City, "burglaries", 3);

        var (plain, withFiner) = (Compute(Years(), Absolute(1), CompassStart.Earliest), Compute(mixed, Absolute(1), CompassStart.Earliest));

        Assert.Equal(JsonSerializer.Serialize(plain), JsonSerializer.Serialize(withFiner));
    }

    internal static CompassRules Rules(CompassBands bands, CompassStart start) => new("test-1", new BilingualText("x", "x"), "test", start, bands);

    private static Dictionary<string, CompassBand> NoBands => [];

    private static CompassBands Absolute(decimal width) => Band(CompassBandKind.Absolute, width);

    private static CompassBands Band(CompassBandKind kind, decimal width) => new(new CompassBand(kind, width), NoBands);

    private static IReadOnlyList<Scorecard> Compute(Observed observed, CompassBands bands, CompassStart start) =>
        CompassCards.Compute(Rules(bands, start), Catalogue, AreaCode.Parse(City), observed.Set, new Period(2017), records: []);

    private static Scorecard Card(Observed observed, CompassBands bands) =>
        Compute(observed, bands, CompassStart.Earliest).Single(c => c.Area.Value == Selwerd);

    private static ScorecardLine Line(Observed observed, CompassBands bands) => Card(observed, bands).Lines[0];

    private static ScorecardLine Line(Scorecard card, string code) => card.Lines.Single(l => l.Code == code);

    private static ScorecardTotal Total(Scorecard card, string code) => card.Totals.Single(t => t.Code == code);

    private static Finding Finding(Scorecard card, string code) => card.Findings.Single(f => f.Code == code);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

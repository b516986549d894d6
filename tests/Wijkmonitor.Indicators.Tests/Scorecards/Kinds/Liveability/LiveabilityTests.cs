using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;
using static Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Liveability.LiveabilityCards;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Liveability;

public sealed class LiveabilityTests
{
    private const string Score = "liveability_score";
    private const string Class = "liveability_class";
    private const string Gain = "gain/liveability_class";

    [Fact]
    public void A_score_is_compared_with_the_municipality_and_its_first_measurement()
    {
        var observed = new Observed().Value(City, 2020, Score, 4.2m).Value(First, 2016, Score, 4.0m).Value(First, 2018, Score, 4.05m).Value(First, 2020, Score, 4.1m);

        var line = Line(Card(Compute(observed), First, 2020), Score);

        Assert.Equal((4.1m, 4.2m, 4.0m, null), (line.Value, line.Reference, line.Baseline, line.Norm));
        Assert.Equal((LineState.NotNormed, Signal.None), (line.State, line.Signal));
        Assert.Contains("Er is geen ondergrens afgesproken.", line.Explanation.Nl);
        Assert.Contains("Over 3 metingen stijgt het met 0,025 per jaar. Dat is meer dan toeval.", line.Explanation.Nl);
        Assert.Equal((0.025m, 3m), (line.Figures["trend-slope"], line.Figures["trend-periods"]));
        Assert.Equal(["value", "city", "earlier", "earlier"], line.Inputs.Select(i => i.Role));
    }

    [Fact]
    public void A_falling_series_has_a_negative_slope()
    {
        var observed = new Observed().Value(First, 2016, Score, 4.1m).Value(First, 2018, Score, 4.05m).Value(First, 2020, Score, 4.0m);

        var line = Line(Card(Compute(observed), First, 2020), Score);

        Assert.Equal(-0.025m, line.Figures["trend-slope"]);
        Assert.Contains("daalt het met 0,025 per jaar", line.Explanation.Nl);
        Assert.Contains("falls by 0.025 a year", line.Explanation.En);
    }

    [Fact]
    public void A_trend_does_not_span_boundary_changes()
    {
        var observed = new Observed().Value(First, 2016, Score, 4.1m, boundaryYear: 2016).Value(First, 2018, Score, 4.05m, boundaryYear: 2020).Value(First, 2020, Score, 4.0m, boundaryYear: 2020);

        var line = Line(Card(Compute(observed), First, 2020), Score);

        Assert.DoesNotContain("trend-slope", line.Figures.Keys);
        Assert.Contains("drie metingen met dezelfde grenzen nodig; er zijn er 2", line.Explanation.Nl);
        Assert.Equal(4.05m, line.Baseline);
    }

    [Fact]
    public void A_crosswalk_carries_a_trend_across_boundaries_and_the_line_says_so()
    {
        const string Before = "WK001499";
        var observed = new Observed().Value(Before, 2016, Score, 4.2m, boundaryYear: 2016).Value(First, 2018, Score, 4.1m, boundaryYear: 2020).Value(First, 2020, Score, 4.0m, boundaryYear: 2020);
        CrosswalkEntry[] crosswalk = [new(2016, AreaCode.Parse(Before), 2020, [new CrosswalkShare(AreaCode.Parse(First), 1, 2)], "crosswalks-1")];
        var set = DerivedObservations.Compute(observed.All, IndicatorCatalogueTests.Shipped(), crosswalk, []);

        var cards = new LiveabilityKind(LiveabilityCards.Rules()).Compute(new MunicipalityFigures(AreaCode.Parse(City), IndicatorCatalogueTests.Shipped(), [], set, []));
        var line = Line(Card([.. cards], First, 2020), Score);

        Assert.Equal((3m, -0.05m, 4.2m), (line.Figures["trend-periods"], line.Figures["trend-slope"], line.Baseline));
        var carried = line.Inputs.Single(i => i.Key == $"{First}/derived-2020/2016/{Score}");
        Assert.Equal(["part", "share"], carried.From!.Select(i => i.Role));
    }

    [Theory]
    [InlineData(4, Signal.Red)]
    [InlineData(5, Signal.None)]
    [InlineData(6, Signal.None)]
    public void A_value_below_the_lower_bound_is_red_and_on_it_is_not(int value, Signal signal)
    {
        var card = Card(Compute(new Observed().Value(First, 2016, Class, value)), First, 2016);

        var line = Line(card, Class);
        Assert.Equal((LineState.Valued, signal, 5m), (line.State, line.Signal, line.Norm));
        Assert.Equal(5m - value, Assert.Single(line.Steps!).Result);
        Assert.Equal(signal == Signal.Red, card.Findings.Any(f => f.Code == "below-lower-bound"));
        Assert.Contains(value switch { 4 => "4 (zwak)", 5 => "5 (voldoende)", _ => "6 (ruim voldoende)" }, line.Explanation.Nl);
    }

    [Theory]
    [InlineData(4, 6, 6, Signal.Green, "gebleven")]
    [InlineData(4, 6, 7, Signal.Green, "gebleven")]
    [InlineData(4, 6, 5, Signal.Yellow, "een deel van de winst is er nog")]
    [InlineData(4, 6, 4, Signal.Red, "de winst is weer verdwenen")]
    [InlineData(4, 6, 3, Signal.Red, "de winst is weer verdwenen")]
    [InlineData(6, 6, 4, Signal.None, "geen winst")]
    [InlineData(6, 5, 4, Signal.None, "geen winst")]
    public void A_gain_is_held_stalled_or_gone(int from, int top, int now, Signal signal, string text)
    {
        var card = Card(Compute(Classes(First, from, top, now)), First, 2014);

        var line = Line(card, Gain);
        Assert.Equal((LineState.Valued, signal, (decimal)from, (decimal)top, (decimal)now), (line.State, line.Signal, line.Baseline, line.Reference, line.Value));
        Assert.Contains(text, line.Explanation.Nl);
        Assert.Equal([top - from, now - top, now - from], line.Steps!.Select(s => (int)s.Result));
        Assert.Equal(signal == Signal.Red, card.Findings.Any(f => f.Code == "gain-gone"));
        Assert.Equal(signal == Signal.Yellow, card.Findings.Any(f => f.Code == "stalled"));
    }

    [Fact]
    public void A_gain_without_one_of_its_years_or_on_other_boundaries_is_missing_input()
    {
        var missing = new Observed().Value(First, 2002, Class, 4).Value(First, 2014, Class, 4);
        var across = new Observed().Value(First, 2002, Class, 4, boundaryYear: 2012).Value(First, 2012, Class, 6).Value(First, 2014, Class, 4);

        Assert.All([missing, across], observed => Assert.Equal(LineState.MissingInput, Line(Card(Compute(observed), First, 2014), Gain).State));
        Assert.DoesNotContain(Card(Compute(Classes(First, 4, 6, 4)), First, 2012).Lines, l => l.Code == Gain);
    }

    [Fact]
    public void Shares_are_weighted_by_residents_and_the_unweighted_one_is_named_as_such()
    {
        // The gain is gone where 6,000 of 10,000 live, in one of four areas; it stalled in two.
        var observed = Classes(First, 4, 6, 4).Add(Second, 4, 6, 5).Add(Third, 4, 6, 6).Add(Fourth, 6, 6, 6)
            .Value(First, 2014, "inhabitants", 6000).Value(Second, 2014, "inhabitants", 1000).Value(Third, 2014, "inhabitants", 2000).Value(Fourth, 2014, "inhabitants", 1000);

        var card = Card(Compute(observed), City, 2014);

        Assert.Equal(
            (60m, 70m, 25m, 50m),
            (Total(card, "gain-gone-residents/liveability_class").Value, Total(card, "stalled-residents/liveability_class").Value,
                Total(card, "gain-gone-areas/liveability_class").Value, Total(card, "stalled-areas/liveability_class").Value));
        Assert.Contains("ongewogen", Total(card, "gain-gone-areas/liveability_class").Label.Nl);
        Assert.Contains("deel van de inwoners", Total(card, "gain-gone-residents/liveability_class").Label.Nl);
        Assert.Equal(60m, Total(card, "gain-gone-residents/liveability_class").Steps![^1].Result);
    }

    [Fact]
    public void A_fall_from_the_peak_counts_regardless_of_earlier_gains()
    {
        // The fourth lost two classes that it had not gained; only the first and the second had gained something.
        var card = Card(Compute(Classes(First, 4, 6, 4).Add(Second, 4, 6, 5).Add(Third, 4, 6, 6).Add(Fourth, 6, 6, 4)), City, 2014);

        Assert.Equal((75m, 50m), (Total(card, "fell-since-top-areas/liveability_class").Value, Total(card, "stalled-areas/liveability_class").Value));
        Assert.Contains("gedaald sinds de top", Total(card, "fell-since-top-areas/liveability_class").Label.Nl);
    }

    [Fact]
    public void A_share_of_residents_names_areas_without_a_count()
    {
        var observed = Classes(First, 4, 6, 4).Add(Second, 4, 6, 5).Value(First, 2014, "inhabitants", 6000).Value(Third, 2014, Class, 4);

        var some = Total(Card(Compute(observed), City, 2014), "gain-gone-residents/liveability_class");
        var none = Total(Card(Compute(Classes(First, 4, 6, 4)), City, 2014), "gain-gone-residents/liveability_class");

        Assert.Equal(100m, some.Value);
        Assert.Equal([Second, Third], Assert.Single(some.LeavesOut).Codes);
        Assert.Null(none.Value);
        Assert.Equal(100m, Total(Card(Compute(Classes(First, 4, 6, 4)), City, 2014), "gain-gone-areas/liveability_class").Value);
    }

    [Fact]
    public void Without_a_population_in_the_rules_only_shares_of_areas_are_given()
    {
        var card = Compute(Rules() with { Population = null }, Classes(First, 4, 6, 4)).Single(c => c.Area.Value == City && c.Period.Year == 2014);

        Assert.DoesNotContain(card.Totals, t => t.Code.Contains("residents"));
        Assert.Equal(100m, Total(card, "gain-gone-areas/liveability_class").Value);
    }

    [Fact]
    public void The_deviation_is_compared_with_the_sum_of_its_dimensions()
    {
        var right = Deviation(-0.049m);
        var wrong = Deviation(-0.055m);

        Assert.DoesNotContain(right.Findings, f => f.Code == "sum-mismatch");
        Assert.Equal(["liveability_deviation"], Assert.Single(wrong.Findings, f => f.Code == "sum-mismatch").Lines);
        Assert.Equal((-0.049m, -0.006m), (Line(wrong, "liveability_deviation").Figures["sum-of-dimensions"], Line(wrong, "liveability_deviation").Steps![^1].Result));
        Assert.Equal(6, wrong.Lines.Count);
    }

    [Fact]
    public void A_class_of_development_has_the_name_of_the_rules()
    {
        var line = Line(Card(Compute(new Observed().Value(First, 2012, "liveability_change_since_2002", 5)), First, 2012), "liveability_change_since_2002");

        Assert.Equal("Van 2002 tot 2012: klasse 5 (vooruit), volgens de uitgever.", line.Explanation.Nl);
        Assert.Equal((LineState.Valued, Signal.None), (line.State, line.Signal));
    }

    [Fact]
    public void Years_between_measurements_have_no_scorecard_and_an_old_measurement_is_called_stale()
    {
        var observed = new Observed().Value(First, 2014, Class, 5).Value(First, 2016, Class, 5).Value(First, 2015, "inhabitants", 10).Value(First, 2019, "inhabitants", 10);

        var cards = Compute(observed);

        Assert.Equal([2014, 2016], cards.Where(c => c.Area.Value == First).Select(c => c.Period.Year));
        Assert.Equal("Deze meting is van 2016; andere cijfers van de gemeente gaan al over 2019. Tussen twee metingen is niets ingevuld.", Card(cards, First, 2016).Findings.Single(f => f.Code == "stale").Message.Nl);
        Assert.DoesNotContain(Card(cards, First, 2014).Findings, f => f.Code == "stale");
        Assert.DoesNotContain(Compute(new Observed().Value(First, 2016, Class, 5).Value(First, 2018, "inhabitants", 10)).SelectMany(c => c.Findings), f => f.Code == "stale");
    }

    [Fact]
    public void An_area_that_improved_while_a_low_one_declined_is_a_signal()
    {
        var observed = new Observed().Value(First, 2012, Class, 4).Value(First, 2014, Class, 5)
            .Value(Second, 2012, Class, 4).Value(Second, 2014, Class, 3)
            .Value(Third, 2012, Class, 6).Value(Third, 2014, Class, 5)
            .Value(Fourth, 2012, Class, 4).Value(Fourth, 2014, Class, 4);

        var cards = Compute(observed, Intervention(First, 2013));

        var message = Card(cards, First, 2014).Findings.Single(f => f.Code == "waterbed").Message.Nl;
        Assert.Contains($"tussen 2012 en 2014 ging het vooruit in {First}, waar een aanpak liep (Vernieuwing), en achteruit in {Second}, dat al laag stond.", message);
        Assert.Contains("Of het een door het ander komt, zegt dit niet", message);
        Assert.Equal(
            [City, First, Second],
            cards.Where(c => c.Period.Year == 2014 && c.Findings.Any(f => f.Code == "waterbed")).Select(c => c.Area.Value));
        Assert.DoesNotContain(cards.Where(c => c.Period.Year == 2012).SelectMany(c => c.Findings), f => f.Code == "waterbed");
    }

    [Theory]
    [InlineData(2014)] // it started after the measurement
    [InlineData(2001)] // there is no measurement before it
    public void Without_a_measurement_before_and_after_the_intervention_there_is_no_signal(int year)
    {
        var observed = new Observed().Value(First, 2012, Class, 4).Value(First, 2014, Class, 5).Value(Second, 2012, Class, 4).Value(Second, 2014, Class, 3);

        Assert.DoesNotContain(Compute(observed, Intervention(First, year)).SelectMany(c => c.Findings), f => f.Code == "waterbed");
        Assert.DoesNotContain(Compute(observed).SelectMany(c => c.Findings), f => f.Code == "waterbed");
    }

    [Theory]
    [InlineData(ObservedState.Unknown, LineState.MissingInput)]
    [InlineData(ObservedState.Suppressed, LineState.Suppressed)]
    public void An_unknown_value_is_a_state_and_is_left_out_by_name(ObservedState observed, LineState state)
    {
        var cards = Compute(new Observed().Value(First, 2016, Class, 3).Without(Second, 2016, Class, observed));

        Assert.Equal((state, null), (Line(Card(cards, Second, 2016), Class).State, Line(Card(cards, Second, 2016), Class).Value));
        var below = Total(Card(cards, City, 2016), "below-lower-bound/liveability_class");
        Assert.Equal((1m, state, Second), (below.Value, Assert.Single(below.LeavesOut).State, Assert.Single(below.LeavesOut[0].Codes)));
    }

    private static Observed Classes(string area, int from, int top, int now) => new Observed().Add(area, from, top, now);

    private static Scorecard Deviation(decimal deviation) => Card(
        Compute(new Observed().Value(First, 2020, "liveability_deviation", deviation).Value(First, 2020, "liveability_physical", -0.020m).Value(First, 2020, "liveability_nuisance", -0.095m)
            .Value(First, 2020, "liveability_cohesion", -0.033m).Value(First, 2020, "liveability_amenities", 0.127m).Value(First, 2020, "liveability_housing", -0.028m)),
        First,
        2020);

    private static AreaRecord Intervention(string area, int year) => new(
        "interventions", AreaCode.Parse(area), new DateOnly(year, 5, 1), "A1", new Dictionary<string, string> { ["intervention"] = "Vernieuwing" }, new SourceLine("d", 2));
}

using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Compass;

public sealed class CompassActionsTests
{
    private const string City = "GM0014";
    private const string Selwerd = "BU00140801";

    [Fact]
    public void A_red_line_shows_its_action_or_an_open_question_to_the_partners()
    {
        var card = Card(Reds(), Action("K1", 2017, "burglaries"));

        Assert.StartsWith("Woninginbraken: corporatie: Hekken plaatsen", Assert.Single(card.Findings, f => f.Code == "actions").Message.Nl);
        var question = Assert.Single(card.Findings, f => f.Code == "ask-partners");
        Assert.Equal(["social_assistance"], question.Lines);
        Assert.Contains("wat gaat u doen aan dit thema", question.Message.Nl);
        Assert.Equal(1m, card.Totals.Single(t => t.Code == "open-questions").Value);
        var line = card.Lines.Single(l => l.Code == "burglaries");
        Assert.Equal(1m, line.Figures["actions"]);
        var input = Assert.Single(line.Inputs, i => i.Role == "action");
        Assert.Equal(("BU00140801/compass-actions/K1", "actions-delivery", 2), (input.Key, input.Delivery, input.Line));
    }

    [Fact]
    public void Actions_are_ordered_by_date_and_a_later_one_is_marked_as_planned()
    {
        var card = Card(Reds(), Action("K1", 2019, "burglaries", "wijkteam", "Sloten nalopen."), Action("K2", 2016, "burglaries", "politie", "Spreekuur"));

        var text = card.Findings.Single(f => f.Code == "actions").Message;
        Assert.EndsWith(": politie: Spreekuur (1 maart 2016); wijkteam: Sloten nalopen (1 maart 2019, gepland).", text.Nl);
        Assert.EndsWith(": politie: Spreekuur (1 March 2016); wijkteam: Sloten nalopen (1 March 2019, planned).", text.En);
    }

    [Fact]
    public void Actions_in_another_area_or_of_another_dataset_answer_nothing()
    {
        var card = Card(Reds(), Action("K1", 2017, "burglaries", area: "BU00140802"), Action("K2", 2017, "burglaries") with { Dataset = "pins" });

        Assert.DoesNotContain(card.Findings, f => f.Code == "actions");
        Assert.Equal(2m, card.Totals.Single(t => t.Code == "open-questions").Value);
    }

    [Fact]
    public void Every_indicator_with_a_colour_is_put_to_the_partners_whatever_its_colour()
    {
        var observed = Reds().Value(City, 2017, "early_school_leavers", 10).Value(Selwerd, 2017, "early_school_leavers", 5)
            .Value(City, 2017, "elderly_loneliness", 10);

        var card = Card(observed, Action("K1", 2017, "burglaries"));

        var asked = card.Findings.Where(f => f.Code == "ask-partners").SelectMany(f => f.Lines).Order(StringComparer.Ordinal);
        Assert.Equal(["early_school_leavers", "social_assistance"], asked);
        Assert.Equal(Signal.Green, card.Lines.Single(line => line.Code == "early_school_leavers").Signal);
        Assert.Equal((2m, 1m), (card.Totals.Single(t => t.Code == "open-questions").Value, card.Totals.Single(t => t.Code == "open-questions-red").Value));
    }

    [Fact]
    public void An_action_on_a_line_that_is_not_red_is_shown_without_a_question()
    {
        var observed = new Observed().Value(City, 2017, "burglaries", 5).Value(Selwerd, 2017, "burglaries", 5);

        var card = Card(observed, Action("K1", 2017, "burglaries"));

        Assert.Empty(card.Findings);
        Assert.Equal((0m, 1m), (card.Totals.Single(t => t.Code == "open-questions").Value, card.Lines[0].Figures["actions"]));
    }

    // 20 of 100 is 13.3 to 28.9 %: a city at 18 fits. Of 10,000 it is 19.2 to 20.8 %.
    [Theory]
    [InlineData(100, 13.3, 28.9, true)]
    [InlineData(10_000, 19.2, 20.8, false)]
    public void A_difference_within_chance_keeps_its_colour_and_is_marked(int inhabitants, double lower, double upper, bool mayBeChance)
    {
        var observed = new Observed().Value(City, 2017, "social_assistance", 18).Value(Selwerd, 2017, "social_assistance", 20).Value(Selwerd, 2017, "inhabitants", inhabitants);

        var card = Card(observed);

        var line = card.Lines.Single(l => l.Code == "social_assistance");
        Assert.Equal(Signal.Red, line.Signal);
        Assert.Equal(((decimal)lower, (decimal)upper), (Math.Round(line.Figures["interval-lower"], 1), Math.Round(line.Figures["interval-upper"], 1)));
        Assert.Equal(mayBeChance, line.Explanation.Nl.Contains("kan toeval zijn"));
        Assert.Equal(mayBeChance, card.Findings.Any(f => f.Code == "within-chance" && f.Lines.SequenceEqual(["social_assistance"])));
        Assert.Contains(line.Inputs, i => i.Role == "denominator" && i.Value == inhabitants);
    }

    [Theory]
    [InlineData(19, 21, 95, false)]
    [InlineData(17, 23, 90, true)]
    public void A_source_margin_takes_precedence_over_a_computed_interval(int lower, int upper, int level, bool mayBeChance)
    {
        var observed = new Observed().Value(City, 2017, "social_assistance", 18)
            .Value(Selwerd, 2017, "social_assistance", 20).With(new ObservedInterval(lower, upper) { Method = new IntervalMethod(level) }, FigureStatus.Estimated)
            .Value(Selwerd, 2017, "inhabitants", 100);

        var card = Card(observed);

        var line = card.Lines.Single(l => l.Code == "social_assistance");
        Assert.Equal((Signal.Red, (decimal)lower, (decimal)upper), (line.Signal, line.Figures["interval-lower"], line.Figures["interval-upper"]));
        Assert.Contains($"marge van {lower},0% tot {upper},0% ({level}% zekerheid, volgens de bron)", line.Explanation.Nl);
        Assert.Contains($"({level}% certainty, by the source)", line.Explanation.En);
        Assert.Equal(mayBeChance, card.Findings.Any(f => f.Code == "within-chance"));
        Assert.DoesNotContain(line.Inputs, i => i.Role == "denominator");
        var input = line.Inputs.Single(i => i.Role == "value");
        Assert.Equal((lower, upper, level), (input.Interval!.Lower, input.Interval.Upper, input.Interval.Level));
        Assert.Equal(["estimated"], input.Status);
    }

    [Fact]
    public void A_margin_with_one_bound_is_completed_by_the_computed_interval()
    {
        var observed = new Observed().Value(City, 2017, "social_assistance", 18).Value(Selwerd, 2017, "social_assistance", 20).With(new ObservedInterval(19, null)).Value(Selwerd, 2017, "inhabitants", 100);

        var line = Card(observed).Lines.Single(l => l.Code == "social_assistance");

        Assert.Equal(13.3m, Math.Round(line.Figures["interval-lower"], 1));
        Assert.DoesNotContain("marge van de bron", line.Explanation.Nl);
    }

    [Fact]
    public void Without_a_denominator_chance_is_not_mentioned()
    {
        var line = Card(new Observed().Value(City, 2017, "social_assistance", 18).Value(Selwerd, 2017, "social_assistance", 20)).Lines[0];

        Assert.DoesNotContain("interval-lower", line.Figures.Keys);
        Assert.DoesNotContain("toeval", line.Explanation.Nl);
    }

    [Fact]
    public void The_steps_of_a_judged_line_end_at_its_gap()
    {
        var line = Card(new Observed().Value(City, 2017, "burglaries", 5).Value(Selwerd, 2017, "burglaries", 9)).Lines[0];

        Assert.Equal(["share-of-city", "band", "gap"], line.Steps!.Select(s => s.Name).Where(n => n != "city-without-sign"));
        Assert.Equal((line.Figures["band"], line.Figures["gap"]), (line.Steps!.Single(s => s.Name == "band").Result, line.Steps![^1].Result));
    }

    private static Observed Reds() => new Observed()
        .Value(City, 2017, "burglaries", 5).Value(Selwerd, 2017, "burglaries", 9)
        .Value(City, 2017, "social_assistance", 8).Value(Selwerd, 2017, "social_assistance", 12);

    private static AreaRecord Action(
        string reference, int year, string indicator, string partner = "corporatie", string what = "Hekken plaatsen", string area = Selwerd) => new(
        "compass-actions",
        AreaCode.Parse(area),
        new DateOnly(year, 3, 1),
        reference,
        new Dictionary<string, string> { ["indicator"] = indicator, ["partner"] = partner, ["action"] = what },
        new SourceLine("actions-delivery", 2));

    private static Scorecard Card(Observed observed, params AreaRecord[] records)
    {
        var band = new CompassBand(CompassBandKind.Relative, 5);
        return CompassCards
            .Compute(
                CompassComputationTests.Rules(new CompassBands(band, new Dictionary<string, CompassBand>()), CompassStart.Earliest),
                IndicatorCatalogueTests.Shipped(),
                AreaCode.Parse(City),
                observed.Set,
                new Period(2017),
                records)
            .Single(c => c.Area.Value == Selwerd);
    }
}

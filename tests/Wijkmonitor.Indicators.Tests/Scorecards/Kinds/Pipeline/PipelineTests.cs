using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Pipeline;

public sealed class PipelineTests
{
    public static TheoryData<string> Files => [.. ExampleKinds.GetRulesFiles("pipeline")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Rules_that_ship_read_and_say_that_they_are_an_example(string file)
    {
        Assert.StartsWith("example-", ExampleKinds.Example("pipeline", file: file).RuleVersion, StringComparison.Ordinal);
        ExampleKinds.Example("pipeline", json => Assert.StartsWith("An example.", json["source"]!.GetValue<string>(), StringComparison.Ordinal), file);
    }

    [Fact]
    public void No_two_rules_files_have_one_code() => Assert.Distinct(Files.Select(file => ExampleKinds.Example("pipeline", file: file.Data).RulesCode));

    [Fact]
    public void A_period_without_a_count_is_missing_and_one_of_zero_is_zero()
    {
        var cards = new PipelineCards("emma.json").Subject().In("2017-01").Stage("reported", 20).Stage("reached", 0).In("2017-02").Stage("reported", 20);

        Assert.Equal((LineState.MissingInput, null), (cards.Card(2017).Line("reached").State, cards.Card(2017).Line("reached").Value));
        Assert.Contains("februari 2017", cards.Card(2017).Line("reached").Explanation.Nl);
        Assert.Equal(0m, cards.Stage("reached", 0).Card(2017).Line("reached").Value);
        Assert.Equal((LineState.MissingInput, 0m), (cards.Card(2017).Line("self-help-share").State, cards.Card(2017).Line("reached-share").Value));
    }

    [Fact]
    public void A_share_of_zero_is_missing()
    {
        var card = new PipelineCards("emma.json").Subject().In("2017-01").Stage("reported", 20).Stage("reached", 0).Stage("helped", 0).Card(2017);

        Assert.Equal((LineState.MissingInput, null), (card.Line("helped-share").State, card.Line("helped-share").Value));
    }

    [Fact]
    public void Branches_have_shares_of_their_own_and_the_rest_is_open()
    {
        var card = new PipelineCards("emma.json").Subject().In("2017-01").Stage("reported", 60, left: 10).Stage("reached", 40, left: 8).Stage("self-help", 10).Stage("helped", 14).Card(2017);

        Assert.Equal((10m, 10m), (card.Line("reported").Figures["open"], card.Line("reported").Figures["left"]));
        Assert.Equal((8m, 8m), (card.Line("reached").Figures["open"], card.Line("reached").Figures["left"]));
        Assert.Equal((25.0m, 35.0m), (card.Line("self-help-share").Value, card.Line("helped-share").Value));
    }

    [Fact]
    public void A_stage_that_exceeds_the_one_before_is_a_finding_and_is_not_corrected()
    {
        var card = new PipelineCards("emma.json").Subject().In("2017-01").Stage("reported", 20).Stage("reached", 25).Card(2017);
        var order = card.Findings.Single(finding => finding.Code == "order");

        Assert.Equal((25m, 125.0m), (card.Line("reached").Value, card.Line("reached-share").Value));
        Assert.Equal((FindingSeverity.Warning, 2), (order.Severity, order.Lines.Count));
        Assert.Equal("Bij 'Bereikt' zijn er 25 en bij 'Gemeld', de stap ervoor, 20. Er is niets verbeterd. Kijk de kolom 'entered' na, tot en met regel 2 van levering notes.", order.Message.Nl);
        Assert.Contains("line 2 of delivery notes", order.Message.En);
    }

    [Theory]
    [InlineData("municipality", null)]
    [InlineData("region", DatasetVisibility.Owner)]
    public void The_scorecard_of_a_region_is_for_the_owner_alone(string scope, DatasetVisibility? visibility)
    {
        var card = new PipelineCards("example.json").Subject(100, fields: [("scope", scope)]).In("2020-W10").Stage("agreed", 80).Card(2020);

        Assert.Equal(visibility, card.Visibility);
    }

    [Fact]
    public void Without_any_in_the_last_periods_there_is_no_rate()
    {
        var card = PipelineCards.Heat(perWeek: 0).Card(2020);

        Assert.Equal((LineState.MissingInput, null), (card.Line("forecast-agreed").State, card.Line("forecast-agreed").Value));
        Assert.Equal(["forecast-agreed", "forecast-scope"], card.Findings.Single(finding => finding.Code == "no-rate").Lines);
    }

    [Fact]
    public void A_young_subject_has_a_rate_over_the_periods_that_there_are_and_says_so()
    {
        var card = new PipelineCards("example.json").Subject(100).In("2020-W10").Stage("agreed", 80).Stage("handed-over", 10).In("2020-W11").Stage("agreed", 0).Stage("handed-over", 20).Card(2020);

        Assert.Equal((15m, 2m, 3.3m), (card.Line("forecast-agreed").Figures["rate"], card.Line("forecast-agreed").Figures["periods-counted"], card.Line("forecast-agreed").Value));
        Assert.True(card.Finds("short-period"));
        Assert.False(PipelineCards.Heat().Card(2020).Finds("short-period"));
    }

    [Fact]
    public void A_week_that_is_missing_among_the_last_ones_leaves_no_rate()
    {
        var cards = new PipelineCards("example.json").Subject(100);
        foreach (var week in new[] { "2020-W09", "2020-W10", "2020-W12" })
        {
            cards.In(week).Stage("agreed", 20).Stage("handed-over", 10);
        }

        Assert.Equal((LineState.MissingInput, true), (cards.Card(2020).Line("forecast-agreed").State, cards.Card(2020).Finds("no-rate")));
    }

    [Fact]
    public void A_forecast_of_the_scope_needs_the_number_of_units() =>
        Assert.Equal((LineState.MissingInput, "Het aantal eenheden is niet aangeleverd."),
            (PipelineCards.Heat(units: null).Card(2020).Line("forecast-scope").State, PipelineCards.Heat(units: null).Card(2020).Line("forecast-scope").Explanation.Nl));

    [Fact]
    public void Segments_have_their_own_shares_refusals_and_forecasts()
    {
        var cards = new PipelineCards("example.json").Subject(200);
        foreach (var (segment, agreed, surveyed, refused, done) in new[] { ("private", 80, 40, 20, 10), ("corporation", 100, 90, 5, 20) })
        {
            cards.In("2020-W10", segment).Stage("agreed", agreed, left: refused).Stage("surveyed", surveyed).Stage("handed-over", done);
        }

        var card = cards.Card(2020);

        Assert.Equal((90.0m, 50.0m, 72.2m), (card.Line("surveyed-share-corporation").Value, card.Line("surveyed-share-private").Value, card.Line("surveyed-share").Value));
        Assert.Equal((5.0m, 25.0m), (card.Line("surveyed-share-corporation").Figures["left-share"], card.Line("surveyed-share-private").Figures["left-share"]));
        Assert.Equal((4.0m, 7.0m), (card.Line("forecast-agreed-corporation").Value, card.Line("forecast-agreed-private").Value));
        Assert.Equal("Woning bekeken (deel): particuliere eigenaars", card.Line("surveyed-share-private").Label.Nl);
    }

    [Fact]
    public void Homes_with_one_visit_by_one_person_are_counted_by_row_and_a_lower_bound()
    {
        var card = new PipelineCards("example.json").Subject(200).In("2020-W10", "private").Stage("surveyed", 40, visits: 60, persons: 60).In("2020-W10", "corporation").Stage("surveyed", 60, visits: 60, persons: 60).Card(2020);

        Assert.Equal((20.0m, 60.0m), (card.Line("surveyed-extra-visits").Value, card.Line("surveyed-extra-visits").Figures["one-visit-share"]));
    }

    [Fact]
    public void Records_of_unknown_stages_and_of_other_periods_are_named_and_do_not_count()
    {
        var card = new PipelineCards("emma.json").Subject().In("2017-01").Stage("reported", 20).Stage("phoned", 3).In("2017").Stage("reported", 200).Card(2017);

        Assert.Equal(20m, card.Line("reported").Value);
        Assert.Equal("'phoned' is geen stap van deze regels en telt niet mee: regel 2 van levering notes, kolom 'stage'. Gebruik een van: reported, reached, self-help, helped, handed-over, evaluated, debt-on-hold.",
            card.Findings.Single(finding => finding.Code == "stage-unknown").Message.Nl);
        Assert.Equal("'2017' is another period than these rules count in, and does not count: line 2 of delivery notes, column 'period'. Write 2019-03 (month).",
            card.Findings.Single(finding => finding.Code == "period-differs").Message.En);
    }

    [Fact]
    public void Differing_datasets_are_a_finding_and_the_first_of_the_rules_counts()
    {
        var card = new PipelineCards("emma.json").Subject().In("2017-01").Stage("reported", 20).From(PipelineCards.Published).Stage("reported", 22).Card(2017);

        Assert.Equal((20m, true), (card.Line("reported").Value, card.Finds("source-differs")));
    }

    [Fact]
    public void The_stricter_of_the_rules_and_the_deployment_decides_which_counts_are_shown()
    {
        static LineState State(int ofRules, int ofDeployment) => new PipelineCards("emma.json").By(json => json["minCount"] = ofRules).Subject()
            .In("2017-01").Stage("reported", 30).Stage("reached", 8).Withhold(new SuppressionRule(ofDeployment)).Card(2017).Line("reached").State;

        Assert.Equal((LineState.Valued, LineState.Suppressed, LineState.Suppressed), (State(5, 5), State(10, 5), State(5, 10)));
    }

    [Fact]
    public void A_count_that_two_years_disclose_is_withheld_in_one_of_them()
    {
        var cards = new PipelineCards("emma.json").Subject().In("2016-12").Stage("reported", 40).In("2017-01").Stage("reported", 2).Withhold();

        Assert.Contains(LineState.Suppressed, new[] { cards.Card(2016).Line("reported").State, cards.Card(2017).Line("reported").State });
    }

    [Fact]
    public void A_month_over_capacity_is_named_without_its_number_where_another_month_is_small()
    {
        var card = new PipelineCards("emma.json").Subject().In("2017-01").Stage("reported", 46).In("2017-02").Stage("reported", 3).Withhold().Card(2017);

        Assert.Equal("Er kwamen meer binnen dan er plaats was: januari 2017.", card.Findings.Single(finding => finding.Code == "over-capacity").Message.Nl);
        Assert.Equal(LineState.Suppressed, card.Line("capacity-use").State);
    }

    [Fact]
    public void A_delivered_row_about_people_is_named_without_its_number()
    {
        var line = new PipelineCards("emma.json").Subject().In("2017-01").Stage("reported", 20).In("2017-02").Stage("reported", 30).Withhold().Card(2017).Line("reported");

        Assert.Equal((50m, 2), (line.Value, line.Inputs.Count));
        Assert.All(line.Inputs, input => Assert.Equal((ObservedState.Suppressed, null, "notes", 2), (input.State, input.Value, input.Delivery, input.Line)));
        Assert.Null(line.Steps);
    }

    [Fact]
    public void Numbers_of_homes_can_be_zero_and_all()
    {
        var card = new PipelineCards("example.json").Subject(400).In("2020-W10").Stage("contacted", 400).Stage("kitchen-table", 400).Stage("agreed", 280).Stage("surveyed", 280).Stage("handed-over", 0).Withhold().Card(2020);

        Assert.Equal((100.0m, 0m), (card.Line("surveyed-share").Value, card.Line("handed-over").Value));
    }

    [Fact]
    public void A_subject_narrows_who_sees_its_scorecard() =>
        Assert.Equal(DatasetVisibility.Owner, new PipelineCards("emma.json").Subject(null, null, ("visibility", "owner")).In("2017-01").Stage("reported", 20).Card(2017).Visibility);

    [Fact]
    public void A_scorecard_is_on_the_area_of_its_subject_with_its_code_and_boundary_year()
    {
        var card = PipelineCards.Heat().Card(2020);

        Assert.Equal(("s", ExampleKinds.City, 2020, "pipeline"), (card.Subject, card.Area.Value, card.BoundaryYear, card.Kind));
        Assert.Equal("Onderwerp: geteld tot en met 5 april 2020.", card.Findings.Single(finding => finding.Code == "as-of").Message.Nl);
    }

    [Fact]
    public void A_subject_of_unknown_rules_has_a_scorecard_that_says_so()
    {
        var cards = new PipelineCards("emma.json").Subject(null, "never-chosen").In("2017-01").Stage("reported", 20);
        var card = Assert.Single(UnknownRules.Compute(cards.Figures, [cards.Kind], [cards.Kind.Info]));

        Assert.Empty(cards.Kind.Compute(cards.Figures));
        Assert.Equal(("pipeline", "s", LineState.Unresolved), (card.Kind, card.Subject, Assert.Single(card.Lines).State));
        Assert.Equal("Regel 2 van levering notes, kolom 'rules': 'never-chosen' is onbekend. Noem een van: emma; of vraag de beheerder deze regels te kiezen.", Assert.Single(card.Findings).Message.Nl);
        Assert.Contains("no rules were chosen for 'pipeline'", Assert.Single(Assert.Single(UnknownRules.Compute(cards.Figures, [], [])).Findings).Message.En);
        Assert.Empty(UnknownRules.Compute(new PipelineCards("emma.json").Subject().Figures, [cards.Kind], [cards.Kind.Info]));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(DatasetVisibility.Partners, null, DatasetVisibility.Partners)]
    [InlineData(DatasetVisibility.Partners, DatasetVisibility.Owner, DatasetVisibility.Owner)]
    [InlineData(DatasetVisibility.Owner, DatasetVisibility.Partners, DatasetVisibility.Owner)]
    public void A_subject_of_unknown_rules_is_narrowed_by_its_kind_without_any_rules(
        DatasetVisibility? kind, DatasetVisibility? subject, DatasetVisibility? expected)
    {
        (string, string)[] fields = subject is { } visibility ? [("visibility", visibility.ToString())] : [];
        var cards = new PipelineCards("emma.json").Subject(null, "never-chosen", fields);

        Assert.Equal(expected, Assert.Single(UnknownRules.Compute(cards.Figures, [], [cards.Kind.Info with { Visibility = kind }])).Visibility);
    }

    [Theory]
    [InlineData("rateOver", "'rateOver' is open")]
    [InlineData("minCount", "minCount")]
    [InlineData("period", "period")]
    [InlineData("counted", "counted")]
    public void Rules_that_leave_a_choice_open_are_refused_by_name(string field, string named) =>
        Assert.Contains(named, ExampleKinds.Refusal("pipeline", json => json[field] = null));

    [Fact]
    public void A_deadline_without_days_of_grace_is_refused_by_name() =>
        Assert.Contains("'stages.contacted.graceDays' is open", ExampleKinds.Refusal("pipeline", json => json["stages"]![0]!.AsObject().Add("deadlineDays", JsonValue.Create(31))));
}

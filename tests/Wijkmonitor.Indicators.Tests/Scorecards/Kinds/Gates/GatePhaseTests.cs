using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Gates;

/// <summary>Phases, their conditions, and what was decided.</summary>
public sealed class GatePhaseTests
{
    public static TheoryData<string> Files => [.. ExampleKinds.GetRulesFiles("gates")];

    private static GateCards InPhase3 => new GateCards().Subject().Answer("2020-01-15", ("political-commitment", true))
        .Begun("explore", "2020-02-01").Begun("bring-together", "2020-03-01").Begun("scenarios", "2020-04-01");

    [Theory]
    [MemberData(nameof(Files))]
    public void Rules_that_ship_read_and_say_that_they_are_an_example(string file)
    {
        Assert.StartsWith("example-", ExampleKinds.Example("gates", file: file).RuleVersion, StringComparison.Ordinal);
        ExampleKinds.Example("gates", json => Assert.StartsWith("An example.", json["source"]!.GetValue<string>(), StringComparison.Ordinal), file);
    }

    [Fact]
    public void No_two_rules_files_have_one_code() => Assert.Distinct(Files.Select(file => ExampleKinds.Example("gates", file: file.Data).RulesCode));

    [Fact]
    public void The_phase_is_unknown_where_none_began()
    {
        var card = new GateCards().Subject().Card();

        Assert.Equal((LineState.MissingInput, null, 2020), (card.Line("phase").State, card.Line("phase").Value, card.Period.Year));
        Assert.Equal("Fase 1 kan nog niet beginnen: niet bekend is of de politiek zich eraan verbindt.", card.Line("gate-explore").Explanation.Nl);
        Assert.Equal(["gate-explore"], card.Findings.Single(finding => finding.Code == "gate-open").Lines);
    }

    [Fact]
    public void Phase_4_cannot_begin_while_nothing_was_agreed_on_the_shortfall()
    {
        var card = InPhase3.Answer("2020-10-01", ("consulted", true), ("council-approved", true), ("shortfall-agreed", false)).Decided("execution", "go", "2020-12-01").Card();
        var line = card.Line("gate-execution");

        Assert.Equal("Fase 4 kan nog niet beginnen: over het tekort is nog niets afgesproken.", line.Explanation.Nl);
        Assert.Equal("Phase 4 cannot begin yet: nothing was agreed on the shortfall yet.", line.Explanation.En);
        Assert.Equal((3m, 4m, 0m), (line.Value, line.Norm, line.Figures["unknown"]));
        Assert.Equal((3m, 4m, "Fase 3 van 4: van scenario's naar besluit, begonnen op 1 april 2020."), (card.Line("phase").Value, card.Line("phase").Figures["phases"], card.Line("phase").Explanation.Nl));
        Assert.False(card.Finds("gate-open"));
    }

    [Fact]
    public void An_unknown_condition_is_no_condition_that_is_not_met()
    {
        var line = InPhase3.Answer("2020-10-01", ("consulted", false)).Card().Line("gate-execution");

        Assert.Equal((0m, 2m), (line.Value, line.Figures["unknown"]));
        Assert.Contains("niet bekend is of de raad heeft ingestemd; de bewoners zijn nog niet geraadpleegd", line.Explanation.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phase_can_begin_where_all_conditions_are_met()
    {
        var card = InPhase3.Answer("2020-10-01", ("consulted", true), ("council-approved", true), ("shortfall-agreed", true)).Decided("execution", "go", "2020-12-01").Card();

        Assert.Equal("Fase 4 kan beginnen: aan alle 4 voorwaarden is voldaan.", card.Line("gate-execution").Explanation.Nl);
        Assert.Equal("Fase 1 is begonnen op 1 februari 2020; aan de ene voorwaarde is voldaan.", card.Line("gate-explore").Explanation.Nl);
        Assert.Equal(LineState.NotNormed, card.Line("gate-bring-together").State);
        Assert.False(card.Finds("entered-without"));
    }

    [Fact]
    public void A_phase_that_was_entered_without_its_conditions_says_which_lack_on_that_day()
    {
        var card = InPhase3.Answer("2020-05-01", ("consulted", true)).Decided("execution", "go", "2020-06-01").Begun("execution", "2020-06-15")
            .Answer("2020-07-01", ("council-approved", true), ("shortfall-agreed", true)).Card();

        Assert.Equal(
            "Fase 4 begon op 15 juni 2020 zonder: niet bekend is of over het tekort iets is afgesproken; niet bekend is of de raad heeft ingestemd.",
            card.Findings.Single(finding => finding.Code == "entered-without").Message.Nl);
        Assert.Equal((2m, FindingSeverity.Warning), (card.Line("gate-execution").Value, card.Findings.Single(finding => finding.Code == "entered-without").Severity));
    }

    [Fact]
    public void Going_back_is_logged_and_never_refused()
    {
        var card = InPhase3.Decided("bring-together", "back", "2020-09-01", reason: "Er is geen draagvlak").Card();

        Assert.Equal((2m, "Fase 2 van 4: bij elkaar brengen, terug sinds 1 september 2020."), (card.Line("phase").Value, card.Line("phase").Explanation.Nl));
        Assert.Equal("Teruggegaan van fase 3 naar fase 2 op 1 september 2020. Reden: Er is geen draagvlak.", card.Findings.Single(finding => finding.Code == "returned").Message.Nl);
        Assert.Equal((false, false), (card.Finds("entered-without"), card.Finds("phase-skipped")));
        Assert.Equal(["gate-scenarios"], card.Findings.Single(finding => finding.Code == "gate-open").Lines);
    }

    [Fact]
    public void The_gate_of_a_phase_that_was_gone_back_from_is_asked_for_its_conditions_again()
    {
        var card = InPhase3.Begun("execution", "2020-05-01").Decided("bring-together", "back", "2020-09-01").Answer("2020-10-01", ("consulted", true)).Card();

        Assert.Equal((1m, false), (card.Line("gate-execution").Value, card.Finds("entered-without")));
        Assert.StartsWith("Fase 4 kan nog niet beginnen: er is nog geen besluit; ", card.Line("gate-execution").Explanation.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_phase_that_began_again_is_a_return_too()
    {
        var card = InPhase3.Begun("explore", "2020-09-01").Card();

        Assert.Equal((1m, true, false), (card.Line("phase").Value, card.Finds("returned"), card.Finds("entered-without")));
    }

    [Fact]
    public void A_no_go_has_its_reasons_and_a_phase_that_begins_later_ends_it()
    {
        var cards = InPhase3.Decided("execution", "no-go", "2020-09-01", reason: "Het tekort is te groot.", body: "gemeenteraad");
        var (before, after) = (cards.Card(), cards.Begun("execution", "2021-02-01").Card(2021));

        Assert.Equal("Besluit over fase 4: no-go, op 1 september 2020 (gemeenteraad). Reden: Het tekort is te groot.", before.Findings.Single(finding => finding.Code == "no-go").Message.Nl);
        Assert.Contains("het besluit is no-go", before.Line("gate-execution").Explanation.Nl, StringComparison.Ordinal);
        Assert.Equal((false, true), (after.Finds("no-go"), after.Finds("entered-without")));
    }

    [Fact]
    public void Something_that_was_stopped_has_no_open_gate()
    {
        var card = InPhase3.Decided("scenarios", "stop", "2020-09-01", reason: "Geen geld").Card();

        Assert.Equal("Gestopt op 1 september 2020. Reden: Geen geld.", card.Findings.Single(finding => finding.Code == "stopped").Message.Nl);
        Assert.EndsWith("Gestopt op 1 september 2020.", card.Line("phase").Explanation.Nl, StringComparison.Ordinal);
        Assert.False(card.Finds("gate-open"));
    }

    [Fact]
    public void A_phase_that_was_skipped_is_named() => Assert.Equal(
        "Fase 3 begon op 1 april 2020; dat fase 2 was begonnen, is niet aangeleverd.",
        new GateCards().Subject().Begun("explore", "2020-02-01").Begun("scenarios", "2020-04-01").Card().Findings.Single(finding => finding.Code == "phase-skipped").Message.Nl);

    [Fact]
    public void Each_year_has_what_was_known_until_its_end()
    {
        var cards = InPhase3.Begun("execution", "2021-03-01").Answer("2022-01-01", ("consulted", true));

        Assert.Equal([2020, 2021, 2022], cards.Cards.Select(card => card.Period.Year));
        Assert.Equal([3m, 4m, 4m], cards.Cards.Select(card => card.Line("phase").Value!.Value));
    }

    [Fact]
    public void A_planned_decision_is_a_deadline_and_makes_no_scorecard_of_its_own()
    {
        var cards = InPhase3.Planned("execution", "2020-10-15", "gemeenteraad").Planned("execution", "2021-03-01", "gemeenteraad");
        var deadline = Assert.Single(cards.Card().Deadlines!);

        Assert.Equal(("gate-execution", new DateOnly(2021, 3, 1), false, true, "gate-execution"), (deadline.Code, deadline.Date, deadline.IsMet!.Value, deadline.IsDecision, deadline.Line));
        Assert.Equal([(DeadlineDateKind.Baseline, 10), (DeadlineDateKind.Replan, 3)], deadline.Dates!.Select(date => (date.Kind, date.Date.Month)));
        Assert.Equal("gemeenteraad", deadline.Party!.Nl);
        Assert.Equal("Over fase 4 is nog niet besloten. Nog niet in orde: niet bekend is of over het tekort iets is afgesproken; niet bekend is of de raad heeft ingestemd; niet bekend is of de bewoners zijn geraadpleegd. Het besluit is gepland op 1 maart 2021.",
            cards.Card().Findings.Single(finding => finding.Code == "gate-open").Message.Nl);
        Assert.Equal(new DateOnly(2020, 4, 1), cards.Card().AsOf);
    }

    [Theory]
    [InlineData("go", "2020-05-01", true)]
    [InlineData("no-go", "2020-05-01", false)]
    [InlineData("no-go", "2020-06-01", true)]
    public void A_decision_meets_its_deadline_and_no_go_leaves_a_later_plan_open(string outcome, string day, bool isMet) =>
        Assert.Equal(isMet, Assert.Single(InPhase3.Planned("execution", "2020-06-01").Decided("execution", outcome, day).Card().Deadlines!).IsMet);

    [Fact]
    public void Findings_that_ask_somebody_to_decide_are_alerts()
    {
        var card = InPhase3.Decided("execution", "no-go", "2020-09-01").Card();

        Assert.Equal([AlertRole.ProgrammeManager, AlertRole.Board], card.Findings.Single(finding => finding.Code == "no-go").AlertFor);
        Assert.Null(card.Findings.Single(finding => finding.Code == "as-of").AlertFor);
    }

    [Theory]
    [InlineData("record-unknown", "gate", "nowhere", "event", "begun")]
    [InlineData("decision-incomplete", "gate", "explore", "event", "decision")]
    [InlineData("record-unknown", "fact", "nothing", "answer", "yes")]
    [InlineData("answer-unread", "fact", "damp", "answer", "yes")]
    [InlineData("answer-unread", "fact", "consulted", "value", "3")]
    [InlineData("out-of-range", "fact", "damp", "value", "130")]
    [InlineData("record-unknown", "other", "x", "value", "3")]
    public void A_row_that_does_not_count_is_named(string finding, string field, string code, string other, string value)
    {
        var card = InPhase3.Row(field == "gate" ? "gate-decisions" : "gate-facts", "2020-05-01", (field, code), (other, value)).Card();

        Assert.StartsWith("Regel 2 van levering notes: ", card.Findings.Single(found => found.Code == finding).Message.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_mentions_and_effects_that_the_rules_do_not_know_are_named()
    {
        var card = InPhase3.Named("nobody", "negative", "damp", 9).Named("owners", "negative", "nothing", 9).Effect("elsewhere", "better", "damp").Card();

        Assert.Equal(3, card.Findings.Count(finding => finding.Code == "record-unknown"));
    }

    [Fact]
    public void The_dataset_that_the_rules_name_first_counts_and_the_difference_is_named()
    {
        var card = new GateCards().By(json => json["datasets"] = new JsonArray("first", "second")).Subject()
            .Row("second", "2020-02-01", ("fact", "consulted"), ("answer", "no")).Row("first", "2020-02-01", ("fact", "consulted"), ("answer", "yes")).Card();

        Assert.Equal((1m, true), (card.Line("gate-execution").Value, card.Finds("source-differs")));
    }

    [Fact]
    public void Limits_count_before_a_value()
    {
        var card = new GateCards().Subject().Row("gate-facts", "2020-02-01", ("fact", "damp"), ("value", "90"), ("low", "10"), ("high", "12")).Card();

        Assert.Equal((new ValueRange(10, 12), true), (card.Line("flag-damp").Range, card.Finds("value-and-range")));
    }
}

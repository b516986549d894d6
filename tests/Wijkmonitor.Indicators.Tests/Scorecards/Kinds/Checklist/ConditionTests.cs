using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Checklist;

/// <summary>Conditions that are answered.</summary>
public sealed class ConditionTests
{
    private static ChecklistCards Cards => new ChecklistCards().Subject();

    [Fact]
    public void An_unanswered_condition_is_missing_and_never_no()
    {
        var card = Cards.Answer("stop-moment", "no").Card();

        Assert.Equal((LineState.MissingInput, null), (card.Line("budget-covers").State, card.Line("budget-covers").Outcome));
        Assert.Equal("Niet beantwoord. Dat is iets anders dan nee. Dit moet eerst vervuld zijn.", card.Line("budget-covers").Explanation.Nl);
        Assert.Equal([0m, 0m, 1m, 4m, 5m], card.Totals("met", "partly", "not-met", "unknown", "applicable"));
    }

    [Fact]
    public void A_subject_without_answers_has_a_scorecard_without_counts()
    {
        var card = new ChecklistCards("pilot-readiness.json").Subject(validFrom: "2019-05-01").Card();

        Assert.Equal((2019, LineState.MissingInput, null), (card.Period.Year, card.Line("conditions").State, card.Line("conditions").Value));
        Assert.Equal([null, null, null, 16m, 16m], card.Totals("met", "partly", "not-met", "unknown", "applicable"));
        Assert.Equal(5, card.Finding("not-ready").Lines.Count);
        Assert.Equal("Onderwerp: stand op 1 mei 2019.", card.Finding("as-of").Message.Nl);
    }

    [Fact]
    public void A_condition_that_does_not_apply_leaves_the_total_and_is_named()
    {
        var card = Cards.Answers("yes", "stop-moment", "residents-heard").Answers("not-applicable", "budget-covers", "shops-reachable").Card();

        Assert.Equal([2m, 1m, 3m], card.Totals("met", "unknown", "applicable"));
        Assert.Equal(["budget-covers", "shops-reachable"], card.Finding("not-applicable").Lines);
        Assert.Contains("Het budget dekt de offerte; Winkels blijven bereikbaar", card.Finding("not-applicable").Message.Nl);
        Assert.Equal(
            "2 van de 3 voorwaarden zijn vervuld; van 1 is het niet bekend. Twee zijn niet van toepassing en tellen niet mee. Alles wat eerst vervuld moet zijn, is vervuld.",
            card.Line("conditions").Explanation.Nl);
        Assert.Equal(ObservedState.NotApplicable, Assert.Single(card.Line("budget-covers").Inputs).State);
        Assert.DoesNotContain("budget-covers", card.Finding("not-ready").Lines);
    }

    [Theory]
    [InlineData("yes", "1 van de 5 voorwaarden is vervuld; van 4 is het niet bekend. Eén voorwaarde die eerst vervuld moet zijn staat nog open.")]
    [InlineData("no", "0 van de 5 voorwaarden zijn vervuld, 1 niet; van 4 is het niet bekend. Twee voorwaarden die eerst vervuld moeten zijn staan nog open.")]
    [InlineData("partly", "0 van de 5 voorwaarden zijn vervuld, 1 deels; van 4 is het niet bekend. Twee voorwaarden die eerst vervuld moeten zijn staan nog open.")]
    public void Counts_are_said_in_one_sentence(string answer, string sentence) =>
        Assert.Equal(sentence, Cards.Answer("stop-moment", answer).Card().Line("conditions").Explanation.Nl);

    [Theory]
    [InlineData("yes", false)]
    [InlineData("partly", true)]
    [InlineData("no", true)]
    [InlineData(null, true)]
    public void A_blocking_condition_that_is_not_yes_makes_a_project_not_ready(string? answer, bool isOpen)
    {
        var cards = new ChecklistCards("pilot-readiness.json").Subject().Answers("yes", "concept-done-before", "risk-analysis", "estimate-checked", "budget-covers-offer");
        var card = (answer is null ? cards : cards.Answer("stop-moment", answer)).Card();

        Assert.Equal(isOpen, card.Finds("not-ready"));
    }

    [Fact]
    public void A_line_says_who_answered_when_and_on_what_evidence()
    {
        var line = Cards.Answer("stop-moment", "yes", "2020-03-03", "project-leader", "Besluit van maart").Card().Line("stop-moment");

        Assert.Equal("Ja. Beantwoord op 3 maart 2020 door de projectleider. Onderbouwing: Besluit van maart.", line.Explanation.Nl);
        Assert.Equal("Yes. Answered on 3 March 2020 by the project leader. Evidence: Besluit van maart.", line.Explanation.En);
        Assert.Equal(("yes", "Ja", null, Signal.None), (line.Outcome!.Code, line.Outcome.Name.Nl, line.Value, line.Signal));
        Assert.Equal(("answer", "answers"), (Assert.Single(line.Inputs).Role, line.Inputs[0].Delivery));
    }

    [Fact]
    public void A_role_that_the_rules_do_not_have_is_not_shown_and_named_by_its_place_alone()
    {
        var card = Cards.Answer("stop-moment", "yes", role: "jan-jansen").Card();

        Assert.Equal("Ja. Beantwoord op 30 juni 2020.", card.Line("stop-moment").Explanation.Nl);
        Assert.Contains("Noem een rol, nooit een persoon: project-leader, client, residents-group.", card.Finding("role-unknown").Message.Nl);
        Assert.StartsWith("Regel 3 van levering answers: ", card.Finding("role-unknown").Message.Nl, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Findings, finding => finding.Message.Nl.Contains("jansen", StringComparison.Ordinal));
        Assert.Equal(1m, card.Total("met").Value);
    }

    [Fact]
    public void The_newest_answer_counts_and_each_year_has_its_own()
    {
        var cards = Cards.Answer("stop-moment", "no", "2019-06-30").Answer("stop-moment", "yes", "2020-06-30");

        Assert.Equal([(2019, "no"), (2020, "yes")], cards.Cards.Select(card => (card.Period.Year, card.Line("stop-moment").Outcome!.Code)));
    }

    [Theory]
    [InlineData("2020-06-30", false)]
    [InlineData("2020-07-01", true)]
    public void An_answer_is_stale_from_the_day_after_twelve_months(string asOf, bool isStale)
    {
        var card = Cards.Answer("stop-moment", "yes", "2019-06-30").Answer("residents-heard", "yes", asOf).Card(2020);

        Assert.Equal(isStale, card.Finds("stale"));
        Assert.Equal([2m], card.Totals("met"));
        Assert.Equal(isStale, card.Line("stop-moment").Explanation.Nl.EndsWith(" Op 1 juli 2020 is dat langer dan 12 maanden geleden.", StringComparison.Ordinal));
        Assert.True(!isStale || card.Finding("stale").Lines.SequenceEqual(["stop-moment"]));
    }

    [Fact]
    public void Without_a_number_of_months_no_answer_gets_stale() => Assert.False(
        Cards.By(json => json["freshMonths"] = null).Answer("stop-moment", "yes", "2001-01-01").Answer("residents-heard", "yes").Card(2020).Finds("stale"));

    [Fact]
    public void Roles_that_differ_on_one_day_leave_a_condition_unresolved()
    {
        var card = Cards.Answer("stop-moment", "yes", role: "project-leader").Answer("stop-moment", "no", role: "client").Answer("budget-covers", "yes").Card();

        Assert.Equal((LineState.Unresolved, null), (card.Line("stop-moment").State, card.Line("stop-moment").Outcome));
        Assert.Equal(
            "Op 30 juni 2020 verschillen de antwoorden: nee (de opdrachtgever) en ja (de projectleider). Er is niet gekozen. Dit moet eerst vervuld zijn.",
            card.Line("stop-moment").Explanation.Nl);
        Assert.Equal(
            "Twee antwoorden van één dag verschillen: regel 4 van levering answers en regel 3 van levering answers. Er is niet gekozen; spreek één antwoord af.",
            card.Finding("source-differs").Message.Nl);
        Assert.Equal([1m, 0m, 5m], card.Totals("met", "not-met", "applicable"));
        Assert.Equal("1 van de 5 voorwaarden is vervuld; van 3 is het niet bekend; bij 1 verschillen de antwoorden. Eén voorwaarde die eerst vervuld moet zijn staat nog open.", card.Line("conditions").Explanation.Nl);
        Assert.Contains("stop-moment", card.Finding("not-ready").Lines);
    }

    [Fact]
    public void Two_roles_that_agree_are_both_named()
    {
        var card = Cards.Answer("stop-moment", "yes", role: "project-leader").Answer("stop-moment", "yes", role: "client").Card();

        Assert.Equal("Ja. Beantwoord op 30 juni 2020 door de opdrachtgever en de projectleider.", card.Line("stop-moment").Explanation.Nl);
        Assert.False(card.Finds("source-differs"));
        Assert.Equal(1m, card.Total("met").Value);
    }

    [Fact]
    public void The_dataset_that_the_rules_name_first_counts_where_two_differ() => AssertSources("no", "yes", differs: true);

    [Fact]
    public void Two_datasets_that_agree_do_not_differ() => AssertSources("yes", "yes", differs: false);

    [Theory]
    [InlineData("nothing", "yes", "item-unknown")]
    [InlineData("walking-width", "yes", "item-unknown")]
    [InlineData("stop-moment", "maybe", "answer-unknown")]
    public void An_answer_that_the_rules_have_no_place_for_is_named_and_does_not_count(string item, string answer, string finding)
    {
        var card = Cards.Answer("residents-heard", "yes").Answer(item, answer).Card();

        Assert.Equal([1m, 0m, 4m], card.Totals("met", "not-met", "unknown"));
        Assert.StartsWith("Regel 4 van levering answers: ", card.Finding(finding).Message.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_of_an_unknown_item_alone_are_named_on_the_scorecard_of_the_subject() =>
        Assert.Equal((2020, true), (Cards.Answer("nothing", "yes", "2023-01-01").Card().Period.Year, Cards.Answer("nothing", "yes", "2023-01-01").Card().Finds("item-unknown")));

    [Fact]
    public void Answers_of_one_day_have_one_deadline_the_last_day_on_which_they_are_fresh()
    {
        var card = Cards.Answer("stop-moment", "yes", "2020-03-31").Answer("budget-covers", "no", "2020-06-30").Answer("residents-heard", "yes", "2020-06-30", "residents-group").Card();

        Assert.Equal(new DateOnly(2020, 6, 30), card.AsOf);
        Assert.Equal(
            [("answers-2020-03-31", new DateOnly(2021, 3, 31), "stop-moment"), ("answers-2020-06-30", new DateOnly(2021, 6, 30), null)],
            card.Deadlines!.Select(deadline => (deadline.Code, deadline.Date, deadline.Line)));
        Assert.Equal("Beantwoord op 30 juni 2020 en na deze datum te oud: Het budget dekt de offerte; Bewoners zijn gehoord.", card.Deadlines![1].Promise.Nl);
        Assert.Equal(("de opdrachtgever en de bewonersgroep", false), (card.Deadlines[1].Party!.Nl, card.Deadlines[1].IsMet));
        Assert.Equal(["not-ready"], card.Findings.Where(finding => finding.AlertFor is not null).Select(finding => finding.Code));
    }

    [Fact]
    public void Without_a_number_of_months_answers_have_no_deadline() => Assert.Null(Cards.By(json => json["freshMonths"] = null).Answer("stop-moment", "yes").Card().Deadlines);

    private static void AssertSources(string other, string counted, bool differs)
    {
        var card = Cards.By(json => json["datasets"]!.AsArray().Add(ChecklistCards.Second)).From(ChecklistCards.Second).Answer("stop-moment", other).From(null).Answer("stop-moment", counted).Card();

        Assert.Equal((counted, differs), (card.Line("stop-moment").Outcome!.Code, card.Finds("source-differs")));
        Assert.True(!differs || card.Finding("source-differs").Message.Nl ==
            "Twee bronnen zeggen iets anders over hetzelfde: regel 4 van levering answers telt, regel 3 van levering second-source niet. Laat één van beide verbeteren.");
    }
}

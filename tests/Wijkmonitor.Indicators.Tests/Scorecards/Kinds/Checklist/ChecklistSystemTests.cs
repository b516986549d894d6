using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Checklist;

/// <summary>The systems whose rules ship, with the numbers that their sources or examples give.</summary>
public sealed class ChecklistSystemTests
{
    private static ChecklistCards Pilot => new ChecklistCards("pilot-readiness.json").Subject()
        .Answers("yes", "one-contact", "formal-collective", "risk-analysis", "estimate-checked", "results-fed-back")
        .Answers("no", "concept-done-before", "contractor-reserves", "stop-moment", "budget-covers-offer", "grant-giver-apart", "one-overview")
        .Answers("partly", "pay-on-acceptance");

    private static ChecklistCards TypicalPractice => new ChecklistCards("building-blocks.json").Subject()
        .Choice("director", "centrale regie").Choice("structure", "vast projectteam").Choice("heat-company-builds", "inclusief afleverset")
        .Choice("installer-joins", "later").Choice("installers", "meerdere installateurs").Choice("survey", "door meerdere partijen, elke woning")
        .Choice("survey-times", "herhaaldelijk").Choice("procurement", "ad hoc").Choice("communication", "centraal actief");

    [Fact]
    public void Sixteen_conditions_of_a_pilot_are_5_met_6_not_1_partly_and_4_unknown() => AssertPilot(Pilot.Card());

    [Fact]
    public void Three_blocking_conditions_that_are_no_make_a_pilot_not_ready()
    {
        var finding = Pilot.Card().Finding("not-ready");

        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Equal(["concept-done-before", "stop-moment", "budget-covers-offer"], finding.Lines);
        Assert.All(finding.Lines, code => Assert.Equal("no", Pilot.Card().Line(code).Outcome!.Code));
        Assert.Contains("Er is een moment afgesproken om te stoppen", finding.Message.Nl);
    }

    [Fact]
    public void Typical_practice_has_3_advised_1_acceptable_and_5_to_improve()
    {
        var card = TypicalPractice.Card();

        Assert.Equal([3m, 1m, 5m], card.Totals("advised", "acceptable", "to-improve"));
        Assert.Equal((9, 3m, 9m, 0m), (card.Lines.Count(line => line.Theme.Nl == "Keuzes nu"), card.Line("choices").Value, card.Line("choices").Figures["aspects"], card.Line("choices").Figures["not-rated"]));
        Assert.Equal("Voor 3 van de 9 keuzes doet u wat wordt aangeraden; 5 kunnen beter.", card.Line("choices").Explanation.Nl);
        Assert.Equal("For 3 of the 9 choices you do what is advised; 5 can be improved.", card.Line("choices").Explanation.En);
        Assert.Equal("Later. Afgeraden, kan beter (3.2). Aangeraden wordt: vanaf het begin.", card.Line("installer-joins").Explanation.Nl);
        Assert.Equal(["as-of", "whole-or-split"], card.Findings.Select(finding => finding.Code));
        Assert.All(card.Lines, line => Assert.Equal(Signal.None, line.Signal));
    }

    [Theory]
    [InlineData("director", "Gedeelde regie", "shared")]
    [InlineData("director", "verdeelde regie", "shared")]
    [InlineData("communication", "gespreide communicatie", "dispersed")]
    [InlineData("communication", " Verspreide Communicatie ", "dispersed")]
    public void Two_words_of_the_source_name_one_option(string aspect, string text, string option)
    {
        var line = TypicalPractice.Choice(aspect, text, day: "2020-07-01").Card().Line(aspect);

        Assert.Equal((option, LineState.Valued), (line.Outcome!.Code, line.State));
        Assert.Contains("Afgeraden", line.Explanation.Nl);
    }

    [Fact]
    public void Another_word_is_named_as_it_was_written() =>
        Assert.StartsWith("Gedeelde regie (geschreven als 'verdeelde regie').", TypicalPractice.Choice("director", "verdeelde regie", day: "2020-07-01").Card().Line("director").Explanation.Nl, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("vooral corporatie")]
    public void A_corporation_as_director_shows_both_readings_of_the_source(string? ownership)
    {
        var cards = TypicalPractice.Choice("director", "de corporatie als regisseur", day: "2020-07-01");
        var card = (ownership is null ? cards : cards.Choice("ownership", ownership)).Card();

        Assert.Equal((LineState.Unresolved, null), (card.Line("director").State, card.Line("director").Outcome));
        Assert.Equal(
            "De corporatie als regisseur. De bron oordeelt verschillend: afgeraden, kan beter (3.3); aanvaardbaar (4), alleen bij: de meeste woningen zijn van de corporatie. Er is niet gekozen.",
            card.Line("director").Explanation.Nl);
        Assert.Equal(["director"], card.Finding("contested").Lines);
        Assert.Equal([2m, 1m, 5m], card.Totals("advised", "acceptable", "to-improve"));
        Assert.Equal([(LineState.Unresolved, "director")], card.Total("advised").LeavesOut.Select(omitted => (omitted.State, Assert.Single(omitted.Codes))));
    }

    [Fact]
    public void A_corporation_that_owns_few_homes_has_one_reading()
    {
        var card = TypicalPractice.Choice("director", "de corporatie als regisseur", day: "2020-07-01").Choice("ownership", "gemengd").Card();

        Assert.Equal((LineState.Valued, "corporation"), (card.Line("director").State, card.Line("director").Outcome!.Code));
        Assert.Equal(("mixed", 6m, false), (card.Line("context-ownership").Outcome!.Code, card.Total("to-improve").Value, card.Finds("contested")));
    }

    [Fact]
    public void An_installer_as_director_shows_both_readings_of_the_source()
    {
        var card = TypicalPractice.Choice("director", "de installateur als regisseur", day: "2020-07-01").Card();

        Assert.Equal((LineState.Unresolved, true), (card.Line("director").State, card.Finds("contested")));
        Assert.Contains("afgeraden, kan beter (3.3); aanvaardbaar (4)", card.Line("director").Explanation.Nl);
    }

    [Fact]
    public void A_letter_of_intent_is_no_agreement()
    {
        var card = new ChecklistCards("building-blocks.json").Subject().Choice("procurement", now: null, intended: "raamovereenkomst").Choice("director", "centraal").Card();

        Assert.Equal((LineState.MissingInput, LineState.Valued), (card.Line("procurement").State, card.Line("procurement-intended").State));
        Assert.Equal(["procurement"], card.Finding("intent-only").Lines);
        Assert.Equal("Hiervan is alleen een voornemen bekend. Een intentieverklaring is geen afspraak.", card.Finding("intent-only").Message.Nl);
        Assert.Equal((1m, 1m), (card.Total("advised").Value, card.Total("advised-intended").Value));
    }

    [Fact]
    public void A_survey_of_a_sample_is_not_rated_by_the_source()
    {
        var card = TypicalPractice.Choice("survey", "door één partij, een steekproef", day: "2020-07-01").Card();

        Assert.Equal((LineState.NotNormed, "one-party-sample"), (card.Line("survey").State, card.Line("survey").Outcome!.Code));
        Assert.Equal([3m, 1m, 4m], card.Totals("advised", "acceptable", "to-improve"));
        Assert.EndsWith("Van 1 is de keuze of het oordeel niet bekend.", card.Line("choices").Explanation.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_metre_has_eleven_tasks_and_three_posts()
    {
        var card = new ChecklistCards("responsibilities.json").Subject().Part("survey", "installer", "does").Part("delivery-set-owner", "corporation", "accountable").Card();

        Assert.Equal((11, 3), (card.Lines.Count(line => line.Theme.Nl == "Taken"), card.Lines.Count(line => line.Theme.Nl == "Posten")));
        Assert.Equal("Voor de taak schouwen is niemand eindverantwoordelijk.", card.Finding("no-accountable").Message.Nl);
        Assert.Equal("Nobody is accountable for the task surveying.", card.Finding("no-accountable").Message.En);
        Assert.Equal(["task-survey"], card.Finding("no-accountable").Lines);
        Assert.Equal("nobody", card.Line("task-survey").Outcome!.Code);
        Assert.Equal("Voor 0 van de 11 taken is één partij eindverantwoordelijk, voor 1 niemand, van 10 is niets bekend.", card.Line("accountability").Explanation.Nl);
    }

    [Theory]
    [InlineData("heat-company", false)]
    [InlineData("corporation", true)]
    [InlineData("residents", true)]
    public void Control_is_at_risk_where_another_than_the_heat_company_owns_the_delivery_set(string owner, bool isAtRisk)
    {
        var card = new ChecklistCards("responsibilities.json").Subject().Part("delivery-set-owner", owner, "accountable").Card();

        Assert.Equal((isAtRisk, owner), (card.Finds("control-at-risk"), card.Line("post-delivery-set-owner").Outcome!.Code));
        Assert.True(!isAtRisk || card.Finding("control-at-risk").Message.Nl.EndsWith("het warmtebedrijf kan dan niet sturen, beheren of afrekenen.", StringComparison.Ordinal));
    }

    [Fact]
    public void Grid_operator_and_water_company_are_asked_early()
    {
        var card = new ChecklistCards("responsibilities.json").Subject().Part("plan", "heat-company", "accountable").Part("plan", "grid-operator", "consulted").Card();

        Assert.Equal(["task-plan"], card.Finding("not-consulted").Lines);
        Assert.Equal("Bij de taak plannen horen ook betrokken te zijn: het waterbedrijf.", card.Finding("not-consulted").Message.Nl);
    }

    [Fact]
    public void A_group_that_is_named_and_involved_in_no_step_is_found()
    {
        var card = new ChecklistCards("participation.json").Subject()
            .Part("explore", "municipality", "does").Part("explore", "owners", "consulted").Part("explore", "users", "informed").Part("bring-together", "water-board", "consulted")
            .Part("scenarios", "utilities", "consulted").Part("execution", "lenders", "does").Part("execution", "owners", "does").Card();

        Assert.Equal(["party-tenants"], card.Finding("not-involved").Lines);
        Assert.Equal("Genoemd als betrokkene en bij geen enkele taak betrokken: de huurders.", card.Finding("not-involved").Message.Nl);
        Assert.Equal((0m, 2m, 4m), (card.Line("party-tenants").Value, card.Line("party-owners").Value, card.Line("party-owners").Figures["of-tasks"]));
        Assert.Equal(3m, card.Line("task-explore").Value);
        Assert.False(card.Finds("no-accountable"));
    }

    [Fact]
    public void An_executing_body_must_not_be_a_risk_bearing_developer()
    {
        ChecklistCards Company(string risk) => new ChecklistCards("executing-body.json").Subject()
            .Answers("yes", "own-legal-entity", "finances-apart", "may-take-grants", "transfer-tax-exempt", "acts-on-land", "opposition-inside", "opposition-outside").Answers(risk, "risk-bearing-developer");

        Assert.Equal([8m, 0m], Company("no").Card().Totals("met", "not-met"));
        Assert.Equal([7m, 1m], Company("yes").Card().Totals("met", "not-met"));
        Assert.Equal("Nee. Beantwoord op 30 juni 2020. Hier moet het antwoord nee zijn.", Company("no").Card().Line("risk-bearing-developer").Explanation.Nl);
    }

    /// <summary>Asserts the numbers of the example.</summary>
    internal static void AssertPilot(Scorecard card)
    {
        Assert.Equal([5m, 1m, 6m, 4m, 16m], card.Totals("met", "partly", "not-met", "unknown", "applicable"));
        Assert.Equal((5m, 3m, 5m), (card.Line("conditions").Value, card.Line("conditions").Figures["blocking-open"], card.Line("conditions").Figures["blocking"]));
        Assert.Equal(
            "5 van de 16 voorwaarden zijn vervuld, 6 niet, 1 deels; van 4 is het niet bekend. Drie voorwaarden die eerst vervuld moeten zijn staan nog open.",
            card.Line("conditions").Explanation.Nl);
        Assert.Equal(
            "5 of the 16 conditions are met, 6 are not, 1 is partly met; for 4 it is not known. Three conditions that have to be met first are still open.",
            card.Line("conditions").Explanation.En);
        Assert.Equal(4, card.Lines.Count(line => line.State == LineState.MissingInput));
        Assert.True(card.Finds("not-ready"));
    }
}

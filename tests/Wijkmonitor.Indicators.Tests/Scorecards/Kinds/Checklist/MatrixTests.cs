using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Checklist;

/// <summary>Tasks, posts and stakeholders.</summary>
public sealed class MatrixTests
{
    private static ChecklistCards Cards => new ChecklistCards().Subject();

    [Fact]
    public void A_task_with_one_accountable_party_names_it_and_the_others()
    {
        var card = Cards.Part("design", "client", "accountable").Part("design", "client", "does").Part("design", "residents", "consulted").Part("design", "shopkeepers", "informed").Card();

        Assert.Equal(("client", "De opdrachtgever", LineState.Valued), (card.Line("task-design").Outcome!.Code, card.Line("task-design").Outcome!.Name.Nl, card.Line("task-design").State));
        Assert.Equal(
            "Eindverantwoordelijk: de opdrachtgever. Doet het werk: de opdrachtgever. Geraadpleegd: de bewoners. Geïnformeerd: de winkeliers. Stand van 30 juni 2020.",
            card.Line("task-design").Explanation.Nl);
        Assert.Equal((1m, 0m, 0m, 2m), (card.Line("accountability").Value, card.Line("accountability").Figures["nobody"], card.Line("accountability").Figures["several"], card.Line("accountability").Figures["unknown"]));
        Assert.False(card.Finds("no-accountable") || card.Finds("two-accountable") || card.Finds("not-consulted") || card.Finds("not-involved"));
    }

    [Fact]
    public void A_task_with_two_accountable_parties_is_unresolved()
    {
        var card = Cards.Part("building", "client", "accountable").Part("building", "contractor", "accountable").Card();

        Assert.Equal((LineState.Unresolved, null, 0m), (card.Line("task-building").State, card.Line("task-building").Outcome, card.Line("accountability").Value));
        Assert.Equal("Voor bouwen zijn er twee eindverantwoordelijken: de opdrachtgever en de aannemer. Er hoort er één te zijn.", card.Finding("two-accountable").Message.Nl);
        Assert.Equal("For building two parties are accountable: the client and the contractor. There has to be one.", card.Finding("two-accountable").Message.En);
        Assert.Equal("Voor 0 van de 3 taken is één partij eindverantwoordelijk, voor 1 meer dan één, van 2 is niets bekend.", card.Line("accountability").Explanation.Nl);
    }

    [Fact]
    public void A_task_without_rows_is_missing_and_nobody_is_not_said_of_it()
    {
        var card = Cards.Part("building", "contractor", "accountable").Card();

        Assert.Equal((LineState.MissingInput, "Over ontwerpen is niets aangeleverd: het is niet bekend, en dat is iets anders dan niemand."), (card.Line("task-design").State, card.Line("task-design").Explanation.Nl));
        Assert.False(card.Finds("no-accountable"));
        Assert.False(card.Finds("not-consulted"));
    }

    [Fact]
    public void Nothing_is_said_of_stakeholders_where_no_task_is_known()
    {
        var card = Cards.Answer("stop-moment", "yes").Card();

        Assert.Equal((LineState.MissingInput, LineState.MissingInput, false), (card.Line("accountability").State, card.Line("party-residents").State, card.Finds("not-involved")));
    }

    [Fact]
    public void A_stakeholder_without_a_part_is_named_with_the_unknown_tasks()
    {
        var card = Cards.Part("building", "contractor", "accountable").Part("building", "residents", "informed").Card();

        Assert.Equal("Genoemd als betrokkene en bij geen enkele taak betrokken: de winkeliers. Van 3 taken is niets aangeleverd.", card.Finding("not-involved").Message.Nl);
        Assert.Equal((0m, "Bij geen enkele taak betrokken. Van 1 taak is iets bekend."), (card.Line("party-shopkeepers").Value, card.Line("party-shopkeepers").Explanation.Nl));
        Assert.Equal("Betrokken bij: bouwen. Van 1 taak is iets bekend.", card.Line("party-residents").Explanation.Nl);
    }

    [Fact]
    public void A_post_does_not_count_as_a_task_to_be_involved_in() =>
        Assert.Equal(
            ["party-residents", "party-shopkeepers"],
            Cards.Part("contact-point", "residents", "accountable").Part("building", "contractor", "accountable").Card().Finding("not-involved").Lines);

    [Fact]
    public void A_post_without_a_holder_and_one_with_two_are_named()
    {
        var card = Cards.Part("contact-point", "residents", "consulted").Part("owner-of-trees", "client", "accountable").Part("owner-of-trees", "contractor", "accountable").Card();

        Assert.Equal("Niemand is eindverantwoordelijk als aanspreekpunt.", card.Finding("no-accountable").Message.Nl);
        Assert.Equal(["post-owner-of-trees"], card.Finding("two-accountable").Lines);
        Assert.Equal("De aannemer is eigenaar van de bomen, niet de opdrachtgever: de bomen kunnen dan niet worden onderhouden.", card.Finding("control-at-risk").Message.Nl);
    }

    [Fact]
    public void Rows_of_a_new_day_replace_all_rows_of_a_task()
    {
        var cards = Cards.Part("building", "client", "accountable", "2019-06-30").Part("building", "contractor", "does", "2019-06-30").Part("building", "contractor", "accountable", "2020-06-30");

        Assert.Equal(["client", "contractor"], cards.Cards.Select(card => card.Line("task-building").Outcome!.Code));
        Assert.DoesNotContain("opdrachtgever", cards.Card(2020).Line("task-building").Explanation.Nl);
    }

    [Theory]
    [InlineData("contractor", "accountable", false)]
    [InlineData("client", "accountable", true)]
    [InlineData("contractor", "does", true)]
    public void Another_dataset_that_differs_is_named_and_does_not_count(string party, string part, bool differs)
    {
        var card = Cards.By(json => json["datasets"]!.AsArray().Add(ChecklistCards.Second))
            .Part("building", "contractor", "accountable").From(ChecklistCards.Second).Part("building", party, part).Card();

        Assert.Equal(("contractor", differs), (card.Line("task-building").Outcome!.Code, card.Finds("source-differs")));
    }

    [Theory]
    [InlineData("demolition", "client", "does", "task-unknown")]
    [InlineData("building", "jan-jansen", "does", "party-unknown")]
    [InlineData("building", "client", "watches", "part-unknown")]
    public void A_row_that_the_rules_have_no_place_for_is_named_and_does_not_count(string task, string party, string part, string finding)
    {
        var card = Cards.Part("design", "client", "accountable").Part(task, party, part).Card();

        Assert.Equal(LineState.MissingInput, card.Line("task-building").State);
        Assert.StartsWith("Regel 4 van levering tasks: ", card.Finding(finding).Message.Nl, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Findings, found => found.Message.Nl.Contains("jansen", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_without_an_accountable_party_has_its_number_of_parties()
    {
        var card = Cards.Part("evaluation", "client", "does").Part("evaluation", "client", "informed").Part("evaluation", "residents", "consulted").Card();

        Assert.Equal((2m, "count", false), (card.Line("task-evaluation").Value, card.Line("task-evaluation").Unit, card.Finds("no-accountable")));
    }
}

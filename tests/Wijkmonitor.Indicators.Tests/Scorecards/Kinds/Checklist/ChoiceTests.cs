using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Checklist;

/// <summary>Choices and their ratings.</summary>
public sealed class ChoiceTests
{
    private static ChecklistCards Cards => new ChecklistCards().Subject();

    [Fact]
    public void A_choice_that_is_no_option_is_unresolved_with_the_text_as_written()
    {
        var card = Cards.Choice("works-by", "Door de Buren Zelf").Choice("street-kind", "plein").Card();

        Assert.Equal((LineState.Unresolved, null), (card.Line("works-by").State, card.Line("works-by").Outcome));
        Assert.Equal(
            "Geschreven is: 'Door de Buren Zelf'. Dat is geen van de keuzes: één aannemer, eigen mensen, met buurtbewoners en meerdere aannemers.",
            card.Line("works-by").Explanation.Nl);
        Assert.Equal((LineState.Unresolved, "Geschreven is: 'plein'. Dat is geen van deze: winkelstraat en woonstraat."), (card.Line("context-street-kind").State, card.Line("context-street-kind").Explanation.Nl));
        Assert.Equal(["works-by", "context-street-kind"], card.Finding("choice-unknown").Lines);
        Assert.Equal([0m, 0m, 0m], card.Totals("advised", "acceptable", "to-improve"));
    }

    [Theory]
    [InlineData("één aannemer", "advised")]
    [InlineData("One Contractor", "advised")]
    [InlineData("one-contractor", "advised")]
    [InlineData("in eigen beheer", "acceptable")]
    [InlineData("met buurtbewoners", "acceptable")]
    [InlineData("meerdere aannemers", "to-improve")]
    public void An_option_counts_in_one_total(string text, string total)
    {
        var card = Cards.Choice("works-by", text).Card();

        Assert.All(new[] { "advised", "acceptable", "to-improve" }, code => Assert.Equal(code == total ? 1m : 0m, card.Total(code).Value));
        Assert.Equal(2m, card.Line("choices").Figures["not-rated"]);
    }

    [Theory]
    [InlineData("winkelstraat", "to-improve", "In één keer. Afgeraden, kan beter (2). Aangeraden wordt: in delen.")]
    [InlineData("woonstraat", "advised", "In één keer. Aangeraden (2).")]
    public void A_rating_can_depend_on_a_context(string street, string total, string sentence)
    {
        var card = Cards.Choice("phasing", "in één keer").Choice("street-kind", street).Card();

        Assert.Equal((1m, sentence), (card.Total(total).Value, card.Line("phasing").Explanation.Nl));
    }

    [Fact]
    public void Ratings_that_differ_by_an_unknown_context_are_both_shown()
    {
        var card = Cards.Choice("phasing", "in één keer").Card();

        Assert.Equal((LineState.Unresolved, LineState.MissingInput), (card.Line("phasing").State, card.Line("context-street-kind").State));
        Assert.EndsWith("aangeraden (2), alleen bij: woonstraat; afgeraden, kan beter (2), alleen bij: winkelstraat. Er is niet gekozen.", card.Line("phasing").Explanation.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rating_for_one_context_alone_is_missing_where_that_is_not_known_and_none_in_another()
    {
        var cards = Cards.By(json => json["aspects"]![1]!["options"]![0]!["ratings"]!.AsArray().RemoveAt(1)).Choice("phasing", "in één keer");

        Assert.Equal(LineState.MissingInput, cards.Card().Line("phasing").State);
        Assert.EndsWith("Het oordeel hangt af van iets dat niet bekend is: aangeraden (2), alleen bij: woonstraat.", cards.Card().Line("phasing").Explanation.Nl, StringComparison.Ordinal);
        Assert.Equal(LineState.NotNormed, cards.Choice("street-kind", "winkelstraat").Card().Line("phasing").State);
    }

    [Fact]
    public void A_contested_rating_shows_both_places()
    {
        var card = Cards.Choice("parking", "elders in de buurt").Card();

        Assert.Equal("Elders in de buurt. De bron oordeelt verschillend: aangeraden (3); afgeraden, kan beter (4). Er is niet gekozen.", card.Line("parking").Explanation.Nl);
        Assert.Equal(["parking"], card.Finding("contested").Lines);
    }

    [Fact]
    public void Intended_choices_have_lines_and_totals_of_their_own()
    {
        var card = Cards.Choice("works-by", "meerdere aannemers", "één aannemer").Choice("parking", "geen vervanging").Card();

        Assert.Equal([0m, 2m, 1m, 0m], card.Totals("advised", "to-improve", "advised-intended", "to-improve-intended"));
        Assert.Equal("Voor 1 van de 3 keuzes bent u van plan wat wordt aangeraden; 0 kunnen beter. Van 2 is de keuze of het oordeel niet bekend.", card.Line("choices-intended").Explanation.Nl);
        Assert.Equal((LineState.MissingInput, "Er is geen voornemen bekend."), (card.Line("parking-intended").State, card.Line("parking-intended").Explanation.Nl));
        Assert.False(card.Finds("intent-only"));
    }

    [Fact]
    public void Without_any_intention_there_are_no_lines_of_it() =>
        Assert.DoesNotContain(Cards.Choice("works-by", "één aannemer").Card().Lines, line => line.Code.EndsWith("-intended", StringComparison.Ordinal));

    [Fact]
    public void A_later_intention_leaves_the_choice_of_now_as_it_was()
    {
        var card = Cards.Choice("works-by", "meerdere aannemers").Choice("works-by", null, "één aannemer", "2020-09-30").Card();

        Assert.Equal(("several-contractors", "one-contractor"), (card.Line("works-by").Outcome!.Code, card.Line("works-by-intended").Outcome!.Code));
    }

    [Fact]
    public void Unknown_choices_are_missing_and_nothing_is_advised_against()
    {
        var card = Cards.Answer("stop-moment", "yes").Card();

        Assert.Equal((LineState.MissingInput, LineState.MissingInput), (card.Line("choices").State, card.Line("works-by").State));
        Assert.Equal([null, null, null], card.Totals("advised", "acceptable", "to-improve"));
    }

    [Theory]
    [InlineData("in eigen beheer", false)]
    [InlineData("één aannemer", true)]
    public void Two_words_for_one_option_do_not_differ(string second, bool differs)
    {
        var card = Cards.By(json => json["datasets"]!.AsArray().Add(ChecklistCards.Second))
            .Choice("works-by", "eigen mensen").From(ChecklistCards.Second).Choice("works-by", second).Card();

        Assert.Equal(("own-staff", differs), (card.Line("works-by").Outcome!.Code, card.Finds("source-differs")));
    }

    [Fact]
    public void An_aspect_that_the_rules_do_not_have_is_named_with_those_that_they_have() =>
        Assert.Contains("works-by, phasing, parking, street-kind", Cards.Choice("lighting", "led").Answer("stop-moment", "yes").Card().Finding("aspect-unknown").Message.Nl);
}

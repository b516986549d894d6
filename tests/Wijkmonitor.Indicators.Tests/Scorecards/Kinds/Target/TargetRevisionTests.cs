using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Target;

/// <summary>Targets that were revised, in the year of the decision and by their date.</summary>
public sealed class TargetRevisionTests
{
    [Fact]
    public void A_decision_has_a_scorecard_in_its_year_though_nothing_was_measured_in_it()
    {
        var cards = TargetCards.Plain().Subject().Revised("2012-06-30", 90, "2022-01-01").Measured("2014-12-31", 30).Revised("2015-06-30", 60, "2030-01-01");
        var card = cards.Card(2015);

        Assert.Equal([2014, 2015], cards.Cards.Select(found => found.Period.Year));
        Assert.Equal((30m, 50.0m), (card.Line("value").Value, card.Line("done-last").Value));
        Assert.Contains("31 december 2014", card.Line("value").Explanation.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_is_not_after_the_start_is_said_to_be_so()
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", 30).Revised("2014-06-30", 60, "2009-01-01").Card();

        Assert.Equal(
            (LineState.Unresolved, "De datum van dit doel ligt niet na het begin."), (card.Line("expected-last").State, card.Line("expected-last").Explanation.Nl));
    }
}

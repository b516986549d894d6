using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.ProjectLedger;

/// <summary>Amounts of few homes and counts that are withheld, with all that they follow from.</summary>
public sealed class ProjectDisclosureTests
{
    private static readonly string[] Amounts =
    [
        "cost", "cost-per-unit", "party-owners", "overrun-gross", "exposure", "overdue", "works-delivered-paid", "works-undelivered-unpaid", "coverage-gap", "verified-progress",
        "progress-difference", "delay-cost", "stop-coverage-gap", "stop-overdue",
    ];

    [Theory]
    [InlineData(4, LineState.Suppressed)]
    [InlineData(5, LineState.Valued)]
    [InlineData(0, LineState.Suppressed)]
    public void Amounts_of_a_project_of_few_homes_are_withheld_in_total_and_per_home(int units, LineState state)
    {
        var card = Fill(new ProjectCards().Subject(units)).Card();

        Assert.All(Amounts.Except(["cost-per-unit", "delay-cost"]), code => Assert.Equal((code, state), (code, card.Line(code).State)));
        Assert.All(card.Lines.Where(line => line.State == LineState.Suppressed), line => Assert.Equal((0, 0, null), (line.Inputs.Count, line.Figures.Count, line.Value)));
        Assert.Equal(state == LineState.Suppressed, card.Finds("suppressed"));
    }

    [Fact]
    public void Nothing_on_a_card_gives_a_withheld_amount_away()
    {
        var card = Fill(new ProjectCards().Subject(4)).Card();
        var texts = card.Lines.Select(line => line.Explanation.Nl).Concat(card.Findings.Select(finding => finding.Message.Nl)).ToList();

        Assert.All(texts, text => Assert.DoesNotContain("€", text, StringComparison.Ordinal));
        Assert.Equal((null, null), (card.Total("cost").Value, card.Total("cost").IsLowerBound));
        Assert.DoesNotContain(card.Findings, finding => finding.Code is "overdue" or "stop-rule" or "source-differs" or "progress-unverified");
        Assert.Equal(LineState.Valued, card.Line("milestone-end").State);
    }

    [Theory]
    [InlineData(12, LineState.Suppressed)]
    [InlineData(10, LineState.Valued)]
    public void The_stricter_of_the_rules_and_the_deployment_counts(int limit, LineState state) =>
        Assert.Equal(state, Fill(new ProjectCards().Subject(10)).Withhold(new SuppressionRule(limit)).Card().Line("cost").State);

    [Fact]
    public void Amounts_are_not_shown_where_nobody_said_of_how_many_homes()
    {
        var card = Fill(new ProjectCards().Subject(units: null)).Card();

        Assert.All(Amounts.Take(12), code => Assert.Equal((code, LineState.Suppressed, 0), (code, card.Line(code).State, card.Line(code).Inputs.Count)));
        Assert.StartsWith("Het aantal woningen van dit project is niet aangeleverd.", card.Line("cost").Explanation.Nl, StringComparison.Ordinal);
        Assert.DoesNotContain("€", string.Concat(card.Lines.Select(line => line.Explanation.Nl)), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_count_something_else_show_nothing_of_few_homes_either() => Assert.Equal(
        (LineState.Suppressed, LineState.Valued),
        (Fill(new ProjectCards().By(json => json["counted"] = "other").Subject(4)).Card().Line("cost").State,
            Fill(new ProjectCards().By(json => json["counted"] = "other").Subject(4, "areas")).Card().Line("cost").State));

    [Fact]
    public void Published_amounts_are_shown_and_what_has_others_in_it_is_not()
    {
        var card = new ProjectCards().Subject(4).Publish().Funding("bridge", 100_000, "fund", "loan", drawn: "2018-01-01").Deliver().Funding("own", 40_000).Card();

        Assert.Equal((LineState.Valued, 100_000m), (card.Line("exposure").State, card.Line("exposure").Value));
        Assert.All(new[] { "cost", "party-owners", "party-fund" }, code => Assert.Equal(LineState.Suppressed, card.Line(code).State));
    }

    [Fact]
    public void Published_amounts_do_not_give_a_number_of_homes_away_that_is_not_published()
    {
        static Scorecard Card(bool isPublished)
        {
            var cards = new ProjectCards();
            return (isPublished ? cards.Publish().Subject(4) : cards.Subject(4).Publish()).Funding("own", 40_000).Budget("works", 10_000).Budget("guidance", 0, "project").Card();
        }

        Assert.Equal((LineState.Valued, LineState.Suppressed, LineState.Suppressed), (Card(false).Line("cost").State, Card(false).Line("cost-per-unit").State, Card(false).Line("overrun-gross").State));
        Assert.Equal((10_000m, 0m), (Card(true).Line("cost-per-unit").Value, Card(true).Line("overrun-gross").Value));
    }

    [Theory]
    [InlineData(20, 3, null, LineState.Suppressed)]
    [InlineData(20, 17, null, LineState.Suppressed)]
    [InlineData(20, 10, 13, LineState.Suppressed)]
    [InlineData(20, 10, 15, LineState.Valued)]
    [InlineData(20, 20, null, LineState.Valued)]
    public void Few_homes_that_wait_or_do_not_wait_or_no_longer_wait_are_withheld_in_all_years(int units, int waiting, int? later, LineState state)
    {
        var cards = new ProjectCards().Subject(units).Delay(600, waiting, "2019-01-01", "2019-12-31").Position("2019-12-31", 0);
        var all = (later is { } number ? cards.Delay(600, number, "2020-01-01", "2020-12-31").Position("2020-12-31", 0) : cards).Cards;

        Assert.All(all, card => Assert.Equal(state, card.Line("delay-cost").State));
        Assert.Equal(state == LineState.Suppressed, all.All(card => card.Line("delay-cost").Inputs.Count == 0));
    }

    [Fact]
    public void Homes_that_wait_together_leave_few_that_do_not()
    {
        static LineState State(int units) =>
            new ProjectCards().Subject(units).Delay(600, 5, "2020-01-01").Delay(600, 5, "2020-02-01").Position("2020-12-31", 0).Card().Line("delay-cost").State;

        Assert.Equal((LineState.Suppressed, LineState.Valued), (State(12), State(15)));
    }

    [Fact]
    public void Those_who_give_hours_are_not_named_where_amounts_are_withheld()
    {
        static string Find(int units) => new ProjectCards().Subject(units).Funding("own", 40_000).Funding("hours", null, "owners", "in-kind", pm: true, note: "Eigen uren")
            .Card().Findings.Single(finding => finding.Code == "pro-memorie").Message.Nl;

        Assert.EndsWith(": één post.", Find(1), StringComparison.Ordinal);
        Assert.EndsWith(": Eigen uren (eigenaars).", Find(10), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 0, LineState.Suppressed)]
    [InlineData(9, 3, LineState.Suppressed)]
    [InlineData(3, 9, LineState.Suppressed)]
    [InlineData(9, 9, LineState.Valued)]
    [InlineData(9, 0, LineState.Valued)]
    [InlineData(0, 9, LineState.Valued)]
    public void Few_signals_are_withheld_with_their_sources(int late, int inTime, LineState state)
    {
        var card = new ProjectCards().Subject().Signals(8, "2020-01-01", "2020-01-05").Signals(late, "2020-01-01").Signals(inTime, "2020-06-29").Position("2020-06-30", 0).Card();

        Assert.Equal((state, state), (card.Line("signals-open").State, card.Line("signals-late").State));
        Assert.Equal(state == LineState.Valued && late > 0, card.Finds("signals-open"));
    }

    [Fact]
    public void No_signal_is_listed() => Assert.All(
        new ProjectCards().Subject().Signals(9, "2020-01-01").Card().Lines.Where(line => line.Code.StartsWith("signals-", StringComparison.Ordinal)),
        line => Assert.Null(Assert.Single(line.Inputs).Delivery));

    [Theory]
    [InlineData("homes", 6, 6, LineState.Valued)]
    [InlineData("homes", 6, 2, LineState.Suppressed)]
    [InlineData("parts", 6, 2, LineState.Valued)]
    public void Works_with_homes_as_items_need_enough_of_them_in_each_sum(string meaning, int accepted, int open, LineState state) =>
        Assert.Equal(state, AddHomes(AddHomes(Homes(meaning), "a", accepted, "accepted", "2020-06-30"), "b", open, "tendered", "2020-06-30").Card().Line("verified-progress").State);

    [Theory]
    [InlineData(2, LineState.Suppressed)]
    [InlineData(6, LineState.Valued)]
    public void Homes_that_were_accepted_since_the_year_before_are_a_sum_too(int more, LineState state)
    {
        var cards = AddHomes(AddHomes(AddHomes(Homes("homes"), "a", 20, "accepted", "2020-06-30"), "b", 20, "tendered", "2020-06-30"), "b", more, "accepted", "2021-06-30").Cards;

        Assert.All(cards, card => Assert.Equal(state, card.Line("verified-progress").State));
    }

    private static ProjectCards Homes(string meaning) => new ProjectCards().By(json => json["works"] = meaning).Subject(60);

    private static ProjectCards AddHomes(ProjectCards cards, string prefix, int number, string state, string recorded)
    {
        for (var home = 0; home < number; home++)
        {
            cards.Work($"{prefix}-{home}", 10_000, state, recorded: recorded);
        }

        return cards;
    }

    private static ProjectCards Fill(ProjectCards cards) => cards.Funding("own", 40_000).Funding("grant", 20_000, "municipality", "grant")
        .Funding("bridge", 10_000, "fund", "loan", drawn: "2018-01-01", due: "2018-06-01").Funding("hours", null, "municipality", "in-kind", pm: true)
        .Budget("works", 10_000).Budget("guidance", 1_000, "project").Work("roofs", 100, "accepted", paid: true).Work("walls", 50, "tendered")
        .Position("2020-12-31", 10, 20, 50, 90).Delay(600, 5, "2020-01-01").Milestone("end", "baseline", "2019-12-20", recorded: "2018-06-30").Milestone("end", "actual", "2020-12-20");
}

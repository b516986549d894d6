using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Pipeline;

/// <summary>The five systems whose rules ship, with the numbers that their sources or examples give.</summary>
public sealed class PipelineSystemTests
{
    [Fact]
    public void Emma_reached_19_of_20_reports_of_one_corporation_in_January_2017()
    {
        var card = PipelineCards.Emma(PipelineCards.Published).Withhold().Card(2017);

        Assert.Equal((20m, 19m, 3m, 16m), (card.Line("reported").Value, card.Line("reached").Value, card.Line("self-help").Value, card.Line("helped").Value));
        Assert.Equal((95.0m, 15.8m, 84.2m), (card.Line("reached-share").Value, card.Line("self-help-share").Value, card.Line("helped-share").Value));
        Assert.Equal(80.0m, card.Line("helped-share").Figures["first-share"]);
        Assert.Equal((LineState.MissingInput, LineState.MissingInput), (card.Line("handed-over").State, card.Line("evaluated-share").State));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Printed_figures_of_Emma_are_shown_and_the_same_figures_delivered_are_withheld()
    {
        var shown = PipelineCards.Emma(PipelineCards.Published).Withhold().Card(2017);
        var withheld = PipelineCards.Emma(PipelineCards.Counts).Withhold().Card(2017);

        Assert.Equal((3m, 19m), (shown.Line("self-help").Value, shown.Line("reached").Value));
        Assert.All(
            new[] { "reached", "self-help", "reached-share", "self-help-share", "helped-share" },
            code => Assert.Equal((LineState.Suppressed, null, 0), (withheld.Line(code).State, withheld.Line(code).Value, withheld.Line(code).Figures.Count)));
        Assert.Equal(["suppressed"], withheld.Findings.Select(finding => finding.Code).Where(code => code == "suppressed"));
        Assert.DoesNotContain(shown.Findings, finding => finding.Code == "suppressed");
        Assert.DoesNotContain("19", string.Concat(withheld.Lines.Select(line => line.Explanation.Nl)), StringComparison.Ordinal);
        Assert.All(withheld.Lines.Where(line => line.State == LineState.Suppressed), line => Assert.Empty(line.Inputs));
    }

    [Fact]
    public void The_experience_over_months_of_Emma_is_a_line_of_its_own()
    {
        var card = PipelineCards.Emma(PipelineCards.Published).Card(2017);

        Assert.Equal((95.0m, 75m), (card.Line("reached-share").Value, card.Line("stated-reached").Value));
        Assert.Equal(new ValueRange(50, 75), card.Line("stated-intake").Range);
        Assert.Equal(["reached-share", "stated-reached"], card.Findings.Single(finding => finding.Code == "one-creditor").Lines);
        Assert.Equal(["stated-reached"], card.Findings.Single(finding => finding.Code == "approximate").Lines);
        Assert.Equal(["debt-on-hold"], card.Findings.Single(finding => finding.Code == "no-outcome").Lines);
    }

    [Theory]
    [InlineData(20, 50.0, false)]
    [InlineData(30, 75.0, false)]
    [InlineData(40, 100.0, false)]
    [InlineData(46, 115.0, true)]
    public void The_use_of_the_capacity_of_Emma_is_the_intake_of_40(int intake, double use, bool isOver)
    {
        var card = new PipelineCards("emma.json").Subject().In("2017-01").Stage("reported", intake).Card(2017);

        Assert.Equal(((decimal)use, 100m), (card.Line("capacity-use").Value, card.Line("capacity-use").Norm));
        Assert.Equal(isOver, card.Finds("over-capacity"));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void A_month_over_capacity_stays_named_after_a_quieter_one()
    {
        var card = new PipelineCards("emma.json").Subject().In("2017-01").Stage("reported", 46).In("2017-02").Stage("reported", 30).Card(2017);

        Assert.Equal((75.0m, 75.0m, 115.0m), (card.Line("capacity-use").Value, card.Line("capacity-use").Figures["lowest"], card.Line("capacity-use").Figures["highest"]));
        Assert.Contains("januari 2017 (115,0%)", card.Findings.Single(finding => finding.Code == "over-capacity").Message.Nl);
    }

    [Fact]
    public void Opstap_placed_104_on_a_quota_of_100_and_held_98_of_104_talks()
    {
        var card = new PipelineCards("opstap.json").Subject().In("2016").Stage("moved-in", 104).Stage("check-6", 98, onTime: 98, late: 6).Card(2016);
        var (quota, talks) = (card.Line("quota"), card.Line("check-6-on-time"));

        Assert.Equal((104.0m, 100.0m), (quota.Value, quota.Figures["part-of-year"]));
        Assert.Equal((94.2m, 98m, 6m), (talks.Value, talks.Figures["on-time"], talks.Figures["late"]));
        Assert.Equal("98 van de 104 gesprekken na 6 maanden zijn gehouden; 6 zijn te laat.", talks.Explanation.Nl);
        Assert.Equal("98 of the 104 talks after 6 months were held; 6 are late.", talks.Explanation.En);
        Assert.Contains(card.Findings, finding => finding.Code == "late" && finding.Lines.SequenceEqual(["check-6-on-time"]));
        Assert.Contains("noemt er dertien", card.Findings.Single(finding => finding.Code == "source-differs").Message.Nl);
        Assert.Equal(["check-6", "check-12", "check-18", "check-24"], card.Lines.Select(line => line.Code).Where(code => code.StartsWith("check", StringComparison.Ordinal) && code.Length < 9));
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(60, false)]
    public void A_quota_is_behind_where_less_was_placed_than_the_part_of_the_year_that_has_passed(int placed, bool isBehind)
    {
        var card = new PipelineCards("opstap.json").By(json => json["period"] = "month").Subject().In("2017-06").Stage("moved-in", placed).Card(2017);

        Assert.Equal(49.6m, card.Line("quota").Figures["part-of-year"]);
        Assert.Equal(isBehind, card.Finds("quota-behind"));
    }

    [Fact]
    public void About_50_of_73_small_units_in_Buitenhof_were_let_again_and_the_legal_limit_is_shown()
    {
        var card = new PipelineCards("hat.json").From(PipelineCards.Published).Subject(73).In("2016").Stage("let-again", 50).Withhold().Card(2016);

        Assert.Equal((50m, 68.5m), (card.Line("let-again").Value, card.Line("let-again-share").Value));
        Assert.Equal(LineState.MissingInput, card.Line("alternatives").State);
        Assert.Equal(FindingSeverity.Warning, card.Findings.Single(finding => finding.Code == "legal-limit").Severity);
        Assert.Equal(["let-again", "let-again-share"], card.Findings.Single(finding => finding.Code == "approximate").Lines);
    }

    [Fact]
    public void Heat_connection_has_the_shares_of_its_example()
    {
        var card = PipelineCards.Heat().Card(2020);

        Assert.Equal(
            (70.0m, 78.6m, 90.9m, 60.0m, 75.0m),
            (card.Line("agreed-share").Value, card.Line("surveyed-share").Value, card.Line("plan-ready-share").Value, card.Line("delivery-set-share").Value, card.Line("handed-over-share").Value));
        Assert.Equal(22.5m, card.Line("handed-over-share").Figures["units-share"]);
        Assert.Equal(30.0m, card.Line("surveyed-extra-visits").Value);
        Assert.Equal("286 bezoeken aan 220 woningen: 30,0% meer dan één elk.", card.Line("surveyed-extra-visits").Explanation.Nl);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Heat_connection_takes_12_7_weeks_for_the_agreed_and_20_7_for_the_scope()
    {
        var card = PipelineCards.Heat().Card(2020);
        var (agreed, scope) = (card.Line("forecast-agreed"), card.Line("forecast-scope"));

        Assert.Equal((12.7m, 15m, 190m, "weeks"), (agreed.Value, agreed.Figures["rate"], agreed.Figures["to-go"], agreed.Unit));
        Assert.Equal((20.7m, 310m), (scope.Value, scope.Figures["to-go"]));
        Assert.Equal("190 van de 280 die meedoen zijn nog niet opgeleverd; met 15 per week duurt dat 12,7 weken. Dat is een rekenvoorbeeld, geen planning.", agreed.Explanation.Nl);
        Assert.Equal("190 of the 280 that take part are not yet handed over; at 15 a week that takes 12.7 weeks. That is an example calculation, not a plan.", agreed.Explanation.En);
        Assert.True(card.Finds("forecast-of"));
    }

    [Fact]
    public void Eighteen_of_24_areas_were_discussed_this_year_and_the_others_are_named()
    {
        var cards = new PipelineCards("area-review.json").Subject(24);
        for (var area = 1; area <= 24; area++)
        {
            cards.In("2019", $"gebied-{area}").Stage("discussed", 1).In("2020", $"gebied-{area}").Stage("discussed", area <= 18 ? 1 : 0);
        }

        var card = cards.Withhold(new SuppressionRule(10)).Card(2020);

        Assert.Equal((75.0m, 18m, 6m), (card.Line("coverage").Value, card.Line("coverage").Figures["reached"], card.Line("coverage").Figures["others"]));
        Assert.Equal("Van de 24 gebieden zijn er 18 dit jaar besproken; van deze 6 is het langer dan een jaar geleden.", card.Line("coverage").Explanation.Nl);
        Assert.Equal("Langer geleden dan is afgesproken: gebied 19, gebied 20, gebied 21, gebied 22, gebied 23, gebied 24.", card.Findings.Single(finding => finding.Code == "late").Message.Nl);
        Assert.Equal(100.0m, cards.Card(2019).Line("coverage").Value);
    }
}

using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Pipeline;

/// <summary>Promises of a pipeline by a day, and its alerts.</summary>
public sealed class PipelineDeadlineTests
{
    [Theory]
    [InlineData(104, true)]
    [InlineData(100, true)]
    [InlineData(99, false)]
    public void A_quota_is_due_at_the_end_of_its_year(int placed, bool isMet)
    {
        var card = new PipelineCards("opstap.json").Subject().In("2016").Stage("moved-in", placed).Card(2016);

        var deadline = Assert.Single(card.Deadlines!);
        Assert.Equal(("quota-2016", new DateOnly(2016, 12, 31), isMet, "quota"), (deadline.Code, deadline.Date, deadline.IsMet, deadline.Line));
        Assert.StartsWith("Voor 2016 zijn er 100 afgesproken", deadline.Promise.Nl, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2016, 12, 31), "Onderwerp"), (card.AsOf, card.About!.Title));
    }

    [Fact]
    public void A_quota_that_is_behind_is_an_alert_for_those_who_compare_and_those_who_lead()
    {
        var card = new PipelineCards("opstap.json").Subject().In("2016").Stage("moved-in", 40).Card(2016);

        Assert.Equal([AlertRole.Controller, AlertRole.ProgrammeManager], card.Findings.Single(finding => finding.Code == "quota-behind").AlertFor);
        Assert.Null(card.Findings.Single(finding => finding.Code == "as-of").AlertFor);
    }

    // How many were placed is withheld: that a quota was missed, or met, would tell it.
    [Theory]
    [InlineData(3)]
    [InlineData(99)]
    [InlineData(101)]
    public void A_withheld_quota_does_not_tell_whether_it_was_met_and_gives_no_alert(int quota)
    {
        var card = new PipelineCards("opstap.json").By(json => json["quota"]!.AsObject()["count"] = quota).Subject().In("2016").Stage("moved-in", 4).Withhold(new SuppressionRule(5)).Card(2016);

        Assert.Null(Assert.Single(card.Deadlines!).IsMet);
        Assert.DoesNotContain(card.Findings, finding => finding.AlertFor is not null);
    }

    [Fact]
    public void Each_area_is_due_a_year_after_it_was_discussed_and_one_that_never_was_has_no_day()
    {
        var card = new PipelineCards("area-review.json").Subject(3)
            .In("2019", "noord").Stage("discussed", 1).In("2020", "noord").Stage("discussed", 1)
            .In("2019", "zuid").Stage("discussed", 1).In("2020", "zuid").Stage("discussed", 0)
            .In("2020", "west").Stage("discussed", 0).Card(2020);

        Assert.Equal(
            [("coverage-zuid", new DateOnly(2020, 12, 31)), ("coverage-noord", new DateOnly(2021, 12, 31))],
            card.Deadlines!.Select(deadline => (deadline.Code, deadline.Date)));
        Assert.Equal(AlertRole.Controller, card.Findings.Single(finding => finding.Code == "late").AlertFor![0]);
    }

    [Fact]
    public void A_group_of_people_or_homes_has_no_day_of_its_own()
    {
        var card = new PipelineCards("opstap.json").By(json =>
        {
            json["quota"] = null;
            json["coverage"] = new JsonObject { ["stage"] = "moved-in", ["months"] = 12 };
        }).Subject().In("2016", "noord").Stage("moved-in", 40).Card(2016);

        Assert.Null(card.Deadlines);
    }
}

using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Target;

/// <summary>The date of a target and the points of its path as deadlines, and what of a target is an alert.</summary>
public sealed class TargetDeadlineTests
{
    [Theory]
    [InlineData(40, false)]
    [InlineData(100, true)]
    [InlineData(120, true)]
    public void A_target_is_due_on_its_date(int value, bool isMet)
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", value).Card();

        var deadline = Assert.Single(card.Deadlines!);
        Assert.Equal(("target", new DateOnly(2020, 1, 1), isMet, "done"), (deadline.Code, deadline.Date, deadline.IsMet, deadline.Line));
        Assert.EndsWith("100 by 1 January 2020.", deadline.Promise.En, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2015, 1, 1), null), (card.AsOf, deadline.Dates));
    }

    [Fact]
    public void A_target_that_falls_is_met_below_it() =>
        Assert.Equal([false, true], new[] { 6, 4 }.Select(value => TargetCards.Plain(baseline: 10, target: 4).Subject().Measured("2015-01-01", value).Card().Deadlines![0].IsMet!.Value));

    [Fact]
    public void A_range_on_both_sides_of_the_target_leaves_open_whether_it_was_met()
    {
        Assert.Equal(
            [false, null, true, null, true],
            new (int? Low, int? High)[] { (80, 99), (90, 110), (100, 110), (50, null), (100, null) }
                .Select(range => TargetCards.Plain().Subject().Measured("2015-01-01", low: range.Low, high: range.High).Card().Deadlines![0].IsMet));
    }

    [Fact]
    public void A_revised_target_is_due_on_its_last_date_and_keeps_the_first_promise()
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", 30).Revised("2014-06-30", 60, "2025-01-01").Card();

        var deadline = Assert.Single(card.Deadlines!);
        Assert.Equal((new DateOnly(2025, 1, 1), "done-last", new DateOnly(2020, 1, 1)), (deadline.Date, deadline.Line, deadline.FirstPromise.Date));
        Assert.Equal(
            [(DeadlineDateKind.Baseline, new DateOnly(2020, 1, 1), null), (DeadlineDateKind.Replan, new DateOnly(2025, 1, 1), (DateOnly?)new DateOnly(2014, 6, 30))],
            deadline.Dates!.Select(date => (date.Kind, date.Date, date.RecordedOn)));
    }

    [Fact]
    public void A_target_without_a_date_has_no_deadline() => Assert.Null(TargetCards.Plain(until: null).Subject().Measured("2015-01-01", 40).Card().Deadlines);

    [Fact]
    public void The_points_of_a_path_are_due_until_the_target_was_revised()
    {
        TargetCards Path() => TargetCards.Plain().By(json => json["path"] = new JsonArray(
            new JsonObject { ["date"] = "2012-01-01", ["value"] = 30 }, new JsonObject { ["date"] = "2014-01-01", ["value"] = 50 })).Subject().Measured("2013-01-01", 40);

        Assert.Equal(
            [("path-2012-01-01", true), ("path-2014-01-01", false), ("target", false)],
            Path().Card().Deadlines!.Select(deadline => (deadline.Code, deadline.IsMet!.Value)));
        Assert.Equal(["target"], Path().Revised("2013-02-01", 90, "2022-01-01").Card().Deadlines!.Select(deadline => deadline.Code));
    }

    [Fact]
    public void Behind_and_without_a_finish_are_alerts()
    {
        var behind = TargetCards.Plain().By(json => json["band"] = new JsonObject { ["onTrackFrom"] = 95, ["behindBelow"] = 80 }).Subject().Measured("2015-01-01", 10).Card();
        var back = TargetCards.Plain().Subject().Measured("2015-01-01", -10).Card();

        Assert.Contains(AlertRole.Controller, behind.Findings.Single(finding => finding.Code == "behind").AlertFor!);
        Assert.Contains(AlertRole.Board, back.Findings.Single(finding => finding.Code == "no-finish").AlertFor!);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_withheld_value_does_not_tell_whether_its_target_was_met_and_gives_no_alert(int value)
    {
        var card = new TargetCards().By(json =>
        {
            json["target"] = new JsonObject { ["date"] = "2023-12-31", ["value"] = 3 };
            json["path"] = null;
            json["stock"] = null;
            json["segments"] = new JsonArray();
        }).Subject().Measured("2020-12-31", value).Withhold(new SuppressionRule(5)).Card();

        Assert.All(card.Deadlines!, deadline => Assert.Null(deadline.IsMet));
        Assert.DoesNotContain(card.Findings, finding => finding.AlertFor is not null);
    }
}

using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;
using Wijkmonitor.Indicators.Tests.Catalogue;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Engine;

/// <summary>Deadlines and alerts of a scorecard, by a kind that names its alerts.</summary>
public sealed class DeadlineTests
{
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0344");
    private static readonly DateOnly Day = new(2020, 6, 30);

    private static readonly ScorecardKindInfo Kind = new("projects", new("", ""), new("", ""), Order: 1, ScorecardLayout.Lines)
    {
        Alerts = new Dictionary<string, IReadOnlyList<AlertRole>>(StringComparer.Ordinal)
        {
            ["stop-rule"] = [AlertRole.Board],
            [Deadline.PassedAlert] = [AlertRole.Controller],
        },
    };

    [Fact]
    public void A_finding_that_the_kind_names_is_an_alert_unless_all_its_lines_are_withheld()
    {
        var card = Start();
        card.AddFinding(new Finding("stop-rule", FindingSeverity.Warning, ["shown", "withheld"], new("", "")));
        card.AddFinding(new Finding("stop-rule", FindingSeverity.Warning, ["withheld"], new("", "")));
        card.AddFinding(new Finding("stop-rule", FindingSeverity.Warning, [], new("", "")));
        card.AddFinding(new Finding("other", FindingSeverity.Warning, ["shown"], new("", "")));

        Assert.Equal([[AlertRole.Board], null, [AlertRole.Board], null], card.Build().Findings.Select(finding => finding.AlertFor?.ToArray()));
    }

    [Fact]
    public void Deadlines_are_in_order_of_day_and_one_of_a_withheld_line_hides_its_outcome()
    {
        var card = Start();
        IReadOnlyList<DeadlineDate> dates = [.. Enum.GetValues<DeadlineDateKind>().Select(kind => new DeadlineDate(kind, Day))];
        card.AddDeadline(Due("late", new DateOnly(2021, 1, 1), "shown") with { Dates = dates });
        card.AddDeadline(Due("early", Day, "withheld") with { Dates = dates, AlertFor = [AlertRole.AreaManager] });

        var built = card.Build().Deadlines!;

        Assert.Equal([("early", null), ("late", (bool?)false)], built.Select(deadline => (deadline.Code, deadline.IsMet)));
        Assert.Equal([DeadlineDateKind.Baseline, DeadlineDateKind.Replan], built[0].Dates!.Select(date => date.Kind));
        Assert.Equal(4, built[1].Dates!.Count);
        Assert.Equal((AlertRole.AreaManager, AlertRole.Controller), (Assert.Single(built[0].AlertFor!), Assert.Single(built[1].AlertFor!)));
    }

    [Fact]
    public void A_code_is_there_once() => Assert.Throws<ArgumentException>(() =>
    {
        var card = Start();
        card.AddDeadline(Due("gate", Day, "shown"));
        card.AddDeadline(Due("gate", Day.AddDays(1), "shown"));
    });

    [Fact]
    public void A_scorecard_without_deadlines_has_none_of_its_members()
    {
        var card = Start().Build();

        Assert.Null(card.Deadlines);
        Assert.Null(card.About);
        Assert.Null(card.AsOf);
    }

    // A loose date is late after its last day; a day is not late on itself, and nothing is late of which nobody knows whether it was met.
    [Theory]
    [InlineData("2020-06-30", null, false, false)]
    [InlineData("2020-07-01", null, false, true)]
    [InlineData("2020-08-31", "2020-08-31", false, false)]
    [InlineData("2020-09-01", "2020-08-31", false, true)]
    [InlineData("2030-01-01", null, true, false)]
    [InlineData("2030-01-01", null, null, false)]
    public void A_deadline_is_late_after_its_last_day(string today, string? until, bool? isMet, bool isLate)
    {
        var deadline = Due("gate", Day, "shown") with { Until = until is null ? null : DateOnly.ParseExact(until, "O"), IsMet = isMet };

        Assert.Equal(isLate, deadline.IsLate(DateOnly.ParseExact(today, "O")));
    }

    [Fact]
    public void The_first_promise_stays_the_yardstick()
    {
        Assert.Equal(Day, Due("gate", Day, "shown").FirstPromise.Date);
        Assert.Equal(new DateOnly(2017, 9, 30), (Due("gate", Day, "shown") with
        {
            Dates = [new DeadlineDate(DeadlineDateKind.Baseline, new DateOnly(2017, 9, 30)), new DeadlineDate(DeadlineDateKind.Replan, Day)],
        }).FirstPromise.Date);
    }

    private static Deadline Due(string code, DateOnly day, string line) => new(code, new("", ""), day, new("", ""), IsMet: false) { Line = line };

    private static ScorecardBuilder Start()
    {
        var municipality = new MunicipalityContext(new MunicipalityFigures(
            Municipality, IndicatorCatalogueTests.Shipped(), [new Area(Municipality, "Utrecht", 2020)], new ObservationSet([]), []));
        var card = new ScorecardBuilder(Kind, "rules-1", municipality.GetArea(Municipality, new Period(2020), 2020));
        card.AddLine("shown", new("", ""), new("", ""), "homes").WithValue(3).Explain(_ => "");
        card.AddLine("withheld", new("", ""), new("", ""), "homes").Require(LineState.Suppressed, new("", ""));
        return card;
    }
}

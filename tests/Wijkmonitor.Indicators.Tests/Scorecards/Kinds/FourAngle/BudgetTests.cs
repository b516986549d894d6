using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;
using Wijkmonitor.Indicators.Tests.SocialMortgage;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.FourAngle;

/// <summary>The example of the domain: B 100,000; homes 400, 400 and 200; severity 0.8, 0.5 and 0.2.</summary>
public sealed class BudgetTests
{
    [Theory]
    [InlineData(BudgetMode.ByHomes, "40000 40000 20000")]
    [InlineData(BudgetMode.Severity, "53333.34 33333.33 13333.33")]
    [InlineData(BudgetMode.SeverityByHomes, "57142.86 35714.28 7142.86")]
    public void The_example_is_split_to_the_cent(BudgetMode mode, string parts)
    {
        var card = Budget(mode).Card(Example(), Monitor.City, 2018);

        var lines = card.Lines.Where(line => line.Code.StartsWith("budget-")).ToList();
        Assert.Equal(parts.Split(' ').Select(part => decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture)), lines.Select(line => line.Amount!.Value));
        Assert.All(lines, line => Assert.Equal((LineState.Valued, line.Amount), (line.State, line.Value)));
        Assert.Equal(100_000m, card.Total("budget"));
        Assert.Equal([40_000m, 40_000m, 20_000m], lines.Select(line => line.Reference!.Value));
        Assert.Equal(0, lines.Sum(line => line.Figures["difference-with-homes"]));
    }

    [Theory]
    [InlineData(BudgetMode.ByHomes)]
    [InlineData(BudgetMode.Severity)]
    [InlineData(BudgetMode.SeverityByHomes)]
    public void Each_part_can_be_computed_again_from_its_steps(BudgetMode mode) => Assert.All(
        Budget(mode).Card(Example(), Monitor.City, 2018).Lines.Where(line => line.Code.StartsWith("budget-")),
        line => Assert.Equal(line.Amount, Explained.Amount(line)));

    [Fact]
    public void All_three_ways_and_the_difference_with_the_split_by_homes_are_shown()
    {
        var line = Budget(BudgetMode.SeverityByHomes).Card(Example(), Monitor.City, 2018).Line($"budget-{Monitor.First}");

        Assert.Equal(
            (400m, 0.8m, 40_000m, 53_333.34m, 57_142.86m, 17_142.86m),
            (line.Figures["homes"], line.Figures["severity"], line.Figures["by-homes"], line.Figures["by-severity"], line.Figures["by-severity-and-homes"], line.Figures["difference-with-homes"]));
        Assert.Equal("€ 57.142,86, verdeeld naar ernst maal het aantal woningen. Alleen naar het aantal woningen zou het € 40.000 zijn; dit is € 17.142,86 meer.", line.Explanation.Nl);
        Assert.Equal("Selwerd", line.Label.Nl);
    }

    [Fact]
    public void An_area_without_a_score_has_its_share_by_homes_first()
    {
        var observed = WithHomes(new Observed().WithScores(2018, 20, 50).Without(Monitor.Third, 2018, "burglaries", ObservedState.Unknown));

        var card = Budget(BudgetMode.Severity).Card(observed, Monitor.City, 2018);

        Assert.Equal(
            [49_230.77m, 30_769.23m, 20_000m],
            card.Lines.Where(line => line.Code.StartsWith("budget-")).Select(line => line.Amount!.Value));
        Assert.Equal([$"budget-{Monitor.Third}"], card.Finding("budget-without-score")!.Lines);
        Assert.All(card.Lines.Where(line => line.Code.StartsWith("budget-")), line => Assert.Equal(line.Amount, Explained.Amount(line)));
    }

    [Fact]
    public void The_budget_waits_for_missing_scores_when_the_rules_say_so()
    {
        var observed = WithHomes(new Observed().WithScores(2018, 20, 50).Without(Monitor.Third, 2018, "burglaries", ObservedState.Unknown));

        var card = Budget(BudgetMode.Severity, UnscoredAreaRule.NoSplit).Card(observed, Monitor.City, 2018);

        Assert.All(card.Lines.Where(line => line.Code.StartsWith("budget-")), line => Assert.Equal((LineState.MissingInput, null), (line.State, line.Amount)));
        Assert.Null(card.Total("budget"));
        Assert.NotNull(card.Finding("budget-not-split"));
    }

    [Fact]
    public void Without_a_budget_or_any_severity_nothing_is_split()
    {
        var none = Budget(BudgetMode.Severity).Card(WithHomes(Monitor.WithScores(2018, 20, 50, 80), budget: null), Monitor.City, 2018);
        var content = Budget(BudgetMode.Severity).Card(WithHomes(Monitor.WithScores(2018, 100, 100, 100)), Monitor.City, 2018);

        Assert.Equal(LineState.MissingInput, none.Line($"budget-{Monitor.First}").State);
        Assert.Equal(LineState.Unresolved, content.Line($"budget-{Monitor.First}").State);
    }

    [Fact]
    public void An_area_with_an_unknown_number_of_homes_is_left_out_by_name()
    {
        var observed = Monitor.WithScores(2018, 20, 50, 80).Value(Monitor.City, 2018, "liveability_budget", 100_000)
            .Value(Monitor.First, 2018, "homes_managed", 400).Value(Monitor.Second, 2018, "homes_managed", 400);

        var card = Budget(BudgetMode.Severity).Card(observed, Monitor.City, 2018);

        Assert.Contains(Monitor.Third, card.Finding("budget-homes-missing")!.Message.Nl);
        Assert.Equal([$"budget-{Monitor.Third}"], card.Totals.Single(total => total.Code == "budget").LeavesOut.Single().Codes);
        Assert.Equal(100_000m, card.Total("budget"));
    }

    [Fact]
    public void Actual_staff_is_compared_with_the_share_by_severity()
    {
        var observed = Monitor.WithScores(2018, 20, 50, 80)
            .Value(Monitor.First, 2018, "staff_fte", 2).Value(Monitor.Second, 2018, "staff_fte", 3).Value(Monitor.Third, 2018, "staff_fte", 1);

        var card = (Monitor.Rules with { Staff = new StaffRules("staff_fte") }).Card(observed, Monitor.City, 2018);

        var lines = card.Lines.Where(line => line.Code.StartsWith("staff-")).ToList();
        Assert.Equal([(2m, 3.2m, -1.2m), (3m, 2m, 1m), (1m, 0.8m, 0.2m)], lines.Select(line => (line.Value!.Value, line.Reference!.Value, line.Figures["difference"])));
        Assert.Equal(6, card.Total("staff"));
        Assert.All(lines, line => Assert.Equal(line.Reference, Explained.Amount(line)));
    }

    [Fact]
    public void An_area_with_unknown_staff_is_left_out_by_name()
    {
        var observed = Monitor.WithScores(2018, 20, 50, 80).Value(Monitor.First, 2018, "staff_fte", 2).Value(Monitor.Second, 2018, "staff_fte", 3);

        var card = (Monitor.Rules with { Staff = new StaffRules("staff_fte") }).Card(observed, Monitor.City, 2018);

        Assert.Equal(LineState.MissingInput, card.Line($"staff-{Monitor.Third}").State);
        Assert.Equal([$"staff-{Monitor.Third}"], card.Totals.Single(total => total.Code == "staff").LeavesOut.Single().Codes);
        Assert.Equal([3.08m, 1.92m], card.Lines.Where(line => line.Reference is not null).Select(line => line.Reference!.Value));
    }

    private static FourAngleRules Budget(BudgetMode mode, UnscoredAreaRule without = UnscoredAreaRule.ShareByHomes) =>
        Monitor.Rules with { Budget = new BudgetRules("liveability_budget", "homes_managed", mode, without) };

    private static Observed Example() => WithHomes(Monitor.WithScores(2018, 20, 50, 80));

    private static Observed WithHomes(Observed observed, decimal? budget = 100_000)
    {
        observed.Value(Monitor.First, 2018, "homes_managed", 400).Value(Monitor.Second, 2018, "homes_managed", 400).Value(Monitor.Third, 2018, "homes_managed", 200);
        return budget is { } amount ? observed.Value(Monitor.City, 2018, "liveability_budget", amount) : observed;
    }
}

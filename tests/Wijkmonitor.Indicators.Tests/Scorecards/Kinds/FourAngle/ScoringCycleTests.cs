using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;
using Wijkmonitor.Indicators.Tests.SocialMortgage;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.FourAngle;

/// <summary>Relations between cycles: freshness, the attention list, and effort next to outcome.</summary>
public sealed class ScoringCycleTests
{
    [Theory]
    [InlineData(2018, "2018-12-31", 0)]
    [InlineData(2018, "2019-06-30", 6)]
    [InlineData(2018, "2019-12-31", 12)]
    [InlineData(2018, "2020-01-01", 13)]
    [InlineData(2018, "2018-03-01", 0)]
    public void The_age_of_a_figure_is_counted_from_the_end_of_its_year(int year, string asOf, int months) =>
        Assert.Equal(months, Freshness.GetAgeInMonths(new Period(year), DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(FigureOrigin.Policy, 2018, false)]
    [InlineData(FigureOrigin.Policy, 2017, false)]
    [InlineData(FigureOrigin.Policy, 2016, true)]
    [InlineData(FigureOrigin.Liveability, 2016, false)]
    [InlineData(FigureOrigin.Liveability, 2015, true)]
    public void Policy_is_stale_after_twelve_months_and_liveability_after_twenty_four(FigureOrigin kind, int year, bool stale) =>
        Assert.Equal(stale, Monitor.Rules.Freshness.IsStale(kind, new Period(year), Freshness.GetReferenceDate(new Period(2018))));

    [Theory]
    [InlineData(ObservedState.Unknown)]
    [InlineData(ObservedState.Suppressed)]
    public void A_year_with_only_stale_figures_has_no_scorecards_and_does_not_affect_other_years(ObservedState state)
    {
        var observed = new Observed()
            .Value(Monitor.First, 2015, "burglaries", 5).Without(Monitor.First, 2019, "burglaries", state).Value(Monitor.First, 2020, "burglaries", 10);

        var cards = Monitor.Rules.Compute(observed);

        Assert.Equal([2015, 2015, 2020, 2020], cards.Select(card => card.Period.Year));
        Assert.Equal(90, cards[^1].Total("score"));
    }

    [Theory]
    [InlineData(StaleFigures.LeaveOut, "50")]
    [InlineData(StaleFigures.Count, "30")]
    public void A_stale_figure_is_named_and_counts_as_the_rules_say(StaleFigures stale, string score)
    {
        var rules = Monitor.Rules with
        {
            Angles = [Monitor.Angle(AngleName.External, 1, Monitor.Scored("burglaries"), Monitor.Scored("social_assistance"))],
            Freshness = new Freshness(12, 24, stale),
        };
        var observed = new Observed().Value(Monitor.First, 2016, "social_assistance", 90).Value(Monitor.First, 2018, "burglaries", 50);

        var card = rules.Card(observed, Monitor.First, 2018);

        Assert.Equal(score, card.Total("score")!.Value.ToString("0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["social_assistance"], card.Finding("stale")!.Lines);
        Assert.Equal(24, card.Line("social_assistance").Figures["age-in-months"]);
    }

    [Fact]
    public void A_two_yearly_survey_counts_in_the_year_between_with_its_date()
    {
        var rules = Monitor.Rules with { Angles = [Monitor.Angle(AngleName.TenantSurvey, 1, Monitor.Scored("tenant_safety_grade", 1, new Normalisation(NormalisationMethod.MinMax, 4, 9), FigureOrigin.Liveability), Monitor.Scored("burglaries"))] };
        var observed = new Observed().Value(Monitor.First, 2017, "tenant_safety_grade", 7).Value(Monitor.First, 2018, "burglaries", 40);

        var card = rules.Card(observed, Monitor.First, 2018);

        Assert.Equal(60, card.Total("score"));
        Assert.Equal(["tenant_safety_grade"], card.Finding("older-figure")!.Lines);
        Assert.Contains("Het cijfer is van 2017.", card.Line("tenant_safety_grade").Explanation.Nl);
    }

    [Fact]
    public void The_attention_list_shows_entries_exits_and_changes()
    {
        var card = Monitor.Rules.Card(Monitor.WithScores(2017, 20, 30, 80).WithScores(2018, 25, 70, 40), Monitor.City, 2018);

        Assert.Equal([$"attention-{Monitor.Third}"], card.Finding("attention-entered")!.Lines);
        Assert.Equal([$"attention-{Monitor.First}"], card.Finding("attention-stayed")!.Lines);
        Assert.Equal([$"attention-{Monitor.Second}"], card.Finding("attention-left")!.Lines);
        Assert.Equal(2, card.Total("attention-list"));
        var lines = card.Lines.Where(line => line.Code.StartsWith("attention-")).ToList();
        Assert.Equal([(25m, 5m, 1m), (70m, 40m, 0m), (40m, -40m, 1m)], lines.Select(line => (line.Value!.Value, line.Figures["change"], line.Figures["listed"])));
        Assert.Equal([20m, 30m, 80m], lines.Select(line => line.Baseline!.Value));
        Assert.Equal("Dit gebied vraagt dit keer om aandacht: de score ging van 80,0 naar 40,0.", lines[2].Explanation.Nl);
        Assert.NotNull(card.Finding("no-ranking"));
    }

    [Fact]
    public void The_first_list_has_no_comparison_and_is_ordered_by_code()
    {
        var card = Monitor.Rules.Card(Monitor.WithScores(2018, 40, 90, 20), Monitor.City, 2018);

        Assert.Equal([$"attention-{Monitor.First}", $"attention-{Monitor.Third}"], card.Lines.Select(line => line.Code));
        Assert.All(card.Lines, line => Assert.DoesNotContain("change", line.Figures.Keys));
        Assert.DoesNotContain(card.Findings, finding => finding.Code.StartsWith("attention-"));
    }

    [Fact]
    public void Areas_that_tie_with_the_last_one_are_on_the_list_too() =>
        Assert.Equal(3, Monitor.Rules.Card(Monitor.WithScores(2018, 20, 30, 30), Monitor.City, 2018).Total("attention-list"));

    [Fact]
    public void Scores_on_different_boundaries_are_not_compared()
    {
        var observed = new Observed().Value(Monitor.First, 2017, "burglaries", 80, boundaryYear: 2015).WithScores(2018, 30);

        var line = Monitor.Rules.Card(observed, Monitor.City, 2018).Line($"attention-{Monitor.First}");

        Assert.Null(line.Baseline);
        Assert.Contains("niet te vergelijken", line.Explanation.Nl);
    }

    [Theory]
    [InlineData(60, 10_000, "7500")]
    [InlineData(52, 10_000, "7500")]
    [InlineData(51, 10_000, null)]
    [InlineData(50, 10_000, null)]
    [InlineData(40, 10_000, null)]
    [InlineData(60, 0, null)]
    public void A_score_that_rises_while_there_is_effort_improves_with_support_and_the_budget_tapers(int score, int effort, string? next)
    {
        var rules = Monitor.Rules with { Effort = new EffortRules("liveability_effort", MinRise: 2, Keep: 75) };
        var observed = Monitor.WithScores(2017, 50).WithScores(2018, score).Value(Monitor.First, 2018, "liveability_effort", effort);

        var card = rules.Card(observed, Monitor.First, 2018);

        var line = card.Line("effort");
        Assert.Equal((LineState.Valued, (decimal)effort, score - 50m), (line.State, line.Value, line.Figures["score-change"]));
        Assert.Equal(next is not null, card.Finding("improving-with-support") is not null);
        Assert.Equal(next, line.Figures.TryGetValue("next-year-at-least", out var kept) ? kept.ToString("0", System.Globalization.CultureInfo.InvariantCulture) : null);
        if (next is not null)
        {
            Assert.Equal(7_500, Explained.Amount(line));
        }
    }

    [Fact]
    public void Effort_in_full_time_equivalents_tapers_and_missing_effort_is_missing_input()
    {
        var rules = Monitor.Rules with { Effort = new EffortRules("staff_fte", MinRise: 0, Keep: 50) };
        var observed = Monitor.WithScores(2017, 50).WithScores(2018, 60);

        Assert.Equal(LineState.MissingInput, rules.Card(observed, Monitor.First, 2018).Line("effort").State);
        Assert.Equal(0.75m, rules.Card(observed.Value(Monitor.First, 2018, "staff_fte", 1.5m), Monitor.First, 2018).Line("effort").Figures["next-year-at-least"]);
    }
}

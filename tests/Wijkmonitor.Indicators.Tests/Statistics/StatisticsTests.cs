using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Statistics;
using Wijkmonitor.Indicators.Tests.Datasets;

namespace Wijkmonitor.Indicators.Tests.Statistics;

public sealed class StatisticsTests
{
    private static readonly Indicator LowerIsBetter = Reading.Catalogue.Find("early_school_leavers")!;

    [Fact]
    public void Z_scores_are_in_standard_deviations_of_the_population()
    {
        var scores = ZScores.Compute([2, 4, 4, 4, 5, 5, 7, 9])!;

        Assert.Equal((8, 5m, 2m), (scores.Count, scores.Mean, scores.Deviation));
    }

    [Fact]
    public void Fewer_than_two_or_equal_values_have_no_scores()
    {
        Assert.Null(ZScores.Compute([]));
        Assert.Null(ZScores.Compute([3]));
        Assert.Null(ZScores.Compute([0.1m, 0.1m, 0.1m]));
    }

    // Among 100 persons the interval of 20 % is 13.3 to 28.9.
    [Theory]
    [InlineData(28, false)]
    [InlineData(29, true)]
    [InlineData(14, false)]
    [InlineData(13, true)]
    public void A_difference_is_significant_only_when_the_city_is_outside_the_interval(double city, bool isOutside)
    {
        var significance = Significance.Compute("%", 20, 100, (decimal)city)!;

        Assert.Equal(isOutside, significance.IsOutsideChance);
        Assert.Equal((13.3m, 28.9m), (Math.Round(significance.Lower, 1), Math.Round(significance.Upper, 1)));
    }

    [Fact]
    public void A_difference_may_be_chance_in_a_small_population_but_not_in_a_large_one()
    {
        Assert.False(Significance.Compute("per 1000", 30, 200, 20)!.IsOutsideChance);
        Assert.True(Significance.Compute("per 1000", 30, 20_000, 20)!.IsOutsideChance);
    }

    [Theory]
    [InlineData("EUR", 20, 100)]
    [InlineData("%", 20, null)]
    [InlineData("%", 20, 0)]
    [InlineData("%", 120, 100)]
    [InlineData("%", -1, 100)]
    public void Significance_needs_a_proportion_of_a_known_number(string unit, int rate, int? denominator) =>
        Assert.Null(Significance.Compute(unit, rate, denominator, 10));

    [Fact]
    public void Polarity_decides_whether_a_change_is_an_improvement()
    {
        Assert.Equal(
            [TrendDirection.Better, TrendDirection.Worse, TrendDirection.Same],
            new[] { (17m, 14m), (14m, 17m), (14m, 14m) }.Select(change => TrendDirections.Compare(LowerIsBetter, change.Item1, change.Item2)));
        Assert.Equal(TrendDirection.Worse, TrendDirections.Compare(LowerIsBetter with { Polarity = Polarity.HigherIsBetter }, 17, 14));
        Assert.Equal(TrendDirection.NotJudged, TrendDirections.Compare(LowerIsBetter with { Polarity = Polarity.NoJudgement }, 17, 14));
    }

    [Fact]
    public void A_rising_series_has_a_positive_slope()
    {
        var trend = Trend.Compute(Series(2014, 10, 12.1m, 13.9m, 16));

        Assert.Equal((TrendState.Found, 4, 1), (trend.State, trend.Periods, trend.Sign));
        Assert.Equal(1.98, trend.Slope!.Value, 10);
        Assert.True(trend.IsOutsideChance);
    }

    [Fact]
    public void A_falling_series_has_a_negative_slope()
    {
        var trend = Trend.Compute(Series(2014, 16, 13.9m, 12.1m, 10));

        Assert.Equal((TrendState.Found, -1), (trend.State, trend.Sign));
        Assert.Equal(-1.98, trend.Slope!.Value, 10);
        Assert.True(trend.IsOutsideChance);
    }

    // R: summary(lm(c(1,3,2,5,4) ~ c(0,1,2,3,4))) gives slope 0.8, t 2.309, p 0.1041.
    [Fact]
    public void A_slope_within_chance_is_marked()
    {
        var trend = Trend.Compute(Series(2014, 1, 3, 2, 5, 4));

        Assert.Equal((1, false), (trend.Sign, trend.IsOutsideChance));
        Assert.Equal(0.8, trend.Slope!.Value, 10);
        Assert.Equal(0.1041, trend.Probability!.Value, 4);
    }

    [Fact]
    public void A_straight_line_is_significant_and_a_level_one_does_not_rise()
    {
        var line = Trend.Compute(Series(2014, 0.1m, 0.2m, 0.3m));
        var level = Trend.Compute(Series(2014, 0.3m, 0.3m, 0.3m));

        Assert.Equal((1, 0d, true), (line.Sign, line.Probability, line.IsOutsideChance));
        Assert.Equal((0, 1d, false), (level.Sign, level.Probability, level.IsOutsideChance));
    }

    [Fact]
    public void Years_without_a_value_are_left_out()
    {
        TrendPoint[] series = [Point(2002, 2), Point(2014, 14), Point(2008, 8), Point(2012, 12)];

        var trend = Trend.Compute(series);

        Assert.Equal((4, 1d), (trend.Periods, Math.Round(trend.Slope!.Value, 10)));
    }

    [Fact]
    public void Two_periods_or_two_boundary_years_have_no_trend()
    {
        Assert.Equal((TrendState.TooFewPeriods, null, false), (Trend.Compute(Series(2014, 1, 2)).State, Trend.Compute(Series(2014, 1, 2)).Sign, Trend.Compute(Series(2014, 1, 2)).IsOutsideChance));

        var across = Trend.Compute([.. Series(2014, 1, 2, 3), new TrendPoint(new Period(2017), 4, 2017)]);
        Assert.Equal((TrendState.SeveralBoundaries, null), (across.State, across.Sign));
    }

    [Theory]
    [InlineData(PeriodGranularity.Quarter, 4)]
    [InlineData(PeriodGranularity.Month, 12)]
    [InlineData(PeriodGranularity.SchoolYear, 1)]
    public void The_slope_of_quarters_months_and_school_years_is_by_year_too(PeriodGranularity granularity, int inYear)
    {
        var points = Enumerable.Range(0, 3 * inYear).Select(i => new TrendPoint(Period.Create(granularity, 2020 + (i / inYear), inYear == 1 ? 0 : (i % inYear) + 1), 10 + i, 2016));

        var trend = Trend.Compute([.. points]);

        Assert.Equal((TrendState.Found, 3 * inYear, (double)inYear), (trend.State, trend.Periods, Math.Round(trend.Slope!.Value, 10)));
    }

    [Fact]
    public void The_slope_of_weeks_counts_days_so_that_a_year_of_53_weeks_is_no_break()
    {
        var weeks = Enumerable.Range(50, 4).Select(week => Period.Create(PeriodGranularity.Week, 2020, week)).Append(Period.Create(PeriodGranularity.Week, 2021, 1)).ToList();

        var trend = Trend.Compute([.. weeks.Select((week, i) => new TrendPoint(week, i, 2016))]);

        Assert.Equal((5, Math.Round(365.2425 / 7, 6)), (trend.Periods, Math.Round(trend.Slope!.Value, 6)));
        Assert.Equal(0, trend.Probability);
    }

    [Fact]
    public void A_year_and_its_quarters_are_not_one_series()
    {
        var mixed = Trend.Compute([.. Series(2014, 1, 2, 3), new TrendPoint(Period.Create(PeriodGranularity.Quarter, 2017, 1), 4, 2016)]);

        Assert.Equal((TrendState.SeveralGranularities, null, false), (mixed.State, mixed.Sign, mixed.IsOutsideChance));
    }

    [Theory]
    [InlineData(7, 3, TrendState.Found)]
    [InlineData(6, 2, TrendState.TooFewPeriods)]
    public void Overlapping_moving_averages_are_left_out_of_a_trend(int years, int used, TrendState state)
    {
        var trend = Trend.Compute([.. Series(2014, [.. Enumerable.Range(1, years).Select(i => (decimal)i)]).Select(point => point with { CoversYears = 3 })]);

        Assert.Equal((state, used), (trend.State, trend.Periods));
    }

    private static TrendPoint[] Series(int first, params decimal[] values) => [.. values.Select((value, i) => Point(first + i, value))];

    private static TrendPoint Point(int year, decimal value) => new(new Period(year), value, 2016);
}

using Wijkmonitor.Indicators.Catalogue;

namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>
/// What the level of an indicator is worth by its rule in a year, counted from the baseline and before basis, worsening and caps are
/// applied. Formulas: Platform31, "Aan de slag in kwetsbare wijken" (2017), section 3.4 and table 3.1.
/// </summary>
/// <param name="Euros">The worth in euros, rounded to the cent, half away from zero; below zero for a worsening.</param>
/// <param name="Figures">What it was computed from, by name, unrounded.</param>
internal sealed record IndicatorWorth(decimal Euros, SortedDictionary<string, decimal> Figures)
{
    /// <summary>One of the figures.</summary>
    public decimal this[string figure] => Figures[figure];

    /// <summary>The worth of an indicator's level.</summary>
    /// <param name="rule">The contract's rule.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="population">The contract's inhabitants, for a cost per head.</param>
    /// <param name="value">The area's value.</param>
    /// <param name="city">The city's value; null for an own-value rule, which does not look at it.</param>
    public static IndicatorWorth Of(PricedIndicator rule, Indicator indicator, int population, decimal value, decimal? city) => rule switch
    {
        GapIndicator gap => OfGap(gap, indicator, value, city!.Value),
        OwnValueIndicator own => OfOwnValue(own, indicator, value),
        RelativeToCityIndicator relative => OfCost(relative, population, value, city!.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no formula for this rule."),
    };

    private static IndicatorWorth OfGap(GapIndicator rule, Indicator indicator, decimal value, decimal city)
    {
        var atBaseline = Judged(Gap.Of(indicator, rule.Baseline, rule.CityBaseline), indicator);
        var now = Judged(Gap.Of(indicator, value, city), indicator);
        var counted = rule.Overshoot == OvershootRule.CappedAtCity ? Math.Max(now, Math.Min(0, atBaseline)) : now;
        var figures = new SortedDictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["gap-baseline"] = atBaseline,
            ["gap"] = now,
            ["gap-counted"] = counted,
        };
        return Stepped(rule, atBaseline - counted, Math.Abs(atBaseline), figures);
    }

    private static IndicatorWorth OfOwnValue(OwnValueIndicator rule, Indicator indicator, decimal value) =>
        Stepped(rule, Judged(Gap.Improvement(indicator, rule.Baseline, value), indicator), Math.Abs(rule.Baseline), new(StringComparer.Ordinal));

    private static IndicatorWorth Stepped(SteppedIndicator rule, decimal improvement, decimal baseline, SortedDictionary<string, decimal> figures)
    {
        var measured = rule.StepUnit == StepUnit.Relative ? 100 * improvement / baseline : improvement;
        var exact = measured / rule.Step;
        var steps = rule.Rounding == StepRounding.WholeSteps ? decimal.Truncate(exact) : exact;
        figures["improvement"] = improvement;
        figures["improvement-measured"] = measured;
        figures["step"] = rule.Step;
        figures["steps"] = steps;
        figures["amount-per-step"] = rule.Amount;
        return InCents(steps * rule.Amount, figures);
    }

    private static IndicatorWorth OfCost(RelativeToCityIndicator rule, int population, decimal value, decimal city)
    {
        var change = (city - rule.CityBaseline) / rule.CityBaseline;
        var heads = rule.MeasuredAs == CostMeasure.PerHead ? population : 1;

        // Multiplied before it is divided, so that a change that is no finite decimal leaves no remainder behind.
        var expected = rule.Baseline * city / rule.CityBaseline;
        var saving = (expected - value) * heads;
        return InCents(saving * rule.SharePercent / 100, new(StringComparer.Ordinal)
        {
            ["city-change-percent"] = 100 * change,
            ["expected"] = expected,
            ["heads"] = heads,
            ["saving"] = saving,
            ["share-percent"] = rule.SharePercent,
        });
    }

    private static IndicatorWorth InCents(decimal euros, SortedDictionary<string, decimal> figures)
    {
        var worth = Math.Round(euros, 2, MidpointRounding.AwayFromZero);
        figures["worth"] = worth;
        return new IndicatorWorth(worth, figures);
    }

    private static decimal Judged(decimal? gap, Indicator indicator) =>
        gap ?? throw new InvalidOperationException($"Indicator '{indicator.Code}' has no direction; a contract that repays on it must have been refused.");
}

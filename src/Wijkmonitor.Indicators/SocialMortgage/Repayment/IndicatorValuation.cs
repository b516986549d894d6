using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

/// <summary>Value of the level of an indicator by its rule in a year.</summary>
/// <remarks>
/// It is counted from the baseline, before basis, worsening and caps are applied. Formulas: Platform31, "Aan de slag in kwetsbare wijken" (2017),
/// section 3.4 and table 3.1.
/// </remarks>
/// <param name="Euros">The worth in euros, rounded to the cent, half away from zero; below zero for a worsening.</param>
/// <param name="Figures">Figures that it was computed from, by name, unrounded.</param>
internal sealed record IndicatorValuation(Operand Euros, SortedDictionary<string, decimal> Figures)
{
    /// <summary>One of the figures.</summary>
    public decimal this[string figure] => Figures[figure];

    /// <summary>Computes the worth of an indicator's level.</summary>
    /// <param name="sum">Calculation that the steps are written down in.</param>
    /// <param name="contract">The version of the contract.</param>
    /// <param name="rule">The contract's rule.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="own">The area's observation, known.</param>
    /// <param name="city">The city's observation, known; null for an own-value rule, which does not use it.</param>
    public static IndicatorValuation Compute(
        Calculation sum, SocialMortgageContract contract, PricedIndicator rule, Indicator indicator, Observation own, Observation? city)
    {
        Operand CreateOperand(string field, decimal value) => new(value, contract.GetFieldKey($"indicators/{rule.Code}/{field}"));
        var value = Operand.FromObservation(own);
        var baseline = CreateOperand("baseline", rule.Baseline);
        return rule switch
        {
            GapIndicator gap => ComputeGap(
                sum, gap, indicator, value, Operand.FromObservation(city!), baseline, CreateOperand("cityBaseline", gap.CityBaseline), CreateOperand),
            OwnValueIndicator stepped => ComputeStepped(
                sum, stepped, sum.SubtractFromReference("improvement", indicator, baseline, value), baseline, new(StringComparer.Ordinal), CreateOperand),
            RelativeToCityIndicator relative => ComputeCost(
                sum, relative, new Operand(contract.Population.Count, contract.GetFieldKey("population/count")), value,
                Operand.FromObservation(city!), baseline, CreateOperand),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no formula for this rule."),
        };
    }

    private static IndicatorValuation ComputeGap(
        Calculation sum, GapIndicator rule, Indicator indicator, Operand value, Operand city, Operand baseline, Operand cityBaseline,
        Func<string, decimal, Operand> field)
    {
        var atBaseline = sum.SubtractFromReference("gap-baseline", indicator, baseline, cityBaseline);
        var now = sum.SubtractFromReference("gap", indicator, value, city);
        var counted = rule.Overshoot == OvershootRule.CappedAtCity
            ? sum.Max("gap-counted", now, sum.Min("best-gap", Operand.FromConstant(0), atBaseline))
            : now;
        var figures = new SortedDictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["gap-baseline"] = atBaseline.Value,
            ["gap"] = now.Value,
            ["gap-counted"] = counted.Value,
        };
        return ComputeStepped(sum, rule, sum.Subtract("improvement", atBaseline, counted), atBaseline, figures, field);
    }

    private static IndicatorValuation ComputeStepped(
        Calculation sum, SteppedIndicator rule, Operand improvement, Operand baseline, SortedDictionary<string, decimal> figures,
        Func<string, decimal, Operand> field)
    {
        // Multiplied before it is divided, once: a quotient that is no finite decimal would leave a remainder behind.
        var isRelative = rule.StepUnit == StepUnit.Relative;
        var (step, size) = (field("step", rule.Step), Math.Abs(baseline.Value));
        var measured = isRelative ? sum.Multiply("improvement-hundredfold", Operand.FromConstant(100), improvement) : improvement;
        var divisor = isRelative ? sum.Multiply("step-of-baseline", step, sum.Abs("baseline-size", baseline)) : step;
        var amount = field("amount", rule.Amount);
        figures["improvement"] = improvement.Value;
        figures["improvement-measured"] = isRelative ? measured.Value / size : measured.Value;
        figures["step"] = rule.Step;
        figures["amount-per-step"] = rule.Amount;
        if (rule.Rounding == StepRounding.WholeSteps)
        {
            var steps = sum.Truncate("steps", sum.Divide("steps-exact", measured, divisor));
            figures["steps"] = steps.Value;
            return RoundToCents(sum, sum.Multiply("worth-exact", steps, amount), figures);
        }

        figures["steps"] = measured.Value / divisor.Value;
        return RoundToCents(sum, sum.Divide("worth-exact", sum.Multiply("improvement-by-amount", measured, amount), divisor), figures);
    }

    private static IndicatorValuation ComputeCost(
        Calculation sum, RelativeToCityIndicator rule, Operand population, Operand value, Operand city, Operand baseline, Func<string, decimal, Operand> field)
    {
        var cityBaseline = field("cityBaseline", rule.CityBaseline);

        // Multiplied before it is divided, once, as above: both costs are compared times the city's baseline.
        var saving = sum.Subtract("saving-by-city-baseline",
            sum.Multiply("baseline-by-city", baseline, city), sum.Multiply("cost-by-city-baseline", value, cityBaseline));
        var heads = rule.MeasuredAs == CostMeasure.PerHead ? population : Operand.FromConstant(1);
        var ofAll = rule.MeasuredAs == CostMeasure.PerHead ? sum.Multiply("saving-of-residents", saving, heads) : saving;
        var share = sum.Multiply("saving-by-share", ofAll, field("sharePercent", rule.SharePercent));
        var divisor = sum.Multiply("city-baseline-hundredfold", Operand.FromConstant(100), cityBaseline);
        return RoundToCents(sum, sum.Divide("worth-exact", share, divisor), new(StringComparer.Ordinal)
        {
            ["city-change-percent"] = 100 * (city.Value - rule.CityBaseline) / rule.CityBaseline,
            ["expected"] = baseline.Value * city.Value / cityBaseline.Value,
            ["heads"] = heads.Value,
            ["saving"] = ofAll.Value / cityBaseline.Value,
            ["share-percent"] = rule.SharePercent,
        });
    }

    private static IndicatorValuation RoundToCents(Calculation sum, Operand euros, SortedDictionary<string, decimal> figures)
    {
        var worth = sum.Round("worth", euros);
        figures["worth"] = worth.Value;
        return new IndicatorValuation(worth, figures);
    }
}

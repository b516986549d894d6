using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Lines;

/// <summary>The pace a year that is needed for what is left.</summary>
internal static class RequiredPace
{
    /// <summary>Computes how far it is to a target, in either direction; zero beyond it.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="target">The target.</param>
    /// <param name="value">The value of now.</param>
    public static Bounds GetRest(TargetRules rules, decimal target, Bounds value)
    {
        var isUp = rules.Direction == TargetDirection.HigherIsBetter;
        return value.Map(!isUp, (_, number) => Math.Max(0, isUp ? target - number : number - target));
    }

    /// <summary>Whether nothing is left to go for certain: at the end that is furthest from the target.</summary>
    public static bool IsReached(Bounds rest) => rest.High == 0;

    /// <summary>Computes the pace: none where nothing is left.</summary>
    /// <param name="calculation">The calculation.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="end">The end of the names of its steps.</param>
    /// <param name="target">The target.</param>
    /// <param name="value">The value of now.</param>
    /// <param name="monthsLeft">Number of months that are left.</param>
    public static decimal Compute(Calculation calculation, TargetRules rules, string end, Operand target, Operand value, Operand monthsLeft)
    {
        var rest = calculation.Subtract($"rest{end}", target, value);
        var yearly = calculation.Multiply($"rest-yearly{end}", rest, Operand.FromConstant(Duration.MonthsPerYear));
        var required = calculation.Round($"required{end}", calculation.Divide($"required-unrounded{end}", yearly, monthsLeft));
        var none = Operand.FromConstant(0);
        return rest.Value == 0 || rules.IsBeyond(rest.Value, 0) ? required.Value
            : rules.Direction == TargetDirection.HigherIsBetter ? calculation.Max($"required-kept{end}", required, none).Value
            : calculation.Min($"required-kept{end}", required, none).Value;
    }
}

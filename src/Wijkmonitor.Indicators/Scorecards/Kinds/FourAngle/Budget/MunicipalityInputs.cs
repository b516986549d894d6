using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Budget;

/// <summary>Finder of the inputs of a line that come from all areas of the municipality together.</summary>
internal static class MunicipalityInputs
{
    /// <summary>Creates the inputs of steps that come from all areas together, such as sums. Their keys start with the municipality's.</summary>
    public static IEnumerable<ScorecardInput> From(IReadOnlyList<CalculationStep>? steps, string key) => (steps ?? [])
        .SelectMany(step => step.Operands)
        .Where(operand => operand.From.StartsWith(key + "/", StringComparison.Ordinal))
        .DistinctBy(operand => operand.From, StringComparer.Ordinal)
        .Select(operand => ScorecardInput.FromNumber("municipality", operand.From, operand.Value));
}

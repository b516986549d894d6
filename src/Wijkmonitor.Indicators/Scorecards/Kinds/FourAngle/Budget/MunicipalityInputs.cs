using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Budget;

/// <summary>What a line of one area takes from all areas of the municipality together.</summary>
internal static class MunicipalityInputs
{
    /// <summary>What the steps take from all areas together, as inputs: sums and the like, whose keys start with the municipality's.</summary>
    public static IEnumerable<ScorecardInput> From(IReadOnlyList<CalculationStep>? steps, string key) => (steps ?? [])
        .SelectMany(step => step.Operands)
        .Where(operand => operand.From.StartsWith(key + "/", StringComparison.Ordinal))
        .DistinctBy(operand => operand.From, StringComparer.Ordinal)
        .Select(operand => ScorecardInput.FromNumber("municipality", operand.From, operand.Value));
}

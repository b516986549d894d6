using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>A total over lines.</summary>
/// <param name="Code">What is totalled.</param>
/// <param name="Label">Its name.</param>
/// <param name="Value">The total; null where it cannot be given.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="LeavesOut">The lines that it leaves out, by state; empty where it covers all lines it is about.</param>
public sealed record ScorecardTotal(string Code, BilingualText Label, decimal? Value, string Unit, IReadOnlyList<LeftOut> LeavesOut)
{
    /// <summary>The calculation of the total, step by step; the last one gives it. Null for kinds that do not show it.</summary>
    public IReadOnlyList<CalculationStep>? Steps { get; init; }
}

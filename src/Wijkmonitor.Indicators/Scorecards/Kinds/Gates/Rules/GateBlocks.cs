namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

/// <summary>The rule for blocks whose homes have to join together.</summary>
/// <param name="Required">The percentage of homes that has to join, above 0 and at most 100; null where nobody chose any.</param>
/// <param name="Scenario">The code of the scenario that needs it.</param>
public sealed record GateBlocks(decimal? Required, string Scenario);

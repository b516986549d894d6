namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

/// <summary>The moments at which parties have agreed to decide whether to go on.</summary>
/// <param name="Agreed">The fact that says that they have agreed so.</param>
/// <param name="When">The limits; each is enough by itself.</param>
public sealed record GateStop(string Agreed, IReadOnlyList<GateTest> When);

using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

/// <summary>The advice about scenarios.</summary>
/// <param name="Scenarios">The scenarios, in order.</param>
/// <param name="Fallback">The code of the scenario that holds while nothing is decided; null where none does.</param>
/// <param name="Rules">The rules; empty where none were chosen.</param>
public sealed record GateAdvice(IReadOnlyList<GateScenario> Scenarios, string? Fallback, IReadOnlyList<AdviceRule> Rules);

/// <summary>A rule that points to a scenario.</summary>
/// <param name="When">Tests that all have to hold.</param>
/// <param name="Then">The code of the scenario.</param>
/// <param name="Weight">Its weight compared with other rules; null where nobody chose any.</param>
/// <param name="Reason">The reason, as a sentence without a capital.</param>
public sealed record AdviceRule(IReadOnlyList<GateTest> When, string Then, decimal? Weight, BilingualText Reason);

using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

/// <summary>A phase, in the order of the rules. The gate to it has its code.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Conditions">The facts that must be answered by yes before it begins, or <c>go</c> for a decision; empty where none were chosen.</param>
/// <param name="Decides">The facts that must have an answer, yes or no, before it ends, such as an instrument to use in time.</param>
/// <param name="Involves">The facts that say that a group is involved in it; an answer no is a finding.</param>
public sealed record GatePhase(
    string Code, BilingualText Label, IReadOnlyList<string> Conditions, IReadOnlyList<string> Decides, IReadOnlyList<string> Involves)
{
    /// <summary>The condition that the gate itself was decided on with a go.</summary>
    internal const string Go = "go";

    /// <summary>The code of its line.</summary>
    internal string LineCode => $"gate-{Code}";
}

/// <summary>A direction that can be chosen. It is numbered by its place in the rules.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
public sealed record GateScenario(string Code, BilingualText Label)
{
    /// <summary>The code of the line with the rules that point to it.</summary>
    internal string LineCode => $"scenario-{Code}";

    /// <summary>The code of the line with the complaints that it betters.</summary>
    internal string CoverageCode => $"coverage-{Code}";

    /// <summary>The code of the line with the good points that it worsens.</summary>
    internal string HarmCode => $"harm-{Code}";
}

/// <summary>A rule that points to a scenario.</summary>
/// <param name="When">Tests that all have to hold.</param>
/// <param name="Then">The code of the scenario.</param>
/// <param name="Weight">Its weight compared with other rules; null where nobody chose any.</param>
/// <param name="Reason">The reason, as a sentence without a capital.</param>
public sealed record AdviceRule(IReadOnlyList<GateTest> When, string Then, decimal? Weight, BilingualText Reason);

/// <summary>The advice about scenarios.</summary>
/// <param name="Scenarios">The scenarios, in order.</param>
/// <param name="Fallback">The code of the scenario that holds while nothing is decided; null where none does.</param>
/// <param name="Rules">The rules; empty where none were chosen.</param>
public sealed record GateAdvice(IReadOnlyList<GateScenario> Scenarios, string? Fallback, IReadOnlyList<AdviceRule> Rules);

/// <summary>A limit that somebody set as a point of view, and no finding of research.</summary>
/// <param name="Code">Its code: lower-case words with hyphens.</param>
/// <param name="Test">The limit.</param>
/// <param name="Holder">The party whose point of view it is, with an article.</param>
public sealed record GateStandpoint(string Code, GateTest Test, BilingualText Holder)
{
    /// <summary>The code of its line.</summary>
    internal string LineCode => $"standpoint-{Code}";
}

/// <summary>The rule for blocks whose homes have to join together.</summary>
/// <param name="Required">The percentage of homes that has to join, above 0 and at most 100; null where nobody chose any.</param>
/// <param name="Scenario">The code of the scenario that needs it.</param>
public sealed record GateBlocks(decimal? Required, string Scenario);

/// <summary>The topics that groups of people named, and what each scenario does to these.</summary>
/// <param name="Top">Length of a list of the topics that are named the most; topics with an equal number are all on it.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Topics">The topics.</param>
public sealed record GateMentions(int Top, IReadOnlyList<GateName> Groups, IReadOnlyList<GateName> Topics);

/// <summary>A code with its name for people.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
public sealed record GateName(string Code, BilingualText Label);

/// <summary>The moments at which parties have agreed to decide whether to go on.</summary>
/// <param name="Agreed">The fact that says that they have agreed so.</param>
/// <param name="When">The limits; each is enough by itself.</param>
public sealed record GateStop(string Agreed, IReadOnlyList<GateTest> When);

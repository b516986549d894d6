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

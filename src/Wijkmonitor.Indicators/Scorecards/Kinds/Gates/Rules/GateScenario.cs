using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

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

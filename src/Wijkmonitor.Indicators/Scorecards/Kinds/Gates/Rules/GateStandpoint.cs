using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

/// <summary>A limit that somebody set as a point of view, and no finding of research.</summary>
/// <param name="Code">Its code: lower-case words with hyphens.</param>
/// <param name="Test">The limit.</param>
/// <param name="Holder">The party whose point of view it is, with an article.</param>
public sealed record GateStandpoint(string Code, GateTest Test, BilingualText Holder)
{
    /// <summary>The code of its line.</summary>
    internal string LineCode => $"standpoint-{Code}";
}

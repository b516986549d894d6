using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

/// <summary>Time between two milestones that has a line of its own.</summary>
/// <param name="Code">Its code: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="From">The code of the milestone that it begins with.</param>
/// <param name="To">The code of the milestone that it ends with.</param>
public sealed record ProjectSpan(string Code, BilingualText Label, string From, string To)
{
    /// <summary>The code of its line.</summary>
    internal string LineCode => $"span-{Code}";
}

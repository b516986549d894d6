using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

/// <summary>The topics that groups of people named, and what each scenario does to these.</summary>
/// <param name="Top">Length of a list of the topics that are named the most; topics with an equal number are all on it.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Topics">The topics.</param>
public sealed record GateMentions(int Top, IReadOnlyList<GateName> Groups, IReadOnlyList<GateName> Topics);

/// <summary>A code with its name for people.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
public sealed record GateName(string Code, BilingualText Label);

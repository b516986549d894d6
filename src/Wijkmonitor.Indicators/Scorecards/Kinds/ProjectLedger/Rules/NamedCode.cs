using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

/// <summary>A code that records use, with its name for people.</summary>
/// <param name="Code">The code: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
public sealed record NamedCode(string Code, BilingualText Label);

using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

/// <summary>A role that answers; never a person.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name in a sentence, such as "the project leader".</param>
public sealed record AnsweringRole(string Code, BilingualText Label);

using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

/// <summary>A post that one party holds. Records name it as a task.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name in a sentence, such as "contact point of the residents".</param>
/// <param name="HeldBy">The party that has to hold it; null where any may.</param>
/// <param name="Risk">Description of the risk where another party holds it; null where any may.</param>
public sealed record MatrixPost(string Code, BilingualText Label, string? HeldBy, BilingualText? Risk);

using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;

/// <summary>An option of an aspect.</summary>
/// <param name="Code">The code that records may name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people; records may name it by either language.</param>
/// <param name="Ratings">The ratings that the source gives it; empty where it gives none.</param>
/// <param name="Aliases">Other words that records may name it by; absent where there are none.</param>
public sealed record ChoiceOption(string Code, BilingualText Label, IReadOnlyList<OptionRating> Ratings, IReadOnlyList<string>? Aliases = null)
{
    /// <summary>All words that name it.</summary>
    internal IEnumerable<string> Words => WrittenWords.Collect(Code, Label, Aliases);
}

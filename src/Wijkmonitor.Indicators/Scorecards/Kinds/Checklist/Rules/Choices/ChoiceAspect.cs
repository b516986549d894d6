using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;

/// <summary>An aspect of which one option is chosen.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Options">The options.</param>
public sealed record ChoiceAspect(string Code, BilingualText Label, IReadOnlyList<ChoiceOption> Options)
{
    /// <summary>Finds the option that a text names; null where it names none.</summary>
    internal ChoiceOption? Find(string text) => Options.FirstOrDefault(option => WrittenWords.Contains(option.Words, text));

    /// <summary>Validates the aspect.</summary>
    internal void Validate(RuleValidator validator, IReadOnlyList<ChoiceContext> contexts)
    {
        validator.RequireAny($"aspects.{Code}.options", Options);
        validator.RequireWords($"aspects.{Code}.options", Options.Select(option => option.Code));
        WrittenWords.RequireDistinct(validator, $"aspects.{Code}.options", Options.Select(option => option.Words));
        foreach (var option in Options)
        {
            foreach (var rating in option.Ratings)
            {
                rating.Validate(validator, $"aspects.{Code}.options.{option.Code}", contexts);
            }
        }
    }
}

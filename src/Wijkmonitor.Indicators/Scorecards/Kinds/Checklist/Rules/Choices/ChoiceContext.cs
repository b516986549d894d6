using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;

/// <summary>Something that ratings of choices may depend on, such as the kind of company.</summary>
/// <param name="Code">The code that records name it by, as an aspect: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Values">The values that it can have.</param>
public sealed record ChoiceContext(string Code, BilingualText Label, IReadOnlyList<ContextValue> Values)
{
    /// <summary>Finds the value that a text names; null where it names none.</summary>
    internal ContextValue? Find(string text) => Values.FirstOrDefault(value => WrittenWords.Contains(value.Words, text));

    /// <summary>Validates the context.</summary>
    internal void Validate(RuleValidator validator)
    {
        validator.RequireAny($"contexts.{Code}.values", Values);
        validator.RequireWords($"contexts.{Code}.values", Values.Select(value => value.Code));
        WrittenWords.RequireDistinct(validator, $"contexts.{Code}.values", Values.Select(value => value.Words));
    }
}

using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

/// <summary>A condition that is answered, or a measurement that is compared with a norm.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="IsBlocking">Whether it has to be met before money or people move.</param>
/// <param name="Theme">The theme that it is shown under; absent where it has none of its own.</param>
/// <param name="MustBe">The answer by which it is met; yes unless said otherwise.</param>
/// <param name="Measured">The measurement; absent for a condition that is answered.</param>
public sealed record ChecklistItem(
    string Code,
    BilingualText Label,
    [property: JsonPropertyName("blocking")] bool IsBlocking,
    BilingualText? Theme = null,
    RequiredAnswer MustBe = RequiredAnswer.Yes,
    ItemMeasure? Measured = null)
{
    /// <summary>Validates the item.</summary>
    internal void Validate(RuleValidator validator)
    {
        validator.Require(Measured is null || MustBe == RequiredAnswer.Yes, $"'items.{Code}.mustBe' is for an answer, and this item is measured.");
        validator.Require(!IsBlocking || Measured is null or { HasNorm: true }, $"'items.{Code}' has to be met first, and its measurement has no norm.");
        Measured?.Validate(validator, $"items.{Code}.measured");
    }
}

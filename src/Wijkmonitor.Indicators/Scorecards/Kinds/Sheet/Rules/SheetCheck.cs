using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;

/// <summary>A line of a sheet.</summary>
/// <param name="Result">The input or result that it shows; also its code.</param>
/// <param name="Label">Its name for people; that of the input or result unless said otherwise.</param>
/// <param name="Norm">The norm that it is compared with; absent where there is none.</param>
/// <param name="Text">Explanation, in which <c>{code}</c> stands for the value of an input or result.</param>
public sealed record SheetLine(
    [property: JsonPropertyName("of")] string Result, BilingualText? Label = null, SheetNorm? Norm = null, BilingualText? Text = null);

/// <summary>A norm. Without either end it is asked for and not chosen.</summary>
/// <param name="Low">The lowest value that is in order; null for none.</param>
/// <param name="High">The highest value that is in order; null for none.</param>
public sealed record SheetNorm(decimal? Low = null, decimal? High = null);

/// <summary>Something that has to hold for the sum to work.</summary>
/// <param name="Left">The input or result that is compared.</param>
/// <param name="Is">The comparison that has to hold.</param>
/// <param name="Right">The input, result or number that it is compared with; null where nobody chose one.</param>
/// <param name="Finding">The code of the finding where it does not hold: lower-case words with hyphens.</param>
/// <param name="Message">The finding in words, in which <c>{code}</c> stands for the value of an input or result.</param>
/// <param name="Label">Its name for people.</param>
public sealed record SheetCheck(string Left, SheetComparison Is, string? Right, string Finding, BilingualText Message, BilingualText Label)
{
    /// <summary>The results that are compared; only the left one where nobody chose the other.</summary>
    internal IReadOnlyList<string> Operands => Right is null ? [Left] : [Left, Right];

    /// <summary>The code of its line.</summary>
    internal string LineCode => $"check-{Finding}";

    /// <summary>The code of the line with what would turn it.</summary>
    internal string TurnCode => $"turn-{Finding}";

    /// <summary>Validates the check.</summary>
    internal void Validate(RuleValidator validator, SheetRules rules)
    {
        validator.RequireWords("checks", [Finding]);
        validator.Require(rules.FindUnit(Left) is not null, $"'checks.{Finding}.left' names '{Left}', which is no input and no result.");
        if (Right is not null && !SheetNumbers.TryParse(Right, out _))
        {
            var unit = rules.FindUnit(Right);
            validator.Require(unit is not null, $"'checks.{Finding}.right' names '{Right}', which is no input and no result.");
            validator.Require(unit is null || unit == rules.FindUnit(Left), $"'checks.{Finding}' compares '{Left}' and '{Right}', which have other units.");
        }
    }
}

/// <summary>A comparison.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<SheetComparison>))]
public enum SheetComparison
{
    /// <summary>Above.</summary>
    [JsonStringEnumMemberName("above")]
    Above,

    /// <summary>At or above.</summary>
    [JsonStringEnumMemberName("at-least")]
    AtLeast,

    /// <summary>At or below.</summary>
    [JsonStringEnumMemberName("at-most")]
    AtMost,

    /// <summary>Below.</summary>
    [JsonStringEnumMemberName("below")]
    Below,
}

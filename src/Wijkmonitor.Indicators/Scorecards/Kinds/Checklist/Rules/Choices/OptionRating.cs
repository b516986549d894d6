using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;

/// <summary>A rating of an option. Several that hold and differ are readings of the source, and none is chosen.</summary>
/// <param name="Rating">The rating: advised, acceptable, experiment or discouraged.</param>
/// <param name="Place">Place in the source.</param>
/// <param name="When">The contexts in which it holds, all of them; absent where it always does.</param>
public sealed record OptionRating(ChoiceRating Rating, string Place, IReadOnlyList<RatingCondition>? When = null)
{
    /// <summary>The contexts in which it holds.</summary>
    internal IReadOnlyList<RatingCondition> Conditions => When ?? [];

    /// <summary>Validates the rating.</summary>
    internal void Validate(RuleValidator validator, string field, IReadOnlyList<ChoiceContext> contexts)
    {
        validator.RequireText($"{field}.ratings.place", Place);
        foreach (var condition in Conditions)
        {
            var context = contexts.FirstOrDefault(known => known.Code == condition.Context);
            validator.Require(context is not null, $"'{field}.ratings.when' names '{condition.Context}', which is no context.");
            validator.Require(context?.Values.Any(value => value.Code == condition.Is) != false,
                $"'{field}.ratings.when' names '{condition.Is}', which is no value of '{condition.Context}'.");
        }
    }
}

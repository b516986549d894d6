using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>A choice for an aspect and its standing.</summary>
/// <param name="Aspect">The aspect.</param>
/// <param name="Choice">The choice as written; null where none was delivered.</param>
/// <param name="Option">The option that it names; null where it names none.</param>
/// <param name="Ratings">The ratings that hold or can hold.</param>
/// <param name="Standing">Its standing.</param>
internal sealed record JudgedChoice(
    ChoiceAspect Aspect, WrittenChoice? Choice, ChoiceOption? Option, IReadOnlyList<OptionRating> Ratings, ChoiceStanding Standing)
{
    /// <summary>The options that the source advises in the known context.</summary>
    public IReadOnlyList<ChoiceOption> Advised { get; private init; } = [];

    /// <summary>Whether it is what is advised, what will do, or what can be improved.</summary>
    public bool IsRated => Standing is ChoiceStanding.Advised or ChoiceStanding.Acceptable or ChoiceStanding.Experiment
        or ChoiceStanding.Discouraged;

    /// <summary>Judges a choice.</summary>
    /// <param name="aspect">The aspect.</param>
    /// <param name="choice">The choice as written; null where none was delivered.</param>
    /// <param name="contexts">The known values of contexts.</param>
    public static JudgedChoice Judge(ChoiceAspect aspect, WrittenChoice? choice, IReadOnlyDictionary<string, string> contexts)
    {
        if (choice is null)
        {
            return new(aspect, Choice: null, Option: null, [], ChoiceStanding.Unknown);
        }

        if (aspect.Find(choice.Text) is not { } option)
        {
            return new(aspect, choice, Option: null, [], ChoiceStanding.NoOption);
        }

        List<OptionRating> possible = [.. option.Ratings.Where(rating => Holds(rating, contexts) != false)];
        var ratings = possible.Select(rating => rating.Rating).Distinct().ToList();
        return new(aspect, choice, option, possible, ratings switch
        {
            [] => ChoiceStanding.NotNormed,
            [var rating] => possible.Exists(known => Holds(known, contexts) == true) ? GetStanding(rating) : ChoiceStanding.ContextUnknown,
            _ => ChoiceStanding.Contested,
        })
        {
            Advised = [.. aspect.Options.Where(known => known.Ratings.Any(rating => rating.Rating == ChoiceRating.Advised && Holds(rating, contexts) == true))],
        };
    }

    private static ChoiceStanding GetStanding(ChoiceRating rating) => rating switch
    {
        ChoiceRating.Advised => ChoiceStanding.Advised,
        ChoiceRating.Acceptable => ChoiceStanding.Acceptable,
        ChoiceRating.Experiment => ChoiceStanding.Experiment,
        _ => ChoiceStanding.Discouraged,
    };

    // Null where a context that it depends on is not known.
    private static bool? Holds(OptionRating rating, IReadOnlyDictionary<string, string> contexts)
    {
        List<bool?> conditions = [.. rating.Conditions.Select(condition =>
            contexts.TryGetValue(condition.Context, out var value) ? value == condition.Is : (bool?)null)];
        return conditions.Contains(false) ? false : conditions.Contains(null) ? null : true;
    }
}

using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>The sentences about choices.</summary>
/// <param name="rules">The rules.</param>
internal sealed class ChoiceSentences(ChecklistRules rules)
{
    /// <summary>Gets the name of a rating.</summary>
    public static BilingualText GetName(ChoiceRating rating) => rating switch
    {
        ChoiceRating.Advised => new("aangeraden", "advised"),
        ChoiceRating.Acceptable => new("aanvaardbaar", "acceptable"),
        ChoiceRating.Experiment => new("proef, aanvaardbaar", "experiment, acceptable"),
        _ => new("afgeraden, kan beter", "discouraged, can be improved"),
    };

    /// <summary>Explains a choice that is rated.</summary>
    public static string Explain(NumberFormatter text, JudgedChoice choice)
    {
        var rating = choice.Ratings[0].Rating;
        var places = string.Join(", ", choice.Ratings.Select(known => known.Place).Distinct(StringComparer.Ordinal));
        var advice = rating == ChoiceRating.Advised || choice.Advised.Count == 0 ? "" : text.Localize(
            $" Aangeraden wordt: {ChecklistText.Join(text, choice.Advised.Select(option => option.Label))}.",
            $" Advised: {ChecklistText.Join(text, choice.Advised.Select(option => option.Label))}.");
        return $"{DescribeChoice(text, choice)} {text.Localize(GetName(rating)).Capitalize()} ({places}).{advice}";
    }

    /// <summary>Explains a choice that is not delivered.</summary>
    public static BilingualText ExplainUnknown(bool isIntended) => isIntended
        ? new("Er is geen voornemen bekend.", "No intention is known.")
        : new("De keuze is niet bekend.", "The choice is not known.");

    /// <summary>Explains a choice that is none of the options.</summary>
    public static BilingualText ExplainNoOption(JudgedChoice choice) => BothLanguages.Write(text => text.Localize(
        $"Geschreven is: '{choice.Choice!.Text}'. Dat is geen van de keuzes: {ChecklistText.Join(text, choice.Aspect.Options.Select(option => option.Label))}.",
        $"Written is: '{choice.Choice!.Text}'. That is none of the options: {ChecklistText.Join(text, choice.Aspect.Options.Select(option => option.Label))}."));

    /// <summary>Explains a choice that the source rates in several ways.</summary>
    public BilingualText ExplainContested(JudgedChoice choice) => BothLanguages.Write(text =>
    {
        var readings = string.Join("; ", choice.Ratings.Select(rating => Describe(text, rating)));
        return DescribeChoice(text, choice) + text.Localize(
            $" De bron oordeelt verschillend: {readings}. Er is niet gekozen.", $" The source rates it in different ways: {readings}. None was chosen.");
    });

    /// <summary>Explains a choice whose rating depends on a context that is not known.</summary>
    public BilingualText ExplainContextUnknown(JudgedChoice choice) => BothLanguages.Write(text =>
    {
        var readings = string.Join("; ", choice.Ratings.Select(rating => Describe(text, rating)));
        return DescribeChoice(text, choice) + text.Localize(
            $" Het oordeel hangt af van iets dat niet bekend is: {readings}.", $" The rating depends on something that is not known: {readings}.");
    });

    /// <summary>Explains a choice that the source does not rate.</summary>
    public static string ExplainNotNormed(NumberFormatter text, JudgedChoice choice) => DescribeChoice(text, choice) + text.Localize(
        " De bron geeft hier geen oordeel over.", " The source gives no rating of this here.");

    /// <summary>Explains how many choices are as advised.</summary>
    public static string ExplainAll(NumberFormatter text, bool isIntended, int all, int advised, int improvable, int unrated)
    {
        var (doesNl, doesEn) = isIntended
            ? ("bent u van plan wat wordt aangeraden", "you intend what is advised")
            : ("doet u wat wordt aangeraden", "you do what is advised");
        var rest = unrated == 0 ? "" : text.Localize(
            $" Van {text.Format(unrated)} is de keuze of het oordeel niet bekend.", $" Of {text.Format(unrated)} the choice or its rating is not known.");
        return text.Localize(
            $"Voor {text.Format(advised)} van de {text.Format(all)} keuzes {doesNl}; {text.Format(improvable)} {(improvable == 1 ? "kan" : "kunnen")} beter.",
            $"For {text.Format(advised)} of the {text.Format(all)} choices {doesEn}; {text.Format(improvable)} can be improved.") + rest;
    }

    private static string DescribeChoice(NumberFormatter text, JudgedChoice choice)
    {
        var label = text.Localize(choice.Option!.Label).Capitalize();
        return WrittenWords.Contains([choice.Option.Code, choice.Option.Label.Nl, choice.Option.Label.En], choice.Choice!.Text)
            ? label + "."
            : label + text.Localize($" (geschreven als '{choice.Choice.Text}').", $" (written as '{choice.Choice.Text}').");
    }

    private string Describe(NumberFormatter text, OptionRating rating)
    {
        var when = rating.Conditions.Count == 0 ? "" : text.Localize(", alleen bij: ", ", only with: ") + string.Join(
            text.Localize(" en ", " and "), rating.Conditions.Select(condition => DescribeCondition(text, condition)));
        return $"{text.Localize(GetName(rating.Rating))} ({rating.Place}){when}";
    }

    private string DescribeCondition(NumberFormatter text, RatingCondition condition)
    {
        var context = rules.Contexts.First(known => known.Code == condition.Context);
        return text.Localize(context.Values.First(known => known.Code == condition.Is).Label);
    }
}

using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Findings;

/// <summary>The findings about choices.</summary>
internal static class ChoiceFindings
{
    /// <summary>Adds the findings.</summary>
    public static void Add(ChecklistCard card)
    {
        if (card.Rules.Aspects.Count == 0)
        {
            return;
        }

        var (now, intended) = (card.GetChoices(isIntended: false), card.GetChoices(isIntended: true));
        var onlyIntended = now.Where(choice => choice.Choice is null && intended.Any(later => later.Aspect == choice.Aspect && later.Choice is not null));
        card.Builder.AddFinding("intent-only", FindingSeverity.Warning, onlyIntended.Select(choice => choice.Aspect.Code),
            "Hiervan is alleen een voornemen bekend. Een intentieverklaring is geen afspraak.",
            "Only an intention is known of these. A letter of intent is not a formal agreement.");
        var contested = GetLines(now, intended, ChoiceStanding.Contested);
        card.Builder.AddFinding("contested", FindingSeverity.Information, contested,
            "De bron oordeelt hier verschillend over. Beide oordelen staan op de kaart; er is niet gekozen.",
            "The source rates these in different ways. Both ratings are on the card; none was chosen.");
        List<string> withoutOption =
        [
            .. GetLines(now, intended, ChoiceStanding.NoOption),
            .. card.Rules.Contexts
                .Where(context => card.Records.GetChosen(context.Code, card.Year).Counted is [var chosen, ..] && context.Find(chosen.Text) is null)
                .Select(context => LineNames.GetContext(context.Code)),
        ];
        card.Builder.AddFinding("choice-unknown", FindingSeverity.Warning, withoutOption,
            "Dit is geen van de keuzes die de regels kennen. De tekst staat er zoals hij is geschreven.",
            "This is none of the options of the rules. The text is there as it was written.");
    }

    private static IEnumerable<string> GetLines(IReadOnlyList<JudgedChoice> now, IReadOnlyList<JudgedChoice> intended, ChoiceStanding standing) =>
    [
        .. now.Where(choice => choice.Standing == standing).Select(choice => choice.Aspect.Code),
        .. intended.Where(choice => choice.Standing == standing).Select(choice => choice.Aspect.Code + LineNames.Intended),
    ];
}

using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>Builder of the findings of a compass.</summary>
internal static class CompassFindings
{
    /// <summary>Adds the findings, in a fixed order; each names its lines.</summary>
    public static void Add(ScorecardBuilder card, IReadOnlyList<Judgement> judgements, CompassChange change, ILookup<string, AreaRecord> actions)
    {
        var boundaries = NumberFormatter.Nl.FormatYear(change.FirstBoundaryYear);
        card.AddFinding("boundary-change", FindingSeverity.Warning, change.AcrossBoundaries,
            $"De cijfers van de start horen bij andere grenzen ({boundaries}); daarom is niet vergeleken.",
            $"The figures at the start are for other boundaries ({boundaries}); so nothing was compared.");
        card.AddFinding("missing", FindingSeverity.Warning, GetCodes(judgements, j => j.State == LineState.MissingInput && !IsTooIncomplete(j)),
            "Van deze indicatoren ontbreekt het cijfer van het gebied of van de stad.",
            "Of these figures the area's or the city's is missing.");
        card.AddFinding("incomplete", FindingSeverity.Warning, GetCodes(judgements, IsTooIncomplete),
            "Van het gebied of van de stad is bij deze indicatoren te weinig geleverd om te oordelen; het cijfer gaat over wat er is.",
            "Too little was delivered of the area or the city to judge these indicators; the figure is about what there is.");
        card.AddFinding("suppressed", FindingSeverity.Information, GetCodes(judgements, j => j.State == LineState.Suppressed),
            "Deze cijfers worden niet getoond, omdat zij over te weinig mensen gaan of te herleiden zouden zijn uit wat wel getoond wordt.",
            "These figures are not shown, because they are about too few people or could be had from what is shown.");
        card.AddFinding("provisional", FindingSeverity.Information, GetCodes(judgements, j => j.Own?.Provisional == true || j.City.Own?.Provisional == true),
            "Deze cijfers zijn voorlopig en kunnen nog veranderen.",
            "These figures are provisional and may still change.");
        card.AddFinding("derived-city", FindingSeverity.Information, GetCodes(judgements, j => j.City.Derived is not null),
            "Het cijfer van de stad is hier het gewogen gemiddelde van de buurten, omdat de gemeente zelf ontbreekt.",
            "The city's figure is the weighted mean of its neighbourhoods here, because the municipality's own is missing.");
        card.AddFinding("turned-for-the-better", FindingSeverity.Information, change.Better,
            "Gunstiger van kleur dan bij de start.", "Of a more favourable colour than at the start.");
        card.AddFinding("turned-for-the-worse", FindingSeverity.Information, change.Worse,
            "Minder gunstig van kleur dan bij de start.", "Of a less favourable colour than at the start.");
        card.AddFinding("within-chance", FindingSeverity.Information,
            GetCodes(judgements, j => j.Signal is Signal.Red or Signal.Green && j.Significance?.IsOutsideChance == false),
            "Het verschil met de stad kan hier toeval zijn: zo veel scheelt het bij zo weinig mensen ook zonder oorzaak. De kleur verandert daardoor niet.",
            "The difference with the city may be chance here: among so few it differs as much without a cause. The colour stays what it is.");
        var reds = judgements.Where(j => j.Signal == Signal.Red).ToList();
        foreach (var red in reds.Where(j => actions.Contains(j.Indicator.Code)))
        {
            var text = CompassText.ExplainActions(red, actions[red.Indicator.Code]);
            card.AddFinding("actions", FindingSeverity.Information, [red.Indicator.Code], text.Nl, text.En);
        }

        foreach (var theme in judgements.Where(j => j.IsOpenQuestion(actions)).GroupBy(j => j.Indicator.Theme))
        {
            var question = CompassText.CreateQuestion(theme.Key);
            card.AddFinding("ask-partners", FindingSeverity.Information, [.. theme.Select(j => j.Indicator.Code)], question.Nl, question.En);
        }
    }

    private static bool IsTooIncomplete(Judgement judgement) => judgement.Own?.IsTooIncomplete == true || judgement.City.IsTooIncomplete;

    private static IEnumerable<string> GetCodes(IEnumerable<Judgement> judgements, Func<Judgement, bool> predicate) =>
        judgements.Where(predicate).Select(j => j.Indicator.Code);
}

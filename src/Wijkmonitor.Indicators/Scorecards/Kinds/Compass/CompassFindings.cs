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
            $"De cijfers van de start horen bij andere grenzen ({boundaries}); daarom zijn ze niet vergeleken.",
            $"The figures at the start are for other boundaries ({boundaries}), so they were not compared.");
        card.AddFinding("missing", FindingSeverity.Warning, GetCodes(judgements, j => j.State == LineState.MissingInput && !IsTooIncomplete(j)),
            "Van deze indicatoren ontbreekt het cijfer van het gebied of van de stad.",
            "For these indicators the figure of the area or of the city is missing.");
        card.AddFinding("incomplete", FindingSeverity.Warning, GetCodes(judgements, IsTooIncomplete),
            "Bij deze indicatoren is van het gebied of de stad te weinig geleverd om te oordelen. Het cijfer gaat over wat er wel is.",
            "For these indicators too little was delivered of the area or the city to judge. The figure is about what there is.");
        card.AddFinding("suppressed", FindingSeverity.Information, GetCodes(judgements, j => j.State == LineState.Suppressed),
            "Deze cijfers worden niet getoond, omdat ze over te weinig mensen gaan, of zijn uit te rekenen met wat wel wordt getoond.",
            "These figures are not shown, because they are about too few people, or could be worked out from what is shown.");
        card.AddFinding("provisional", FindingSeverity.Information, GetCodes(judgements, j => j.Own?.Provisional == true || j.City.Own?.Provisional == true),
            "Deze cijfers zijn voorlopig en kunnen nog veranderen.",
            "These figures are provisional and may still change.");
        card.AddFinding("derived-city", FindingSeverity.Information, GetCodes(judgements, j => j.City.Derived is not null),
            "Het cijfer van de stad is hier het gewogen gemiddelde van de buurten, omdat de gemeente zelf ontbreekt.",
            "Here the city's figure is the weighted average of its neighbourhoods, because the municipality's own figure is missing.");
        card.AddFinding("turned-for-the-better", FindingSeverity.Information, change.Better,
            "Gunstiger van kleur dan bij de start.", "A more favourable colour than at the start.");
        card.AddFinding("turned-for-the-worse", FindingSeverity.Information, change.Worse,
            "Minder gunstig van kleur dan bij de start.", "A less favourable colour than at the start.");
        card.AddFinding("within-chance", FindingSeverity.Information,
            GetCodes(judgements, j => j.Signal is Signal.Red or Signal.Green && j.Significance?.IsOutsideChance == false),
            "Het verschil met de stad kan hier toeval zijn. Bij zo weinig mensen komt zo'n verschil ook zonder oorzaak voor. De kleur verandert daardoor niet.",
            "The difference from the city may be chance here. Among so few people such a difference occurs without a cause too. The colour does not change because of that.");
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

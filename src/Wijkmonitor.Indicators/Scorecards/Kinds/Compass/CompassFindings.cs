using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>What a reader of the compass must know beside the colours.</summary>
internal static class CompassFindings
{
    /// <summary>The findings, in a fixed order; each names its lines.</summary>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<Judgement> judgements, CompassChange change, Func<Judgement, IReadOnlyList<CompassAction>> actionsOn)
    {
        List<Finding> findings = [];
        void Add(string code, FindingSeverity severity, IReadOnlyList<string> lines, string nl, string en)
        {
            if (lines.Count > 0)
            {
                findings.Add(new Finding(code, severity, lines, new BilingualText(nl, en)));
            }
        }

        var boundaries = FigureText.Nl.Year(change.FirstBoundaryYear);
        Add("boundary-change", FindingSeverity.Warning, change.AcrossBoundaries,
            $"De cijfers van de start horen bij andere grenzen ({boundaries}); daarom is niet vergeleken.",
            $"The figures at the start are for other boundaries ({boundaries}); so nothing was compared.");
        Add("missing", FindingSeverity.Warning, Codes(judgements, j => j.State == LineState.MissingInput),
            "Van deze indicatoren ontbreekt het cijfer van het gebied of van de stad.",
            "Of these figures the area's or the city's is missing.");
        Add("suppressed", FindingSeverity.Information, Codes(judgements, j => j.State == LineState.Suppressed),
            "Deze cijfers worden niet getoond, omdat zij over te weinig mensen gaan of te herleiden zouden zijn uit wat wel getoond wordt.",
            "These figures are not shown, because they are about too few people or could be had from what is shown.");
        Add("provisional", FindingSeverity.Information, Codes(judgements, j => j.Own?.Provisional == true || j.City.Own?.Provisional == true),
            "Deze cijfers zijn voorlopig en kunnen nog veranderen.",
            "These figures are provisional and may still change.");
        Add("derived-city", FindingSeverity.Information, Codes(judgements, j => j.City.Derived is not null),
            "Het cijfer van de stad is hier het gewogen gemiddelde van de buurten, omdat de gemeente zelf ontbreekt.",
            "The city's figure is the weighted mean of its neighbourhoods here, because the municipality's own is missing.");
        Add("turned-for-the-better", FindingSeverity.Information, change.Better,
            "Gunstiger van kleur dan bij de start.", "Of a more favourable colour than at the start.");
        Add("turned-for-the-worse", FindingSeverity.Information, change.Worse,
            "Minder gunstig van kleur dan bij de start.", "Of a less favourable colour than at the start.");
        Add("within-chance", FindingSeverity.Information, Codes(judgements, j => j.Signal is Signal.Red or Signal.Green && j.Significance?.IsOutsideChance == false),
            "Het verschil met de stad kan hier toeval zijn: zo veel scheelt het bij zo weinig mensen ook zonder oorzaak. De kleur blijft wat zij is.",
            "The difference with the city may be chance here: among so few it differs as much without a cause. The colour stays what it is.");
        var reds = judgements.Where(j => j.Signal == Signal.Red).ToList();
        foreach (var red in reds.Where(j => actionsOn(j).Count > 0))
        {
            var actions = CompassText.Actions(red, actionsOn(red));
            Add("actions", FindingSeverity.Information, [red.Indicator.Code], actions.Nl, actions.En);
        }

        foreach (var theme in reds.Where(j => actionsOn(j).Count == 0).GroupBy(j => j.Indicator.Theme))
        {
            var question = CompassText.Question(theme.Key);
            Add("ask-partners", FindingSeverity.Information, [.. theme.Select(j => j.Indicator.Code)], question.Nl, question.En);
        }

        return findings;
    }

    private static List<string> Codes(IEnumerable<Judgement> judgements, Func<Judgement, bool> which) =>
        [.. judgements.Where(which).Select(j => j.Indicator.Code)];
}

using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Perception;

/// <summary>Objective against subjective: the distance of the residents' own score to the Leefbaarometer's.</summary>
/// <remarks>
/// Both are standardised among the areas of the municipality. Source: "Een andere kijk op de aandachtswijk", Discussiedagen Sociale Huisvesting 2020.
/// </remarks>
public sealed class PerceptionKind(PerceptionRules rules) : ScorecardKind<PerceptionRules>(rules, Details)
{
    private readonly HashSet<string> indicators = [rules.Objective, rules.Subjective];

    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        "perception",
        new("Beleving naast cijfers", "Figures and perception"),
        new("Wat de cijfers zeggen en wat bewoners zeggen.", "What the figures say and what residents say."),
        Order: 6,
        ScorecardLayout.Lines)
    {
        Roles = PerceptionLabels.Roles,
        Figures = PerceptionLabels.Figures,
        Steps = PerceptionLabels.Steps,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<PerceptionRules>(Details, new PerceptionRulesJson(), rules => new PerceptionKind(rules));

    private protected override IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality) =>
        municipality.GetAreasWith(indicators).Where(area => !area.IsMunicipality);

    // The last measurement up to this period that is not too old: a figure is never filled in between two of them.
    private protected override IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area)
    {
        var (objective, subjective) = (area.FindLatest(Rules.Objective, Rules.MaxYearsApart), area.FindLatest(Rules.Subjective, Rules.MaxYearsApart));
        var card = CreateBuilder(area, boundaryYear: new[] { objective, subjective }.OfType<Observation>().Max(observation => observation.BoundaryYear));
        var lines = new PerceptionLines(card, Rules);
        lines.AddPosition(Rules.Objective, objective);
        lines.AddPosition(Rules.Subjective, subjective);
        lines.AddGap(objective, subjective);
        lines.AddFindings(objective, subjective);
        yield return card;
    }
}

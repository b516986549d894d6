using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>Load and capacity of areas (draaglast en draagkracht), shown apart, and their balance: capacity less load.</summary>
/// <remarks>Each is the mean of z-scores within the municipality. Source: papers of Tiwos and Welbions, Discussiedagen Sociale Huisvesting 2020.</remarks>
public sealed class LoadCapacityKind(LoadCapacityRules rules) : ScorecardKind<LoadCapacityRules>(rules, Details)
{
    private readonly HashSet<string> indicators =
    [
        .. rules.Load.Concat(rules.Capacity).Select(factor => factor.Indicator),
        .. rules.Participation is { } participation ? [participation.Active, participation.VisitorsLow, participation.VisitorsHigh] : Array.Empty<string>(),
    ];

    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        "load-capacity",
        new("Draaglast en draagkracht", "Load and capacity"),
        new("Wat een buurt te dragen heeft, en wat haar draagt.", "What a neighbourhood carries, and what carries it."),
        Order: 4,
        ScorecardLayout.Lines)
    {
        Roles = LoadCapacityLabels.Roles,
        Figures = LoadCapacityLabels.Figures,
        Steps = LoadCapacityLabels.Steps,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<LoadCapacityRules>(Details, new LoadCapacityRulesJson(), rules => new LoadCapacityKind(rules));

    private protected override IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality) =>
        municipality.GetAreasWith(indicators).Where(area => !area.IsMunicipality);

    private protected override IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area)
    {
        var population = area.Find(Rules.Population.Indicator);
        var closed = population?.Value.Number is not { } count ? LineBuilder.GetState(population)
            : count < Rules.Population.Min ? LineState.Suppressed
            : LineState.Valued;
        var card = CreateBuilder(area, withholdsInputs: true);
        var factors = new FactorLines(card, Rules.MinAreas, closed);
        factors.Add(Rules.Load, LoadCapacityText.Load);
        factors.Add(Rules.Capacity, LoadCapacityText.Capacity);
        List<ScorecardLine> lines = [.. card.Lines];
        if (Rules.Participation is { } participation)
        {
            ParticipationLine.Add(card, participation, closed);
        }

        LoadCapacityTotals.Add(card, Rules, lines[..Rules.Load.Count], lines[Rules.Load.Count..]);
        LoadCapacityText.AddFindings(card, Rules, closed, lines);
        yield return card;
    }
}

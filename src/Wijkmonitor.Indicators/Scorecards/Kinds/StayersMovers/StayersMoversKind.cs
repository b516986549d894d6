using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;

/// <summary>The kind that splits the change of a mean into stayers and composition.</summary>
/// <remarks>For a constant N: change = (n_stay/N)(stayers now - then) + (n_move/N)(entrants - leavers).</remarks>
public sealed class StayersMoversKind(StayersMoversRules rules) : ScorecardKind<StayersMoversRules>(rules, Details)
{
    private readonly HashSet<string> indicators = rules.Measures.SelectMany(measure => measure.Indicators).ToHashSet(StringComparer.Ordinal);

    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        "stayers-movers",
        new("Blijvers en verhuizers", "Stayers and movers"),
        new("Wie bleef, wie ging, en wat dat met een gemiddelde doet.", "Who stayed, who left, and what that does to an average."),
        Order: 7,
        ScorecardLayout.Lines)
    {
        Roles = StayersMoversLabels.Roles,
        Figures = StayersMoversLabels.Figures,
        Steps = StayersMoversLabels.Steps,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<StayersMoversRules>(Details, new StayersMoversRulesJson(), rules => new StayersMoversKind(rules));

    private protected override IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality) => municipality.GetAreasWith(indicators);

    private protected override IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area)
    {
        var card = CreateBuilder(area, withholdsInputs: true);
        var movers = new Movers(area.Find(Rules.Counts.Stayers), area.Find(Rules.Counts.Leavers), area.Find(Rules.Counts.Entrants));
        var lines = new MoverLines(card, movers, Rules.MinCount);
        foreach (var measure in Rules.Measures)
        {
            lines.Add(measure);
        }

        yield return card;
    }
}

using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>Liveability by the Leefbaarometer: scores, dimensions and classes, what became of a gain, and a guarded lower bound.</summary>
/// <remarks>
/// Source: Platform31, "Aan de slag in kwetsbare wijken", 2017, chapters 1 and 7. The municipality and each of its areas has a scorecard for every
/// year in which the Leefbaarometer was measured there; years between have none: nothing is interpolated.
/// </remarks>
public sealed class LiveabilityKind(LiveabilityRules rules) : ScorecardKind<LiveabilityRules>(rules, Details)
{
    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        "liveability",
        new("Leefbaarheid", "Liveability"),
        new("Laat zien dát er iets aan de hand is; niet waarom.", "Shows that something is the matter, not why."),
        Order: 2,
        ScorecardLayout.Dimensions)
    {
        Signals = new Dictionary<Signal, BilingualText>
        {
            [Signal.Red] = new("onder de ondergrens, of winst weer verdwenen", "below the lower bound, or gain lost again"),
            [Signal.Yellow] = new("gedaald na winst", "fell after a gain"),
            [Signal.Green] = new("winst gebleven", "gain kept"),
        },
        Roles = LiveabilityLabels.Roles,
        Figures = LiveabilityLabels.Figures,
        Steps = LiveabilityLabels.Steps,
        Bars = new ScorecardBars(
            new("Vijf kanten van de leefbaarheid, naast het landelijk gemiddelde", "Five sides of liveability, compared with the national average"),
            ["liveability_physical", "liveability_nuisance", "liveability_cohesion", "liveability_amenities", "liveability_housing"]),
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<LiveabilityRules>(Details, new LiveabilityRulesJson(), rules => new LiveabilityKind(rules));

    private protected override IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality) => GetFigures(municipality).Areas;

    private protected override IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area)
    {
        var (card, figures) = (CreateBuilder(area), GetFigures(area.Municipality));
        new MeasureLines(card, figures).Add();
        new CompositionLines(card, figures).Add();
        if (area.IsMunicipality)
        {
            new LiveabilityShares(card, figures).Add();
        }

        LiveabilityFindings.Add(card, figures);
        yield return card;
    }

    private LiveabilityFigures GetFigures(MunicipalityContext municipality) => municipality.GetOrCreate(found => new LiveabilityFigures(Rules, found));
}

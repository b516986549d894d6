using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>The neighbourhood compass (wijkkompas) of Platform31.</summary>
/// <remarks>
/// Source: "Aan de slag in kwetsbare wijken" (2017), section 3.5 (Selwerd, Groningen): red is worse than the city, yellow about as the city, green
/// better; every red should turn in time. Each area of a municipality has one, and not the municipality itself. It has a line for every indicator
/// that has an observation anywhere in the municipality in the period, in the catalogue's order, so that what one area lacks is named.
/// </remarks>
public sealed class CompassKind(CompassRules rules) : ScorecardKind<CompassRules>(rules, Details)
{
    /// <summary>The dataset that holds the actions of partners.</summary>
    /// <remarks>Platform31, section 3.5: existing and planned activities are shown next to each red.</remarks>
    private const string ActionsDataset = "compass-actions";

    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        "compass",
        new("Wijkkompas", "Neighbourhood compass"),
        new("Elk cijfer naast dat van de stad.", "Each figure next to the city's."),
        Order: 1,
        ScorecardLayout.CityComparison,
        MayBeRanked: true)
    {
        CountsJudgements = true,
        Signals = new Dictionary<Signal, BilingualText>
        {
            [Signal.Green] = new("gunstiger dan in de stad", "more favourable than in the city"),
            [Signal.Yellow] = new("ongeveer zoals in de stad", "about as in the city"),
            [Signal.Red] = new("minder gunstig dan in de stad", "less favourable than in the city"),
        },
        Roles = CompassLabels.Roles,
        Figures = CompassLabels.Figures,
        Steps = CompassLabels.Steps,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration => KindRegistration.Create<CompassRules>(Details, new CompassRulesJson(), rules => new CompassKind(rules));

    private protected override IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality) =>
        municipality.GetAreasWith(municipality.Catalogue.All.Select(indicator => indicator.Code).ToHashSet(StringComparer.Ordinal))
            .Where(area => !area.IsMunicipality);

    private protected override IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area)
    {
        var city = area.Municipality.GetOrCreate(municipality => new CompassCity(Rules, municipality));
        var judgements = city.GetIndicators(area.Period).Select(indicator => city.Judge.Judge(area.Code, indicator, area.Period)).ToList();
        var change = CompassChange.Create(judgements, now => city.Judge.FindStart(area.Code, now));
        // Also those of other years: one may be planned, and one that runs on is recorded once.
        var actions = area.GetRecords(ActionsDataset).ToLookup(record => record.Fields["indicator"], StringComparer.Ordinal);
        var card = CreateBuilder(area);
        var lines = new CompassLines(card, Rules.Bands, city.References);
        foreach (var judgement in judgements)
        {
            lines.Add(judgement, change.FindStart(judgement), [.. actions[judgement.Indicator.Code]]);
        }

        CompassTotals.Add(card, judgements, change, [.. judgements.Where(judgement => judgement.IsOpenQuestion(actions))]);
        CompassFindings.Add(card, judgements, change, actions);
        yield return card;
    }
}

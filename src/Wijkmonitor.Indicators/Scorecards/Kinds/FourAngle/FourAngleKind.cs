using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Trends;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;

/// <summary>The four-angle monitor of Portaal by the rules that were chosen.</summary>
/// <remarks>
/// Source: "Data leefbaarheid is geen Rocket Science", Discussiedagen Sociale Huisvesting 2020. There is a scorecard for each area of the chosen
/// kind, and one of the municipality with the budget, the staff and the areas that ask most attention.
/// </remarks>
public sealed class FourAngleKind(FourAngleRules rules) : ScorecardKind<FourAngleRules>(rules, Details)
{
    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        FourAngleRules.Kind,
        new("Vier invalshoeken", "Four angles"),
        new("Cijfers van buiten, bewoners, eigen registraties en medewerkers naast elkaar.",
            "Outside figures, residents, own records and staff side by side."),
        Order: 3,
        ScorecardLayout.Angles)
    {
        Signals = new Dictionary<Signal, BilingualText>
        {
            [Signal.Red] = new("bouw: hier is de meeste steun nodig", "build: most support is needed here"),
            [Signal.Yellow] = new("kans: hier gaat het om achteruitgang voorkomen", "chance: here it is about preventing decline"),
            [Signal.Green] = new("thuis: geen extra steun nodig", "home: no extra support needed"),
        },
        Roles = FourAngleLabels.Roles,
        Figures = FourAngleLabels.Figures,
        Steps = FourAngleLabels.Steps,
        Bars = new ScorecardBars(
            new("Vier invalshoeken, van 0 (ongunstig) tot 100 (gunstig)", "Four angles, from 0 (unfavourable) to 100 (favourable)"),
            [.. Enum.GetValues<AngleName>().Select(AngleNames.GetLineCode)],
            Low: 0,
            High: 100),
        Comparison = new ScorecardComparison(EffortComparison.Code, Outcome: "score", Change: "score-change"),
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<FourAngleRules>(Details, new FourAngleRulesJson(), rules => new FourAngleKind(rules));

    // The areas of a cycle follow their municipality.
    private protected override IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality) =>
        GetCycles(municipality).Values.SelectMany(cycle => cycle.Scores
        .Select(score => municipality.GetArea(score.Area, cycle.Period, score.BoundaryYear))
        .Prepend(municipality.GetArea(municipality.Code, cycle.Period, cycle.Scores.Max(score => score.BoundaryYear))));

    private protected override IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area)
    {
        var (card, cycle) = (CreateBuilder(area), GetCycles(area.Municipality)[area.Period]);
        if (area.IsMunicipality)
        {
            MunicipalityCard.Fill(card, Rules, cycle);
        }
        else
        {
            AreaCard.Fill(card, Rules, cycle, cycle.Find(area.Code)!);
        }

        yield return card;
    }

    private SortedDictionary<Period, ScoringCycle> GetCycles(MunicipalityContext municipality) =>
        municipality.GetOrCreate(found => ScoringCycle.CreateAll(Rules, found));
}

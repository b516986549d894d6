using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.CrisisTiles;

/// <summary>
/// The tiles of the housing shortage, on the scorecard of a municipality: first the country's, then its own. Tiles count different
/// things and some of the same people, so that there is no total.
/// </summary>
public sealed class CrisisTilesKind(CrisisTilesRules rules) : ScorecardKind<CrisisTilesRules>(rules, Details)
{
    private static readonly BilingualText Country = new("Nederland", "The Netherlands");

    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        "crisis-tiles",
        new("Wooncrisis in tegels", "Housing crisis tiles"),
        new("Elke tegel is een eigen getal; tel ze niet bij elkaar op.", "Each tile is a number of its own; do not add them up."),
        Order: 9,
        ScorecardLayout.Tiles)
    {
        IsMunicipal = true,
        Roles = CrisisTilesLabels.Roles,
        Figures = CrisisTilesLabels.Figures,
        Steps = CrisisTilesLabels.Steps,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<CrisisTilesRules>(Details, new CrisisTilesRulesJson(), rules => new CrisisTilesKind(rules));

    // The municipality alone, in the year of the rules; none where the register does not know it.
    private protected override IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality) => municipality.Register
        .Where(area => area.Code == municipality.Code)
        .OrderByDescending(area => area.BoundaryYear)
        .Take(1)
        .Select(area => municipality.GetArea(area.Code, Rules.Period, area.BoundaryYear));

    private protected override IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area)
    {
        var card = CreateBuilder(area);
        foreach (var tile in Rules.Tiles)
        {
            TileLine.Add(card, tile, Country, (role, number) => ScorecardInput.FromNumber(role, $"rules/{Name}/{RuleVersion}/{tile.Code}/{role}", number));
        }

        foreach (var own in area.GetRecords(Rules.Dataset)
            .Where(record => record.Date.Year <= area.Period.Year)
            .GroupBy(MunicipalTile.GetName, StringComparer.Ordinal))
        {
            MunicipalTile.Add(card, own.Last(), own.Key);
        }

        AddFindings(card);
        yield return card;
    }

    private void AddFindings(ScorecardBuilder card)
    {
        card.AddFinding(new Finding("never-add", FindingSeverity.Warning, [], new(
            "Tel tegels niet bij elkaar op: ze tellen verschillende dingen, in verschillende jaren, en voor een deel dezelfde mensen.",
            "Do not add tiles up: they count different things, in different years, and partly the same people.")));
        foreach (var tile in Rules.Tiles.Where(tile => tile.Overlaps.Count > 0))
        {
            card.AddFinding("overlap", FindingSeverity.Information, [tile.Code, .. tile.Overlaps],
                $"'{tile.Label.Nl}' overlapt met {JoinNames(tile, label => label.Nl)}.",
                $"'{tile.Label.En}' overlaps with {JoinNames(tile, label => label.En)}.");
        }

        card.AddFinding("unknown", FindingSeverity.Warning, line => line.State == LineState.MissingInput,
            "Hoeveel het er zijn is niet bekend. Dat is iets anders dan nul.", "How many there are is not known. That is not the same as zero.");
    }

    private string JoinNames(Tile tile, Func<BilingualText, string> language) =>
        string.Join(", ", tile.Overlaps.Select(code => $"'{language(Rules.Tiles.First(t => t.Code == code).Label)}'"));
}

using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.CrisisTiles;

/// <summary>
/// The tiles of the housing shortage, on the scorecard of a municipality: first the country's, then its own. Tiles count different
/// things and some of the same people, so that there is no total.
/// </summary>
public sealed class CrisisTilesKind(CrisisTilesRules rules) : IScorecardKind
{
    /// <summary>The name of the kind.</summary>
    public const string KindName = "crisis-tiles";

    /// <inheritdoc/>
    public string Name => KindName;

    /// <inheritdoc/>
    public string RuleVersion => rules.Version;

    /// <inheritdoc/>
    public bool MayBeRanked => false;

    /// <summary>Reads the rules.</summary>
    /// <exception cref="ConfigurationException">The rules are malformed.</exception>
    public static CrisisTilesKind Read(Stream json, IndicatorCatalogue catalogue) =>
        new(KindRules.Read(KindName, json, CrisisTilesJson.Default.CrisisTilesRules, r => r.Faults()));

    /// <inheritdoc/>
    public IEnumerable<Scorecard> Compute(MunicipalityFigures figures)
    {
        var known = figures.Areas.Where(a => a.Code == figures.Municipality).ToList();
        if (known.Count == 0)
        {
            return [];
        }

        var own = figures.Records
            .Where(r => r.Dataset == rules.Dataset && r.Area == figures.Municipality && r.Date.Year <= rules.Period.Year)
            .OrderBy(r => r.Date).ThenBy(r => r.Reference, StringComparer.Ordinal)
            .GroupBy(r => r.Fields.GetValueOrDefault(MunicipalTile.TileField) ?? r.Reference, StringComparer.Ordinal)
            .Select(g => MunicipalTile.Of(g.Last(), g.Key));
        List<ScorecardLine> lines = [.. rules.Tiles.Select(t => TileLine.OfCountry(t, rules.Version)), .. own];
        return
        [
            new Scorecard(
                KindName, Subject: null, figures.Municipality, rules.Period, rules.Version, known.Max(a => a.BoundaryYear), lines, Totals: [], Findings(lines)),
        ];
    }

    private List<Finding> Findings(List<ScorecardLine> lines)
    {
        List<Finding> findings =
        [
            new("never-add", FindingSeverity.Warning, [], new(
                "Tegels tellen niet op: zij tellen verschillende dingen, in verschillende jaren, en deels dezelfde mensen.",
                "Tiles never add up: they count different things, in different years, and partly the same people.")),
            .. rules.Tiles.Where(t => t.Overlaps.Count > 0).Select(t => new Finding("overlap", FindingSeverity.Information, [t.Code, .. t.Overlaps], new(
                $"'{t.Label.Nl}' overlapt met {Names(t, l => l.Nl)}.", $"'{t.Label.En}' overlaps with {Names(t, l => l.En)}."))),
        ];
        var unknown = lines.Where(l => l.State == LineState.MissingInput).Select(l => l.Code).ToList();
        if (unknown.Count > 0)
        {
            findings.Add(new("unknown", FindingSeverity.Warning, unknown, new(
                "Hoeveel het er zijn is niet bekend. Dat is iets anders dan nul.", "How many there are is not known. That is something else than nought.")));
        }

        return findings;
    }

    private string Names(Tile tile, Func<BilingualText, string> language) =>
        string.Join(", ", tile.Overlaps.Select(code => $"'{language(rules.Tiles.First(t => t.Code == code).Label)}'"));
}

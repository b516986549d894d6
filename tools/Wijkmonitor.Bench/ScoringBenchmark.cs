using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards;
using Wijkmonitor.Indicators.Scorecards.Statistics;

namespace Wijkmonitor.Bench;

/// <summary>
/// Recomputing every kind of scorecard of areas, by the rules that ship as examples: of the whole country a municipality at a time, and of one as large as Amsterdam.
/// </summary>
internal sealed class ScoringBenchmark : IBenchmark
{
    /// <summary>How many areas the country has, about.</summary>
    public const int Country = 18_300;

    private const int Part = 1_000;
    private const int WarmUp = 200;
    private const int Large = 579;
    private const double LinearTarget = 1.15;
    private static readonly TimeSpan MostOfLarge = TimeSpan.FromSeconds(10);

    public string Name => "scoring";

    /// <summary>Recomputes municipalities one after another, as the nightly run does, and lets each go.</summary>
    /// <param name="areas">How many areas they have together, at least.</param>
    /// <param name="perMunicipality">How many each has.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What it took, the making of the figures not counted, and how many areas and scorecards there were.</returns>
    public static (TimeSpan Time, int Areas, long Scorecards) Recompute(int areas, int perMunicipality = InventedMunicipality.UsualAreas, CancellationToken cancellationToken = default)
    {
        var kinds = Kinds();
        var time = TimeSpan.Zero;
        var (done, scorecards) = (0, 0L);
        for (var number = 1; done < areas; number++, done += perMunicipality)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var municipality = new InventedMunicipality(number, perMunicipality);
            var observations = municipality.Observations();
            var start = Stopwatch.GetTimestamp();
            scorecards += Compute(kinds, municipality, observations);
            time += Stopwatch.GetElapsedTime(start);
        }

        return (time, done, scorecards);
    }

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        Recompute(WarmUp, cancellationToken: cancellationToken);
        var part = Recompute(Part, cancellationToken: cancellationToken);
        var country = Recompute(Country, cancellationToken: cancellationToken);
        var partAgain = Recompute(Part, cancellationToken: cancellationToken);
        var large = Recompute(Large, Large, cancellationToken);
        var peakOfCountry = await PeakMemory.OfAsync(PeakMemory.Scoring, Text(Country), cancellationToken);
        var peakOfPart = await PeakMemory.OfAsync(PeakMemory.Scoring, Text(Part), cancellationToken);
        var each = country.Time / country.Areas;
        var eachOfPart = (part.Time + partAgain.Time) / (2 * part.Areas);
        return
        [
            Figure.OfTime(
                string.Create(CultureInfo.InvariantCulture, $"scoring: an area of {country.Areas:N0}, ten years of {InventedMunicipality.Indicators} indicators ({1 / each.TotalSeconds:N0} areas a second)"),
                each, eachOfPart, string.Create(CultureInfo.InvariantCulture, $"the same of {part.Areas:N0} ({1 / eachOfPart.TotalSeconds:N0} areas a second)"), LinearTarget),
            Figure.OfTime(string.Create(CultureInfo.InvariantCulture, $"scoring: a municipality of {Large} areas"), large.Time, MostOfLarge, "the most that was set", target: 1),
            Figure.OfBytes($"scoring: peak memory, {Text(Country)} areas", peakOfCountry, peakOfPart, $"that of {Text(Part)}", LinearTarget),
        ];
    }

    private static long Compute(IReadOnlyList<IScorecardKind> kinds, InventedMunicipality municipality, List<Observation> observations)
    {
        var safe = SafeObservations.Of(observations, InventedMunicipality.Catalogue, new SuppressionRule());
        var set = DerivedFigures.Of(safe, InventedMunicipality.Catalogue, [], []);
        var figures = new MunicipalityFigures(municipality.Code, InventedMunicipality.Catalogue, municipality.Register, set, municipality.Records);
        var scorecards = 0L;
        foreach (var kind in kinds)
        {
            scorecards += kind.Compute(figures).Count();
        }

        return scorecards;
    }

    // The four-angle monitor scores what its rules say; here there are no custom areas.
    private static List<IScorecardKind> Kinds() => [.. ScorecardKinds.Names.Select(kind =>
    {
        var rules = JsonNode.Parse(File.ReadAllText(Path.Combine(MonitorParts.Config.Folder, "rules", kind, "example.json")))!;
        if (kind == "four-angle")
        {
            rules["areas"] = "neighbourhoods";
        }

        using var json = new MemoryStream(Encoding.UTF8.GetBytes(rules.ToJsonString()));
        return ScorecardKinds.Read(kind, json, InventedMunicipality.Catalogue);
    })];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;

namespace Wijkmonitor.Bench.Computing;

/// <summary>Recomputing every kind of scorecard of areas, by the rules that ship as examples.</summary>
/// <remarks>It does so of the whole country a municipality at a time, and of one as large as Amsterdam.</remarks>
internal sealed class ScoringBenchmark : IBenchmark
{
    /// <summary>Number of areas of the country, about.</summary>
    public const int Country = 18_300;

    private const int Part = 1_000;
    private const int WarmUp = 200;
    private const int Large = 579;
    private const double LinearTarget = 1.15;
    private static readonly TimeSpan MaxLargeShare = TimeSpan.FromSeconds(10);

    public string Name => "scoring";

    /// <summary>Recomputes municipalities one after another, as the nightly run does, and lets each go.</summary>
    /// <param name="areas">Number of areas that they have together, at least.</param>
    /// <param name="perMunicipality">Number of areas of each.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>
    /// Time of the processors, garbage collection included and the making of the figures not, so that other work on the machine does not count;
    /// number of areas, and of scorecards.
    /// </returns>
    public static (TimeSpan Time, int Areas, long Scorecards) Recompute(int areas, int perMunicipality = InventedMunicipality.UsualAreas,
        CancellationToken cancellationToken = default)
    {
        var kinds = CreateKinds();
        var time = TimeSpan.Zero;
        var (done, scorecards) = (0, 0L);
        for (var number = 1; done < areas; number++, done += perMunicipality)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var municipality = new InventedMunicipality(number, perMunicipality);
            var observations = municipality.Observations();
            var start = Environment.CpuUsage.TotalTime;
            scorecards += Compute(kinds, municipality, observations);
            time += Environment.CpuUsage.TotalTime - start;
        }

        return (time, done, scorecards);
    }

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        // Each in a process of its own, so that time and memory come from the same run.
        var before = await PeakMemory.MeasureAsync(PeakMemory.Scoring, Format(Part), cancellationToken);
        var country = await PeakMemory.MeasureAsync(PeakMemory.Scoring, Format(Country), cancellationToken);
        var after = await PeakMemory.MeasureAsync(PeakMemory.Scoring, Format(Part), cancellationToken);
        Recompute(WarmUp, cancellationToken: cancellationToken);
        var large = Recompute(Large, Large, cancellationToken);
        var each = country.Time / RoundToMunicipalities(Country);
        var eachOfPart = (before.Time + after.Time) / (2 * RoundToMunicipalities(Part));
        return
        [
            Figure.FromTime(
                string.Create(CultureInfo.InvariantCulture, $"scoring: an area of {Country:N0}, ten years of {InventedMunicipality.Indicators} indicators ({1 / each.TotalSeconds:N0} areas a second)"),
                each, eachOfPart, string.Create(CultureInfo.InvariantCulture, $"the same of {Part:N0} ({1 / eachOfPart.TotalSeconds:N0} areas a second)"),
                LinearTarget),
            Figure.FromTime(string.Create(CultureInfo.InvariantCulture, $"scoring: a municipality of {Large} areas"), large.Time, MaxLargeShare,
                "the most that was set", target: 1),
            Figure.FromBytes($"scoring: peak memory, {Format(Country)} areas", country.Peak, (before.Peak + after.Peak) / 2, $"that of {Format(Part)}",
                LinearTarget),
        ];
    }

    /// <summary>Recomputes once more, now that the code is warm.</summary>
    public static TimeSpan RecomputeWarm(int areas)
    {
        Recompute(WarmUp);
        return Recompute(areas).Time;
    }

    // Municipalities are whole, so that there are some more areas than were asked for.
    private static int RoundToMunicipalities(int areas) =>
        (areas + InventedMunicipality.UsualAreas - 1) / InventedMunicipality.UsualAreas * InventedMunicipality.UsualAreas;

    private static long Compute(IReadOnlyList<IScorecardKind> kinds, InventedMunicipality municipality, List<Observation> observations)
    {
        var safe = DisclosureControl.Apply(observations, InventedMunicipality.Catalogue, new SuppressionRule());
        var set = DerivedObservations.Compute(safe, InventedMunicipality.Catalogue, [], []);
        var figures = new MunicipalityFigures(municipality.Code, InventedMunicipality.Catalogue, municipality.Register, set, municipality.Records);
        var scorecards = 0L;
        foreach (var kind in kinds)
        {
            scorecards += kind.Compute(figures).Count();
        }

        return scorecards;
    }

    // A kind whose rules say which areas it scores scores neighbourhoods: here there are no custom areas.
    private static List<IScorecardKind> CreateKinds() => [.. ScorecardKinds.Names.Select(kind =>
    {
        var rules = JsonNode.Parse(File.ReadAllText(Path.Combine(MonitorParts.Config.Folder, "rules", kind, "example.json")))!;
        if (rules["areas"] is not null)
        {
            rules["areas"] = "neighbourhoods";
        }

        using var json = new MemoryStream(Encoding.UTF8.GetBytes(rules.ToJsonString()));
        return ScorecardKinds.Read(kind, json, InventedMunicipality.Catalogue);
    })];

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;

namespace Wijkmonitor.Bench.Computing;

/// <summary>Recomputing the scorecards of programmes and projects of mixed kinds, by all rules that ship: of 10,000 against 100.</summary>
internal sealed class ProgrammesBenchmark : IBenchmark
{
    /// <summary>Number of subjects of a whole run.</summary>
    public const int Many = 10_000;

    private const int Few = 100;
    private const int PerMunicipality = 100;
    private const int Rounds = 10;
    private const double LinearTarget = 1.15;

    public string Name => "programmes";

    /// <summary>Recomputes municipalities one after another, as the nightly run does, and lets each go.</summary>
    /// <param name="subjects">Number of subjects.</param>
    /// <param name="perMunicipality">Number of subjects in each municipality.</param>
    /// <returns>Time of the processors, garbage collection included and the making of the records not; number of scorecards.</returns>
    /// <exception cref="InvalidOperationException">A subject has no scorecard, so that something else was measured.</exception>
    public static (TimeSpan Time, int Scorecards) Recompute(int subjects, int perMunicipality)
    {
        var kinds = ReadKinds();
        var time = TimeSpan.Zero;
        var scorecards = 0;
        for (var (number, done) = (1, 0); done < subjects; number++, done += perMunicipality)
        {
            var figures = InventedProgrammes.Create(number, perMunicipality);
            var start = Environment.CpuUsage.TotalTime;
            var scored = new HashSet<string>(StringComparer.Ordinal);
            foreach (var card in kinds.SelectMany(kind => kind.Compute(figures)))
            {
                scored.Add(card.Subject!);
                scorecards++;
            }

            time += Environment.CpuUsage.TotalTime - start;
            if (scored.Count != perMunicipality)
            {
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"Only {scored.Count} of {perMunicipality} subjects have a scorecard."));
            }
        }

        return (time, scorecards);
    }

    /// <summary>Recomputes once more, now that the code is warm.</summary>
    public static TimeSpan RecomputeWarm(int subjects)
    {
        Recompute(Few, PerMunicipality);
        return Recompute(subjects, PerMunicipality).Time;
    }

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        // In processes of their own, so that time and memory come from the same run; a hundred subjects take too little time to be measured once.
        var many = await PeakMemory.MeasureAsync(PeakMemory.Programmes, Format(Many), cancellationToken);
        var few = await PeakMemory.MeasureAsync(PeakMemory.Programmes, Format(Few), cancellationToken);
        Recompute(Few * Rounds, PerMunicipality);
        var eachOfFew = Recompute(Few * Rounds, PerMunicipality).Time / (Few * Rounds);
        var eachOfLarge = Recompute(Many, Many).Time / Many;
        var each = many.Time / Many;
        return
        [
            Figure.FromTime(
                string.Create(CultureInfo.InvariantCulture, $"programmes: one of {Many:N0}, of {InventedProgrammes.Different} different ones ({1 / each.TotalSeconds:N0} a second)"),
                each, eachOfFew, string.Create(CultureInfo.InvariantCulture, $"one of {Few}"), LinearTarget),
            Figure.FromTime(
                string.Create(CultureInfo.InvariantCulture, $"programmes: one of {Many:N0} of the same municipality"),
                eachOfLarge, eachOfFew, string.Create(CultureInfo.InvariantCulture, $"one of {Few}"), LinearTarget),
            Figure.FromBytes(
                $"programmes: peak memory, {Format(Many)} in municipalities of {Format(PerMunicipality)}", many.Peak, few.Peak,
                "that of one municipality", LinearTarget),
        ];
    }

    private static List<IScorecardKind> ReadKinds() =>
        [.. ScorecardKinds.Names.SelectMany(kind => Directory
            .EnumerateFiles(Path.Combine(MonitorParts.Config.Folder, "rules", kind), "*.json").Order(StringComparer.Ordinal)
            .Select(path => Read(kind, path))).Where(kind => kind.RulesCode is not null)];

    private static IScorecardKind Read(string kind, string path)
    {
        using var json = File.OpenRead(path);
        return ScorecardKinds.Read(kind, json, MonitorParts.Config.Catalogue);
    }

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);
}

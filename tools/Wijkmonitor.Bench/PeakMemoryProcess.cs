using System.Diagnostics;
using System.Globalization;
using Wijkmonitor.Bench.Computing;
using Wijkmonitor.Bench.Ingesting;
using Wijkmonitor.Bench.Measuring;

namespace Wijkmonitor.Bench;

/// <summary>The process that <see cref="PeakMemory"/> starts and measures.</summary>
internal static class PeakMemoryProcess
{
    /// <summary>Runs the task of the process.</summary>
    public static async Task<int> RunAsync(string what, string file)
    {
        var start = Stopwatch.GetTimestamp();
        var scored = TimeSpan.Zero;
        _ = what switch
        {
            PeakMemory.Reading => ReadFileBenchmark.Read(file),
            PeakMemory.Mortgages => MortgagesBenchmark.Recompute(int.Parse(file, CultureInfo.InvariantCulture)).Statements > TimeSpan.Zero ? 1 : 0,
            PeakMemory.Scoring => (scored = ScoringBenchmark.RecomputeWarm(int.Parse(file, CultureInfo.InvariantCulture))).Milliseconds,
            PeakMemory.Programmes => (scored = ProgrammesBenchmark.RecomputeWarm(int.Parse(file, CultureInfo.InvariantCulture))).Milliseconds,
            PeakMemory.IngestingNational => await NationalIngestBenchmark.IngestAsync(file.Split('|')[0], file.Split('|')[1]),
            PeakMemory.ReadingNational => NationalFile.Read(file),
            _ => ReadFileBenchmark.Parse(file),
        };
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        var elapsed = what is PeakMemory.Scoring or PeakMemory.Programmes ? scored : Stopwatch.GetElapsedTime(start);
        Console.WriteLine(elapsed.ToString("c", CultureInfo.InvariantCulture));
        return 0;
    }
}

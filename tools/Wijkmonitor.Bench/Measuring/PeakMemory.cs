using System.Diagnostics;
using System.Globalization;

namespace Wijkmonitor.Bench.Measuring;

/// <summary>The most memory that something takes: of a process of its own that does nothing else, runtime included.</summary>
internal static class PeakMemory
{
    /// <summary>The verb of this program that makes it such a process.</summary>
    public const string Verb = "peak-memory";

    /// <summary>Reads as the monitor does.</summary>
    public const string Reading = "read";

    /// <summary>Reads a <see cref="NationalFile"/> as the monitor does.</summary>
    public const string ReadingNational = "read-national";

    /// <summary>Recomputes as many mortgages as the file's place says.</summary>
    public const string Mortgages = "mortgages";

    /// <summary>Recomputes all scorecards of as many areas as the file's place says.</summary>
    public const string Scoring = "scoring";

    /// <summary>Recomputes the scorecards of as many subjects as the file's place says.</summary>
    public const string Programmes = "programmes";

    /// <summary>Ingests a <see cref="NationalFile"/>, check and storage included. The connection string follows the file's path after a vertical bar.</summary>
    public const string IngestingNational = "ingest-national";

    /// <summary>Parses only.</summary>
    public const string Parsing = "parse";

    /// <summary>Measures the peak memory of a process that does one of these tasks, in bytes.</summary>
    public static async Task<long> GetPeakAsync(string what, string file, CancellationToken cancellationToken) =>
        (await MeasureAsync(what, file, cancellationToken)).Peak;

    /// <summary>Measures the peak memory of a process that does one of these tasks, and the duration that it reports.</summary>
    public static async Task<(long Peak, TimeSpan Time)> MeasureAsync(string what, string file, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Verb, what, file]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 && output.Split('\n') is [var peak, var time, ..]
            ? (long.Parse(peak, CultureInfo.InvariantCulture), TimeSpan.Parse(time, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The process that reads ended with code {process.ExitCode}.");
    }
}

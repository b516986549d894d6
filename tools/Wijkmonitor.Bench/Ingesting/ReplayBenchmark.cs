using System.Diagnostics;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Ingesting;

/// <summary>Rebuilding all tables from the archive, as the command does it, against ingesting the same file for the first time.</summary>
internal sealed class ReplayBenchmark : IBenchmark
{
    private const int Rows = 18_300;
    private const int RowsPerMunicipality = 54;
    private const int Topics = 6;
    private const double Million = 1_000_000;
    private const double Share = Million / (Rows * Topics);

    public string Name => "replay";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        using var file = StatLineFile.CreateInvented(Rows, RowsPerMunicipality);
        await using var azurite = await Azurite.StartAsync(extraAccounts: 1, cancellationToken: cancellationToken);
        var account = azurite.NewAccount();
        var parts = new MonitorParts(account);
        await parts.SetUpAsync(cancellationToken);
        await parts.DropAsync($"{StatLineFile.Dataset}/invented.csv", file.Path, cancellationToken);
        var waiting = (await parts.Inbox.ListFilesAsync(cancellationToken)).Single();
        var taken = await BenchmarkRounds.TimeAsync(() => parts.Ingest.IngestAsync(waiting, cancellationToken));
        var entities = await parts.CountAsync(cancellationToken);

        // The first time computes the scorecards too; the second finds them as they are, as a replay mostly does.
        var first = await ReplayAsync(account, cancellationToken);
        var again = await ReplayAsync(account, cancellationToken);
        return await parts.CountAsync(cancellationToken) == entities
            ? [
                Figure.FromTime("replay: a million values, scorecards computed for the first time", first * Share, taken * Share,
                    "taking the same file in, without scorecards"),
                Figure.FromTime("replay: a million values, scorecards as they are", again * Share, taken * Share, "the same"),
            ]
            : throw new InvalidOperationException("The replay did not end with as many entities.");
    }

    // From the start of the process to its end, tables emptied first.
    private static async Task<TimeSpan> ReplayAsync(string account, CancellationToken cancellationToken)
    {
        var folder = AppFiles.Monitor.Folder;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Wijkmonitor.Functions.dll"), "replay"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in AppSettings.For(account))
        {
            start.Environment[name] = value;
        }

        var from = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The replay did not start.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var time = Stopwatch.GetElapsedTime(from);
        return process.ExitCode == 0 ? time : throw new InvalidOperationException($"The replay ended with code {process.ExitCode}:\n{output}");
    }
}

using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>Takes in all files that wait and computes the scorecards that they touch.</summary>
public sealed partial class IngestRun(
    StorageSetup setup, Inbox inbox, FileIngest ingest, ScoringRun scoring, ILogger<IngestRun> logger)
{
    /// <summary>
    /// Runs once over the inbox. A file that fails does not keep others of its kind waiting; what may need it waits for the next run,
    /// because without it that would be refused for the wrong reason.
    /// </summary>
    /// <exception cref="AggregateException">Files failed; they are still in the inbox and the next run takes them again.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await setup.EnsureAsync(cancellationToken);
        var failures = new List<Exception>();
        foreach (var files in (await inbox.WaitingAsync(cancellationToken)).GroupBy(OrderOfNeed).OrderBy(group => group.Key))
        {
            if (!await IngestAllAsync(files, failures, cancellationToken))
            {
                LogWaiting();
                break;
            }
        }

        await scoring.ScoreDeliveriesAsync(cancellationToken);
        if (failures.Count > 0)
        {
            throw new AggregateException($"{failures.Count} files could not be taken in; they stay in the inbox.", failures);
        }
    }

    private async Task<bool> IngestAllAsync(IEnumerable<InboxFile> files, List<Exception> failures, CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var file in files)
        {
            try
            {
                all &= await ingest.IngestAsync(file, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(e, file.Path);
                failures.Add(e);
                all = false;
            }
        }

        return all;
    }

    // Files that were dropped together may need one another: areas before what is said of them, contracts before what is booked on them.
    private static int OrderOfNeed(InboxFile file) => file.Folder switch
    {
        "areas" => 0,
        "contracts" => 2,
        "activities" or "operation" => 3,
        "decisions" or "annotations" => 4,
        _ => 1,
    };

    [LoggerMessage(110, LogLevel.Error, "{Path} could not be taken in; it stays in the inbox")]
    private partial void LogFailed(Exception exception, string path);

    [LoggerMessage(111, LogLevel.Information, "Files that may need one that is not taken in yet wait for the next run")]
    private partial void LogWaiting();
}

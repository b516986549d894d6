using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Datasets;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>
/// Takes in one file of the inbox. Each step can be done again, and the file leaves the inbox last: a run that dies is simply run
/// again and ends in the same state.
/// </summary>
public sealed partial class FileIngest(
    CurrentDatasets definitions,
    FileCheck checks,
    FileStore store,
    DeliveryStore deliveries,
    Inbox inbox,
    IngestOptions options,
    TimeProvider time,
    ILogger<FileIngest> logger)
{
    private const string UnknownDataset = "unknown";

    /// <summary>Takes in a file, unless another instance is at it.</summary>
    /// <returns>False where another instance has the file.</returns>
    public async Task<bool> IngestAsync(InboxFile file, CancellationToken cancellationToken)
    {
        await using var lease = await inbox.TryTakeAsync(file, TimeSpan.FromSeconds(options.LeaseSeconds), time, cancellationToken);
        if (lease is null)
        {
            LogTaken(file.Path);
            return false;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        await IngestAsync(file, lease, either.Token);
        await lease.RemoveAsync(either.Token);
        return true;
    }

    private async Task IngestAsync(InboxFile file, InboxLease lease, CancellationToken cancellationToken)
    {
        var definition = definitions.Find(file.Folder)?.ForFile(file.Name);
        if (Refusal(file, definition) is { } refusal)
        {
            await RefuseUnreadAsync(file, definition?.Id ?? UnknownDataset, lease, refusal, cancellationToken);
            return;
        }

        await using var content = await lease.OpenReadAsync(cancellationToken);
        using var copy = await LocalCopy.OfAsync(content, file.Folder, cancellationToken);
        var delivery = New(file, definition!.Id, copy.DeliveryHash, copy.Sha256);
        var earlier = await deliveries.FindAsync(delivery.Id, cancellationToken);
        if (earlier is { State: DeliveryState.Scoring or DeliveryState.Served } && await HasEffectAsync(earlier, delivery, cancellationToken))
        {
            return;
        }

        var check = await checks.CheckAsync(definition, delivery.Id, copy, cancellationToken);
        delivery = delivery with
        {
            Rows = check.Rows,
            Values = check.Values,
            Errors = check.Log.Errors,
            Warnings = check.Log.Total - check.Log.Errors,
            Municipalities = check.Municipalities,
        };
        if (check.Log.Errors > 0)
        {
            await using var refused = copy.OpenRead();
            await RefuseAsync(delivery, refused, check.Log, cancellationToken);
        }
        else
        {
            await AcceptAsync(delivery, definition, copy, check, cancellationToken);
        }
    }

    // A file of no known dataset, or one too large to copy, is refused as it lies there. Its version stands in for its content.
    private async Task RefuseUnreadAsync(InboxFile file, string dataset, InboxLease lease, ProblemLog log, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.ETag}")));
        await using var content = await lease.OpenReadAsync(cancellationToken);
        await RefuseAsync(New(file, dataset, hash, sha256: "") with { Errors = log.Errors }, content, log, cancellationToken);
    }

    // Whether what the file says is already in effect: its own run got that far, or the same file was taken in before and nothing of
    // its dataset came after it. Otherwise an old file that is dropped again takes effect again.
    private async Task<bool> HasEffectAsync(Delivery earlier, Delivery now, CancellationToken cancellationToken)
    {
        if (earlier.InboxVersion == now.InboxVersion)
        {
            return true;
        }

        var latest = (await deliveries.OfDatasetAsync(now.Dataset, cancellationToken)).FirstOrDefault(d => d.State != DeliveryState.Refused);
        if (latest?.Id != earlier.Id)
        {
            return false;
        }

        LogRepeated(now.File, now.Id);
        await deliveries.KeepAsync(earlier with { RepeatedAt = now.ReceivedAt }, cancellationToken);
        return true;
    }

    private async Task RefuseAsync(Delivery delivery, Stream content, ProblemLog log, CancellationToken cancellationToken)
    {
        await deliveries.KeepProblemsAsync(delivery.Id, log.Kept, cancellationToken);
        await using var report = ProblemReport.Write(log);
        var path = PathOf(delivery);
        await inbox.RejectAsync(path, content, report, cancellationToken);
        await deliveries.KeepAsync(delivery with { State = DeliveryState.Refused, Path = "rejected/" + path, CompletedAt = time.GetUtcNow() }, cancellationToken);
        LogRefused(delivery.Dataset, delivery.File, delivery.Id, log.Errors);
    }

    private async Task AcceptAsync(
        Delivery delivery, DatasetDefinition definition, LocalCopy copy, CheckedFile check, CancellationToken cancellationToken)
    {
        var path = PathOf(delivery);
        delivery = delivery with { State = DeliveryState.Storing, Path = "archive/" + path };
        await using (var content = copy.OpenRead())
        {
            await inbox.ArchiveAsync(path, content, cancellationToken);
        }

        await deliveries.KeepProblemsAsync(delivery.Id, check.Log.Kept, cancellationToken);
        await deliveries.KeepAsync(delivery, cancellationToken);
        await store.StoreAsync(definition, delivery.Id, copy, check, cancellationToken);
        await deliveries.KeepAsync(delivery with { State = DeliveryState.Scoring }, cancellationToken);
        LogStored(delivery.Dataset, delivery.File, delivery.Id, delivery.Rows, delivery.Values);
    }

    private ProblemLog? Refusal(InboxFile file, DatasetDefinition? definition)
    {
        var log = new ProblemLog();
        if (definition is null)
        {
            log.Add(RowProblems.DatasetUnknown(file.Folder, definitions.All.Select(d => d.Id)));
        }
        else if (file.Bytes > options.MaxFileBytes)
        {
            log.Add(RowProblems.FileTooLarge(file.Bytes, options.MaxFileBytes));
        }

        return log.Errors > 0 ? log : null;
    }

    private static Delivery New(InboxFile file, string dataset, string hash, string sha256) => new(
        DeliveryStore.Id(dataset, hash),
        dataset,
        dataset == UnknownDataset ? file.Path : file.Name,
        DeliveryState.Storing,
        file.ReceivedAt,
        CompletedAt: null,
        sha256,
        file.Bytes,
        Rows: 0,
        Values: 0,
        Errors: 0,
        Warnings: 0,
        Path: "",
        file.ETag,
        Municipalities: [],
        RepeatedAt: null);

    private static string PathOf(Delivery delivery) =>
        string.Create(CultureInfo.InvariantCulture, $"{delivery.Dataset}/{delivery.ReceivedAt.UtcDateTime:yyyy}/{delivery.Id}/{delivery.File}");

    [LoggerMessage(100, LogLevel.Information, "{Path} is being taken in by another instance")]
    private partial void LogTaken(string path);

    [LoggerMessage(101, LogLevel.Information, "{File} is delivery {Delivery} again; nothing to do")]
    private partial void LogRepeated(string file, string delivery);

    [LoggerMessage(102, LogLevel.Warning, "{Dataset}/{File} (delivery {Delivery}) is refused: {Errors} errors")]
    private partial void LogRefused(string dataset, string file, string delivery, int errors);

    [LoggerMessage(103, LogLevel.Information, "{Dataset}/{File} (delivery {Delivery}) is stored: {Rows} rows, {Values} values")]
    private partial void LogStored(string dataset, string file, string delivery, int rows, int values);
}

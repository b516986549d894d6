using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Models;
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
    private const long LargestContract = 256 * 1024;

    /// <summary>Takes in a file, unless another instance is at it.</summary>
    /// <returns>False where another instance has the file.</returns>
    public async Task<bool> IngestAsync(InboxFile file, CancellationToken cancellationToken)
    {
        var (taken, isHeldByAnother) = await inbox.TryTakeAsync(file, TimeSpan.FromSeconds(options.LeaseSeconds), time, cancellationToken);
        await using var lease = taken;
        if (lease is null)
        {
            LogNotTaken(file.Path);
            return !isHeldByAnother;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        if (await IngestAsync(file, lease, either.Token))
        {
            await lease.DeleteBlobAsync(either.Token);
        }

        return true;
    }

    /// <summary>
    /// Finishes a delivery whose storing broke off and whose file has left the inbox since: it was checked and lies in the archive.
    /// </summary>
    public async Task FinishAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (definitions.Find(delivery.Dataset)?.ForFile(delivery.File) is not { } definition
            || await deliveries.FindAsync(delivery.Id, cancellationToken) is not { State: DeliveryState.Storing })
        {
            return;
        }

        await using var content = await inbox.OpenArchivedAsync(delivery.Path, cancellationToken);
        using var copy = await LocalCopy.OfAsync(content, delivery.Dataset, cancellationToken);
        await StoreAsync(delivery, definition, copy, cancellationToken);
    }

    // Gives whether the file is dealt with, so that it can leave the inbox.
    private async Task<bool> IngestAsync(InboxFile file, HeldBlob lease, CancellationToken cancellationToken)
    {
        var definition = definitions.Find(file.Folder)?.ForFile(file.Name);
        if (Refusal(file, definition) is { } refusal)
        {
            await RefuseUnreadAsync(file, definition?.Id ?? UnknownDataset, lease, refusal, cancellationToken);
            return true;
        }

        await using var content = await OpenReadAsync(lease, cancellationToken);
        using var copy = await LocalCopy.OfAsync(content, file.Folder, cancellationToken);
        var delivery = New(file, definition!.Id, copy.DeliveryHash, copy.Sha256);
        var earlier = await deliveries.FindAsync(delivery.Id, cancellationToken);
        if (earlier is { State: DeliveryState.Scoring or DeliveryState.Served } && await HasEffectAsync(earlier, delivery, cancellationToken))
        {
            return true;
        }

        if (earlier is { State: DeliveryState.Storing })
        {
            // It passed its check before; that part of it is stored already must not depend on what has changed since.
            await StoreAsync(earlier, definition, copy, cancellationToken);
            return true;
        }

        var check = await CheckAsync(file, definition, delivery.Id, copy, cancellationToken);
        if (MayStillFit(file, check.Log))
        {
            LogWaits(file.Path);
            return false;
        }

        delivery = delivery with
        {
            Rows = check.Rows,
            Values = check.Values,
            Errors = check.Log.Errors,
            Warnings = check.Log.Total - check.Log.Errors,
            ProblemCounts = check.Log.CountByCode,
            Municipalities = check.Municipalities,
        };
        if (check.Log.Errors > 0)
        {
            // What an earlier delivery of the same content brought is still in force, and its record says so.
            var isInForce = earlier is not null && earlier.State != DeliveryState.Refused;
            await using var refused = copy.OpenRead();
            await RefuseAsync(isInForce ? delivery with { Id = VersionId(file, definition.Id) } : delivery, refused, check.Log, cancellationToken);
        }
        else
        {
            await AcceptAsync(delivery, definition, copy, check.Log, cancellationToken);
        }

        return true;
    }

    // A file that the check itself cannot cope with would fail at every look and keep others waiting: it is set aside, loudly.
    private async Task<CheckedFile> CheckAsync(
        InboxFile file, DatasetDefinition definition, string delivery, LocalCopy copy, CancellationToken cancellationToken)
    {
        try
        {
            return await checks.CheckAsync(definition, delivery, copy, cancellationToken);
        }
        catch (Exception e) when (!StorageFailure.Is(e))
        {
            LogCannotBeChecked(e, file.Path);
            var log = new ProblemLog();
            log.Add(RowProblems.ProcessingFailed());
            return new CheckedFile(log, 0, 0, []);
        }
    }

    // Files that are dropped together do not all arrive at once: what a file needs may be on its way.
    private bool MayStillFit(InboxFile file, ProblemLog log) =>
        log.Errors > 0
        && log.Kept.Where(problem => problem.Severity == ProblemSeverity.Error).All(problem => problem.Code is ProblemCodes.AreaUnknown or ProblemCodes.ContractUnknown)
        && time.GetUtcNow() - file.ReceivedAt < TimeSpan.FromSeconds(options.PatienceSeconds);

    // A file of no known dataset, or one too large to copy, is refused as it lies there. Its version stands in for its content.
    private async Task RefuseUnreadAsync(InboxFile file, string dataset, HeldBlob lease, ProblemLog log, CancellationToken cancellationToken)
    {
        var delivery = New(file, dataset, hash: new string('0', 64), sha256: "") with
        {
            Id = VersionId(file, dataset),
            Errors = log.Errors,
            ProblemCounts = log.CountByCode,
        };
        await using var content = await OpenReadAsync(lease, cancellationToken);
        await RefuseAsync(delivery, content, log, cancellationToken);
    }

    // Whether what the file says is already in effect: its own run got that far, or the same file was taken in before and nothing of
    // its dataset came after it. Otherwise an old file that is dropped again takes effect again.
    private async Task<bool> HasEffectAsync(Delivery earlier, Delivery now, CancellationToken cancellationToken)
    {
        if (earlier.InboxVersion == now.InboxVersion)
        {
            return true;
        }

        var latest = (await deliveries.OfDatasetAsync(now.Dataset, cancellationToken)).MaxBy(delivery => delivery.StoredAt);
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
        var path = await inbox.RejectAsync(FolderOf(delivery), delivery.File, content, report, cancellationToken);
        await deliveries.KeepAsync(delivery with { State = DeliveryState.Refused, Path = path, CompletedAt = time.GetUtcNow() }, cancellationToken);
        LogRefused(delivery.Dataset, delivery.File, delivery.Id, log.Errors);
    }

    private async Task AcceptAsync(
        Delivery delivery, DatasetDefinition definition, LocalCopy copy, ProblemLog log, CancellationToken cancellationToken)
    {
        await using (var content = copy.OpenRead())
        {
            var path = await inbox.ArchiveAsync(FolderOf(delivery), delivery.File, content, cancellationToken);
            delivery = delivery with { State = DeliveryState.Storing, Path = path };
        }

        await deliveries.KeepProblemsAsync(delivery.Id, log.Kept, cancellationToken);
        await deliveries.KeepAsync(delivery, cancellationToken);
        await StoreAsync(delivery, definition, copy, cancellationToken);
    }

    private async Task StoreAsync(Delivery delivery, DatasetDefinition definition, LocalCopy copy, CancellationToken cancellationToken)
    {
        try
        {
            await store.StoreAsync(definition, delivery.Id, copy, cancellationToken);
        }
        catch (BookingConflictException e)
        {
            await SetAsideAsync(delivery, copy, e.Conflicts, cancellationToken);
            return;
        }

        await deliveries.KeepAsync(delivery with { State = DeliveryState.Scoring, StoredAt = time.GetUtcNow() }, cancellationToken);
        LogStored(delivery.Dataset, delivery.File, delivery.Id, delivery.Rows, delivery.Values);
    }

    // Another instance was first since the check. The file leaves the archive last: until its record says that it is refused, it can be done again.
    private async Task SetAsideAsync(Delivery delivery, LocalCopy copy, IReadOnlyList<BookingConflict> conflicts, CancellationToken cancellationToken)
    {
        var log = new ProblemLog();
        foreach (var conflict in conflicts)
        {
            log.Add(MortgageCheck.Problem(conflict));
        }

        await using var content = copy.OpenRead();
        var refused = delivery with { Errors = log.Errors, Warnings = 0, ProblemCounts = log.CountByCode };
        await RefuseAsync(refused, content, log, cancellationToken);
        await inbox.RemoveArchivedAsync(delivery.Path, cancellationToken);
    }

    private ProblemLog? Refusal(InboxFile file, DatasetDefinition? definition)
    {
        var log = new ProblemLog();
        if (definition is null)
        {
            log.Add(RowProblems.DatasetUnknown(file.Folder, definitions.All.Select(d => d.Id)));
        }
        else if (file.Bytes > LargestOf(definition))
        {
            log.Add(RowProblems.FileTooLarge(file.Bytes, LargestOf(definition)));
        }

        return log.Errors > 0 ? log : null;
    }

    // A contract is read into memory and kept in one entity.
    private long LargestOf(DatasetDefinition definition) =>
        definition.Format == DatasetFormat.Contract ? Math.Min(LargestContract, options.MaxFileBytes) : options.MaxFileBytes;

    private static Delivery New(InboxFile file, string dataset, string hash, string sha256) => new(
        DeliveryStore.Id(dataset, hash),
        dataset,
        dataset == UnknownDataset ? file.Path : file.Name,
        DeliveryState.Storing,
        file.ReceivedAt,
        StoredAt: null,
        CompletedAt: null,
        sha256,
        file.Bytes,
        Rows: 0,
        Values: 0,
        Errors: 0,
        Warnings: 0,
        ProblemCounts: new Dictionary<string, int>(StringComparer.Ordinal),
        Path: "",
        file.ETag,
        Municipalities: [],
        RepeatedAt: null);

    // The id of one drop of a file, where the content does not say it.
    private static string VersionId(InboxFile file, string dataset) => DeliveryStore.Id(
        dataset, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.ETag}"))));

    private static string FolderOf(Delivery delivery) =>
        string.Create(CultureInfo.InvariantCulture, $"{delivery.Dataset}/{delivery.ReceivedAt.UtcDateTime:yyyy}/{delivery.Id}");

    private static Task<Stream> OpenReadAsync(HeldBlob lease, CancellationToken cancellationToken) =>
        lease.Blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);

    [LoggerMessage(100, LogLevel.Information, "{Path} is being taken in by another instance, or is not there any more as it was")]
    private partial void LogNotTaken(string path);

    [LoggerMessage(104, LogLevel.Information, "{Path} names an area or contract that is not known yet; it waits for it")]
    private partial void LogWaits(string path);

    [LoggerMessage(105, LogLevel.Error, "{Path} could not be checked and is set aside; the fault is the monitor's")]
    private partial void LogCannotBeChecked(Exception exception, string path);

    [LoggerMessage(101, LogLevel.Information, "{File} is delivery {Delivery} again; nothing to do")]
    private partial void LogRepeated(string file, string delivery);

    [LoggerMessage(102, LogLevel.Warning, "{Dataset}/{File} (delivery {Delivery}) is refused: {Errors} errors")]
    private partial void LogRefused(string dataset, string file, string delivery, int errors);

    [LoggerMessage(103, LogLevel.Information, "{Dataset}/{File} (delivery {Delivery}) is stored: {Rows} rows, {Values} values")]
    private partial void LogStored(string dataset, string file, string delivery, int rows, int values);
}

using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Formats;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Replay;

/// <summary>Outcome of a replay.</summary>
/// <param name="Deliveries">Number of deliveries in the archive.</param>
/// <param name="Stored">Number of deliveries that were stored again.</param>
/// <param name="Values">Number of values in these.</param>
/// <param name="Settlements">Number of settled years that were put back.</param>
public sealed record ReplayOutcome(int Deliveries, int Stored, long Values, int Settlements);

/// <summary>Replay that rebuilds all tables from the archive alone.</summary>
/// <remarks>
/// These are the deliveries that are in force in the order in which they were stored, each read by the definition that it was read by then;
/// settlements; records, problems and decisions. Of the archive only what was public is written, where something else is decided than before. A replay
/// that is broken off is simply run again.
/// </remarks>
public sealed partial class ArchiveReplay(
    StorageSetup setup,
    Tables tables,
    Locks locks,
    DeliveryArchive archive,
    DeliveryStore records,
    FileStore store,
    SettlementStore settlements,
    Inbox inbox,
    CurrentDatasets definitions,
    DatasetOverrides overrides,
    ScoringRun scoring,
    TimeProvider time,
    ILogger<ArchiveReplay> logger)
{
    /// <summary>Whether the tables were emptied: from then on they are not whole until a replay ends.</summary>
    public bool HasEmptiedTables { get; private set; }

    /// <summary>Rebuilds all tables.</summary>
    /// <exception cref="InvalidOperationException">An app is storing files at this moment.</exception>
    /// <exception cref="InvalidDataException">The archive lacks what a delivery needs.</exception>
    public async Task<ReplayOutcome> RunAsync(CancellationToken cancellationToken)
    {
        await setup.EnsureAsync(cancellationToken);
        await overrides.RefreshAsync(cancellationToken);
        var deliveries = await archive.GetAllAsync(cancellationToken).ToListAsync(cancellationToken);
        var leases = new List<LeasedBlob>();
        try
        {
            await LockAllAsync(deliveries, leases, cancellationToken);
            using var lost = CancellationTokenSource.CreateLinkedTokenSource([cancellationToken, .. leases.Select(lease => lease.Lost)]);
            return await RunAsync(deliveries, lost.Token);
        }
        finally
        {
            foreach (var lease in leases)
            {
                await lease.DisposeAsync();
            }
        }
    }

    private async Task<ReplayOutcome> RunAsync(List<Delivery> deliveries, CancellationToken cancellationToken)
    {
        // Everything must be there before anything is thrown away.
        var stored = deliveries.Select(delivery => delivery.Before ?? delivery)
            .Where(delivery => delivery.IsStored)
            .OrderBy(delivery => delivery.StoredAt)
            .ToList();
        foreach (var delivery in stored)
        {
            await archive.GetDefinitionAsync(delivery, cancellationToken);
            await inbox.EnsureExistsAsync(delivery.Path, cancellationToken);
        }

        HasEmptiedTables = true;
        await tables.ClearExceptScorecardsAsync(cancellationToken);

        foreach (var delivery in stored)
        {
            await StoreAsync(delivery, cancellationToken);
        }

        var settled = await settlements.RestoreAsync(cancellationToken);
        await records.RestoreAsync(deliveries, cancellationToken);

        // Scorecards that come out as they are stay as they are, with the moment at which they were computed.
        await scoring.ScoreAllAsync(cancellationToken);
        return new ReplayOutcome(deliveries.Count, stored.Count, stored.Sum(delivery => (long)delivery.Values), settled);
    }

    private async Task LockAllAsync(List<Delivery> deliveries, List<LeasedBlob> leases, CancellationToken cancellationToken)
    {
        var scopes = definitions.All.Select(IngestLockScope.For).Append(IngestLockScope.Unknown)
            .Concat(deliveries.Where(delivery => definitions.Find(delivery.Dataset) is null).Select(delivery => delivery.Dataset))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var scope in scopes)
        {
            leases.Add(await locks.TryAcquireIngestLockAsync(scope, cancellationToken)
                ?? throw new InvalidOperationException($"Files of '{scope}' are being stored at this moment. Stop the app, wait a minute, and try again."));
        }
    }

    private async Task StoreAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var copy = await inbox.DownloadAsync(delivery, cancellationToken);
        if (!string.Equals(copy.Sha256, delivery.Sha256, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{delivery.Path} is not the file that was delivered: its checksum differs.");
        }

        await store.StoreAsync(await archive.GetDefinitionAsync(delivery, cancellationToken), delivery.Id, copy, delivery.Parts,
            cancellationToken: cancellationToken);
        LogStored(delivery.Id, Printable.Escape(delivery.File), delivery.Values, time.GetElapsedTime(start).TotalSeconds);
    }

    [LoggerMessage(140, LogLevel.Information, "Stored delivery {Delivery} ({File}) again: {Values} values in {Seconds:F1} s")]
    private partial void LogStored(string delivery, string file, int values, double seconds);
}

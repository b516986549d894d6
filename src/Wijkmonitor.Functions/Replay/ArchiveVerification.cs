using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Functions.Storage.Publications;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

namespace Wijkmonitor.Functions.Replay;

/// <summary>Comparison of the tables with the archive, and of what was public with its index.</summary>
/// <remarks>
/// The rows of every delivery in force must be there, unless another in force took their place, and no others. Nothing is changed and nothing is locked.
/// What is stored, withdrawn or published meanwhile is left to the next time.
/// </remarks>
public sealed partial class ArchiveVerification(
    StorageSetup setup,
    DeliveryArchive archive,
    DeliveryStore records,
    RowVerifier rows,
    PublicationVerifier publications,
    ContractStore contracts,
    Inbox inbox,
    ILogger<ArchiveVerification> logger)
{
    /// <summary>Compares all.</summary>
    /// <exception cref="InvalidDataException">The archive lacks what a delivery needs.</exception>
    public async Task<VerificationOutcome> RunAsync(CancellationToken cancellationToken)
    {
        await setup.EnsureAsync(cancellationToken);
        var published = await publications.CompareAllAsync(cancellationToken);
        var deliveries = await archive.GetAllAsync(cancellationToken).ToListAsync(cancellationToken);
        var owners = RowOwners.Create(deliveries);
        var differences = await FindMissingRecordsAsync(deliveries, cancellationToken);
        long total = 0;
        foreach (var delivery in owners.NewestFirst)
        {
            var (found, missing) = await CountAsync(delivery, owners, cancellationToken);
            total += found;
            if (missing > 0)
            {
                differences.Add(new TableDifference(delivery.Id, delivery.Dataset, DifferenceKind.RowsMissing, missing));
            }
        }

        differences.AddRange((await rows.FindUnknownAsync(owners, cancellationToken)).Select(
            unknown => new TableDifference(unknown.Key, DeliveryIds.GetDataset(unknown.Key), DifferenceKind.RowsUnknown, unknown.Value)));
        return new VerificationOutcome(
            deliveries.Count,
            total,
            await ExcludeChangedAsync(differences, deliveries, cancellationToken),
            await ExcludePublishedAsync(published, cancellationToken));
    }

    // A municipality that was being computed at the first look is right at the second.
    private async Task<IReadOnlyList<PublicationDifference>> ExcludePublishedAsync(
        IReadOnlyList<PublicationDifference> before, CancellationToken cancellationToken)
    {
        List<PublicationDifference> remaining = before.Count == 0 ? [] : [.. before.Intersect(await publications.CompareAllAsync(cancellationToken))];
        foreach (var difference in remaining)
        {
            LogPublicationDiffers(difference.Municipality.Value, difference.Period ?? "all periods", difference.Kind);
        }

        return remaining;
    }

    private async Task<List<TableDifference>> FindMissingRecordsAsync(List<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var missing = new List<TableDifference>();
        foreach (var dataset in deliveries.GroupBy(delivery => delivery.Dataset, StringComparer.Ordinal))
        {
            var stored = (await records.GetByDatasetAsync(dataset.Key, cancellationToken)).ToDictionary(delivery => delivery.Id, StringComparer.Ordinal);
            missing.AddRange(dataset.Where(delivery => !IsSame(stored.GetValueOrDefault(delivery.Id), delivery))
                .Select(delivery => new TableDifference(delivery.Id, delivery.Dataset, DifferenceKind.RecordDiffers, 1)));
        }

        return missing;
    }

    private async Task<(int Found, int Missing)> CountAsync(Delivery delivery, RowOwners owners, CancellationToken cancellationToken)
    {
        var definition = await archive.GetDefinitionAsync(delivery, cancellationToken);
        await inbox.EnsureExistsAsync(delivery.Path, cancellationToken);
        await using var archived = await inbox.OpenAsync(delivery.Path, cancellationToken);
        using var copy = await LocalCopy.CreateAsync(archived, delivery.Dataset, cancellationToken);
        await using var content = copy.OpenRead();
        if (definition.Format == DatasetFormat.Contract)
        {
            var (contract, _) = await FileStore.ReadContractAsync(delivery.Id, content, cancellationToken);
            var stored = await contracts.FindAsync(contract.Id, cancellationToken);
            return stored.Any(version => version.Contract.Version == contract.Version) ? (1, 0) : (0, 1);
        }

        return await rows.CountAsync(delivery, definition, content, owners, cancellationToken);
    }

    // What is being worked on differs for a moment: a dataset of which anything was stored or decided since is judged the next time.
    private async Task<IReadOnlyList<TableDifference>> ExcludeChangedAsync(
        List<TableDifference> differences, List<Delivery> before, CancellationToken cancellationToken)
    {
        if (differences.Count == 0)
        {
            return [];
        }

        var known = before.ToDictionary(delivery => delivery.Id, StringComparer.Ordinal);
        var changed = await archive.GetAllAsync(cancellationToken).Where(now => !IsSame(known.GetValueOrDefault(now.Id), now))
            .Select(now => now.Dataset).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var remaining = differences.Where(difference => !changed.Contains(difference.Dataset)).ToList();
        foreach (var difference in remaining)
        {
            LogDiffers(difference.Delivery, difference.Kind.ToString(), difference.Rows);
        }

        return remaining;
    }

    private static bool IsSame(Delivery? one, Delivery other) => one is not null && one.State == other.State && one.StoredAt == other.StoredAt;

    [LoggerMessage(141, LogLevel.Warning, "Found a difference between tables and archive for delivery {Delivery}: {Difference}, {Rows} rows; run replay")]
    private partial void LogDiffers(string delivery, string difference, int rows);

    [LoggerMessage(146, LogLevel.Warning, "Found a difference between the records of what was public of {Municipality} and their index in {Period}: {Difference}")]
    private partial void LogPublicationDiffers(string municipality, string period, PublicationDifferenceKind difference);
}

using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Formats;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>
/// Comparison of the figures of a checked file with those in force, before anything of it is stored. It says what it adds, changes and takes away,
/// and which deliveries it takes the place of. Only where an earlier delivery is about the same years and municipalities is anything read.
/// </summary>
public sealed class DeliveryComparison(FileStore store, ObservationStore observations, DeliveryStore deliveries, DeliveryArchive archive, ReleaseOrder releases)
{
    /// <summary>Maximum number of changes of each kind that are kept in full.</summary>
    public const int MaxItemsPerKind = 1000;

    // What is read of a municipality is kept for the rows that follow, up to about this many values.
    private const int MaxValues = 200_000;

    /// <summary>Compares, and keeps what came of it in the archive. What is no figure is not compared: it has no values of before and after.</summary>
    /// <returns>The delivery with what it changes and supersedes.</returns>
    public async Task<Delivery> CompareAsync(
        Delivery delivery, DatasetDefinition definition, LocalCopy copy, ProgressReporter? progress, CancellationToken cancellationToken)
    {
        if (!RecordFormats.For(definition).HasFigures)
        {
            return delivery with { Changes = null, Supersedes = [] };
        }

        var comparing = new ComparisonBuilder(
            !definition.MergesValues, await releases.FindEffectiveStoredAtAsync(delivery, cancellationToken) is not null, delivery.Id);
        var mayDiffer = await OverlapsAnotherAsync(delivery, cancellationToken);
        progress?.StartStage(DeliveryStage.Comparing, delivery.Rows);
        await CompareAsync(delivery, definition, copy, mayDiffer, comparing, progress, cancellationToken);
        var list = comparing.Build();
        await archive.SaveChangesAsync(delivery.Id, list, cancellationToken);
        return delivery with { Changes = list.Counts, Supersedes = list.Supersedes };
    }

    private async Task CompareAsync(
        Delivery delivery, DatasetDefinition definition, LocalCopy copy, bool mayDiffer, ComparisonBuilder comparing,
        ProgressReporter? progress, CancellationToken cancellationToken)
    {
        await using var content = copy.OpenRead();
        var stored = new StoredObservations(observations, definition.Id, delivery.Periods);
        foreach (var (_, entity, isFigures) in store.ReadRows(definition, delivery.Id, content, parts: 1))
        {
            if (!isFigures)
            {
                continue;
            }

            comparing.Compare(mayDiffer ? await stored.FindAsync(entity, cancellationToken) : null, entity);
            if (!mayDiffer && comparing.IsFull)
            {
                // All is new: the rest need not be read to be counted.
                comparing.AddUncompared(delivery.Values);
                return;
            }

            if (progress is not null)
            {
                await progress.AdvanceAsync(cancellationToken);
            }
        }
    }

    private async Task<bool> OverlapsAnotherAsync(Delivery delivery, CancellationToken cancellationToken) =>
        (await deliveries.GetByDatasetAsync(delivery.Dataset, cancellationToken)).Any(other =>
            other.IsStored && other.Periods.Intersect(delivery.Periods).Any()
            && other.Municipalities.Intersect(delivery.Municipalities, StringComparer.Ordinal).Any());

    private sealed class ComparisonBuilder(bool replaces, bool isBehind, string delivery)
    {
        private readonly Dictionary<ChangeKind, int> counts = new() { [ChangeKind.Added] = 0, [ChangeKind.Changed] = 0, [ChangeKind.Withdrawn] = 0 };
        private readonly List<ValueChange> items = [];
        private readonly SortedSet<string> superseded = new(StringComparer.Ordinal);
        private int unchanged;

        public bool IsFull => counts[ChangeKind.Added] >= MaxItemsPerKind;

        public void AddUncompared(int values) => counts[ChangeKind.Added] = values;

        public void Compare(TableEntity? before, TableEntity after)
        {
            var (area, period) = ObservationStore.GetAreaAndPeriod(after);
            foreach (var (indicator, old, now) in ObservationStore.Compare(before, after, replaces))
            {
                // An older release takes the place of nothing.
                if (old is not null && isBehind)
                {
                    unchanged++;
                    continue;
                }

                if (old is not null && old.Delivery != delivery)
                {
                    superseded.Add(old.Delivery);
                }

                if (old is not null && now is not null && old.HasSameContent(now))
                {
                    unchanged++;
                    continue;
                }

                var kind = old is null ? ChangeKind.Added : now is null ? ChangeKind.Withdrawn : ChangeKind.Changed;
                if (counts[kind]++ < MaxItemsPerKind)
                {
                    items.Add(new ValueChange(kind, area, period, indicator, old, now));
                }
            }
        }

        public ChangeList Build() => new(
            new ChangeCounts(counts[ChangeKind.Added], counts[ChangeKind.Changed], counts[ChangeKind.Withdrawn], unchanged),
            [.. superseded],
            items,
            counts.Values.Sum() - items.Count);
    }

    // Rows of one municipality are mostly together; where they do not, it is read again.
    private sealed class StoredObservations(ObservationStore observations, string dataset, IReadOnlyList<int> periods)
    {
        private readonly Dictionary<string, IReadOnlyDictionary<string, TableEntity>> byMunicipality = new(StringComparer.Ordinal);
        private int values;

        public async ValueTask<TableEntity?> FindAsync(TableEntity row, CancellationToken cancellationToken)
        {
            if (!byMunicipality.TryGetValue(row.PartitionKey, out var stored))
            {
                stored = await observations.GetEntitiesAsync(AreaCode.Parse(row.PartitionKey), dataset, periods, cancellationToken);
                values += stored.Values.Sum(entity => entity.Count);
                if (values > MaxValues)
                {
                    byMunicipality.Clear();
                    values = stored.Values.Sum(entity => entity.Count);
                }

                byMunicipality[row.PartitionKey] = stored;
            }

            return stored.GetValueOrDefault(row.RowKey);
        }
    }
}

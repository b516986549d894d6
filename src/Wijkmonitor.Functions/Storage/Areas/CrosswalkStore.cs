using System.Globalization;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Storage.Areas;

/// <summary>
/// Crosswalks in their table. What became of an area is one entity in the partition of its municipality, so that its shares are written
/// together. Where an area went to another municipality, a row in that one's partition points back.
/// </summary>
public sealed class CrosswalkStore(Tables tables)
{
    private const string Entry = "entry|";
    private const string From = "from|";
    private const string AfterFrom = "from}";
    private const char ShareSeparator = ';';
    private const char FieldSeparator = ',';

    /// <summary>Creates a writer of <see cref="ToEntities"/>.</summary>
    public EntityWriter CreateWriter() => new(tables.Crosswalks, TableTransactionActionType.UpsertReplace);

    /// <summary>Converts an entry to entities: itself, and one for each other municipality that it leads to.</summary>
    public static IEnumerable<TableEntity> ToEntities(CrosswalkEntry entry)
    {
        var partition = Keys.GetPartition(entry.From);
        yield return new TableEntity(partition, string.Create(CultureInfo.InvariantCulture, $"{Entry}{entry.FromYear}|{entry.From}|{entry.ToYear}"))
        {
            ["FromYear"] = entry.FromYear,
            ["From"] = entry.From.Value,
            ["ToYear"] = entry.ToYear,
            ["Shares"] = string.Join(ShareSeparator,
                entry.Shares.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.To},{share.Share},{share.Line}"))),
            ["Delivery"] = entry.Delivery,
        };
        foreach (var elsewhere in entry.Shares.Select(share => Keys.GetPartition(share.To)).Distinct(StringComparer.Ordinal).Where(to => to != partition))
        {
            yield return new TableEntity(elsewhere, From + partition);
        }
    }

    /// <summary>Gets the entries that lead to a municipality's areas, directly or through others. These include municipalities merged into it.</summary>
    public async Task<IReadOnlyList<CrosswalkEntry>> GetByTargetAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var entries = new List<CrosswalkEntry>();
        var requested = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>([municipality.Value]);
        while (queue.TryDequeue(out var partition))
        {
            if (!requested.Add(partition))
            {
                continue;
            }

            await foreach (var entity in Tables.QueryAsync(tables.Crosswalks, Tables.FilterByPartition(partition), cancellationToken: cancellationToken))
            {
                if (entity.RowKey.StartsWith(From, StringComparison.Ordinal))
                {
                    queue.Enqueue(entity.RowKey[From.Length..]);
                }
                else
                {
                    entries.Add(ToEntry(entity));
                }
            }
        }

        return entries;
    }

    /// <summary>Gets the municipalities from which areas went to another one, whose figures that one may use.</summary>
    public async Task<IReadOnlySet<string>> GetSourcesAsync(CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey ge {From} and RowKey lt {AfterFrom}");
        var sources = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entity in Tables.QueryAsync(tables.Crosswalks, filter, ["RowKey"], cancellationToken))
        {
            sources.Add(entity.RowKey[From.Length..]);
        }

        return sources;
    }

    private static CrosswalkEntry ToEntry(TableEntity entity) => new(
        entity.GetInt32("FromYear")!.Value,
        AreaCode.Parse(entity.GetString("From")),
        entity.GetInt32("ToYear")!.Value,
        [.. entity.GetString("Shares").Split(ShareSeparator).Select(ToShare)],
        entity.GetString("Delivery"));

    private static CrosswalkShare ToShare(string text)
    {
        var fields = text.Split(FieldSeparator);
        return new CrosswalkShare(
            AreaCode.Parse(fields[0]), decimal.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[2], CultureInfo.InvariantCulture));
    }
}

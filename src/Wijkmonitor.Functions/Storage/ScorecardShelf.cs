using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Scorecards;

namespace Wijkmonitor.Functions.Storage;

/// <summary>Reads and writes the partitions that scorecards lie in.</summary>
internal sealed class ScorecardShelf(TableClient table)
{
    private const string JsonName = "Json";
    private const string SummaryName = "Summary";
    private const string ContentHash = "ContentHash";
    private const string VersionName = "Version";
    private const string Subject = "Subject";
    private const string AreaName = "Area";

    // Stands in a partition for a scorecard that the wider audience has and this one has not.
    private const string AbsentHash = "absent";

    // Goes up when the way in which scorecards or their summaries are written changes, so that all are written anew.
    private const string Format = "3";
    private static readonly string[] ServedColumns = ["Timestamp", VersionName, ContentHash, .. Enumerable.Range(0, 14).Select(i => JsonName + i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>A hash of a scorecard's figures; when it was computed is not among them.</summary>
    public static string Hash(Scorecard scorecard) => Format + Hash(JsonSerializer.SerializeToUtf8Bytes(scorecard with { ComputedAt = null }, StorageJson.Default.Scorecard));

    /// <summary>Whether a row says that there is no such scorecard.</summary>
    public static bool IsAbsent(TableEntity entity) => entity.GetString(ContentHash) == AbsentHash;

    /// <summary>The JSON of a row.</summary>
    public static byte[] Json(TableEntity entity) => BinaryChunks.Read(entity, JsonName);

    /// <summary>What changes whenever the JSON does.</summary>
    public static string Version(TableEntity entity) => entity.GetString(VersionName);

    /// <summary>Makes a partition hold these scorecards and no others.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="scorecards">The scorecards, by row.</param>
    /// <param name="absent">The rows that say that there is no such scorecard.</param>
    /// <param name="left">Subjects whose rows are left as they are.</param>
    /// <param name="computedAt">When they were computed.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>How many rows were written or removed.</returns>
    public async Task<int> KeepAsync(
        string partition,
        IReadOnlyDictionary<string, Scorecard> scorecards,
        IEnumerable<string> absent,
        IReadOnlyCollection<string> left,
        DateTimeOffset computedAt,
        CancellationToken cancellationToken)
    {
        var stored = await HashesAsync(partition, left, cancellationToken);
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
        var written = 0;
        foreach (var (row, scorecard) in scorecards)
        {
            var hash = Hash(scorecard);
            if (!stored.Remove(row, out var before) || before != hash)
            {
                await writer.AddAsync(Entity(partition, row, scorecard with { ComputedAt = computedAt }, hash), cancellationToken);
                written++;
            }
        }

        foreach (var row in absent)
        {
            if (!stored.Remove(row, out var before) || before != AbsentHash)
            {
                await writer.AddAsync(new TableEntity(partition, row) { [AreaName] = row.Split('|')[2], [ContentHash] = AbsentHash }, cancellationToken);
                written++;
            }
        }

        await writer.CompleteAsync(cancellationToken);
        return written + await RemoveAsync(partition, stored.Keys, cancellationToken);
    }

    /// <summary>A row as it is served, or null.</summary>
    public async Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, ServedColumns, cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>The summaries that a filter names; a null for what says that there is no such scorecard.</summary>
    public async Task<IReadOnlyList<(string Row, AreaCode Area, string? Json)>> SummariesAsync(string filter, CancellationToken cancellationToken)
    {
        var found = new List<(string, AreaCode, string?)>();
        await foreach (var entity in Tables.QueryAsync(table, filter, ["RowKey", AreaName, SummaryName], cancellationToken))
        {
            found.Add((entity.RowKey, AreaCode.Parse(entity.GetString(AreaName)), entity.GetString(SummaryName)));
        }

        return found;
    }

    /// <summary>The rows of a partition that hold a scorecard.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string partition, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and ContentHash ne {AbsentHash}");
        return await Tables.QueryAsync(table, filter, ["RowKey"], cancellationToken).Select(entity => entity.RowKey).ToListAsync(cancellationToken);
    }

    private async Task<int> RemoveAsync(string partition, Dictionary<string, string>.KeyCollection rows, CancellationToken cancellationToken)
    {
        var writer = new EntityWriter(table, TableTransactionActionType.Delete);
        foreach (var row in rows)
        {
            await writer.AddAsync(new TableEntity(partition, row), cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
        return rows.Count;
    }

    private async Task<Dictionary<string, string>> HashesAsync(string partition, IReadOnlyCollection<string> left, CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var entity in Tables.QueryAsync(table, Tables.InPartition(partition), ["RowKey", Subject, ContentHash], cancellationToken))
        {
            if (!left.Contains(entity.GetString(Subject), StringComparer.Ordinal))
            {
                hashes[entity.RowKey] = entity.GetString(ContentHash);
            }
        }

        return hashes;
    }

    private static TableEntity Entity(string partition, string row, Scorecard scorecard, string hash)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(scorecard, StorageJson.Default.Scorecard);
        var entity = new TableEntity(partition, row)
        {
            [AreaName] = scorecard.Area.Value,
            [Subject] = scorecard.Subject,
            [ContentHash] = hash,
            [VersionName] = Hash(json),
            [SummaryName] = JsonSerializer.Serialize(ScorecardSummary.Of(scorecard), StorageJson.Default.ScorecardSummary),
        };
        BinaryChunks.Write(entity, JsonName, json);
        return entity;
    }

    private static string Hash(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));
}

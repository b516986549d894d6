using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Storage.Scorecards;

/// <summary>A row of a partition of scorecards.</summary>
/// <param name="Key">The row's key.</param>
/// <param name="Scorecard">The scorecard; null where it is not held on to, and where there is none though another audience has one.</param>
/// <param name="Hash">A hash of its figures, or a word that says that there is none.</param>
internal sealed record ScorecardRow(string Key, Scorecard? Scorecard, string Hash)
{
    /// <summary>The narrower audiences that have a row of their own under this key.</summary>
    public IReadOnlyList<Audience> Narrower { get; init; } = [];

    /// <summary>The municipalities of a region, as they are stored; null for what is no region.</summary>
    public string? Members { get; init; }
}

/// <summary>Partitions that scorecards are in.</summary>
/// <param name="table">The table.</param>
/// <param name="address">Address of a scorecard.</param>
internal sealed class ScorecardPartition(TableClient table, Func<Scorecard, string> address)
{
    private const string JsonName = "Json";
    private const string SummaryName = "Summary";
    private const string ContentHash = "ContentHash";
    private const string VersionName = "Version";
    private const string Subject = "Subject";
    private const string AreaName = "Area";
    private const string NarrowerName = "Narrower";
    private const string MembersName = "Region";

    // Represents in a partition a scorecard that another audience has and this one has not.
    private const string AbsentHash = "absent";

    // Goes up when the way in which scorecards or their summaries are written changes, so that all are written again.
    private const string Format = "4";
    private static readonly string[] ServedColumns =
        ["Timestamp", VersionName, ContentHash, NarrowerName, MembersName,
            .. Enumerable.Range(0, 14).Select(i => JsonName + i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Creates the row of a scorecard.</summary>
    public static ScorecardRow CreateRow(Scorecard card) =>
        new(GetKey(card), card, ComputeHash(card)) { Members = ScorecardReach.FormatMembers(card) };

    /// <summary>Creates the row that says that there is no scorecard under a key.</summary>
    public static ScorecardRow CreateAbsentRow(string key) => new(key, Scorecard: null, AbsentHash);

    /// <summary>Whether a row says that there is no such scorecard.</summary>
    public static bool IsAbsent(TableEntity entity) => entity.GetString(ContentHash) == AbsentHash;

    /// <summary>Reads the JSON of a row.</summary>
    public static byte[] ReadJson(TableEntity entity) => BinaryChunks.Read(entity, JsonName);

    /// <summary>Reads the value of the ETag, which changes with the JSON.</summary>
    public static string ReadVersion(TableEntity entity) => entity.GetString(VersionName);

    /// <summary>Reads who may be shown a row.</summary>
    /// <param name="row">The row's key.</param>
    /// <param name="entity">The row.</param>
    public static ScorecardReach ReadReach(string row, TableEntity entity) => ScorecardReach.Parse(row, entity.GetString(MembersName));

    /// <summary>Reads the narrower audiences that have a row of their own under a row's key.</summary>
    public static IEnumerable<Audience> ReadNarrower(TableEntity entity) =>
        (entity.GetString(NarrowerName) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Audience>);

    /// <summary>Replaces the rows of a partition by these.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="rows">The rows, each key once.</param>
    /// <param name="isExcluded">Whether a row is left as it is, by its key and its subject; asked when all rows were gone through.</param>
    /// <param name="computedAt">Time of the computation.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <param name="scorecards">Source of the scorecards of rows that hold none.</param>
    /// <returns>Number of rows that were written or removed.</returns>
    public async Task<int> ReplaceAllAsync(
        string partition,
        IEnumerable<ScorecardRow> rows,
        Func<string, string?, bool> isExcluded,
        DateTimeOffset computedAt,
        CancellationToken cancellationToken,
        IEnumerable<Scorecard>? scorecards = null)
    {
        var stored = await GetStoredAsync(partition, cancellationToken);
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
        var written = 0;
        var due = new Dictionary<string, ScorecardRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (stored.Remove(row.Key, out var before) && (before.Hash, before.Narrower, before.Members) == (row.Hash, FormatNarrower(row), row.Members))
            {
                continue;
            }

            written++;
            if (row.Scorecard is null && row.Hash != AbsentHash)
            {
                due.Add(row.Key, row);
            }
            else
            {
                await writer.AddAsync(ToEntity(partition, row, computedAt), cancellationToken);
            }
        }

        foreach (var scorecard in due.Count == 0 ? [] : scorecards ?? [])
        {
            if (due.TryGetValue(GetKey(scorecard), out var row))
            {
                await writer.AddAsync(ToEntity(partition, row with { Scorecard = scorecard }, computedAt), cancellationToken);
            }
        }

        await writer.CompleteAsync(cancellationToken);
        var gone = stored.Where(row => !isExcluded(row.Key, row.Value.Subject)).Select(row => row.Key).ToList();
        return written + await RemoveAsync(partition, gone, cancellationToken);
    }

    /// <summary>Finds a row that holds a scorecard or its absence, or null.</summary>
    public Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellationToken) =>
        Tables.FindAsync(table, partition, row, ServedColumns, cancellationToken);

    /// <summary>Gets the summaries that a filter selects; a null says that there is no such scorecard.</summary>
    public async Task<IReadOnlyList<(string Row, ScorecardReach Reach, string? Json)>> GetSummariesAsync(string filter, CancellationToken cancellationToken)
    {
        var found = new List<(string, ScorecardReach, string?)>();
        await foreach (var entity in Tables.QueryAsync(table, filter, ["RowKey", MembersName, SummaryName], cancellationToken))
        {
            found.Add((entity.RowKey, ReadReach(entity.RowKey, entity), entity.GetString(SummaryName)));
        }

        return found;
    }

    /// <summary>Gets the keys of the rows of a partition that hold a scorecard, and who may be shown each.</summary>
    public async Task<IReadOnlyList<(string Row, ScorecardReach Reach)>> GetRowKeysAsync(string partition, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and ContentHash ne {AbsentHash}");
        return await Tables.QueryAsync(table, filter, ["RowKey", MembersName], cancellationToken)
            .Select(entity => (entity.RowKey, ReadReach(entity.RowKey, entity))).ToListAsync(cancellationToken);
    }

    /// <summary>Removes rows, which must be there.</summary>
    /// <returns>Number of rows that were removed.</returns>
    public async Task<int> RemoveAsync(string partition, IReadOnlyCollection<string> rows, CancellationToken cancellationToken)
    {
        var writer = new EntityWriter(table, TableTransactionActionType.Delete);
        foreach (var row in rows)
        {
            await writer.AddAsync(new TableEntity(partition, row), cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
        return rows.Count;
    }

    private async Task<Dictionary<string, (string Hash, string Narrower, string? Members, string? Subject)>> GetStoredAsync(
        string partition, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, (string, string, string?, string?)>(StringComparer.Ordinal);
        await foreach (var entity in Tables.QueryAsync(table, Tables.FilterByPartition(partition),
            ["RowKey", Subject, ContentHash, NarrowerName, MembersName], cancellationToken))
        {
            stored[entity.RowKey] = (
                entity.GetString(ContentHash), entity.GetString(NarrowerName) ?? "", entity.GetString(MembersName), entity.GetString(Subject));
        }

        return stored;
    }

    private static string GetKey(Scorecard card) => card.Subject is { } subject && (subject.Contains('|', StringComparison.Ordinal) || !Keys.IsValid(subject))
        ? throw new ArgumentException($"The subject '{subject}' of a scorecard of the kind '{card.Kind}' cannot be part of a key.", nameof(card))
        : Keys.GetScorecardRow(card.Kind, card.Period, card.Area, card.Subject);

    private static string FormatNarrower(ScorecardRow row) => string.Join(',', row.Narrower);

    private TableEntity ToEntity(string partition, ScorecardRow row, DateTimeOffset computedAt)
    {
        var narrower = FormatNarrower(row);
        var entity = new TableEntity(partition, row.Key) { [AreaName] = row.Key.Split('|')[2], [ContentHash] = row.Hash };
        if (narrower.Length > 0)
        {
            entity[NarrowerName] = narrower;
        }

        if (row.Members is not null)
        {
            entity[MembersName] = row.Members;
        }

        if (row.Scorecard is not null)
        {
            var scorecard = row.Scorecard with { ComputedAt = computedAt };
            var json = JsonSerializer.SerializeToUtf8Bytes(scorecard, StoredScorecardJson.Default.Scorecard);
            entity[Subject] = scorecard.Subject;
            entity[VersionName] = ComputeVersion(json);
            entity[SummaryName] = JsonSerializer.Serialize(ScorecardSummary.From(scorecard, address(scorecard)), StoredScorecardJson.Default.ScorecardSummary);
            BinaryChunks.Write(entity, JsonName, json);
        }

        return entity;
    }

    // When it was computed is not among its figures.
    private static string ComputeHash(Scorecard scorecard) =>
        Format + ComputeVersion(JsonSerializer.SerializeToUtf8Bytes(scorecard with { ComputedAt = null }, StoredScorecardJson.Default.Scorecard));

    /// <summary>Computes the version of a scorecard by its JSON as it is served.</summary>
    public static string ComputeVersion(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Api;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards;

namespace Wijkmonitor.Functions.Storage;

/// <summary>A scorecard as it is served.</summary>
/// <param name="Json">Its JSON in UTF-8.</param>
/// <param name="Version">Changes whenever the JSON does.</param>
public sealed record ServedScorecard(byte[] Json, string Version);

/// <summary>Scorecards in their table, as they are served: reading one is a point read.</summary>
public sealed class ScorecardStore(Tables tables)
{
    private const string Json = "Json";
    private const string Summary = "Summary";
    private const string ContentHash = "ContentHash";
    private const string Version = "Version";
    private const string Subject = "Subject";

    // Goes up when the way in which scorecards or their summaries are written changes, so that all are written anew.
    private const string Format = "1";
    private static readonly string[] ServedColumns = [Version, .. Enumerable.Range(0, 14).Select(i => Json + i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>
    /// Makes what is stored of a municipality what was computed: writes those scorecards whose figures differ, and removes those that
    /// were not computed any more.
    /// </summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="scorecards">All its scorecards.</param>
    /// <param name="left">Subjects (contracts) whose scorecards are left as they are, because they could not be computed.</param>
    /// <param name="computedAt">When they were computed.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>How many were written or removed.</returns>
    public async Task<int> KeepAsync(
        AreaCode municipality,
        IEnumerable<Scorecard> scorecards,
        IReadOnlyCollection<string> left,
        DateTimeOffset computedAt,
        CancellationToken cancellationToken)
    {
        var hashes = await HashesAsync(municipality, left, cancellationToken);
        var writer = new EntityWriter(tables.Scorecards, TableTransactionActionType.UpsertReplace);
        var written = 0;
        foreach (var scorecard in scorecards)
        {
            var hash = Format + Hash(JsonSerializer.SerializeToUtf8Bytes(scorecard, ApiJson.Default.Scorecard));
            var row = Keys.Scorecard(scorecard.Kind, scorecard.Period, scorecard.Area, scorecard.Subject);
            if (!hashes.Remove(row, out var stored) || stored != hash)
            {
                await writer.AddAsync(Entity(row, scorecard with { ComputedAt = computedAt }, hash), cancellationToken);
                written++;
            }
        }

        await writer.CompleteAsync(cancellationToken);
        return written + await RemoveAsync(municipality, hashes.Keys, cancellationToken);
    }

    /// <summary>One scorecard as it is served, or null.</summary>
    public async Task<ServedScorecard?> FindAsync(string kind, Period period, AreaCode area, string? subject, CancellationToken cancellationToken)
    {
        var found = await tables.Scorecards.GetEntityIfExistsAsync<TableEntity>(
            Keys.Partition(area), Keys.Scorecard(kind, period, area, subject), ServedColumns, cancellationToken);
        return found.HasValue
            ? new ServedScorecard(BinaryChunks.Read(found.Value!, Json), found.Value!.GetString(Version))
            : null;
    }

    /// <summary>The summaries of a municipality's scorecards of a kind, by period and area; in one period or in all.</summary>
    public IAsyncEnumerable<ScorecardSummary> SummariesAsync(AreaCode municipality, string kind, Period? period, CancellationToken cancellationToken) =>
        QuerySummariesAsync(Tables.InPartition(municipality.Value, period is { } year ? Keys.Scorecards(kind, year) : Keys.Scorecards(kind)), cancellationToken);

    /// <summary>The kinds and periods of a municipality's scorecards of areas, each once; those about a subject within an area are left out.</summary>
    public async Task<IReadOnlyCollection<(string Kind, Period Period)>> KindsAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var kinds = new HashSet<(string, Period)>();
        await foreach (var entity in Tables.QueryAsync(tables.Scorecards, Tables.InPartition(municipality.Value), ["RowKey"], cancellationToken))
        {
            if (entity.RowKey.Split('|') is [var kind, var year, _] && Period.TryParse(year, out var period))
            {
                kinds.Add((kind, period));
            }
        }

        return kinds;
    }

    /// <summary>The summaries of all scorecards of one area, by kind and period.</summary>
    public IAsyncEnumerable<ScorecardSummary> SummariesAsync(AreaCode area, CancellationToken cancellationToken) =>
        QuerySummariesAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Partition(area)} and Area eq {area.Value}"), cancellationToken);

    private async IAsyncEnumerable<ScorecardSummary> QuerySummariesAsync(string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in Tables.QueryAsync(tables.Scorecards, filter, [Summary], cancellationToken))
        {
            yield return JsonSerializer.Deserialize(entity.GetString(Summary), ApiJson.Default.ScorecardSummary)!;
        }
    }

    private async Task<int> RemoveAsync(AreaCode municipality, Dictionary<string, string>.KeyCollection rows, CancellationToken cancellationToken)
    {
        var writer = new EntityWriter(tables.Scorecards, TableTransactionActionType.Delete);
        foreach (var row in rows)
        {
            await writer.AddAsync(new TableEntity(municipality.Value, row), cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
        return rows.Count;
    }

    private async Task<Dictionary<string, string>> HashesAsync(
        AreaCode municipality, IReadOnlyCollection<string> left, CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var entity in Tables.QueryAsync(tables.Scorecards, Tables.InPartition(municipality.Value), ["RowKey", Subject, ContentHash], cancellationToken))
        {
            if (!left.Contains(entity.GetString(Subject), StringComparer.Ordinal))
            {
                hashes[entity.RowKey] = entity.GetString(ContentHash);
            }
        }

        return hashes;
    }

    private static TableEntity Entity(string row, Scorecard scorecard, string hash)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(scorecard, ApiJson.Default.Scorecard);
        var entity = new TableEntity(Keys.Partition(scorecard.Area), row)
        {
            ["Area"] = scorecard.Area.Value,
            [Subject] = scorecard.Subject,
            [ContentHash] = hash,
            [Version] = Hash(json),
            [Summary] = JsonSerializer.Serialize(ScorecardSummary.Of(scorecard), ApiJson.Default.ScorecardSummary),
        };
        BinaryChunks.Write(entity, Json, json);
        return entity;
    }

    private static string Hash(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));
}

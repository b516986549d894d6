using System.Text.Json;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Storage.Scorecards;

/// <summary>Store of programmes and projects by their newest scorecards, so that a list reads none of these.</summary>
/// <remarks>
/// One partition has a row for each subject of every municipality, and one the few regions, which are listed with each of their members. An audience has a row
/// of its own only where it differs from the wider one's.
/// </remarks>
public sealed class SubjectStore(Tables tables)
{
    private const string JsonName = "Json";
    private const string HashName = "ContentHash";
    private const string AreaName = "Area";
    private const string ScorecardName = "Scorecard";
    private const string MembersName = "Region";
    private const string AbsentHash = "absent";
    private readonly TableClient table = tables.Scorecards;

    /// <summary>Gets the subjects of a municipality with its regions, or of all, in order of municipality, kind and code.</summary>
    /// <param name="municipality">The municipality; null for all.</param>
    /// <param name="getAudience">For which audience each is to be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<SubjectSummary>> GetAsync(
        AreaCode? municipality, Func<ScorecardReach, Audience> getAudience, CancellationToken cancellationToken)
    {
        var prefix = municipality is { } code ? Keys.GetSubjectPrefix(code) : "";
        var regions = ReadAsync(Keys.RegionPartition, "", getAudience, cancellationToken);
        var found = await ReadAsync(Keys.SubjectPartition, prefix, getAudience, cancellationToken);
        return [.. found.Concat(await regions)
            .Where(subject => municipality is not { } asked || subject.Area.Municipality == asked || subject.About.Members?.Contains(asked) == true)];
    }

    /// <summary>Replaces the rows of a municipality: writes changed ones, removes obsolete ones.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="subjects">All its subjects.</param>
    /// <param name="isFailed">Whether a scorecard could not be computed, by the key of its row.</param>
    /// <param name="isKept">Whether such a scorecard is still stored as it was: its stored row stays until there is a newer one.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    internal async Task ReplaceAllAsync(
        AreaCode municipality, SubjectCollector subjects, Func<string, bool> isFailed, Func<string, bool> isKept, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<(string Partition, string Row), TableEntity>();
        foreach (var partition in new[] { Keys.SubjectPartition, Keys.RegionPartition })
        {
            var filter = Tables.FilterByPartition(partition, Keys.GetSubjectPrefix(municipality));
            await foreach (var row in Tables.QueryAsync(table, filter, ["PartitionKey", "RowKey", HashName, ScorecardName], cancellationToken))
            {
                stored[(partition, row.RowKey)] = row;
            }
        }

        var failed = stored.Values.Where(row => row.GetString(ScorecardName) is { } scorecard && isKept(scorecard))
            .GroupBy(row => row.RowKey, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.Last(), StringComparer.Ordinal);
        var entities = CreateEntities(municipality, subjects, failed, isFailed).ToDictionary(entity => (entity.PartitionKey, entity.RowKey));
        var (writer, remover) = (new EntityWriter(table, TableTransactionActionType.UpsertReplace), new EntityWriter(table, TableTransactionActionType.Delete));
        foreach (var (partition, row) in stored.Keys.Where(key => !entities.ContainsKey(key)))
        {
            await remover.AddAsync(new TableEntity(partition, row), cancellationToken);
        }

        await remover.CompleteAsync(cancellationToken);
        foreach (var (key, entity) in entities)
        {
            if (!stored.TryGetValue(key, out var before) || !IsSame(before, entity))
            {
                await writer.AddAsync(entity, cancellationToken);
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static AreaCode GetArea(TableEntity entity) => AreaCode.Parse(entity.GetString(AreaName));

    // Narrower audiences come after the wider ones, and the last row that may be read counts.
    private async Task<IReadOnlyList<SubjectSummary>> ReadAsync(
        string partition, string prefix, Func<ScorecardReach, Audience> getAudience, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableEntity?>(StringComparer.Ordinal);
        await foreach (var entity in Tables.QueryAsync(table, Tables.FilterByPartition(partition, prefix), cancellationToken: cancellationToken))
        {
            var (subject, audience) = Keys.SplitSubjectRow(entity.RowKey);
            var members = entity.GetString(MembersName);
            var reach = members is null
                ? ScorecardReach.From(GetArea(entity))
                : new ScorecardReach(GetArea(entity), subject[(subject.LastIndexOf('|') + 1)..], [.. members.Split(' ').Select(AreaCode.Parse)]);
            if (getAudience(reach) >= audience)
            {
                rows[subject] = IsAbsent(entity) ? null : entity;
            }
        }

        return [.. rows.Values.OfType<TableEntity>().Select(Deserialize)];
    }

    private static SubjectSummary Deserialize(TableEntity entity) =>
        JsonSerializer.Deserialize(BinaryChunks.Read(entity, JsonName), StoredScorecardJson.Default.SubjectSummary)! with { StoredAt = entity.Timestamp };

    private static bool IsAbsent(TableEntity entity) => entity.GetString(HashName) == AbsentHash;

    private static bool IsSame(TableEntity one, TableEntity other) =>
        (one.GetString(HashName), one.GetString(ScorecardName)) == (other.GetString(HashName), other.GetString(ScorecardName));

    // The rows of each subject that differ from that of the wider audience.
    private static IEnumerable<TableEntity> CreateEntities(
        AreaCode municipality, SubjectCollector subjects, Dictionary<string, TableEntity> failed, Func<string, bool> isFailed)
    {
        var audiences = Enum.GetValues<Audience>().Select(audience => (Audience: audience, Own: subjects.Get(audience, isFailed))).ToList();
        var all = audiences.SelectMany(audience => audience.Own.Keys).Concat(failed.Keys.Select(Keys.GetSubjectOfRow)).Distinct();
        foreach (var (kind, subject) in all)
        {
            TableEntity? wider = null;
            SubjectSummary? known = null;
            foreach (var (audience, own) in audiences)
            {
                var row = Keys.GetSubjectRow(municipality, kind, subject, audience);
                var kept = failed.GetValueOrDefault(row) ?? (wider is not null && failed.ContainsValue(wider) ? wider : null);
                var summary = own.GetValueOrDefault((kind, subject));
                var entity = kept is not null && !(summary?.Period > GetPeriod(kept)) ? kept
                    : summary is not null ? CreateEntity(municipality, summary, audience)
                    : known is not null ? CreateEntity(municipality, known, audience, isAbsent: true)
                    : null;
                if (entity is not null && entity.GetString(HashName) != wider?.GetString(HashName))
                {
                    yield return entity;
                    wider = entity;
                }

                known = summary ?? known;
            }
        }
    }

    private static Period GetPeriod(TableEntity entity) => Period.TryParse(entity.GetString(ScorecardName).Split('|')[1], out var period)
        ? period : throw new FormatException($"'{entity.RowKey}' names no scorecard of a period.");

    private static TableEntity CreateEntity(AreaCode municipality, SubjectSummary summary, Audience audience, bool isAbsent = false)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(summary, StoredScorecardJson.Default.SubjectSummary);
        var partition = summary.About.Members is null ? Keys.SubjectPartition : Keys.RegionPartition;
        var entity = new TableEntity(partition, Keys.GetSubjectRow(municipality, summary.Kind, summary.Subject, audience))
        {
            [AreaName] = summary.Area.Value,
            [ScorecardName] = summary.ScorecardRow,
            [HashName] = isAbsent ? AbsentHash : ScorecardPartition.ComputeVersion(json),
        };
        if (summary.About.Members is { } members)
        {
            entity[MembersName] = string.Join(' ', members);
        }

        if (!isAbsent)
        {
            BinaryChunks.Write(entity, JsonName, json);
        }

        return entity;
    }
}

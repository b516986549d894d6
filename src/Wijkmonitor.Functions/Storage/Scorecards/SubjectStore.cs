using System.Text.Json;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;

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
    /// <param name="isFailed">Whether a scorecard of a kind and area could not be computed, so that its subjects are left as they are.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    internal async Task ReplaceAllAsync(
        AreaCode municipality, SubjectCollector subjects, Func<string, AreaCode, bool> isFailed, CancellationToken cancellationToken)
    {
        var entities = CreateEntities(municipality, subjects).Where(entity => !isFailed(Keys.GetKindOfSubjectRow(entity.RowKey), GetArea(entity)))
            .ToDictionary(entity => (entity.PartitionKey, entity.RowKey));
        var (writer, remover) = (new EntityWriter(table, TableTransactionActionType.UpsertReplace), new EntityWriter(table, TableTransactionActionType.Delete));
        foreach (var partition in new[] { Keys.SubjectPartition, Keys.RegionPartition })
        {
            var filter = Tables.FilterByPartition(partition, Keys.GetSubjectPrefix(municipality));
            await foreach (var stored in Tables.QueryAsync(table, filter, ["PartitionKey", "RowKey", HashName, AreaName], cancellationToken))
            {
                if (entities.TryGetValue((partition, stored.RowKey), out var entity))
                {
                    if (entity.GetString(HashName) == stored.GetString(HashName))
                    {
                        entities.Remove((partition, stored.RowKey));
                    }
                }
                else if (!isFailed(Keys.GetKindOfSubjectRow(stored.RowKey), GetArea(stored)))
                {
                    await remover.AddAsync(new TableEntity(partition, stored.RowKey), cancellationToken);
                }
            }
        }

        await remover.CompleteAsync(cancellationToken);
        foreach (var entity in entities.Values)
        {
            await writer.AddAsync(entity, cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static AreaCode GetArea(TableEntity entity) => AreaCode.Parse(entity.GetString(AreaName));

    // Narrower audiences come after the wider ones, and the last row that may be read counts.
    private async Task<IReadOnlyList<SubjectSummary>> ReadAsync(
        string partition, string prefix, Func<ScorecardReach, Audience> getAudience, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        await foreach (var entity in Tables.QueryAsync(table, Tables.FilterByPartition(partition, prefix), cancellationToken: cancellationToken))
        {
            var (subject, audience) = Keys.SplitSubjectRow(entity.RowKey);
            var members = entity.GetString(MembersName);
            var reach = members is null
                ? ScorecardReach.From(GetArea(entity))
                : new ScorecardReach(GetArea(entity), subject[(subject.LastIndexOf('|') + 1)..], [.. members.Split(' ').Select(AreaCode.Parse)]);
            if (getAudience(reach) >= audience)
            {
                rows[subject] = entity.GetString(HashName) == AbsentHash ? null : BinaryChunks.Read(entity, JsonName);
            }
        }

        return [.. rows.Values.OfType<byte[]>().Select(json => JsonSerializer.Deserialize(json, StoredScorecardJson.Default.SubjectSummary)!)];
    }

    private static IEnumerable<TableEntity> CreateEntities(AreaCode municipality, SubjectCollector subjects)
    {
        var wider = new Dictionary<(string Kind, string Subject), (string Hash, SubjectSummary Summary)>();
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var own = subjects.Get(audience);
            foreach (var ((kind, subject), (_, summary)) in wider.Where(pair => pair.Value.Hash != AbsentHash && !own.ContainsKey(pair.Key)).ToList())
            {
                wider[(kind, subject)] = (AbsentHash, summary);
                yield return CreateEntity(municipality, summary, audience, AbsentHash, json: null);
            }

            foreach (var (key, summary) in own)
            {
                var json = JsonSerializer.SerializeToUtf8Bytes(summary, StoredScorecardJson.Default.SubjectSummary);
                var hash = ScorecardPartition.ComputeVersion(json);
                if (!wider.TryGetValue(key, out var known) || known.Hash != hash)
                {
                    wider[key] = (hash, summary);
                    yield return CreateEntity(municipality, summary, audience, hash, json);
                }
            }
        }
    }

    private static TableEntity CreateEntity(AreaCode municipality, SubjectSummary summary, Audience audience, string hash, byte[]? json)
    {
        var partition = summary.About.Members is null ? Keys.SubjectPartition : Keys.RegionPartition;
        var entity = new TableEntity(partition, Keys.GetSubjectRow(municipality, summary.Kind, summary.Subject, audience))
        {
            [AreaName] = summary.Area.Value,
            [HashName] = hash,
        };
        if (summary.About.Members is { } members)
        {
            entity[MembersName] = string.Join(' ', members);
        }

        if (json is not null)
        {
            BinaryChunks.Write(entity, JsonName, json);
        }

        return entity;
    }
}

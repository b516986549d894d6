using System.Text.Json;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Statements;

namespace Wijkmonitor.Functions.Storage.Scorecards;

/// <summary>A scorecard as it is served.</summary>
/// <param name="Json">Its JSON in UTF-8.</param>
/// <param name="Version">Changes whenever the JSON does.</param>
/// <param name="Audience">The audience that it was computed for.</param>
/// <param name="StoredAt">Time at which it was stored.</param>
public sealed record ServedScorecard(byte[] Json, string Version, Audience Audience, DateTimeOffset? StoredAt)
{
    /// <summary>Creates the same with another form of the scorecard, which has a version of its own.</summary>
    public ServedScorecard With(Scorecard card)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(card, StoredScorecardJson.Default.Scorecard);
        return this with { Json = json, Version = ScorecardPartition.ComputeVersion(json) };
    }
}

/// <summary>
/// Scorecards in their table, as they are served: reading one is a point read. Each audience has a partition of its own for a municipality,
/// which holds only what differs from the wider audience before it; the row for everybody names the narrower audiences that have one of their own. The
/// statements of social mortgages have a partition too.
/// </summary>
public sealed class ScorecardStore(Tables tables, DeliveryIds ids)
{
    private readonly SubjectStore subjects = new(tables);
    private readonly ScorecardPartition cards = new(tables.Scorecards, ScorecardSummary.GetHref);
    private readonly ScorecardPartition statements =
        new(tables.Scorecards, statement => $"/api/v1/social-mortgages/{statement.Subject}/statements/{statement.Period}");

    /// <summary>Replaces a municipality's stored scorecards: writes changed ones, removes obsolete ones.</summary>
    /// <remarks>Scorecards are enumerated one after another, and none of them is held on to: a city has more than fit in memory.</remarks>
    /// <param name="municipality">The municipality.</param>
    /// <param name="scorecards">
    /// All its scorecards of areas for each audience, the widest first; null where they are those of the wider audience. Those of an
    /// audience are gone through before the next are asked for, and
    /// those for everybody once more where some are to be written.
    /// </param>
    /// <param name="failures">
    /// Scorecards that could not be computed; the list may grow while the others are gone through. They are left as they are, for all audiences.
    /// </param>
    /// <param name="computedAt">Time of the computation.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <param name="allows">
    /// Whether a stored scorecard of a subject is for no more readers than the subject is now, by its kind, the subject, the reach that it has and the widest
    /// audience that reads it; one that could not be computed is removed where it is not. Null where all are.
    /// </param>
    /// <returns>Number of scorecards that were computed, and number that were written or removed.</returns>
    public async Task<(int Computed, int Changed)> ReplaceAllAsync(
        AreaCode municipality, IEnumerable<IEnumerable<Scorecard>?> scorecards, IReadOnlyCollection<ScorecardFailure> failures,
        DateTimeOffset computedAt, CancellationToken cancellationToken, Func<string, string, ScorecardReach, Audience, bool>? allows = null)
    {
        using var audiences = scorecards.GetEnumerator();
        var forEverybody = MoveNext(audiences) ?? throw new ArgumentException("The widest audience has none wider.", nameof(scorecards));
        var collected = new SubjectCollector();
        var publicRow = collected.Collect(Audience.Public, forEverybody).Select(ScorecardPartition.CreateRow)
            .ToDictionary(row => row.Key, row => row.Hash, StringComparer.Ordinal);
        var (computed, changed) = (publicRow.Count, 0);
        var narrower = new SortedDictionary<string, NarrowerRows>(StringComparer.Ordinal);
        var wider = publicRow;
        bool IsFailed(string row) => failures.Any(failure => row.StartsWith(GetPrefix(failure), StringComparison.Ordinal));
        foreach (var audience in Enum.GetValues<Audience>().Where(audience => audience != Audience.Public))
        {
            var forAudience = MoveNext(audiences);
            var own = forAudience is null ? wider : new Dictionary<string, string>(StringComparer.Ordinal);
            changed += await cards.ReplaceAllAsync(
                Keys.GetScorecardPartition(municipality, audience),
                FindDifferent(forAudience is null ? [] : collected.Collect(audience, forAudience), own, wider, row => AddNarrower(narrower, row, audience))
                    .Where(row => !IsFailed(row.Key)),
                (row, _) => IsFailed(row), computedAt, cancellationToken);
            computed += forAudience is null ? 0 : own.Count;
            wider = own;
        }

        // First: lists must not show longer than the scorecards what is now for fewer.
        var withdrawn = allows is null || failures.Count == 0 ? [] : await WithdrawAsync(municipality, IsFailed, allows, cancellationToken);
        changed += withdrawn.Count;
        await subjects.ReplaceAllAsync(municipality, collected, IsFailed, row => IsFailed(row) && !withdrawn.Contains(row), cancellationToken);

        // Last: a row for everybody must not name a narrower one that is not there yet.
        var rows = publicRow.Select(row => new ScorecardRow(row.Key, Scorecard: null, row.Value))
            .Concat(narrower.Keys.Where(key => !publicRow.ContainsKey(key)).Select(ScorecardPartition.CreateAbsentRow))
            .Where(row => !IsFailed(row.Key))
            .Select(row => narrower.TryGetValue(row.Key, out var rows) ? row with { Narrower = rows.Audiences, Members = rows.Members } : row);
        changed += await cards.ReplaceAllAsync(
            Keys.GetScorecardPartition(municipality, Audience.Public), rows, (row, _) => IsFailed(row), computedAt, cancellationToken, forEverybody);
        return (computed, changed);
    }

    /// <summary>Replaces a municipality's stored statements of social mortgages by the computed ones.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="computed">All its statements.</param>
    /// <param name="excludedContracts">Contracts whose statements are left as they are, because they could not be computed.</param>
    /// <param name="computedAt">Time of the computation.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>Number of scorecards that were written or removed.</returns>
    public Task<int> ReplaceStatementsAsync(
        AreaCode municipality, IEnumerable<Scorecard> computed, IReadOnlyCollection<string> excludedContracts, DateTimeOffset computedAt,
        CancellationToken cancellationToken) =>
        statements.ReplaceAllAsync(
            Keys.GetStatementPartition(municipality),
            computed.Select(ScorecardPartition.CreateRow),
            (_, contract) => excludedContracts.Contains(contract, StringComparer.Ordinal),
            computedAt,
            cancellationToken);

    /// <summary>Finds the scorecard of an area, or of a subject within it, as served to an audience; or null.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="period">The period.</param>
    /// <param name="area">The area.</param>
    /// <param name="subject">The subject; null where the scorecard is about the area.</param>
    /// <param name="getAudience">For which audience it is to be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ServedScorecard?> FindAsync(string kind, Period period, AreaCode area, string? subject,
        Func<ScorecardReach, Audience> getAudience, CancellationToken cancellationToken)
    {
        var row = Keys.GetScorecardRow(kind, period, area, subject);
        if (await cards.FindAsync(Keys.GetScorecardPartition(area.Municipality, Audience.Public), row, cancellationToken) is not { } publicRow)
        {
            return null;
        }

        var audience = getAudience(ScorecardPartition.ReadReach(row, publicRow));
        foreach (var narrower in ScorecardPartition.ReadNarrower(publicRow).Where(narrower => narrower <= audience).OrderDescending())
        {
            if (await cards.FindAsync(Keys.GetScorecardPartition(area.Municipality, narrower), row, cancellationToken) is { } own
                && getAudience(ScorecardPartition.ReadReach(row, own)) >= narrower)
            {
                return await ToServedAsync(own, narrower, cancellationToken);
            }
        }

        return await ToServedAsync(publicRow, Audience.Public, cancellationToken);
    }

    /// <summary>Finds a statement of a social mortgage as served to its parties, or null.</summary>
    public async Task<ServedScorecard?> FindStatementAsync(Period period, AreaCode area, string contract, CancellationToken cancellationToken) =>
        await statements.FindAsync(Keys.GetStatementPartition(area),
            Keys.GetScorecardRow(SocialMortgageStatements.Kind, period, area, contract), cancellationToken) is { } entity
            ? await ToServedAsync(entity, Audience.Partners, cancellationToken)
            : null;

    /// <summary>Gets the summaries of a municipality's scorecards of a kind, by period and area; in one period or in all.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="period">The period; null for all.</param>
    /// <param name="getAudience">For which audience each is to be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<ScorecardSummary>> GetSummariesAsync(
        AreaCode municipality, string kind, Period? period, Func<ScorecardReach, Audience> getAudience, CancellationToken cancellationToken)
    {
        var prefix = period is { } year ? Keys.GetScorecardPrefix(kind, year) : Keys.GetScorecardPrefix(kind);
        return await GetSummariesAsync(municipality, partition => Tables.FilterByPartition(partition, prefix), getAudience, cancellationToken);
    }

    /// <summary>Gets the summaries of all scorecards of one area, by kind and period.</summary>
    public Task<IReadOnlyList<ScorecardSummary>> GetSummariesAsync(
        AreaCode area, Func<ScorecardReach, Audience> getAudience, CancellationToken cancellationToken) =>
        GetSummariesAsync(area.Municipality,
            partition => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Area eq {area.Value}"),
            getAudience, cancellationToken);

    /// <summary>Gets the summaries of the statements of a social mortgage, by period.</summary>
    public async Task<IReadOnlyList<ScorecardSummary>> GetStatementsAsync(AreaCode area, string contract, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.GetStatementPartition(area)} and Subject eq {contract}");
        return [.. (await statements.GetSummariesAsync(filter, cancellationToken)).Select(found => ParseSummary(found.Json!))];
    }

    /// <summary>Gets the kinds and periods of a municipality's scorecards of areas, each once.</summary>
    public async Task<IReadOnlyCollection<(string Kind, Period Period)>> GetKindsAsync(
        AreaCode municipality, Func<ScorecardReach, Audience> getAudience, CancellationToken cancellationToken)
    {
        var kinds = new HashSet<(string, Period)>();
        foreach (var (audience, rows) in await Task.WhenAll(Enum.GetValues<Audience>().Select(GetRowsAsync)))
        {
            foreach (var (row, reach) in rows)
            {
                if (row.Split('|') is [var kind, var year, ..]
                    && Period.TryParseYear(year, out var period)
                    && getAudience(reach) >= audience)
                {
                    kinds.Add((kind, period));
                }
            }
        }

        return kinds;

        async Task<(Audience Audience, IReadOnlyList<(string Row, ScorecardReach Reach)> Rows)> GetRowsAsync(Audience audience) =>
            (audience, await cards.GetRowKeysAsync(Keys.GetScorecardPartition(municipality, audience), cancellationToken));
    }

    // The rows of each audience come over those of the wider one, for the areas that are to be read so.
    private async Task<IReadOnlyList<ScorecardSummary>> GetSummariesAsync(
        AreaCode municipality, Func<string, string> filter, Func<ScorecardReach, Audience> getAudience, CancellationToken cancellationToken)
    {
        var audiences = Enum.GetValues<Audience>();
        var found = await Task.WhenAll(
            audiences.Select(audience => cards.GetSummariesAsync(filter(Keys.GetScorecardPartition(municipality, audience)), cancellationToken)));
        var rows = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < found.Length; i++)
        {
            foreach (var (row, _, json) in found[i].Where(summary => getAudience(summary.Reach) >= audiences[i]))
            {
                rows[row] = json;
            }
        }

        return [.. rows.Values.OfType<string>().Select(ParseSummary)];
    }

    // Removes for all audiences the scorecards that could not be computed and would have more readers than their subject has now. Gives the keys of their rows.
    private async Task<HashSet<string>> WithdrawAsync(
        AreaCode municipality, Func<string, bool> isFailed, Func<string, string, ScorecardReach, Audience, bool> allows, CancellationToken cancellationToken)
    {
        var stored = new List<(string Partition, string Row)>();
        var withdrawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var partition = Keys.GetScorecardPartition(municipality, audience);
            foreach (var (row, reach) in (await cards.GetRowKeysAsync(partition, cancellationToken)).Where(found => isFailed(found.Row)))
            {
                stored.Add((partition, row));
                if (Keys.SplitScorecardRow(row) is { Kind: var kind, Subject: { } subject } && !allows(kind, subject, reach, audience))
                {
                    withdrawn.Add(row);
                }
            }
        }

        foreach (var rows in stored.Where(found => withdrawn.Contains(found.Row)).GroupBy(found => found.Partition, StringComparer.Ordinal))
        {
            await cards.RemoveAsync(rows.Key, [.. rows.Select(found => found.Row)], cancellationToken);
        }

        return withdrawn;
    }

    private static string GetPrefix(ScorecardFailure failure) => failure is { Period: { } period, Area: { } area }
        ? Keys.GetScorecardRow(failure.Kind, period, area, subject: null)
        : Keys.GetScorecardPrefix(failure.Kind);

    private static IEnumerable<Scorecard>? MoveNext(IEnumerator<IEnumerable<Scorecard>?> audiences) =>
        audiences.MoveNext() ? audiences.Current : throw new ArgumentException("There is an audience without scorecards.", nameof(audiences));

    // The rows in which an audience differs from the wider one, while its own are recorded.
    private static IEnumerable<ScorecardRow> FindDifferent(IEnumerable<Scorecard> scorecards, Dictionary<string, string> own,
        Dictionary<string, string> wider, Action<ScorecardRow> note)
    {
        foreach (var row in scorecards.Select(ScorecardPartition.CreateRow))
        {
            own[row.Key] = row.Hash;
            if (row.Hash != wider.GetValueOrDefault(row.Key))
            {
                note(row);
                yield return row;
            }
        }

        foreach (var key in wider.Keys.Where(key => !own.ContainsKey(key)))
        {
            var absent = ScorecardPartition.CreateAbsentRow(key);
            note(absent);
            yield return absent;
        }
    }

    private static void AddNarrower(SortedDictionary<string, NarrowerRows> narrower, ScorecardRow row, Audience audience)
    {
        var known = narrower.GetValueOrDefault(row.Key) ?? new NarrowerRows([], Members: null);
        narrower[row.Key] = new NarrowerRows([.. known.Audiences, audience], known.Members ?? row.Members);
    }

    // One that an earlier version stored names deliveries by other ids until it is computed again; its version follows from what is served.
    private async Task<ServedScorecard?> ToServedAsync(TableEntity entity, Audience audience, CancellationToken cancellationToken)
    {
        if (ScorecardPartition.IsAbsent(entity))
        {
            return null;
        }

        var stored = ScorecardPartition.ReadJson(entity);
        var json = await ids.PublishJsonAsync(stored, cancellationToken);
        var version = json == stored ? ScorecardPartition.ReadVersion(entity) : ScorecardPartition.ComputeVersion(json);
        return new ServedScorecard(json, version, audience, entity.Timestamp);
    }

    private static ScorecardSummary ParseSummary(string json) => JsonSerializer.Deserialize(json, StoredScorecardJson.Default.ScorecardSummary)!;

    // The narrower audiences that have a row of their own under a key, and the municipalities of a region there.
    private sealed record NarrowerRows(IReadOnlyList<Audience> Audiences, string? Members);
}

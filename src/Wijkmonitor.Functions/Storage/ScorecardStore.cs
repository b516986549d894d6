using System.Text.Json;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards;
using Wijkmonitor.Indicators.Scorecards.SocialMortgage;

namespace Wijkmonitor.Functions.Storage;

/// <summary>A scorecard as it is served.</summary>
/// <param name="Json">Its JSON in UTF-8.</param>
/// <param name="Version">Changes whenever the JSON does.</param>
/// <param name="Audience">The audience that it was computed for.</param>
/// <param name="StoredAt">When it was stored.</param>
public sealed record ServedScorecard(byte[] Json, string Version, Audience Audience, DateTimeOffset? StoredAt);

/// <summary>What was kept of a municipality's scorecards for an audience.</summary>
/// <param name="Changed">How many were written or removed.</param>
/// <param name="Hashes">A hash of each scorecard that the audience has, by row.</param>
public sealed record KeptScorecards(int Changed, IReadOnlyDictionary<string, string> Hashes)
{
    /// <summary>Nothing.</summary>
    public static KeptScorecards None { get; } = new(0, new Dictionary<string, string>(StringComparer.Ordinal));
}

/// <summary>
/// Scorecards in their table, as they are served: reading one is a point read. Each audience has a partition of its own for a municipality,
/// which holds only what differs from the wider audience before it; the statements of social mortgages have one too.
/// </summary>
public sealed class ScorecardStore(Tables tables)
{
    private readonly ScorecardShelf shelf = new(tables.Scorecards);

    /// <summary>
    /// Makes what is stored of a municipality for an audience what was computed: writes those scorecards whose figures differ, and removes those that
    /// were not computed any more.
    /// </summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="scorecards">All its scorecards of areas; null where they are those of the wider audience.</param>
    /// <param name="wider">What was kept for the wider audience before it.</param>
    /// <param name="computedAt">When they were computed.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task<KeptScorecards> KeepAsync(
        AreaCode municipality,
        Audience audience,
        IReadOnlyList<Scorecard>? scorecards,
        KeptScorecards wider,
        DateTimeOffset computedAt,
        CancellationToken cancellationToken)
    {
        var rows = (scorecards ?? []).ToDictionary(card => Keys.Scorecard(card.Kind, card.Period, card.Area, subject: null), StringComparer.Ordinal);
        var hashes = rows.ToDictionary(row => row.Key, row => ScorecardShelf.Hash(row.Value), StringComparer.Ordinal);
        var different = rows.Where(row => hashes[row.Key] != wider.Hashes.GetValueOrDefault(row.Key)).ToDictionary(StringComparer.Ordinal);
        var absent = scorecards is null ? [] : wider.Hashes.Keys.Where(row => !rows.ContainsKey(row));
        var changed = await shelf.KeepAsync(Keys.ScorecardPartition(municipality, audience), different, absent, left: [], computedAt, cancellationToken);
        return new KeptScorecards(changed, scorecards is null ? wider.Hashes : hashes);
    }

    /// <summary>Makes what is stored of a municipality's statements of social mortgages what was computed.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="statements">All its statements.</param>
    /// <param name="left">Contracts whose statements are left as they are, because they could not be computed.</param>
    /// <param name="computedAt">When they were computed.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>How many were written or removed.</returns>
    public Task<int> KeepStatementsAsync(
        AreaCode municipality, IEnumerable<Scorecard> statements, IReadOnlyCollection<string> left, DateTimeOffset computedAt, CancellationToken cancellationToken) =>
        shelf.KeepAsync(
            Keys.StatementPartition(municipality),
            statements.ToDictionary(card => Keys.Scorecard(card.Kind, card.Period, card.Area, card.Subject), StringComparer.Ordinal),
            absent: [],
            left,
            computedAt,
            cancellationToken);

    /// <summary>The scorecard of an area as it is served to an audience, or null.</summary>
    public async Task<ServedScorecard?> FindAsync(string kind, Period period, AreaCode area, Audience audience, CancellationToken cancellationToken)
    {
        var row = Keys.Scorecard(kind, period, area, subject: null);
        var audiences = Widening(audience).ToList();
        var found = await Task.WhenAll(audiences.Select(each => shelf.FindAsync(Keys.ScorecardPartition(area.Municipality, each), row, cancellationToken)));
        var nearest = Array.FindIndex(found, entity => entity is not null);
        return nearest < 0 || ScorecardShelf.IsAbsent(found[nearest]!) ? null : Served(found[nearest]!, audiences[nearest]);
    }

    /// <summary>A statement of a social mortgage as it is served to its parties, or null.</summary>
    public async Task<ServedScorecard?> FindStatementAsync(Period period, AreaCode area, string contract, CancellationToken cancellationToken) =>
        await shelf.FindAsync(Keys.StatementPartition(area), Keys.Scorecard(SocialMortgageStatements.Kind, period, area, contract), cancellationToken) is { } entity
            ? Served(entity, Audience.Partners)
            : null;

    /// <summary>The summaries of a municipality's scorecards of a kind, by period and area; in one period or in all.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="period">The period; null for all.</param>
    /// <param name="audienceOf">For which audience each area is to be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<ScorecardSummary>> SummariesAsync(
        AreaCode municipality, string kind, Period? period, Func<AreaCode, Audience> audienceOf, CancellationToken cancellationToken)
    {
        var prefix = period is { } year ? Keys.Scorecards(kind, year) : Keys.Scorecards(kind);
        return await SummariesAsync(municipality, partition => Tables.InPartition(partition, prefix), audienceOf, cancellationToken);
    }

    /// <summary>The summaries of all scorecards of one area, by kind and period.</summary>
    public Task<IReadOnlyList<ScorecardSummary>> SummariesAsync(AreaCode area, Func<AreaCode, Audience> audienceOf, CancellationToken cancellationToken) =>
        SummariesAsync(area.Municipality, partition => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Area eq {area.Value}"), audienceOf, cancellationToken);

    /// <summary>The summaries of the statements of a social mortgage, by period.</summary>
    public async Task<IReadOnlyList<ScorecardSummary>> StatementsAsync(AreaCode area, string contract, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.StatementPartition(area)} and Subject eq {contract}");
        return [.. (await shelf.SummariesAsync(filter, cancellationToken)).Select(found => Summary(found.Json!))];
    }

    /// <summary>The kinds and periods of a municipality's scorecards of areas, each once.</summary>
    public async Task<IReadOnlyCollection<(string Kind, Period Period)>> KindsAsync(
        AreaCode municipality, Func<AreaCode, Audience> audienceOf, CancellationToken cancellationToken)
    {
        var kinds = new HashSet<(string, Period)>();
        foreach (var (audience, rows) in await Task.WhenAll(Widening(Audience.Everything).Select(RowsAsync)))
        {
            foreach (var row in rows)
            {
                if (row.Split('|') is [var kind, var year, var code] && Period.TryParse(year, out var period) && audienceOf(AreaCode.Parse(code)) >= audience)
                {
                    kinds.Add((kind, period));
                }
            }
        }

        return kinds;

        async Task<(Audience Audience, IReadOnlyList<string> Rows)> RowsAsync(Audience audience) =>
            (audience, await shelf.RowsAsync(Keys.ScorecardPartition(municipality, audience), cancellationToken));
    }

    // The rows of each audience come over those of the wider one, for the areas that are to be read so.
    private async Task<IReadOnlyList<ScorecardSummary>> SummariesAsync(
        AreaCode municipality, Func<string, string> filter, Func<AreaCode, Audience> audienceOf, CancellationToken cancellationToken)
    {
        var audiences = Widening(Audience.Everything).Reverse().ToList();
        var found = await Task.WhenAll(audiences.Select(audience => shelf.SummariesAsync(filter(Keys.ScorecardPartition(municipality, audience)), cancellationToken)));
        var rows = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < found.Length; i++)
        {
            foreach (var (row, _, json) in found[i].Where(summary => audienceOf(summary.Area) >= audiences[i]))
            {
                rows[row] = json;
            }
        }

        return [.. rows.Values.OfType<string>().Select(Summary)];
    }

    private static IEnumerable<Audience> Widening(Audience from) => Enum.GetValues<Audience>().Where(audience => audience <= from).OrderDescending();

    private static ServedScorecard Served(TableEntity entity, Audience audience) => new(ScorecardShelf.Json(entity), ScorecardShelf.Version(entity), audience, entity.Timestamp);

    private static ScorecardSummary Summary(string json) => JsonSerializer.Deserialize(json, StorageJson.Default.ScorecardSummary)!;
}

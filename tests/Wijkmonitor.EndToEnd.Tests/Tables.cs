using Azure.Data.Tables;

namespace Wijkmonitor.EndToEnd.Tests;

/// <summary>All that tables hold, to be compared entity by entity.</summary>
internal static class Tables
{
    private static readonly string[] KeptByService = ["odata.etag", "Timestamp"];

    public static string[] DataTables { get; } =
        ["Areas", "AreaIndex", "Crosswalks", "CustomAreas", "Boundaries", "Observations", "Contracts", "LedgerEntries", "Decisions", "Annotations", "AreaRecords", "Settlements"];

    public static string[] RecordTables { get; } = ["Deliveries", "Problems"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every property of every entity but what the service itself adds.</summary>
    public static async Task<SortedDictionary<string, string>> ReadAsync(string account, params IEnumerable<string> tables)
    {
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await foreach (var entity in new TableClient(account, table).QueryAsync<TableEntity>("", cancellationToken: Token))
            {
                var properties = entity.Where(p => !KeptByService.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => $"{p.Key}:{p.Value?.GetType().Name}={(p.Value is byte[] bytes ? Convert.ToHexString(bytes) : p.Value is DateTimeOffset moment ? moment.ToString("O") : p.Value)}");
                read[$"{table}/{entity.PartitionKey}/{entity.RowKey}"] = string.Join(';', properties);
            }
        }

        return read;
    }

    /// <summary>Scorecards by their hash, which leaves out the moment of computing.</summary>
    public static async Task<SortedDictionary<string, string>> ScorecardsAsync(string account)
    {
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var entity in new TableClient(account, "Scorecards").QueryAsync<TableEntity>("", cancellationToken: Token))
        {
            read[$"{entity.PartitionKey}/{entity.RowKey}"] = entity.GetString("ContentHash");
        }

        return read;
    }

    public static void AssertSame(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual)
    {
        var differences = expected.Except(actual).Select(p => $"expected {p.Key}: {p.Value}").Concat(actual.Except(expected).Select(p => $"found    {p.Key}: {p.Value}")).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences, such as:\n{string.Join('\n', differences.Take(10))}");
    }
}

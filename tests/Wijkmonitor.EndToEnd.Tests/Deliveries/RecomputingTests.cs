using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Deliveries;

/// <summary>Computing and writing after a delivery: no more than it can change.</summary>
public sealed partial class RecomputingTests(StorageEmulator emulator)
{
    private const string Areas =
        "code;name;boundary_year\nGM0153;A;2017\nBU01530000;A0;2017\nBU01530001;A1;2017\nGM0363;B;2017\nBU03630000;B0;2017\nGM0599;C;2017\nBU05990000;C0;2017\n";

    private const string Figures =
        """
        area;period;indicator;value;boundary_year
        GM0153;2016;public_space_grade;6.0;2017
        BU01530000;2016;public_space_grade;6.5;2017
        BU01530001;2016;public_space_grade;5.0;2017
        GM0153;2017;public_space_grade;6.0;2017
        BU01530000;2017;public_space_grade;6.5;2017
        BU01530001;2017;public_space_grade;5.0;2017
        GM0363;2017;public_space_grade;7.0;2017
        BU03630000;2017;public_space_grade;6.0;2017
        GM0599;2017;public_space_grade;7.0;2017
        BU05990000;2017;public_space_grade;6.0;2017

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delivery_recomputes_only_its_municipality_and_writes_only_changes()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), ("Rules__Liveability", "rules/liveability/example.json"));
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        Assert.Equal("served", (await monitor.DeliverAsync("area-indicators/all.csv", Figures)).State);
        var before = await WrittenAsync(monitor);
        Assert.Equal(["GM0153", "GM0363", "GM0599"], before.Keys.Select(row => row[..6]).Distinct().Order());
        var log = monitor.Log.Length;

        var one = await monitor.DeliverAsync("area-indicators/one.csv", "area;period;indicator;value;boundary_year\nBU01530001;2017;public_space_grade;4.5;2017\n");
        Assert.Equal("served", one.State);

        var after = await WrittenAsync(monitor);
        var computed = Assert.Single(Scored(monitor.Log[log..]));
        Assert.Equal("GM0153", computed.Municipality);
        var written = after.Where(row => before.GetValueOrDefault(row.Key) != row.Value).Select(row => row.Key).ToList();
        Assert.Equal(computed.Changed, written.Count);
        Assert.All(written, row => Assert.StartsWith("GM0153", row, StringComparison.Ordinal));

        // The city's spread of that year is another one, so that both neighbourhoods' compasses of 2017 change; nothing of 2016 does.
        Assert.Equal(["BU01530000", "BU01530001"], written.Select(row => row.Split('|')[^1]).Distinct().Order());
        Assert.All(written, row => Assert.Contains("|2017|", row));
        Assert.True(computed.Computed > written.Count, $"{computed.Computed} computed, {written.Count} written");
    }

    [Fact]
    public async Task The_same_file_once_more_writes_nothing()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        Assert.Equal("served", (await monitor.DeliverAsync("area-indicators/all.csv", Figures)).State);
        var before = await WrittenAsync(monitor);
        var log = monitor.Log.Length;

        await monitor.DropAsync("area-indicators/again.csv", Figures);
        await monitor.SettleAsync();

        Assert.NotEmpty(before);
        Assert.Contains("Used example rules for compass (example-1)", monitor.Log);
        Assert.DoesNotContain(Scored(monitor.Log[log..]), scored => scored.Changed > 0);
        Assert.Equal(before, await WrittenAsync(monitor));
    }

    // Each scorecard with the moment that storage wrote it.
    private static async Task<SortedDictionary<string, DateTimeOffset?>> WrittenAsync(RunningMonitor monitor)
    {
        var rows = new SortedDictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        await foreach (var row in new TableClient(monitor.Account, "Scorecards").QueryAsync<TableEntity>("", cancellationToken: Token))
        {
            rows[$"{row.PartitionKey}|{row.RowKey}"] = row.Timestamp;
        }

        return rows;
    }

    private static List<(string Municipality, int Computed, int Changed)> Scored(string log) =>
        [.. Line().Matches(log).Select(line => (line.Groups["municipality"].Value, int.Parse(line.Groups["computed"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), int.Parse(line.Groups["changed"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)))];

    [GeneratedRegex("Computed (?<computed>[0-9]+) scorecards of (?<municipality>GM[0-9]{4}): (?<changed>[0-9]+) changed", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}

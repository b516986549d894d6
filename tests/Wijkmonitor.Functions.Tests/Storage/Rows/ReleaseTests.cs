using System.Globalization;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Rows;

public sealed class ReleaseTests(StorageEmulator emulator)
{
    private const int Topics = 4;
    private static readonly string[] Codes = CityMonitor.Codes(Topics);

    [Theory]
    [InlineData("123")]
    [InlineData("132")]
    [InlineData("213")]
    [InlineData("231")]
    [InlineData("312")]
    [InlineData("321")]
    public async Task Releases_of_a_year_end_the_same_in_whatever_order_they_are_delivered(string order)
    {
        await using var monitor = await StartAsync();
        var deliveries = new Dictionary<int, Delivery>();
        foreach (var release in order.Select(digit => digit - '0'))
        {
            deliveries[release] = await monitor.DeliverAsync($"release-{release}.csv", Release(release));
            await AssertReplaysSameAsync(monitor);
        }

        // The third fills all topics but the last, the first said something of the last area only.
        Assert.All(await monitor.ReadAsync(), pair => Assert.Equal(
            pair.Key.Area == CityMonitor.Areas[^1]
                ? (CityMonitor.Value(pair.Key.Area, pair.Key.Indicator, 1), deliveries[1].Id)
                : (CityMonitor.Value(pair.Key.Area, pair.Key.Indicator, 3), deliveries[3].Id),
            pair.Value));
        Assert.Equal(((CityMonitor.Areas.Count - 1) * (Topics - 1)) + 1, (await monitor.ReadAsync()).Count);

        await monitor.WithdrawAsync(deliveries[3]);

        Assert.All((await monitor.ReadAsync()).Where(pair => pair.Key.Area != CityMonitor.Areas[^1]), pair =>
            Assert.Equal(deliveries[2].Id, pair.Value.Delivery));
        Assert.Equal(((CityMonitor.Areas.Count - 1) * 2) + 1, (await monitor.ReadAsync()).Count);
        await AssertReplaysSameAsync(monitor);
    }

    [Fact]
    public async Task A_topic_that_is_empty_takes_nothing_away_and_one_that_is_filled_adds()
    {
        await using var monitor = await StartAsync();
        var first = await monitor.DeliverAsync("first.csv", File(2, 1));

        var second = await monitor.DeliverAsync("second.csv", "area;period;city_0003\n" + string.Concat(CityMonitor.Areas.Select(area => $"{area};2024;7\n")));

        var read = await monitor.ReadAsync();
        Assert.Equal(((CityMonitor.Areas.Count - 1) * 2) + CityMonitor.Areas.Count, read.Count);
        Assert.All(read, pair => Assert.Equal(pair.Key.Indicator == "city_0003" ? second.Id : first.Id, pair.Value.Delivery));
        Assert.Equal(new ChangeCounts(CityMonitor.Areas.Count, 0, 0, 0), second.Changes);
    }

    [Fact]
    public async Task A_revision_of_the_same_release_counts_when_it_is_delivered_last()
    {
        await using var monitor = await StartAsync();
        await monitor.DeliverAsync("first.csv", File(2, 1));

        var revised = await monitor.DeliverAsync("revised.csv", File(2, 2));

        Assert.All(await monitor.ReadAsync(), pair => Assert.Equal(revised.Id, pair.Value.Delivery));
    }

    [Fact]
    public async Task An_older_release_that_comes_later_changes_nothing_and_its_diff_says_so()
    {
        await using var monitor = await StartAsync();
        await monitor.DeliverAsync("second.csv", File(3, 2));
        var before = await monitor.TableAsync();

        var older = await monitor.DeliverAsync("first.csv", File(2, 1));

        Assert.Equal(before, await monitor.TableAsync());
        Assert.Equal((new ChangeCounts(0, 0, 0, (CityMonitor.Areas.Count - 1) * 2), 0), (older.Changes, older.Supersedes.Count));
        Assert.Equal(["city_0001", "city_0002"], older.Filled);
    }

    [Fact]
    public async Task An_unknown_value_of_a_topic_that_is_filled_does_take_the_earlier_value_away()
    {
        await using var monitor = await StartAsync();
        await monitor.DeliverAsync("first.csv", File(2, 1));

        await monitor.DeliverAsync("second.csv", File(2, 2).Replace(
            $"{CityMonitor.Value(CityMonitor.Areas[1], "city_0001", 2).ToString(CultureInfo.InvariantCulture)};", ";"));

        Assert.Null((await monitor.ReadAsync())[(CityMonitor.Areas[1], "city_0001")].Value);
    }

    private Task<CityMonitor> StartAsync() => CityMonitor.StartAsync(emulator.NewAccount(), DatasetFormat.Wide, Topics, comesInReleases: true);

    // Each release fills one topic more. The first alone has a figure of the last area.
    private static string Release(int number) =>
        number == 1 ? $"{File(1, 1)}{CityMonitor.Areas[^1]};2024;{CityMonitor.Value(CityMonitor.Areas[^1], Codes[0], 1).ToString(CultureInfo.InvariantCulture)};;;\n" : File(number, number);

    private static string File(int filled, int version) => $"area;period;{string.Join(';', Codes)}\n"
        + string.Concat(CityMonitor.Areas.SkipLast(1).Select(area =>
        $"{area};2024;{string.Join(';', Codes.Select((code, i) => i < filled ? CityMonitor.Value(area, code, version).ToString(CultureInfo.InvariantCulture) : ""))}\n"));

    private static async Task AssertReplaysSameAsync(CityMonitor monitor)
    {
        var before = await monitor.TableAsync();
        await monitor.ReplayAsync();
        Assert.Equal(before, await monitor.TableAsync());
    }
}

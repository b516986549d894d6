using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Api;

/// <summary>Lists as CSV in which somebody put what a spreadsheet would take for a formula.</summary>
public sealed class ListCsvTests(StorageEmulator emulator)
{
    private const string Areas = """
        code;name;boundary_year
        GM0153;Enschede;2016
        BU01530001;"=HYPERLINK(""https://example.org"";""klik"")";2016
        BU01530002;+31 buurt;2016
        BU01530003;-5 buurt;2016
        BU01530004;@SUM(A1:A9);2016
        BU01530005;Gewone buurt;2016
        BU01530006;＝1+1 buurt;2016
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_that_looks_like_a_formula_is_escaped_in_every_list()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        await monitor.DeliverAsync("area-indicators/whole.csv", "area;period;indicator;value\nGM0153;2016;burglaries;-0\nGM0153;2016;inhabitants;158000\n");
        var refused = await monitor.DeliverAsync("area-indicators/=cmd.csv", "area;period;indicator;value\nGM0153;2016;burglaries;=cmd|' /C calc'!A0\n");

        var areas = await ReadAsync(monitor, "/api/v1/municipalities/GM0153/areas?format=csv&sort=code");
        var found = await ReadAsync(monitor, "/api/v1/areas?search=buurt&format=csv&sort=code");
        var deliveries = await ReadAsync(monitor, "/api/v1/deliveries?format=csv&sort=-receivedAt");
        var problems = await ReadAsync(monitor, refused.Problems + "?format=csv");

        Assert.Equal("refused", refused.State);
        Assert.Equal(
            ["'=HYPERLINK(\"https://example.org\";\"klik\")", "'+31 buurt", "'-5 buurt", "'@SUM(A1:A9)", "Gewone buurt", "'＝1+1 buurt", "Enschede"], areas.Column("name"));
        Assert.Equal(["'+31 buurt", "'-5 buurt", "Gewone buurt", "'＝1+1 buurt"], found.Column("name"));
        Assert.Contains("'=cmd.csv", deliveries.Column("file"));
        Assert.Equal(["'=cmd|' /C calc'!A0"], problems.Column("value"));
        Assert.All(new[] { areas, found, deliveries, problems }.SelectMany(list => list.Fields), field => Assert.False(field is ['=' or '+' or '@', ..], field));
    }

    [Fact]
    public async Task A_diff_is_available_as_csv_with_old_and_new_values()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        await monitor.DeliverAsync("area-indicators/whole.csv", "area;period;indicator;value\nGM0153;2016;burglaries;5\nGM0153;2016;inhabitants;158000\n");
        var later = await monitor.DeliverAsync("area-indicators/changed.csv", "area;period;indicator;value\nGM0153;2016;burglaries;7\nGM0153;2016;inhabitants;158000\n");
        var diff = await ReadAsync(monitor, later.Diff + "?format=csv");

        Assert.Equal(["changed"], diff.Column("change"));
        Assert.Equal("5 7", $"{Assert.Single(diff.Column("old.value"))} {Assert.Single(diff.Column("new.value"))}");
        using var refused = await monitor.App.Client.GetAsync($"{later.Diff}?format=xml", Token);
        Assert.Equal(400, (int)refused.StatusCode);
    }

    [Fact]
    public async Task Waiting_files_are_available_as_csv_without_formulas()
    {
        var account = emulator.NewAccount();
        await using var monitor = await RunningMonitor.StartAsync(account, ("IngestSchedule", "0 0 0 1 1 *"));
        await monitor.DropAsync("areas/=1+1.csv", Areas);

        var waiting = await ReadAsync(monitor, "/api/v1/inbox/files?format=csv");

        Assert.Equal(["'=1+1.csv"], waiting.Column("file"));
        Assert.Equal(["areas"], waiting.Column("dataset"));
    }

    private static async Task<Table> ReadAsync(RunningMonitor monitor, string path)
    {
        using var response = await monitor.App.Client.GetAsync(path, Token);
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        var bytes = await response.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        using var parser = new CsvParser(new StringReader(Encoding.UTF8.GetString(bytes[3..])), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var rows = new List<string[]>();
        while (await parser.ReadAsync())
        {
            rows.Add(parser.Record!);
        }

        return new Table(rows[0], rows[1..]);
    }

    private sealed record Table(string[] Header, List<string[]> Rows)
    {
        public IEnumerable<string> Fields => Rows.SelectMany(row => row);

        public List<string> Column(string name) => Rows.ConvertAll(row => row[Array.IndexOf(Header, name)]);
    }
}

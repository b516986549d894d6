using System.Net.Http.Json;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Deliveries;

/// <summary>Deliveries of crosswalks, custom areas, boundaries and notes that are withdrawn, and the register that they depend on.</summary>
public sealed class AreaWithdrawalTests(StorageEmulator emulator)
{
    private const string Areas =
        "code;name;boundary_year\nGM0777;Voorbeeld;2021\nGM0777;Voorbeeld;2022\nBU07770000;Oud 1;2021\nBU07770001;Oud 2;2021\nBU07770010;Nieuw 1;2022\nBU07770011;Nieuw 2;2022\nGM0778;Buren;2022\n";

    private const string Crosswalk = "from_year;from_code;to_year;to_code;share\n";
    private const string Custom = "code;name;boundary_year;part;weight\n";
    private const string Notes = "area;reference;date;indicator;kind;explanation;influenceable;owner\n";

    /// <summary>Files that are delivered first.</summary>
    internal static readonly (string Dataset, string Path, string Content)[] First =
    [
        ("areas", "areas/invented.csv", Areas),
        ("crosswalks", "crosswalks/one-crosswalk.csv", Crosswalk + "2021;GM0777;2022;GM0777;0.9\n2021;GM0777;2022;GM0778;0.1\n2021;BU07770000;2022;BU07770010;0.6\n2021;BU07770000;2022;BU07770011;0.4\n2021;BU07770001;2022;BU07770011;1\n"),
        ("custom-areas", "custom-areas/one-custom.csv", Custom + "CU0777-een;Een;2022;BU07770010;1\nCU0777-een;Een;2022;BU07770011;0.5\nCU0777-twee;Twee;2022;BU07770011;1\n"),
        ("boundaries", "boundaries/one-2022.geojson", Shapes(("BU07770010", 6.1m), ("BU07770011", 6.2m))),
        ("area-notes", "area-notes/one-notes.csv", Notes + "CU0777-een;N-1;2022-01-10;burglaries;story;Veel nieuwe bewoners;nee;gebiedsregisseur\nBU07770010;N-2;2022-01-11;burglaries;attribution;Uitgaansgebied ernaast;nee;gebiedsregisseur\n"),
    ];

    /// <summary>Files that replace part of the first ones, and add to them.</summary>
    internal static readonly (string Dataset, string Path, string Content)[] Second =
    [
        ("crosswalks", "crosswalks/two-crosswalk.csv", Crosswalk + "2021;GM0777;2022;GM0777;1\n2021;BU07770000;2022;BU07770010;0.5\n2021;BU07770000;2022;BU07770011;0.5\n2021;BU07770001;2022;BU07770011;1\n"),
        ("custom-areas", "custom-areas/two-custom.csv", Custom + "CU0777-een;Een anders;2022;BU07770010;0.25\nCU0777-drie;Drie;2022;BU07770010;1\n"),
        ("boundaries", "boundaries/two-2022.geojson", Shapes(("BU07770010", 6.3m), ("GM0777", 6.4m))),
        ("area-notes", "area-notes/two-notes.csv", Notes + "BU07770010;N-2;2022-02-11;burglaries;attribution;Toch niet;nee;gebiedsregisseur\nBU07770011;N-3;2022-02-12;burglaries;story;Verhuisd;ja;gebiedsregisseur\n"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Withdrawing_restores_earlier_area_files_until_none_is_left()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, First[..1]);
        var register = await Tables.ReadAsync(monitor.Account, Tables.DataTables);
        await DeliverAsync(monitor, First[1..]);
        var first = await Tables.ReadAsync(monitor.Account, Tables.DataTables);
        var scorecards = await Tables.ScorecardsAsync(monitor.Account);
        await DeliverAsync(monitor, Second);
        var both = await Tables.ReadAsync(monitor.Account, Tables.DataTables);
        Assert.All(["Crosswalks", "CustomAreas", "Boundaries", "AreaRecords"], table => Assert.NotEqual(SelectTable(table, first), SelectTable(table, both)));

        await WithdrawAsync(monitor, Second);
        Tables.AssertSame(first, await Tables.ReadAsync(monitor.Account, Tables.DataTables));
        Tables.AssertSame(scorecards, await Tables.ScorecardsAsync(monitor.Account));

        await WithdrawAsync(monitor, First[1..]);
        Tables.AssertSame(register, await Tables.ReadAsync(monitor.Account, Tables.DataTables));
    }

    [Fact]
    public async Task An_area_with_dependents_cannot_be_withdrawn()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, First);
        var areas = (await monitor.DeliveriesAsync()).Single(delivery => delivery.Dataset == "areas");
        var custom = (await monitor.DeliveriesAsync()).Single(delivery => delivery.Dataset == "custom-areas");

        Assert.Contains("(note)", await ConflictAsync(monitor, custom.Id));
        foreach (var (dataset, what) in new[] { ("area-notes", "(part of a custom area)"), ("custom-areas", "(crosswalk)"), ("crosswalks", "(boundary)") })
        {
            await WithdrawAsync(monitor, First.Where(delivered => delivered.Dataset == dataset));
            Assert.Contains(what, await ConflictAsync(monitor, areas.Id));
        }

        await WithdrawAsync(monitor, First.Where(delivered => delivered.Dataset is "boundaries"));
        await WithdrawAsync(monitor, First[..1]);
        Assert.Empty(await Tables.ReadAsync(monitor.Account, Tables.DataTables));
    }

    private static async Task DeliverAsync(RunningMonitor monitor, IEnumerable<(string Dataset, string Path, string Content)> files)
    {
        foreach (var (_, path, content) in files)
        {
            var delivery = await monitor.DeliverAsync(path, content);
            var problems = (await monitor.ProblemsAsync(delivery)).Items.Select(problem => problem.Message.En);
            Assert.True((delivery.State, delivery.Errors) == ("served", 0), $"{path} is {delivery.State}: {string.Join(' ', problems)}");
        }
    }

    // The newest first: a custom area goes before the areas that it is made of.
    private static async Task WithdrawAsync(RunningMonitor monitor, IEnumerable<(string Dataset, string Path, string Content)> files)
    {
        foreach (var (dataset, path, _) in files.Reverse())
        {
            var delivery = (await monitor.DeliveriesAsync()).Single(delivery => path == $"{delivery.Dataset}/{delivery.File}");
            using var answer = await PendingTests.DecideAsync(monitor, delivery.Id, "withdrawal", new { byRole = "databeheerder" });
            Assert.True(answer.IsSuccessStatusCode, $"{dataset}: {await answer.Content.ReadAsStringAsync(Token)}");
            await monitor.SettleAsync();
            Assert.Equal("withdrawn", (await PendingTests.OneAsync(monitor, delivery.Id)).State);
        }
    }

    private static async Task<string> ConflictAsync(RunningMonitor monitor, string id)
    {
        using var answer = await PendingTests.DecideAsync(monitor, id, "withdrawal", new { byRole = "databeheerder" });
        Assert.Equal(409, (int)answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync(HttpJson.Default.ProblemDetailsResource, Token))!.Message.En;
    }

    private static IEnumerable<KeyValuePair<string, string>> SelectTable(string table, SortedDictionary<string, string> entities) =>
        entities.Where(pair => pair.Key.StartsWith(table + "/", StringComparison.Ordinal));

    private static string Shapes(params (string Code, decimal West)[] areas) => "{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', areas.Select(area => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $$$"""{"type":"Feature","properties":{"code":"{{{area.Code}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{area.West}}},52.2],[{{{area.West + 0.05m}}},52.2],[{{{area.West + 0.05m}}},52.3],[{{{area.West}}},52.2]]]}}"""))) + "]}";
}

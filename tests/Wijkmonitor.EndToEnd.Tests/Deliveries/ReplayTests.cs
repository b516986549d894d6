using System.Diagnostics;
using System.Net.Http.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Deliveries;

/// <summary>All tables made again from the archive.</summary>
public sealed class ReplayTests(StorageEmulator emulator)
{
    private const string Long = "area;period;indicator;value\n";
    private const string Decisions = "contract;reference;date;decision;about;by_role;quantity;reason\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_varied_history_is_rebuilt_from_the_archive_bit_for_bit()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using (var monitor = await RunningMonitor.StartAsync(account))
        {
            await monitor.SettleAsync();
            await LiveAsync(monitor);
        }

        string[] all = [.. Tables.DataTables, .. Tables.RecordTables, "Scorecards"];
        var before = await Tables.ReadAsync(account, all);
        var scorecards = await Tables.ScorecardsAsync(account);
        Assert.All(all, table => Assert.Contains(before.Keys, key => key.StartsWith(table + "/", StringComparison.Ordinal)));
        Assert.True(before.Count > 50, $"There is too little to compare: {before.Count} entities.");

        // In the same account: tables with all that was in them and more.
        await new TableClient(account, "Observations").AddEntityAsync(new TableEntity("GM0153", "stray") { ["Area"] = "GM0153" }, Token);
        var (exitCode, output) = await ReplayAsync(account);
        Assert.True(exitCode == 0, output);
        Assert.Contains("The tables were rebuilt", output);
        Tables.AssertSame(before, await Tables.ReadAsync(account, all));

        // In another account: nothing but a copy of the archive and of the settled years.
        var other = emulator.NewAccount();
        await CopyArchiveAsync(account, other);
        (exitCode, output) = await ReplayAsync(other);
        Assert.True(exitCode == 0, output);
        Tables.AssertSame(await Tables.ReadAsync(account, [.. Tables.DataTables, .. Tables.RecordTables]), await Tables.ReadAsync(other, [.. Tables.DataTables, .. Tables.RecordTables]));
        Tables.AssertSame(scorecards, await Tables.ScorecardsAsync(other));
    }

    [Fact]
    public async Task A_replay_deletes_nothing_when_the_archive_lacks_a_file()
    {
        var account = emulator.NewAccount();
        await using (var monitor = await RunningMonitor.StartAsync(account))
        {
            var areas = await monitor.DeliverAsync("areas/areas.csv", "code;name;boundary_year\nGM0153;Enschede;2017\n");
            await new BlobServiceClient(account).GetBlobContainerClient("archive").GetBlobClient($"areas/{areas.ReceivedAt.Year}/{areas.Id}/areas.csv").DeleteAsync(cancellationToken: Token);
        }

        var before = await Tables.ReadAsync(account, Tables.DataTables);

        var (exitCode, output) = await ReplayAsync(account);

        Assert.Equal(2, exitCode);
        Assert.Contains("areas.csv is not there", output);
        Tables.AssertSame(before, await Tables.ReadAsync(account, Tables.DataTables));
    }

    [Theory]
    [InlineData("Rules__Compass", "rules/function/example.json", "The setting Rules__Compass names 'rules/function/example.json'.")]
    [InlineData("Rules__Compass", "rules/none.json", "The setting Rules__Compass names 'rules/none.json', which is not in")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "here", "OTEL_EXPORTER_OTLP_ENDPOINT is 'here'")]
    public async Task A_replay_with_an_invalid_setting_names_it_and_rebuilds_nothing(string setting, string value, string message)
    {
        var (exitCode, output) = await ReplayAsync(emulator.NewAccount(), (setting, value));

        Assert.Equal(2, exitCode);
        Assert.Contains($"The tables were not rebuilt: {message}", output);
        Assert.DoesNotContain("   at ", output);
    }

    // Corrects, merges, drops again, withdraws, refuses, settles, decides.
    private static async Task LiveAsync(RunningMonitor monitor)
    {
        await monitor.DeliverAsync("areas/more.csv", "code;name;boundary_year\nGM0999;Elders;2019\nGM0153;Enschede;2019\n");
        await monitor.DeliverAsync("area-indicators/one.csv", Long + "GM0153;2019;burglaries;5\nGM0153;2019;inhabitants;158000\n");
        var two = await monitor.DeliverAsync("area-indicators/two.csv", Long + "GM0153;2019;burglaries;6\nGM0999;2019;burglaries;1\n");
        await Task.Delay(1100, Token); // the storage keeps the moment of a drop to the second
        await monitor.DeliverAsync("area-indicators/one.csv", Long + "GM0153;2019;burglaries;5\nGM0153;2019;inhabitants;158000\n");
        await monitor.DeliverAsync("area-indicators/three.csv", Long + "GM0153;2019;social_assistance;x\nGM0153;2019;burglaries;8\n");
        Assert.Equal("refused", (await monitor.DeliverAsync("area-indicators/wrong.csv", Long + "GM0153;2019;burglaries;many\n")).State);
        Assert.Equal("refused", (await monitor.DeliverAsync("area-indicators/elsewhere.csv", Long + "GM0888;2019;burglaries;1\n")).State);
        using var withdrawn = await PendingTests.DecideAsync(monitor, two.Id, "withdrawal", new { byRole = "databeheerder", reason = "dubbel" });
        await monitor.SettleAsync();
        using var settled = await monitor.App.Client.PostAsJsonAsync("/api/v1/social-mortgages/dolphia/statements/2017/settlement", new { on = "2018-03-01", byRole = "gemeente" }, Token);
        Assert.True(settled.IsSuccessStatusCode);
        await monitor.DeliverAsync("decisions/late.csv", Decisions
            + "dolphia;B1;2018-04-01;confirmed;activities/A2017-014;wijkregisseur;;gehouden\n"
            + "dolphia;B2;2018-04-02;corrected;operation/O2017-003;gemeente;-49.50;dubbel geteld\n");
        await monitor.DeliverAsync("annotations/school.csv", "contract;reference;date;indicator;text;by_role\ndolphia;N1;2018-09-01;early_school_leavers;Nieuwe school;wijkregisseur\n");
        await AreasAsync(monitor);
        await BookTwiceAsync(monitor);
        Assert.Equal("withdrawn", (await PendingTests.OneAsync(monitor, two.Id)).State);
    }

    // Crosswalks, custom areas, shapes and notes, each delivered again in part; one of each withdrawn.
    private static async Task AreasAsync(RunningMonitor monitor)
    {
        foreach (var (_, path, content) in AreaWithdrawalTests.First.Concat(AreaWithdrawalTests.Second))
        {
            var delivery = await monitor.DeliverAsync(path, content);
            Assert.Equal(("served", 0), (delivery.State, delivery.Errors));
        }

        foreach (var delivery in (await monitor.DeliveriesAsync()).Where(delivery => delivery.File is "two-crosswalk.csv" or "one-notes.csv"))
        {
            using var answer = await PendingTests.DecideAsync(monitor, delivery.Id, "withdrawal", new { byRole = "databeheerder" });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        }

        await monitor.SettleAsync();
    }

    // The same decision in two files, and the first file dropped again after the second: what was booked first stays as it was booked.
    private static async Task BookTwiceAsync(RunningMonitor monitor)
    {
        const string Again = "dolphia;B1;2018-04-01;confirmed;activities/A2017-014;wijkregisseur;;gehouden\n";
        const string Late = Decisions + Again + "dolphia;B2;2018-04-02;corrected;operation/O2017-003;gemeente;-49.50;dubbel geteld\n";
        await monitor.DeliverAsync("decisions/later.csv", Decisions + "dolphia;B3;2018-04-03;confirmed;activities/A2017-001;wijkregisseur;;gehouden\n" + Again);
        await Task.Delay(1100, Token); // the storage keeps the moment of a drop to the second
        var again = await monitor.DeliverAsync("decisions/late.csv", Late);
        Assert.Equal("served", again.State);
    }

    private static async Task CopyArchiveAsync(string from, string to)
    {
        foreach (var container in new[] { "archive", "settlements" })
        {
            var source = new BlobServiceClient(from).GetBlobContainerClient(container);
            var target = new BlobServiceClient(to).GetBlobContainerClient(container);
            await target.CreateIfNotExistsAsync(cancellationToken: Token);
            await foreach (var blob in source.GetBlobsAsync(cancellationToken: Token))
            {
                var content = await source.GetBlobClient(blob.Name).DownloadContentAsync(Token);
                await target.GetBlobClient(blob.Name).UploadAsync(content.Value.Content, Token);
            }
        }
    }

    private static async Task<(int ExitCode, string Output)> ReplayAsync(string account, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(RunningMonitor.Folder(RunningMonitor.KeysPackage), "Wijkmonitor.Functions.dll"), "replay"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DataStorage"] = account,
                ["Rules__Compass"] = "rules/compass/example.json",
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, string.Concat(output));
    }
}

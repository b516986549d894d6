using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Wijkmonitor.EndToEnd.Tests.Deliveries;
using Wijkmonitor.Functions.Api.Health;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Operations;

/// <summary>Health, audit log and security.txt for operators of a monitor.</summary>
public sealed class OperationTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readiness_shows_the_last_runs_even_after_a_restart()
    {
        var account = emulator.NewAccount();
        await using (var monitor = await RunningMonitor.StartAsync(account, ("IngestSchedule", "0 0 0 1 1 *")))
        {
            Assert.Empty(await RunsAsync(monitor, 0));
            await monitor.App.TriggerAsync("Ingest", Token);
            await monitor.App.TriggerAsync("Score", Token);
            await RunsAsync(monitor, 2);
        }

        await using var next = await RunningMonitor.StartAsync(account, ("IngestSchedule", "0 0 0 1 1 *"));
        var runs = await RunsAsync(next, 2);
        Assert.Equal(["Ingest succeeded", "Score succeeded"], runs.Select(run => $"{run.Function} {run.Outcome}"));
        Assert.All(runs, run => Assert.InRange(run.AgeSeconds, 0, 600));
        Assert.All(runs, run => Assert.Equal(run.EndedAt, run.SucceededAt));
    }

    [Fact]
    public async Task A_failed_run_is_recorded_with_the_last_successful_one()
    {
        var account = emulator.NewAccount();
        await using var monitor = await RunningMonitor.StartAsync(account, ("IngestSchedule", "0 0 0 1 1 *"));
        await monitor.App.TriggerAsync("Ingest", Token);
        var well = Assert.Single(await RunsAsync(monitor, 1));

        // Without an inbox no run over it can end well.
        await new BlobServiceClient(account).DeleteBlobContainerAsync("inbox", cancellationToken: Token);
        await monitor.App.TriggerAsync("Ingest", Token);
        LastRunResource failed;
        do
        {
            await Task.Delay(100, Token);
            failed = Assert.Single(await RunsAsync(monitor, 1));
        }
        while (failed.EndedAt == well.EndedAt);

        Assert.Equal(("failed", well.SucceededAt), (failed.Outcome, failed.SucceededAt));
    }

    [Fact]
    public async Task A_decision_is_audited_once_and_logged()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account);
        await monitor.SettleAsync();
        var delivery = (await monitor.DeliveriesAsync()).First(d => d.Dataset == "pins");
        var before = DateTimeOffset.UtcNow;

        using var settled = await monitor.App.Client.PostAsJsonAsync("/api/v1/social-mortgages/dolphia/statements/2017/settlement", new { on = "2018-03-01", byRole = "gemeente" }, Token);
        using var refused = await monitor.App.Client.PostAsJsonAsync("/api/v1/social-mortgages/dolphia/statements/2017/settlement", new { on = "2018-03-01", byRole = "gemeente" }, Token);
        using var withdrawn = await PendingTests.DecideAsync(monitor, delivery.Id, "withdrawal", new { byRole = "databeheerder", reason = "dubbel" });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.OK], [settled.StatusCode, refused.StatusCode, withdrawn.StatusCode]);
        var entries = await EntriesAsync(account);
        Assert.Equal(
            ["settlement dolphia 2017 gemeente Admin ", $"withdrawal {delivery.Id} databeheerder Admin dubbel"],
            entries.Select(e => $"{Text(e, "operation")} {Text(e, "about")} {Text(e, "byRole")} {Text(e, "callerRoles")} {Text(e, "reason")}".Replace("Settlement", "settlement").Replace("Withdrawal", "withdrawal")));
        Assert.All(entries, e => Assert.InRange(DateTimeOffset.Parse(Text(e, "at")), before.AddSeconds(-5), DateTimeOffset.UtcNow.AddSeconds(5)));
        await monitor.LogsAsync("Settled dolphia 2017");
        await monitor.LogsAsync($"Recorded the withdrawal of delivery {delivery.Id}");
    }

    [Theory]
    [InlineData("2999-12-31", HttpStatusCode.OK)]
    [InlineData("2020-12-31", HttpStatusCode.NotFound)]
    public async Task The_contact_for_security_is_served_until_it_expires(string expires, HttpStatusCode status)
    {
        await using var monitor = await RunningMonitor.StartAsync(
            emulator.NewAccount(), ("SecurityTxt__Contact", "mailto:security@example.org"), ("SecurityTxt__Expires", expires));

        using var response = await monitor.App.Client.GetAsync("/.well-known/security.txt", Token);

        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.OK)
        {
            Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal(
                $"Contact: mailto:security@example.org\nExpires: {expires}T23:59:59Z\nPreferred-Languages: nl, en\n", await response.Content.ReadAsStringAsync(Token));
        }
    }

    private static string Text(JsonNode entry, string name) => entry[name]?.ToString() ?? "";

    private static async Task<List<JsonNode>> EntriesAsync(string account)
    {
        var audit = new BlobServiceClient(account).GetBlobContainerClient("audit");
        var entries = new List<JsonNode>();
        await foreach (var blob in audit.GetBlobsAsync(cancellationToken: Token))
        {
            var content = await audit.GetBlobClient(blob.Name).DownloadContentAsync(Token);
            entries.Add(JsonNode.Parse(content.Value.Content.ToString())!);
        }

        return entries;
    }

    private static async Task<IReadOnlyList<LastRunResource>> RunsAsync(RunningMonitor monitor, int min)
    {
        IReadOnlyList<LastRunResource> runs = [];
        await Eventually.TrueAsync(
            async () =>
            {
                // A storage that answers slowly for a moment makes it 503, and says nothing of the runs.
                using var response = await monitor.App.Client.GetAsync("/api/v1/health/ready", Token);
                runs = response.IsSuccessStatusCode ? (await response.Content.ReadFromJsonAsync(HealthJson.Default.ReadinessResource, Token))!.LastRuns : [];
                return runs.Count >= min;
            },
            "the runs are noted",
            () => monitor.Log);
        return runs;
    }
}

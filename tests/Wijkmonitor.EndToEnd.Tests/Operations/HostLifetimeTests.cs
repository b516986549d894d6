using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Operations;

/// <summary>Hosts and workers that end, are replaced and start while there is work.</summary>
public sealed class HostLifetimeTests(StorageEmulator emulator)
{
    private const int Areas = 250;
    private const string InLastTransaction = "BU99010240";
    private const int Readers = 8;

    private static SortedDictionary<string, string>? undisturbed;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The moment is chosen: the last transaction of a file never comes to an end.</summary>
    [Theory]
    [InlineData("worker killed")]
    [InlineData("host killed")]
    [InlineData("both killed")]
    [InlineData("host asked to end")]
    public async Task An_interrupted_delivery_is_finished_by_the_next_instance(string end)
    {
        var expected = undisturbed ??= await RunUndisturbedAsync();
        var account = emulator.NewAccount();
        await using var network = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        network.Held = InLastTransaction;
        await RunningMonitor.DropAsync(account, "areas/many.csv", File());
        await using var first = await RunningMonitor.StartAsync(account, ("DataStorage", network.Through(account)), ("StorageTimeouts__TableSeconds", "300"));
        await IsHeldAsync(network, first);
        network.Held = null;
        await EndAsync(first, end);
        if (end == "worker killed")
        {
            await first.SettleAsync(); // the host has started another one
        }
        else
        {
            await using var second = await RunningMonitor.StartAsync(account);
            await second.SettleAsync();
        }

        var outcome = await RunningMonitor.OutcomeAsync(account);
        Assert.Empty(expected.Except(outcome).Concat(outcome.Except(expected)).Select(pair => $"{pair.Key}: {pair.Value}").Take(10));
    }

    [Fact]
    public async Task No_request_fails_while_the_host_replaces_its_worker()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), ("IngestSchedule", "0 0 0 1 1 *"));
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        using var replaced = new CancellationTokenSource();
        var workers = new HashSet<int> { monitor.App.WorkerId };
        var readers = Enumerable.Range(0, Readers).Select(_ => ReadUntilAsync(monitor, statuses, replaced.Token)).ToList();

        for (var i = 0; i < 3; i++)
        {
            await monitor.App.RestartAsync(Token);
            using var answered = await monitor.App.Client.GetAsync("/api/v1/indicators", Token);
            workers.Add(monitor.App.WorkerId);
        }

        await replaced.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(HttpStatusCode.OK, Assert.Single(statuses).Key);
        Assert.True(workers.Count > 1, "The worker was never replaced.");
    }

    [Fact]
    public async Task Requests_wait_for_the_replacement_of_a_killed_worker()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), ("IngestSchedule", "0 0 0 1 1 *"));

        await monitor.App.KillWorkerAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => monitor.App.Client.GetAsync("/api/v1/indicators", Token)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private async Task<SortedDictionary<string, string>> RunUndisturbedAsync()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropAsync(account, "areas/many.csv", File());
        await using var monitor = await RunningMonitor.StartAsync(account);
        await monitor.SettleAsync();
        var outcome = await RunningMonitor.OutcomeAsync(account);
        Assert.True(outcome.Count > Areas, "The undisturbed run stored too little to compare with.");
        return outcome;
    }

    private static async Task EndAsync(RunningMonitor monitor, string end)
    {
        switch (end)
        {
            case "worker killed":
                await monitor.App.KillWorkerAsync();
                break;
            case "host killed":
                await monitor.App.KillHostAsync();
                break;
            case "both killed":
                await monitor.App.KillAsync();
                break;
            default:
                Assert.Equal(0, await monitor.App.TerminateAsync());
                await monitor.LogsAsync(RunningMonitor.DescribeFailure("Ingest")); // it was cancelled, and ended by itself
                break;
        }
    }

    private static Task IsHeldAsync(FaultyStorage network, RunningMonitor monitor) =>
        Eventually.TrueAsync(() => network.Count(StorageFault.Hanging) > 0, "the file is being stored", () => monitor.Log);

    private static async Task ReadUntilAsync(RunningMonitor monitor, ConcurrentDictionary<HttpStatusCode, int> statuses, CancellationToken end)
    {
        do
        {
            using var response = await monitor.App.Client.GetAsync("/api/v1/indicators", Token);
            statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
        }
        while (!end.IsCancellationRequested);
    }

    private static byte[] File()
    {
        var text = new StringBuilder("code;name;boundary_year\nGM9901;Proef;2019\n");
        for (var i = 0; i < Areas; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"BU9901{i:0000};Buurt {i};2019\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

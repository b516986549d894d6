using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Api;

/// <summary>Very many readers, and very slow ones.</summary>
public sealed class ReaderTests(StorageEmulator emulator)
{
    private const int Readers = 1000;
    private const int SlowClients = 50;
    private const int MaxPauseMilliseconds = 20_000;
    private const string Scorecard = "/api/v1/areas/CU0153-dolphia/scorecards/compass/2017";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>All four figures that change come with one file; each reader reads until the file is served, and once after that.</summary>
    [Fact]
    public async Task A_thousand_readers_during_an_ingest_see_the_old_or_the_new_scorecard()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account, ("StorageTimeouts__TableSeconds", "60"), ("Ingest__LeaseSeconds", "60"));
        await monitor.SettleAsync();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Readers }) { BaseAddress = monitor.App.Address, Timeout = TimeSpan.FromMinutes(5) };
        var before = await ReadAsync(client);
        var seen = new ConcurrentDictionary<(string ETag, string Content), int>();
        using var served = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadUntilAsync(client, seen, served.Token), Token)).ToList();

        await monitor.DropAsync("area-indicators/dolphia-2017.csv", await ChangedAsync());
        await monitor.SettleAsync();
        await served.CancelAsync();
        await Task.WhenAll(readers);
        var after = await ReadAsync(client);

        Assert.NotEqual(before, after);
        Assert.Subset(new HashSet<(string, string)> { before, after }, seen.Keys.ToHashSet());
        Assert.True(seen[before] > 0, "Nobody read before the file was served.");
        Assert.True(seen[after] >= Readers, "Each reader reads once after the file was served.");
    }

    [Fact]
    public async Task Slow_clients_do_not_block_others()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), ("IngestSchedule", "0 0 0 1 1 *"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var slow = Enumerable.Range(0, SlowClients)
            .Select(i => i % 2 == 0 ? ReadSlowlyAsync(monitor.App.Address, stop.Token) : SendSlowlyAsync(monitor.App.Address, stop.Token)).ToList();
        await Task.WhenAll(slow.Select(client => client.Begun.Task));

        for (var i = 0; i < 100; i++)
        {
            using var response = await monitor.App.Client.GetAsync("/api/v1/municipalities", Token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        // A client that sends too slowly gets an error, or is cut off, and is no failure of the monitor.
        await Task.WhenAll(slow.Where((_, i) => i % 2 == 1).Select(client => client.Ended)).WaitAsync(TimeSpan.FromMinutes(10), Token);
        await stop.CancelAsync();
        await Task.WhenAll(slow.Select(client => client.Ended));
        Assert.DoesNotContain("Failed to run", monitor.Log);
    }

    // People look at what they read, and do not all ask at the same moment: the emulator, a single process, would have no time left for the ingest.
    private static async Task ReadUntilAsync(HttpClient client, ConcurrentDictionary<(string ETag, string Content), int> seen, CancellationToken served)
    {
        bool last;
        do
        {
            last = served.IsCancellationRequested;
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(MaxPauseMilliseconds)), Token);
            seen.AddOrUpdate(await ReadAsync(client), 1, (_, count) => count + 1);
        }
        while (!last);
    }

    private static async Task<(string ETag, string Content)> ReadAsync(HttpClient client)
    {
        using var response = await client.GetAsync(Scorecard, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (response.Headers.ETag!.Tag, Convert.ToHexString(SHA256.HashData(await response.Content.ReadAsByteArrayAsync(Token))));
    }

    // The sample with other figures in all its rows about the area.
    private static async Task<byte[]> ChangedAsync()
    {
        var text = await File.ReadAllTextAsync(RepositoryFolder.File("samples", "inbox", "area-indicators", "dolphia-2017.csv"), Token);
        var changed = text.Replace("burglaries;9.0", "burglaries;7.0").Replace("public_space_grade;6.5", "public_space_grade;6.9")
            .Replace("elderly_loneliness;47.0", "elderly_loneliness;44.0").Replace("social_assistance;13.9", "social_assistance;12.1");
        Assert.NotEqual(text, changed);
        return Encoding.UTF8.GetBytes(changed);
    }

    private static SlowClient ReadSlowlyAsync(Uri address, CancellationToken stop) => SlowClient.Start(
        address, "GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n", async (stream, token) => await stream.ReadExactlyAsync(new byte[1], token), stop);

    private static SlowClient SendSlowlyAsync(Uri address, CancellationToken stop) => SlowClient.Start(
        address,
        "POST /api/v1/social-mortgages/dolphia/what-if HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n",
        async (stream, token) => await stream.WriteAsync(" "u8.ToArray(), token),
        stop);

    private sealed class SlowClient
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended { get; private set; } = Task.CompletedTask;

        public static SlowClient Start(Uri address, string head, Func<NetworkStream, CancellationToken, Task> step, CancellationToken stop)
        {
            var client = new SlowClient();
            client.Ended = client.RunAsync(address, head, step, stop);
            return client;
        }

        private async Task RunAsync(Uri address, string head, Func<NetworkStream, CancellationToken, Task> step, CancellationToken stop)
        {
            try
            {
                // A small window, so that an answer does not simply wait in the buffers of this machine.
                using var socket = new TcpClient { ReceiveBufferSize = 1024 };
                await socket.ConnectAsync(address.Host, address.Port, stop);
                await using var stream = socket.GetStream();
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop);
                while (true)
                {
                    await step(stream, stop);
                    Begun.TrySetResult();
                    await Task.Delay(TimeSpan.FromSeconds(1), stop);
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The server cut it off, or the test is done.
                Begun.TrySetResult();
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Operations;

/// <summary>Telemetry of the running monitor to an OpenTelemetry collector.</summary>
public sealed class TelemetryTests(StorageEmulator emulator)
{
    private static readonly (string Name, string Value) Http = ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collector_receives_all_metrics_and_a_trace_of_each_invocation()
    {
        await using var collector = await Collector.StartAsync();
        await using var monitor = await RunningMonitor.StartAsync(
            emulator.NewAccount(), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), Http, ("OTEL_METRIC_EXPORT_INTERVAL", "1000"), ("OTEL_BSP_SCHEDULE_DELAY", "200"));
        await RunningMonitor.DropSamplesAsync(monitor.Account);
        await monitor.SettleAsync();

        await collector.GetsAsync(
            "/v1/metrics",
            "wijkmonitor.storage.requests",
            "wijkmonitor.storage.duration",
            "wijkmonitor.scorecards",
            "wijkmonitor.invocation.duration",
            "wijkmonitor.deliveries",
            "wijkmonitor.delivery.rows",
            "wijkmonitor.delivery.values",
            "wijkmonitor.delivery.lag");
        await collector.GetsAsync("/v1/traces", "Ingest", "ListDeliveries", "faas.invocation_id");
    }

    [Fact]
    public async Task A_collector_receives_retries_of_storage_calls()
    {
        var account = emulator.NewAccount();
        await using var collector = await Collector.StartAsync();
        await using var faulty = await FaultyStorage.StartAsync(account, seed: 1, share: 0.1);
        faulty.Only = StorageFault.Busy;
        await using var monitor = await RunningMonitor.StartAsync(
            account, ("DataStorage", faulty.Through(account)), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), Http, ("OTEL_METRIC_EXPORT_INTERVAL", "1000"));
        await RunningMonitor.DropSamplesAsync(account);

        await collector.GetsAsync("/v1/metrics", "wijkmonitor.storage.retries");
    }

    [Fact]
    public async Task Collected_log_lines_have_invocation_dataset_delivery_and_municipality()
    {
        await using var collector = await Collector.StartAsync();
        await using var monitor = await RunningMonitor.StartAsync(
            emulator.NewAccount(), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), Http, ("OTEL_BLRP_SCHEDULE_DELAY", "200"));

        var delivery = await monitor.DeliverAsync("areas/one.csv", "code;name;boundary_year\nGM0153;Enschede;2016\n");

        await collector.GetsAsync("/v1/logs", "faas.invocation_id", "faas.name", "Dataset", "Delivery", delivery.Id, "Municipality", "GM0153");
    }

    [Fact]
    public async Task A_missing_collector_does_not_affect_the_app()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account, ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"), Http, ("OTEL_METRIC_EXPORT_INTERVAL", "200"));

        await monitor.SettleAsync();

        Assert.All(await monitor.DeliveriesAsync(), delivery => Assert.Equal("served", delivery.State));
    }

    /// <summary>A collector that keeps what it is sent. The messages are protobuf, in which names stand as they are.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentDictionary<string, string> received = new(StringComparer.Ordinal);
        private readonly WebApplication app;

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            app = builder.Build();
            app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body, Token);
                received.AddOrUpdate("/v1/" + signal, Encoding.Latin1.GetString(body.ToArray()), (_, earlier) => earlier + Encoding.Latin1.GetString(body.ToArray()));
            });
        }

        public string Address => app.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector.app.StartAsync(Token);
            return collector;
        }

        public Task GetsAsync(string path, params string[] names) => Eventually.TrueAsync(
            () => names.All(name => received.GetValueOrDefault(path, "").Contains(name, StringComparison.Ordinal)), $"{path} gets {string.Join(", ", names)}");

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}

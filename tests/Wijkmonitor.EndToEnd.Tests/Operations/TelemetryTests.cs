using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Observability;
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

    // The queries of the alerts in infra are fed with what is really sent: a field that is renamed on either side is found missing here.
    [Fact]
    public async Task Alerts_find_their_events_in_the_data_of_Application_Insights()
    {
        var account = emulator.NewAccount();
        await using var insights = await Insights.StartAsync();
        await using var faulty = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        await using var monitor = await RunningMonitor.StartAsync(account, [.. insights.Settings, ("DataStorage", faulty.Through(account)), ("StorageTimeouts__RetrySeconds", "1")]);

        await insights.IsFoundByAsync("timer-not-run");
        Assert.Empty(insights.Find("nightly-not-run"));
        await monitor.App.TriggerAsync("Score", Token);
        await insights.IsFoundByAsync("nightly-not-run");
        await monitor.DropAsync("areas/refused.csv", "code;name;boundary_year\nGM0153;Enschede;then\n");
        await insights.GetsAsync("a file that was refused", item => item.Type == "MessageData" && item.Property("EventId") == "102" && item.Property("Dataset") == "areas");
        string[] quiet = ["ingest-failing", "file-quarantined", "definition-refused", "contract-not-computed", "scorecards-failed", "server-errors"];
        Assert.All(quiet, alert => Assert.Empty(insights.Find(alert)));
        await new BlobServiceClient(account).GetBlobContainerClient("config").GetBlobClient("datasets/areas.json").UploadAsync(BinaryData.FromString("{}"), Token);
        await insights.IsFoundByAsync("definition-refused");

        // What is logged with an exception is kept as an exception and not as a trace.
        faulty.Only = StorageFault.WritesRefused;
        faulty.Share = 1;
        await monitor.DropAsync("areas/one.csv", "code;name;boundary_year\nGM0153;Enschede;2016\n");
        await insights.IsFoundByAsync("ingest-failing");
        Assert.All(insights.Find("ingest-failing"), item => Assert.Equal("ExceptionData", item.GetProperty("data").GetProperty("baseType").GetString()));
    }

    // No fault from outside brings all of them about, so each is logged here by the method that logs it, through the app's own exporter.
    [Fact]
    public async Task Every_event_of_an_alert_is_exported()
    {
        (int Event, string Alert)[] awaited =
        [
            (105, "file-quarantined"), (106, "file-to-be-confirmed"), (110, "ingest-failing"), (121, "contract-not-computed"), (122, "ingest-failing"), (122, "scorecards-failed"),
            (124, "nothing-delivered"), (126, "definition-refused"), (130, "server-errors"), (133, "server-errors"), (137, "scorecards-failed"), (138, "scorecards-failed"),
        ];
        await using var insights = await Insights.StartAsync();
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(insights.Settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)));
        builder.Logging.ClearProviders();
        builder.AddTelemetry();
        using var host = builder.Build();
        await host.StartAsync(Token);

        Assert.All(awaited.Select(pair => pair.Event).Distinct(), number => LogEvent(number, host.Services));

        foreach (var (number, alert) in awaited)
        {
            await insights.GetsAsync($"event {number}", item => item.Property("EventId") == $"{number}");
            var sent = Assert.Single(insights.Items, item => item.Property("EventId") == $"{number}").Json;
            Assert.Contains(alert, AlertQuery.All.Where(query => query.Value.Find([sent]).Count > 0).Select(query => query.Key));
        }

        await host.StopAsync(Token);
    }

    [Fact]
    public void Every_query_of_an_alert_is_understood()
    {
        using var request = JsonDocument.Parse("""{ "data": { "baseType": "RequestData", "baseData": { "name": "Functions.Ingest", "responseCode": "500", "properties": {} } } }""");
        var sent = new[] { request.RootElement };
        Assert.Equal(12, AlertQuery.All.Count);
        Assert.Equal(["server-errors"], AlertQuery.All.Where(alert => alert.Value.Find(sent).Count > 0).Select(alert => alert.Key));
    }

    // Readiness answers 503 where a run is late, and the host writes events with numbers of its own. One slow request in twenty counts any of them.
    [Theory]
    [InlineData("""{ "data": { "baseType": "RequestData", "baseData": { "name": "GetReadiness", "responseCode": "503", "properties": {} } } }""")]
    [InlineData("""{ "data": { "baseType": "RequestData", "baseData": { "name": "GET /api/v1/health/ready", "responseCode": "503", "properties": {} } } }""")]
    [InlineData("""{ "data": { "baseType": "MessageData", "baseData": { "properties": { "EventId": "105", "CategoryName": "Host.Startup" } } } }""")]
    [InlineData("""{ "data": { "baseType": "MessageData", "baseData": { "properties": { "EventId": "130", "CategoryName": "Host.Startup" } } } }""")]
    public void An_item_that_is_no_error_of_the_monitor_sets_off_no_alert(string sent)
    {
        using var item = JsonDocument.Parse(sent);

        Assert.DoesNotContain(AlertQuery.All, alert => alert.Key != "slow" && alert.Value.Find([item.RootElement]).Count > 0);
    }

    [Fact]
    public async Task Application_Insights_receives_each_event_of_a_run_once_and_all_metrics()
    {
        await using var insights = await Insights.StartAsync();
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), [.. insights.Settings, ("OTEL_METRIC_EXPORT_INTERVAL", "1000")]);

        var delivery = await monitor.DeliverAsync("areas/one.csv", "code;name;boundary_year\nGM0153;Enschede;2016\n");

        await insights.GetsAsync("the lag of a delivery", item => item.Type == "MetricData" && item.Text.Contains("wijkmonitor.delivery.lag", StringComparison.Ordinal));
        await insights.GetsAsync("a delivery that was stored", item => item.Property("EventId") == "103" && item.Property("Delivery") == delivery.Id);
        Assert.Single(insights.Items, item => item.Property("EventId") == "103");
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

    // Calls the method that logs an event, on an object without anything but its logger.
    private static void LogEvent(int number, IServiceProvider services)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;
        var method = typeof(Telemetry).Assembly.GetTypes().SelectMany(type => type.GetMethods(Declared))
            .Single(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.EventId == number);
        var owner = RuntimeHelpers.GetUninitializedObject(method.DeclaringType!);
        var logger = method.DeclaringType!.GetFields(Declared).Single(field => field.FieldType.IsAssignableTo(typeof(ILogger)));
        logger.SetValue(owner, logger.FieldType == typeof(ILogger) ? services.GetRequiredService<ILoggerFactory>().CreateLogger(owner.GetType().FullName!) : services.GetRequiredService(logger.FieldType));
        method.Invoke(owner, [.. method.GetParameters().Select(parameter => CreateValue(parameter.ParameterType))]);
    }

    private static object? CreateValue(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(Exception) => new InvalidOperationException("A fault."),
        _ => type.IsValueType ? Activator.CreateInstance(type) : null,
    };

    /// <summary>An item as Application Insights ingests it.</summary>
    private sealed record InsightsItem(JsonElement Json)
    {
        public string Text => Json.GetRawText();

        public string Type => Json.GetProperty("data").GetProperty("baseType").GetString()!;

        public string? Property(string name) =>
            Json.GetProperty("data").GetProperty("baseData").TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    /// <summary>Application Insights' ingestion, as the connection string names it.</summary>
    private sealed class Insights : IAsyncDisposable
    {
        private readonly ConcurrentQueue<InsightsItem> items = new();
        private readonly WebApplication app;

        private Insights()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            app = builder.Build();
            app.MapPost("/v2.1/track", ReceiveAsync);
            app.MapFallback(() => Results.NotFound());
        }

        public IEnumerable<InsightsItem> Items => items;

        public (string Name, string Value)[] Settings =>
        [
            ("APPLICATIONINSIGHTS_CONNECTION_STRING", $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={app.Urls.Single()}/;LiveEndpoint={app.Urls.Single()}/"),
            ("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true"), ("APPLICATIONINSIGHTS_SDKSTATS_DISABLED", "true"), ("OTEL_BLRP_SCHEDULE_DELAY", "200"),
        ];

        public static async Task<Insights> StartAsync()
        {
            var insights = new Insights();
            await insights.app.StartAsync(Token);
            return insights;
        }

        public IReadOnlyList<JsonElement> Find(string alert) => AlertQuery.All[alert].Find(items.Select(item => item.Json));

        public Task IsFoundByAsync(string alert) => GetsAsync($"what {alert} waits for", _ => Find(alert).Count > 0);

        public Task GetsAsync(string what, Func<InsightsItem, bool> isIt) => Eventually.TrueAsync(
            () => items.Any(isIt), $"Application Insights gets {what}", () => string.Join('\n', items.Select(item => item.Text)));

        public ValueTask DisposeAsync() => app.DisposeAsync();

        // A line for each item, compressed.
        private async Task<IResult> ReceiveAsync(HttpRequest request)
        {
            await using var body = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
            using var reader = new StreamReader(body);
            var received = 0;
            while (await reader.ReadLineAsync(Token) is { } line)
            {
                using var json = JsonDocument.Parse(line);
                items.Enqueue(new InsightsItem(json.RootElement.Clone()));
                received++;
            }

            return Results.Json(new { itemsReceived = received, itemsAccepted = received, errors = Array.Empty<object>() });
        }
    }

    /// <summary>A collector that keeps what it is sent. The messages are protobuf, in which names are plain text.</summary>
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

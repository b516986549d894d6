using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests;

/// <summary>The real function app as a process of its own, on a storage account of its own.</summary>
internal sealed class RunningMonitor : IAsyncDisposable
{
    private readonly SharedLog log;

    private RunningMonitor(string account, FunctionHost app, SharedLog log)
    {
        Account = account;
        App = app;
        this.log = log;
    }

    private static readonly ConcurrentDictionary<string, bool> WithKey = new(StringComparer.Ordinal);

    /// <summary>The package of which the host asks a key.</summary>
    public const string KeysPackage = "app";

    /// <summary>The package for App Service Authentication.</summary>
    public const string SignInPackage = "app-sign-in";

    public string Account { get; }

    public FunctionHost App { get; }

    public string Log => log.ToString();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Gets the log line of an invocation that ended in an exception.</summary>
    public static string DescribeFailure(string function) => $"Function '{function}', Invocation id";

    /// <summary>The folder of a package, as <c>./wijkmonitor test</c> made it.</summary>
    public static string Folder(string package) => RepositoryFolder.File("artifacts", package);

    /// <summary>Starts it under the local host, in the package that fits its mode; its timer checks the inbox every second.</summary>
    public static Task<RunningMonitor> StartAsync(string account, params (string Name, string Value)[] settings) => StartAsync(account, keys: null, settings);

    /// <summary>Starts it under the local host, which checks keys where there are some.</summary>
    public static async Task<RunningMonitor> StartAsync(string account, HostKeys? keys, params (string Name, string Value)[] settings)
    {
        var all = Settings(account, settings);
        var log = new SharedLog();
        var package = all["Security__Mode"] == "platform" ? SignInPackage : KeysPackage;
        return new RunningMonitor(account, await FunctionHost.StartAsync(Folder(package), all, keys, log, cancellationToken: Token), log);
    }

    /// <summary>The settings that tests start it with, and those of one test over them.</summary>
    public static Dictionary<string, string> Settings(string account, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DataStorage"] = account,
            ["IngestSchedule"] = "* * * * * *",
            ["ScoringSchedule"] = "0 0 3 * * *",
            ["WEBSITE_TIME_ZONE"] = "Europe/Amsterdam",
            ["Rules__Compass"] = "rules/compass/example.json",
            ["Security__Mode"] = "open",
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
            ["Ingest__LeaseSeconds"] = "15",
            ["Ingest__DependencyWaitSeconds"] = "0",

            // One emulator serves all tests: now and then an answer takes long.
            ["StorageTimeouts__TableSeconds"] = "60",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return all;
    }

    /// <summary>Drops a file in an inbox, whether or not a monitor runs on it.</summary>
    public static async Task DropAsync(string account, string path, byte[] content)
    {
        await ShareKeyAsync(account);
        var inbox = new BlobServiceClient(account).GetBlobContainerClient("inbox");
        await inbox.CreateIfNotExistsAsync(cancellationToken: Token);
        await inbox.GetBlobClient(path).UploadAsync(new BinaryData(content), overwrite: true, Token);
    }

    // Ids of deliveries are made with a key of the archive. All tests share one, so that what came of the same files on two accounts can be compared.
    private static async Task ShareKeyAsync(string account)
    {
        if (!WithKey.TryAdd(account, true))
        {
            return;
        }

        var archive = new BlobServiceClient(account).GetBlobContainerClient("archive");
        await archive.CreateIfNotExistsAsync(cancellationToken: Token);
        var key = archive.GetBlobClient("journal/delivery-ids.key");
        if (!await key.ExistsAsync(Token))
        {
            await key.UploadAsync(BinaryData.FromBytes(Enumerable.Repeat((byte)7, 32).ToArray()), overwrite: false, Token);
        }
    }

    /// <summary>Drops all samples.</summary>
    public static async Task DropSamplesAsync(string account)
    {
        var folder = RepositoryFolder.File("samples", "inbox");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            await DropAsync(account, Path.GetRelativePath(folder, file).Replace('\\', '/'), await File.ReadAllBytesAsync(file, Token));
        }
    }

    public Task DropAsync(string path, byte[] content) => DropAsync(Account, path, content);

    public Task DropAsync(string path, string content) => DropAsync(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Waits until the inbox is empty and every delivery is dealt with.</summary>
    public Task SettleAsync() => Eventually.TrueAsync(IsSettledAsync, "the inbox is empty and every delivery dealt with", () => Log);

    /// <summary>Whether the inbox is empty and every delivery is dealt with.</summary>
    public async Task<bool> IsSettledAsync() =>
        !await new BlobServiceClient(Account).GetBlobContainerClient("inbox").GetBlobsAsync(cancellationToken: Token).AnyAsync(Token)
            && (await DeliveriesAsync()).All(delivery => delivery.State is "served" or "refused" or "pending" or "withdrawn");

    /// <summary>Waits until the log holds a text.</summary>
    public Task LogsAsync(string text) => Eventually.TrueAsync(() => Log.Contains(text, StringComparison.Ordinal), $"'{text}' is logged", () => Log);

    /// <summary>Waits until the log holds a text of some form.</summary>
    public Task LogsAsync(Regex text) => Eventually.TrueAsync(() => text.IsMatch(Log), $"'{text}' is logged", () => Log);

    /// <summary>Drops a file and waits until it is dealt with; gives its delivery.</summary>
    public async Task<DeliveryResource> DeliverAsync(string path, byte[] content)
    {
        await DropAsync(path, content);
        await SettleAsync();
        return (await DeliveriesAsync()).Single(delivery => path.EndsWith(delivery.File, StringComparison.Ordinal));
    }

    public Task<DeliveryResource> DeliverAsync(string path, string content) => DeliverAsync(path, Encoding.UTF8.GetBytes(content));

    public async Task<IReadOnlyList<DeliveryResource>> DeliveriesAsync() =>
        (await GetAsync("/api/v1/deliveries", DeliveriesJson.Default.ItemListDeliveryResource)).Items;

    public Task<ProblemList> ProblemsAsync(DeliveryResource delivery) => GetAsync(delivery.Problems, DeliveriesJson.Default.ProblemList);

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type) =>
        (await App.Client.GetFromJsonAsync(path, type, Token))!;

    /// <summary>Everything in the tables and in archive and rejected, but for times and ETags: what must be equal when the outcome is.</summary>
    public static async Task<SortedDictionary<string, string>> OutcomeAsync(string account)
    {
        string[] times = ["odata.etag", "Timestamp", "CompletedAt", "ReceivedAt", "StoredAt", "InboxVersion", "StartedAt", "CheckedAt"];
        var outcome = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in new[] { "Areas", "AreaIndex", "Crosswalks", "CustomAreas", "Boundaries", "Observations", "Deliveries", "Problems", "Contracts", "LedgerEntries", "Decisions", "Annotations", "AreaRecords", "Settlements" })
        {
            await foreach (var entity in new TableClient(account, table).QueryAsync<TableEntity>("", cancellationToken: Token))
            {
                var properties = entity.Where(p => !times.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => $"{p.Key}={(p.Value is byte[] bytes ? Convert.ToHexString(bytes) : p.Value)}");
                outcome[$"{table}/{entity.PartitionKey}/{entity.RowKey}"] = string.Join(';', properties);
            }
        }

        // A scorecard's JSON holds the moment of computing; its hash covers all the rest.
        await foreach (var entity in new TableClient(account, "Scorecards").QueryAsync<TableEntity>("", cancellationToken: Token))
        {
            outcome[$"Scorecards/{entity.PartitionKey}/{entity.RowKey}"] = entity.GetString("ContentHash");
        }

        foreach (var container in new[] { "archive", "settlements", "rejected", "pending", "inbox" })
        {
            var client = new BlobServiceClient(account).GetBlobContainerClient(container);
            await foreach (var blob in client.GetBlobsAsync(cancellationToken: Token))
            {
                if (blob.Name.StartsWith("journal/deliveries/", StringComparison.Ordinal))
                {
                    continue; // they hold times; the table of deliveries holds the rest of them
                }

                outcome[$"{container}/{blob.Name}"] = Convert.ToHexString(blob.Properties.ContentHash ?? []);
            }
        }

        return outcome;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    // Is written by the process's output and read by the test at the same time.
    private sealed class SharedLog : StringWriter
    {
        private readonly Lock gate = new();

        public override void WriteLine(string? value)
        {
            lock (gate)
            {
                base.WriteLine(value);
            }
        }

        public override string ToString()
        {
            lock (gate)
            {
                return base.ToString();
            }
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Observability;

namespace Wijkmonitor.Functions.Storage.Connections;

/// <summary>
/// Connection to the storage of the monitor: a connection string, or the two service addresses with the app's own identity.
/// </summary>
public sealed class StorageOptions : IValidatableObject
{
    private const int MaxConnections = 50;

    // A new address of the account is found after this at the latest.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private const string Incomplete = $"{Section} is not a complete connection string of a storage account.";

    /// <summary>The settings' section.</summary>
    public const string Section = "DataStorage";

    /// <summary>The setting <c>DataStorage</c>: a connection string; for development.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The setting <c>DataStorage__blobServiceUri</c>; for production, with managed identity.</summary>
    public Uri? BlobServiceUri { get; set; }

    /// <summary>The setting <c>DataStorage__tableServiceUri</c>; for production, with managed identity.</summary>
    public Uri? TableServiceUri { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConnectionString is not null && !CanConnect())
        {
            yield return new(Incomplete);
        }

        if (ConnectionString is null && !(IsAddress(BlobServiceUri) && IsAddress(TableServiceUri)))
        {
            // Without their values, which hold a key where somebody mistook one for the other.
            yield return new(
                $"Set {Section} to a connection string, or {Section}__blobServiceUri and {Section}__tableServiceUri to the addresses of the storage account.");
        }
    }

    /// <summary>Creates a client of the tables, whose requests are measured.</summary>
    /// <param name="metrics">Metrics of the requests.</param>
    /// <param name="timeouts">Time limits of the storage.</param>
    /// <param name="time">The clock by which requests are measured and retries limited.</param>
    /// <param name="credential">The identity for service addresses; the app's own where null.</param>
    public TableServiceClient CreateTableClient(WijkmonitorMetrics metrics, StorageTimeoutOptions timeouts, TimeProvider time,
        TokenCredential? credential = null)
    {
        var options = new TableClientOptions();
        SetTimeLimits(options, timeouts.TableSeconds, timeouts, time);
        options.AddPolicy(new StorageMetricsPolicy(metrics, time, "table"), HttpPipelinePosition.PerRetry);
        return ConnectionString is not null
            ? Connect(() => new TableServiceClient(ConnectionString, options))
            : new TableServiceClient(TableServiceUri!, credential ?? new DefaultAzureCredential(), options);
    }

    /// <summary>Creates a client of the blobs, whose requests are measured.</summary>
    /// <param name="metrics">Metrics of the requests.</param>
    /// <param name="timeouts">Time limits of the storage.</param>
    /// <param name="time">The clock by which requests are measured and retries limited.</param>
    /// <param name="credential">The identity for service addresses; the app's own where null.</param>
    public BlobServiceClient CreateBlobClient(WijkmonitorMetrics metrics, StorageTimeoutOptions timeouts, TimeProvider time,
        TokenCredential? credential = null)
    {
        // A file may be named with a slash at either end; trimmed, its name would be that of another blob.
        var options = new BlobClientOptions { TrimBlobNameSlashes = false };
        SetTimeLimits(options, timeouts.BlobSeconds, timeouts, time);
        options.AddPolicy(new StorageMetricsPolicy(metrics, time, "blob"), HttpPipelinePosition.PerRetry);
        return ConnectionString is not null
            ? Connect(() => new BlobServiceClient(ConnectionString, options))
            : new BlobServiceClient(BlobServiceUri!, credential ?? new DefaultAzureCredential(), options);
    }

    private static bool IsAddress(Uri? uri) => uri is { IsAbsoluteUri: true, Scheme: "https" or "http" };

    private bool CanConnect()
    {
        try
        {
            _ = Connect(() => new TableServiceClient(ConnectionString));
            _ = Connect(() => new BlobServiceClient(ConnectionString));
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static T Connect<T>(Func<T> connect)
    {
        try
        {
            return connect();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            // It quotes what the library does not understand, which may be the key.
        }

        throw new InvalidOperationException(Incomplete);
    }

    private static void SetTimeLimits(ClientOptions options, int trySeconds, StorageTimeoutOptions timeouts, TimeProvider time)
    {
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(trySeconds);
        options.RetryPolicy = new BoundedRetry(TimeSpan.FromSeconds(timeouts.RetrySeconds), time);

        // What many readers ask at once waits here for its turn, and not in the storage; how long a try may take says the network timeout above.
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = MaxConnections,
            PooledConnectionLifetime = ConnectionLifetime,
            AllowAutoRedirect = false,
            UseCookies = false
        };
        options.Transport = new HttpClientTransport(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan });
    }
}

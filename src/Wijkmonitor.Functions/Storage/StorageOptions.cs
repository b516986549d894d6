using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Wijkmonitor.Functions.Storage;

/// <summary>Where the monitor keeps its data: a connection string, or the two service addresses with the app's own identity.</summary>
public sealed class StorageOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "DataStorage";

    // A file may be named with a slash at either end; trimmed, its name would be that of another blob.
    private static BlobClientOptions NamesAsTheyAre => new() { TrimBlobNameSlashes = false };

    /// <summary>The setting <c>DataStorage</c>: a connection string; for development.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The setting <c>DataStorage__blobServiceUri</c>; for production, with managed identity.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>The setting <c>DataStorage__tableServiceUri</c>; for production, with managed identity.</summary>
    public Uri? TableServiceUri { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">Neither form is complete; the message names the settings.</exception>
    public static StorageOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = new StorageOptions
        {
            ConnectionString = section.Value is { Length: > 0 } text ? text : null,
            BlobServiceUri = section.GetValue<Uri>("blobServiceUri"),
            TableServiceUri = section.GetValue<Uri>("tableServiceUri"),
        };
        return options.ConnectionString is not null || (options.BlobServiceUri is not null && options.TableServiceUri is not null)
            ? options
            : throw new InvalidOperationException(
                $"Set {Section} to a connection string, or {Section}__blobServiceUri and {Section}__tableServiceUri to the addresses of the storage account.");
    }

    /// <summary>A client of the tables.</summary>
    public TableServiceClient CreateTableClient() =>
        ConnectionString is not null ? new TableServiceClient(ConnectionString) : new TableServiceClient(TableServiceUri!, new DefaultAzureCredential());

    /// <summary>A client of the blobs.</summary>
    public BlobServiceClient CreateBlobClient() =>
        ConnectionString is not null
            ? new BlobServiceClient(ConnectionString, NamesAsTheyAre)
            : new BlobServiceClient(BlobServiceUri!, new DefaultAzureCredential(), NamesAsTheyAre);
}

using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Moq;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Connections;

public sealed class StorageOptionsTests(StorageEmulator emulator)
{
    private const string BlobUri = "https://wijk.blob.core.windows.net/";
    private const string TableUri = "https://wijk.table.core.windows.net/";

    private static readonly WijkmonitorMetrics Metrics = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "http://127.0.0.1:10000/devstoreaccount1", "devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=wijk;AccountKey=a2V5;EndpointSuffix=core.windows.net", TableUri, BlobUri, "wijk")]
    [InlineData("AccountName=wijk;AccountKey=a2V5;TableEndpoint=http://azurite:10002/wijk;BlobEndpoint=http://azurite:10000/wijk;", "http://azurite:10002/wijk", "http://azurite:10000/wijk", "wijk")]
    public void A_connection_string_sets_the_account_address(string connection, string tables, string blobs, string account)
    {
        var options = new StorageOptions { ConnectionString = connection };

        var (table, blob) = (Tables(options), Blobs(options));

        Assert.Equal((new Uri(tables), account), (table.Uri, table.AccountName));
        Assert.Equal((new Uri(blobs), account), (blob.Uri, blob.AccountName));
    }

    [Theory]
    [InlineData("AccountName=wijk;EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=wijk;AccountKey=geheim")]
    [InlineData("AccountName=wijk;AccountKey=geheim;TableEndpoint=nowhere;BlobEndpoint=nowhere")]
    [InlineData("AccountName=wijk;AccountName=other;AccountKey=geheim")]
    [InlineData("geheim")]
    public void An_invalid_connection_string_is_refused_without_quoting_it(string connection)
    {
        var options = new StorageOptions { ConnectionString = connection };

        foreach (var create in (Action[])[() => Tables(options), () => Blobs(options)])
        {
            var failure = Assert.ThrowsAny<Exception>(create);
            Assert.DoesNotContain("geheim", failure.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Service_addresses_are_used_as_configured()
    {
        var options = ByAddress();

        Assert.Equal((new Uri(TableUri), new Uri(BlobUri)), (Tables(options).Uri, Blobs(options).Uri));
    }

    [Fact]
    public async Task A_service_address_is_called_with_a_storage_token_only()
    {
        var credential = new Mock<TokenCredential>();
        var scopes = new List<string>();
        credential.Setup(c => c.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>()))
            .Callback<TokenRequestContext, CancellationToken>((context, _) => scopes.AddRange(context.Scopes))
            .ThrowsAsync(new CredentialUnavailableException("There is no identity here."));
        var options = ByAddress();

        var table = await Assert.ThrowsAnyAsync<Exception>(() => Tables(options, credential.Object).GetTableClient("Areas")
            .AddEntityAsync(new TableEntity("P", "R"), Token));
        var blob = await Assert.ThrowsAnyAsync<Exception>(() => Blobs(options, credential.Object).GetBlobContainerClient("inbox").ExistsAsync(Token));

        Assert.Equal(["https://storage.azure.com/.default"], scopes.Distinct(StringComparer.Ordinal));
        Assert.Equal(2, scopes.Count);
        Assert.True(StorageFailure.IsUnavailable(table), table.ToString());
        Assert.True(StorageFailure.IsUnavailable(blob), blob.ToString());
    }

    [Fact]
    public async Task An_unknown_key_counts_as_unavailable_storage_and_is_not_disclosed()
    {
        var wrong = Convert.ToBase64String("geheim"u8);
        var account = emulator.NewAccount();
        await Stores.OnAsync(account);
        var stores = Stores.Over(account.Replace(Azurite.PublicKey, wrong, StringComparison.Ordinal));

        var table = await Assert.ThrowsAsync<RequestFailedException>(() => stores.Tables.Areas.AddEntityAsync(new TableEntity("P", "R"), Token));
        var blob = await Assert.ThrowsAsync<RequestFailedException>(() => new Inbox(stores.Containers).ListFilesAsync(Token));

        Assert.All((RequestFailedException[])[table, blob], failure =>
        {
            Assert.Equal(403, failure.Status);
            Assert.True(StorageFailure.IsUnavailable(failure));
            Assert.DoesNotContain(wrong, failure.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("SharedKey", failure.ToString(), StringComparison.Ordinal);
        });
    }

    private static StorageOptions ByAddress() => new() { BlobServiceUri = new Uri(BlobUri), TableServiceUri = new Uri(TableUri) };

    private static TableServiceClient Tables(StorageOptions options, TokenCredential? credential = null) =>
        options.CreateTableClient(Metrics, new StorageTimeoutOptions(), TimeProvider.System, credential);

    private static Azure.Storage.Blobs.BlobServiceClient Blobs(StorageOptions options, TokenCredential? credential = null) =>
        options.CreateBlobClient(Metrics, new StorageTimeoutOptions(), TimeProvider.System, credential);
}

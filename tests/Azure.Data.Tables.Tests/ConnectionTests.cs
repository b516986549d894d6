using Azure.Core;
using Azure.Data.Tables.Tests.Support;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Azure.Data.Tables.Tests;

public sealed class ConnectionTests(StorageEmulator emulator)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://storage", "http://storage:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=wijk;AccountKey=a2V5;EndpointSuffix=core.windows.net", "https://wijk.table.core.windows.net/", "wijk")]
    [InlineData("AccountName=wijk;AccountKey=a2V5;EndpointSuffix=core.windows.net", "https://wijk.table.core.windows.net/", "wijk")]
    [InlineData("AccountName=wijk;AccountKey=a2V5==;TableEndpoint=http://azurite:10002/wijk;", "http://azurite:10002/wijk", "wijk")]
    public void A_connection_string_says_where_the_account_is(string connectionString, string address, string account)
    {
        if (connectionString.Contains("a2V5==", StringComparison.Ordinal))
        {
            connectionString = connectionString.Replace("a2V5==", Azurite.PublicKey, StringComparison.Ordinal);
        }

        var service = new TableServiceClient(connectionString);

        Assert.Equal((new Uri(address), account), (service.Uri, service.AccountName));
    }

    [Theory]
    [InlineData("AccountName=wijk;EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=wijk;AccountKey=a2V5")]
    [InlineData("AccountName=wijk;AccountKey=a2V5;TableEndpoint=nowhere")]
    public void A_connection_string_that_lacks_a_setting_is_refused_without_being_quoted(string connectionString)
    {
        var failure = Assert.Throws<ArgumentException>(() => new TableServiceClient(connectionString));

        Assert.DoesNotContain("a2V5", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=wijk;AccountName=other")]
    [InlineData("=wijk")]
    public void A_connection_string_that_is_no_list_of_settings_is_refused(string connectionString) =>
        Assert.Throws<InvalidOperationException>(() => new TableClient(connectionString, "table"));

    [Fact]
    public void A_client_knows_its_table_account_and_address()
    {
        var hosted = new TableClient(new Uri("https://wijk.table.core.windows.net"), "scores", new TableSharedKeyCredential("wijk", "a2V5"));
        var ofTable = new TableClient(new Uri("https://wijk.table.core.windows.net/scores"), "scores", new TableSharedKeyCredential("wijk", "a2V5"));
        var emulated = new TableClient("UseDevelopmentStorage=true", "scores");
        var fromService = new TableServiceClient(emulator.Azurite.ConnectionString).GetTableClient("scores");

        Assert.Equal(("scores", "wijk", "https://wijk.table.core.windows.net/scores"), (hosted.Name, hosted.AccountName, hosted.Uri.AbsoluteUri));
        Assert.Equal(hosted.Uri, ofTable.Uri);
        Assert.Equal(("devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1/scores"), (emulated.AccountName, emulated.Uri.AbsoluteUri));
        Assert.Equal(("scores", "devstoreaccount1"), (fromService.Name, fromService.AccountName));
    }

    [Fact]
    public async Task A_key_signs_requests_and_another_key_is_refused()
    {
        var endpoint = new Uri($"http://127.0.0.1:{emulator.Azurite.TablePort}/devstoreaccount1");
        var credential = new TableSharedKeyCredential("devstoreaccount1", Azurite.PublicKey);
        var table = new TableClient(endpoint, $"t{Guid.NewGuid():N}", credential);

        await table.CreateAsync(Cancellation);
        credential.SetAccountKey("a2V5");
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r"), Cancellation));
        credential.SetAccountKey(Azurite.PublicKey);
        await table.AddEntityAsync(new TableEntity("p", "r"), Cancellation);

        Assert.Equal(403, failure.Status);
        Assert.DoesNotContain("a2V5", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "https://storage.azure.com/.default")]
    [InlineData("https://example.org/", "https://example.org/.default")]
    public async Task A_token_is_sent_with_each_request(string? audience, string scope)
    {
        var transport = new RecordingTransport(_ => new StubResponse(204));
        var credential = new StubCredential();
        var options = new TableClientOptions { Transport = transport, Audience = audience is null ? default(TableAudience?) : new TableAudience(audience) };
        var service = new TableServiceClient(new Uri("https://wijk.table.core.windows.net"), credential, options);

        await service.GetTableClient("scores").AddEntityAsync(new TableEntity("p", "r"), Cancellation);
        await new TableClient(new Uri("https://wijk.table.core.windows.net"), "scores", credential, options).DeleteEntityAsync("p", "r", cancellationToken: Cancellation);

        Assert.Equal(2, transport.Tries.Count);
        Assert.All(transport.Tries, attempt => Assert.Equal("Bearer the-token", attempt.Headers["Authorization"]));
        Assert.All(credential.Scopes, asked => Assert.Equal(scope, asked));
        Assert.Equal("https://wijk.table.core.windows.net/scores", transport.Tries[0].Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData(TableClientOptions.ServiceVersion.V2019_02_02, "2019-02-02")]
    [InlineData(TableClientOptions.ServiceVersion.V2020_12_06, "2020-12-06")]
    public async Task Requests_are_of_the_version_that_the_options_name(TableClientOptions.ServiceVersion version, string text)
    {
        var transport = new RecordingTransport(_ => new StubResponse(204));
        var table = new TableClient("UseDevelopmentStorage=true", "t", new TableClientOptions(version) { Transport = transport });

        await table.AddEntityAsync(new TableEntity("p", "r"), Cancellation);

        Assert.Equal(text, transport.Tries[0].Headers["x-ms-version"]);
        Assert.Equal("return-no-content", transport.Tries[0].Headers["Prefer"]);
    }

    private sealed class StubCredential : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new(new AccessToken("the-token", DateTimeOffset.MaxValue));
        }
    }
}

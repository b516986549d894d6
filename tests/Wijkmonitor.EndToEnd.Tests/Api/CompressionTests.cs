using System.IO.Compression;
using System.Net;
using Wijkmonitor.EndToEnd.Tests.Access;

namespace Wijkmonitor.EndToEnd.Tests.Api;

/// <summary>Answers of the API as they go over the line.</summary>
public sealed class CompressionTests(GuardedMonitor fixture) : IClassFixture<GuardedMonitor>
{
    private const string Long = "/api/v1/indicators";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("deflate", null)]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task A_response_is_compressed_as_accepted_and_decompresses_to_the_same(string? accepted, string? sent)
    {
        using var plain = await SendAsync(Long, accepted: null);
        using var response = await SendAsync(Long, accepted);

        Assert.Equal(sent, response.Content.Headers.ContentEncoding.SingleOrDefault());
        var bytes = await response.Content.ReadAsByteArrayAsync(Token);
        var whole = await plain.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal(whole, Read(bytes, sent));
        Assert.True(sent is null || bytes.Length < whole.Length / 4);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task Each_coding_has_its_own_strong_etag()
    {
        var versions = new List<string>();
        foreach (var coding in new[] { "br", "gzip", "identity" })
        {
            using var response = await SendAsync(Long, coding);
            Assert.False(response.Headers.ETag!.IsWeak);
            versions.Add(response.Headers.ETag.Tag);
            using var same = await SendAsync(Long, coding, response.Headers.ETag.Tag);
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        }

        Assert.Equal(3, versions.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_short_response_is_not_compressed()
    {
        using var response = await SendAsync("/api/v1/health/live", "br");

        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? accepted, string? version = null)
    {
        using var client = new HttpClient { BaseAddress = fixture.Monitor.App.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", version);
        }

        var response = await client.SendAsync(request, Token);
        await response.Content.LoadIntoBufferAsync(Token);
        return response;
    }

    private static byte[] Read(byte[] content, string? coding)
    {
        using var source = new MemoryStream(content);
        using Stream reading = coding switch { "br" => new BrotliStream(source, CompressionMode.Decompress), "gzip" => new GZipStream(source, CompressionMode.Decompress), _ => source };
        using var read = new MemoryStream();
        reading.CopyTo(read);
        return read.ToArray();
    }
}

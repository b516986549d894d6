using System.Net;
using System.Text.Json.Nodes;
using Wijkmonitor.EndToEnd.Tests.Access;
using Wijkmonitor.EndToEnd.Tests.Contract;

namespace Wijkmonitor.EndToEnd.Tests.Api;

/// <summary>Every GET of the contract: in the formats that the contract names, refused in others, and as HEAD.</summary>
public sealed class NegotiationTests(GuardedMonitor fixture) : IClassFixture<GuardedMonitor>
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["application/json"] = "json",
        ["text/csv"] = "csv",
        ["application/vnd.json-stat+json"] = "json-stat",
        ["application/geo+json"] = "geojson",
        ["text/calendar"] = "ics",
        ["text/html"] = "html",
        ["application/yaml"] = "yaml",
        ["text/plain"] = "text",
    };

    // What these say changes by itself.
    private static readonly string[] Changeable = ["getReadiness"];

    private static readonly JsonObject Document = ContractDocument.Current;
    private static readonly ContractSchema Schemas = new(Document);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Reads =>
        [.. Document["paths"]!.AsObject().Select(path => path.Value!["get"]).OfType<JsonObject>().Select(operation => (string)operation["operationId"]!)];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_resource_is_served_in_the_formats_of_the_contract_and_in_no_other(string id)
    {
        var operation = Find(id);
        var offered = operation["responses"]!["200"]!["content"]!.AsObject().Select(content => content.Key).ToList();
        var path = GetPath(id);
        using var usual = await SendAsync(HttpMethod.Get, path);

        foreach (var (mediaType, word) in Words)
        {
            using var byWord = await SendAsync(HttpMethod.Get, $"{path}{(path.Contains('?') ? '&' : '?')}format={word}");
            using var byHeader = await SendAsync(HttpMethod.Get, path, mediaType);
            if (!offered.Contains(mediaType))
            {
                Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotAcceptable), (byWord.StatusCode, byHeader.StatusCode));
                Assert.All([byWord, byHeader], response => Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType));
                continue;
            }

            Assert.Equal((usual.StatusCode, usual.StatusCode), (byWord.StatusCode, byHeader.StatusCode));
            Assert.All([byWord, byHeader], response => Assert.Equal(
                usual.IsSuccessStatusCode ? mediaType : "application/problem+json", response.Content.Headers.ContentType!.MediaType));
        }

        Assert.Equal(offered.Count > 1 ? offered.Select(mediaType => Words[mediaType]).Order() : null, GetDeclaredFormats(operation)?.Order());
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Head_has_the_headers_of_get_and_no_body(string id)
    {
        using var get = await SendAsync(HttpMethod.Get, GetPath(id));
        using var head = await SendAsync(HttpMethod.Head, GetPath(id));

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Token));
        if (get.IsSuccessStatusCode && !Changeable.Contains(id))
        {
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal((await get.Content.ReadAsByteArrayAsync(Token)).Length, head.Content.Headers.ContentLength);
            using var unchanged = await SendAsync(HttpMethod.Head, GetPath(id), version: get.Headers.ETag!.ToString());
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }
    }

    [Theory]
    [InlineData("/api/v1/social-mortgages/dolphia/what-if", "POST")]
    [InlineData("/api/v1/inbox/areas/files/x.csv", "")]
    [InlineData("/api/v1/areas/GM0153", "GET, HEAD")]
    public async Task Pages_of_other_sites_get_the_methods_of_a_path(string path, string methods)
    {
        using var client = new HttpClient { BaseAddress = fixture.Monitor.App.Address };
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", "https://partner.example.org");
        using var response = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(methods, response.Headers.TryGetValues("Access-Control-Allow-Methods", out var values) ? string.Join(", ", values) : "");
    }

    [Fact]
    public async Task A_statement_by_format_is_the_file_of_its_own_address()
    {
        using var byFormat = await SendAsync(HttpMethod.Get, "/api/v1/social-mortgages/dolphia/statements/2017?format=csv");
        using var byPath = await SendAsync(HttpMethod.Get, "/api/v1/social-mortgages/dolphia/statements/2017/csv");

        Assert.Equal(await byPath.Content.ReadAsByteArrayAsync(Token), await byFormat.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(byPath.Content.Headers.ContentDisposition, byFormat.Content.Headers.ContentDisposition);
    }

    private static JsonObject Find(string id) =>
        Document["paths"]!.AsObject().Select(path => path.Value!["get"]).OfType<JsonObject>().Single(operation => (string)operation["operationId"]! == id);

    private static string GetPath(string id) => AccessTests.Operations[char.ToUpperInvariant(id[0]) + id[1..]].Request["GET ".Length..];

    private static IEnumerable<string>? GetDeclaredFormats(JsonObject operation) => (operation["parameters"]?.AsArray() ?? [])
        .Select(parameter => Schemas.Resolve(parameter!))
        .FirstOrDefault(parameter => (string)parameter["name"]! == "format")?["schema"]!["enum"]!.AsArray().Select(word => (string)word!);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? accept = null, string? version = null)
    {
        using var client = new HttpClient { BaseAddress = fixture.Monitor.App.Address };
        using var request = new HttpRequestMessage(
            method, path.Replace("{contract}", fixture.ContractDelivery, StringComparison.Ordinal).Replace("{figures}", fixture.FigureDelivery, StringComparison.Ordinal));
        request.Headers.Add(Wijkmonitor.Functions.Security.ClientPrincipal.Header, AccessTests.Callers["admin"]);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", version);
        }

        var response = await client.SendAsync(request, Token);
        await response.Content.LoadIntoBufferAsync(Token);
        return response;
    }
}

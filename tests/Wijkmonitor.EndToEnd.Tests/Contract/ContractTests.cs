using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.EndToEnd.Tests.Access;
using Wijkmonitor.Functions.Api.Fallback;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Dashboard;
using Wijkmonitor.Local;

namespace Wijkmonitor.EndToEnd.Tests.Contract;

/// <summary>The contract itself, and that it is what is served.</summary>
public sealed class ContractTests
{
    private static readonly JsonObject Document = ContractDocument.Current;
    private static readonly ContractSchema Schemas = new(Document);

    private static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations =>
        from path in Document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select (path.Key, method.Key, method.Value!.AsObject());

    [Fact]
    public void Exactly_the_documented_operations_are_served()
    {
        var served = typeof(BuiltInConfiguration).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => (Name: method.GetCustomAttribute<FunctionAttribute>()?.Name, Trigger: method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().FirstOrDefault()))
            .Where(function => function.Trigger is not null && function.Name != ApiFallbackFunction.Name && function.Trigger.Route!.StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(function => function.Trigger!.Methods!.Where(method => method != "head").Select(method => $"{method} /{function.Trigger.Route} {function.Name}"));

        var written = Operations.Select(o => $"{o.Method} /api/v1{o.Path} {Capital((string)o.Operation["operationId"]!)}");

        Assert.Equal(served.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_get_route_supports_head() => Assert.All(
        typeof(BuiltInConfiguration).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>(),
        trigger => Assert.Equal(trigger.Methods!.Contains("get"), trigger.Methods!.Contains("head")));

    [Fact]
    public void Nothing_that_was_released_is_broken()
    {
        foreach (var released in Directory.EnumerateFiles(RepositoryFolder.File("docs", "openapi"), "v1.*.yaml"))
        {
            var earlier = ContractDocument.ReadYaml(File.ReadAllText(released));
            Assert.Empty(ContractChanges.FindBreaking(earlier, Document));
        }
    }

    [Fact]
    public void The_version_grows_with_the_contract()
    {
        foreach (var released in Directory.EnumerateFiles(RepositoryFolder.File("docs", "openapi"), "v1.*.yaml"))
        {
            var earlier = ContractDocument.ReadYaml(File.ReadAllText(released));
            var hasGrown = ContractChanges.FindBreaking(Document, earlier).Any();
            Assert.Equal(hasGrown, GetVersion(Document).Minor > GetVersion(earlier).Minor);
        }

        static Version GetVersion(JsonObject contract) => Version.Parse((string)contract["info"]!["version"]!);
    }

    [Theory]
    [InlineData("/indicators", "gone")]
    [InlineData("/paths", "type")]
    [InlineData("/required", "required")]
    [InlineData("/property", "content is gone")]
    public void A_breaking_change_is_detected(string change, string named)
    {
        var changed = Document.DeepClone().AsObject();
        switch (change)
        {
            case "/indicators":
                changed["paths"]!.AsObject().Remove("/indicators");
                break;
            case "/paths":
                changed["components"]!["schemas"]!["Area"]!["properties"]!["name"]!["type"] = "integer";
                named = "became";
                break;
            case "/required":
                changed["components"]!["parameters"]!["Limit"]!["required"] = true;
                break;
            default:
                changed["components"]!["schemas"]!["Area"]!["properties"]!.AsObject().Remove("name");
                break;
        }

        Assert.Contains(ContractChanges.FindBreaking(Document, changed), fault => fault.Contains(named));
    }

    [Fact]
    public void Every_example_matches_its_schema()
    {
        var bodies = Operations.Where(o => o.Operation["requestBody"] is not null).SelectMany(o => o.Operation["requestBody"]!["content"]!.AsObject())
            .Concat(Document["components"]!["responses"]!.AsObject().Where(r => r.Value!["content"] is not null).SelectMany(r => r.Value!["content"]!.AsObject()))
            .Where(content => content.Value!["example"] is not null).Select(content => (content.Key, content.Value!));
        var parameters = Operations.SelectMany(o => o.Operation["parameters"]?.AsArray() ?? []).Select(p => Schemas.Resolve(p!)).Where(p => p["example"] is not null).Select(p => ((string)p["name"]!, (JsonNode)p));
        var headers = Document["components"]!["headers"]!.AsObject().Where(h => h.Value!["example"] is not null).Select(h => (h.Key, h.Value!));
        var all = bodies.Concat(parameters).Concat(headers).ToList();

        Assert.True(all.Count > 50);
        Assert.All(all, example => Assert.Empty(Schemas.Validate(example.Item2["schema"]!, example.Item2["example"], example.Item1)));
    }

    [Fact]
    public void The_contract_follows_the_rules_for_Dutch_government_APIs()
    {
        var info = Document["info"]!;
        Assert.StartsWith("3.0.", (string)Document["openapi"]!);
        Assert.Matches(@"^1\.\d+\.\d+$", (string)info["version"]!);
        Assert.All(["name", "email", "url"], field => Assert.NotEmpty((string)info["contact"]![field]!));
        Assert.All(Document["servers"]!.AsArray(), server => Assert.Matches(@"^https://[^/]+/api/v1$", (string)server!["url"]!));
        var ids = Operations.Select(o => (string)o.Operation["operationId"]!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var tags = Document["tags"]!.AsArray().Select(tag => (string)tag!["name"]!).ToHashSet();
        foreach (var (path, method, operation) in Operations)
        {
            Assert.Contains(method, new[] { "get", "post", "put", "patch", "delete" });
            Assert.Matches(@"^(/([a-z0-9]+(-[a-z0-9]+)*(\.(json|yaml))?|\{[a-z][a-zA-Z]*\}))+$", path);
            Assert.All(operation["tags"]!.AsArray(), tag => Assert.Contains((string)tag!, tags));
            Assert.NotEmpty((string)operation["summary"]!);
            var named = (operation["parameters"]?.AsArray() ?? []).Select(p => Schemas.Resolve(p!)).ToList();
            Assert.All(named.Where(p => (string)p["in"]! == "query"), p => Assert.Matches("^[a-z][a-zA-Z0-9]*$", (string)p["name"]!));
            Assert.Equal(
                Regex.Matches(path, @"(?<=\{)\w+(?=\})", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Order(),
                named.Where(p => (string)p["in"]! == "path").Select(p => (string)p["name"]!).Order());
            Assert.True(operation["responses"]!["400"] is not null || (method == "get" && named.Count == 0), $"{path} takes input and does not say what it answers to input that is wrong.");
            foreach (var (status, reference) in operation["responses"]!.AsObject())
            {
                var response = Schemas.Resolve(reference!);
                Assert.NotNull(response["headers"]?["API-Version"]);
                Assert.True(status[0] is not ('4' or '5') || response["content"]?["application/problem+json"] is not null, $"{path} {status}");
            }
        }
    }

    [Fact]
    public void Every_property_is_named_in_camel_case()
    {
        var names = Document["components"]!["schemas"]!.AsObject().SelectMany(schema => schema.Value!["properties"]?.AsObject() ?? []).Select(property => property.Key);

        Assert.All(names, name => Assert.Matches("^[a-z][a-zA-Z0-9]*$", name));
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>Real answers, held to the contract.</summary>
public sealed class ResponseTests(GuardedMonitor fixture) : IClassFixture<GuardedMonitor>
{
    private static readonly JsonObject Document = ContractDocument.Current;
    private static readonly ContractSchema Schemas = new(Document);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Functions => [.. AccessTests.Operations.Keys.Where(name => name is not (ApiFallbackFunction.Name or DashboardFunction.Name or "GetSecurityTxt"))];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Every_public_response_matches_the_contract(string function)
    {
        var operation = Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Single(o => string.Equals((string)o.Value!["operationId"]!, function, StringComparison.OrdinalIgnoreCase)).Value!;
        foreach (var principal in AccessTests.Callers.Values)
        {
            using var response = await AccessTests.SendAsync(fixture, AccessTests.Operations[function].Request, principal);
            await HoldAsync(response, operation);
        }

        if (AccessTests.Operations[function].Request.StartsWith("GET", StringComparison.Ordinal))
        {
            using var slash = await AccessTests.SendAsync(fixture, AccessTests.Operations[function].Request.Split('?')[0] + "/", principal: null);
            Assert.Equal(404, (int)slash.StatusCode);
            using var capitals = await AccessTests.SendAsync(fixture, AccessTests.Operations[function].Request.Split('?')[0].Replace("/api/", "/API/") + "/", principal: null);
            Assert.Equal(404, (int)capitals.StatusCode);
            AssertHeaders(slash);
        }
    }

    [Theory]
    [InlineData("GET /api/v1/municipalities/GM0153/observations?limit=2&perods=1", "listMunicipalityObservations", 200)]
    [InlineData("GET /api/v1/municipalities/x/observations?limit=x", "listMunicipalityObservations", 400)]
    [InlineData("GET /api/v1/areas?search=zzz", "searchAreas", 200)]
    [InlineData("GET /api/v1/areas/GM9999", "getArea", 404)]
    [InlineData("GET /api/v1/social-mortgages/dolphia/statements/x", "getStatement", 400)]
    [InlineData("POST /api/v1/social-mortgages/dolphia/what-if {}", "assumeStatement", 400)]
    [InlineData("POST /api/v1/social-mortgages/dolphia/what-if {\"year\":1999}", "assumeStatement", 400)]
    [InlineData("POST /api/v1/social-mortgages/dolphia/statements/2016/settlement {\"on\":\"2018-03-01\",\"byRole\":\"gemeente\"}", "settleYear", 404)]
    public async Task Responses_to_other_requests_match_the_contract(string request, string id, int status)
    {
        var operation = Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Single(o => (string)o.Value!["operationId"]! == id).Value!;

        using var response = await AccessTests.SendAsync(fixture, request, AccessTests.Callers["admin"]);

        Assert.Equal(status, (int)response.StatusCode);
        await HoldAsync(response, operation);
    }

    [Theory]
    [InlineData("DELETE /api/v1/indicators", 405, "GET, HEAD, OPTIONS")]
    [InlineData("POST /api/v1/indicators", 405, "GET, HEAD, OPTIONS")]
    [InlineData("GET /api/v1/social-mortgages/dolphia/what-if", 405, "POST, OPTIONS")]
    [InlineData("OPTIONS /api/v1/indicators", 204, "GET, HEAD, OPTIONS")]
    [InlineData("GET /api/v1/unheard-of", 404, null)]
    [InlineData("GET /api/v2/indicators", 404, null)]
    [InlineData("OPTIONS /api/v1/unheard-of", 404, null)]
    public async Task An_unknown_path_or_method_is_answered_by_the_rules(string request, int status, string? allowed)
    {
        using var response = await AccessTests.SendAsync(fixture, request, principal: null);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(allowed, response.Content.Headers.Allow.Count == 0 ? null : string.Join(", ", response.Content.Headers.Allow));
        AssertHeaders(response);
        Assert.True(status < 400 || response.Content.Headers.ContentType!.MediaType == "application/problem+json");
    }

    [Fact]
    public async Task The_contract_is_served_as_json_and_as_yaml()
    {
        using var json = await AccessTests.SendAsync(fixture, "GET /api/v1/openapi.json", principal: null);
        using var yaml = await AccessTests.SendAsync(fixture, "GET /api/v1/openapi.yaml", principal: null);

        Assert.True(JsonNode.DeepEquals(Document, JsonNode.Parse(await json.Content.ReadAsStringAsync(Token))));
        Assert.True(JsonNode.DeepEquals(Document, ContractDocument.ReadYaml(await yaml.Content.ReadAsStringAsync(Token))));
    }

    [Theory]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/api/v1/openapi.yaml")]
    public async Task The_contract_is_public_to_every_origin(string path)
    {
        using var client = new HttpClient { BaseAddress = fixture.Monitor.App.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", "https://elsewhere.example.org");
        using var response = await client.SendAsync(request, Token);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    private static async Task HoldAsync(HttpResponseMessage response, JsonNode operation)
    {
        AssertHeaders(response);
        var status = ((int)response.StatusCode).ToString();
        var written = operation["responses"]![status];
        Assert.True(written is not null, $"{operation["operationId"]} answers {status}, which is not in the contract.");
        var type = response.Content.Headers.ContentType!.MediaType!;
        var content = Schemas.Resolve(written)["content"]![type];
        Assert.True(content is not null, $"{operation["operationId"]} answers {status} as {type}, which is not in the contract.");
        if (type.EndsWith("json", StringComparison.Ordinal))
        {
            Assert.Empty(Schemas.Validate(content["schema"]!, JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))));
        }
    }

    private static void AssertHeaders(HttpResponseMessage response)
    {
        Assert.Equal((string)Document["info"]!["version"]!, Assert.Single(response.Headers.GetValues("API-Version")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.StartsWith("max-age=", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
        Assert.NotNull(response.Headers.CacheControl);
    }
}

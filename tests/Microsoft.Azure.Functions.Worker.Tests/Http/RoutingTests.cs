using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Tests.Support;

namespace Microsoft.Azure.Functions.Worker.Tests.Http;

public sealed class RoutingTests
{
    private const string NoPrefix = """{ "extensions": { "http": { "routePrefix": "" } } }""";

    [Theory]
    [InlineData("GET", "/areas/GM0363", "area GM0363")]
    [InlineData("GET", "/areas/GM%200363", "area GM 0363")]
    [InlineData("GET", "/optional", "optional none")]
    [InlineData("GET", "/optional/7", "optional 7")]
    [InlineData("GET", "/typed/42/6f9619ff-8b86-d011-b42d-00cf4fc964ff", "typed 42 6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    [InlineData("GET", "/number/42", "number 42")]
    [InlineData("GET", "/number/abc", "page number/abc")]
    [InlineData("GET", "/", "page ")]
    [InlineData("GET", "/a/b/c.css", "page a/b/c.css")]
    [InlineData("POST", "/Unrouted", "unrouted POST")]
    [InlineData("DELETE", "/unrouted", "unrouted DELETE")]
    [InlineData("GET", "/AREAS/x", "area x")]
    public async Task A_request_reaches_the_function_of_its_route(string method, string path, string answer)
    {
        await using var worker = await TestWorker.StartAsync([typeof(RoutedFunctions)], hostJson: NoPrefix);

        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await worker.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{ "version": "2.0" }""", "/api/areas/x")]
    [InlineData(null, "/api/areas/x")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "data/v2" } } }""", "/data/v2/areas/x")]
    [InlineData("""{ /* none */ "extensions": { "http": { "RoutePrefix": "" }, } }""", "/areas/x")]
    public async Task The_route_prefix_comes_from_host_json_and_is_api_without_it(string? hostJson, string path)
    {
        await using var worker = await TestWorker.StartAsync([typeof(RoutedFunctions)], hostJson: hostJson);

        Assert.Equal("area x", await worker.Http.GetStringAsync(path, TestContext.Current.CancellationToken));
        if (path != "/areas/x")
        {
            using var bare = await worker.Http.GetAsync("/areas/x", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, bare.StatusCode);
        }
    }

    [Fact]
    public async Task Another_method_than_the_functions_is_not_allowed_and_an_unknown_path_not_found()
    {
        await using var worker = await TestWorker.StartAsync([typeof(RoutedFunctions)]);

        using var other = await worker.Http.PutAsync("/api/areas/x", content: null, TestContext.Current.CancellationToken);
        using var unknown = await worker.Http.PostAsync("/nothing/here", content: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, other.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_route_value_that_does_not_convert_fails_the_invocation()
    {
        await using var worker = await TestWorker.StartAsync([typeof(RoutedFunctions)], hostJson: NoPrefix);

        using var response = await worker.Http.GetAsync("/typed/x/y", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}

public static class RoutedFunctions
{
    [Function("Area")]
    public static IResult Area([HttpTrigger(AuthorizationLevel.Function, "GET", Route = "areas/{code}")] HttpRequest request, string code) =>
        TypedResults.Text($"area {code}");

    [Function("Optional")]
    public static IResult Optional([HttpTrigger(AuthorizationLevel.Function, "get", Route = "optional/{id:int?}")] HttpRequest request, int? id) =>
        TypedResults.Text($"optional {id?.ToString() ?? "none"}");

    [Function("Typed")]
    public static IResult Typed(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "typed/{number}/{id}")] HttpRequest request, Guid id, int number) =>
        TypedResults.Text($"typed {number} {id}");

    [Function("Number")]
    public static IResult Number([HttpTrigger(AuthorizationLevel.Function, "get", Route = "number/{id:int}")] HttpRequest request, int id) =>
        TypedResults.Text($"number {id}");

    [Function("Page")]
    public static IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request, string? path) =>
        TypedResults.Text($"page {path}");

    [Function("Unrouted")]
    public static IResult Unrouted([HttpTrigger] HttpRequest request) => TypedResults.Text($"unrouted {request.Method}");
}

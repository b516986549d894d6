using Wijkmonitor.DevHost.Http;

namespace Wijkmonitor.DevHost.Tests.Http;

public sealed class RouteTableTests
{
    private static readonly HttpRoute[] Routes =
    [
        Route("GetArea", "api/areas/{code}", "get"),
        Route("GetDashboard", "{*path}", "get"),
        Route("getbounded", "api/bounded/{code:length(2,4)}/{year:int}", "get"),
        Route("GetOptional", "api/optional/{id?}", "get"),
        Route("PutArea", "api/areas/{code}", "put", "post"),
        Route("WithoutRoute", template: null),
    ];

    [Theory]
    [InlineData("GET", "/api/areas/GM0363", "GetArea", "code=GM0363")]
    [InlineData("get", "/API/Areas/x/", "GetArea", "code=x")]
    [InlineData("POST", "/api/areas/x", "PutArea", "code=x")]
    [InlineData("GET", "/api/bounded/abc/12", "getbounded", "code=abc year=12")]
    [InlineData("GET", "/", "GetDashboard", "")]
    [InlineData("DELETE", "/withoutroute", "WithoutRoute", "")]
    public void A_request_is_matched_to_the_function_of_its_route_and_method(string method, string path, string function, string values)
    {
        var match = new RouteTable(Routes).Match(method, path);

        Assert.Equal(function, match?.Route.Function);
        Assert.Equal(values, string.Join(' ', match!.Values.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("DELETE", "/api/areas/x")]
    [InlineData("HEAD", "/api/areas/x")]
    [InlineData("OPTIONS", "/api/areas/x")]
    [InlineData("POST", "/unknown")]
    public void A_method_that_no_function_of_the_path_declares_is_not_matched(string method, string path) =>
        Assert.Null(new RouteTable(Routes).Match(method, path));

    [Theory]
    [InlineData("/api/optional")]
    [InlineData("/api/optional/7")]
    [InlineData("/api/bounded/abcde/12")]
    public void A_catch_all_matches_later_routes_and_failed_constraints(string path) =>
        Assert.Equal("GetDashboard", new RouteTable(Routes).Match("GET", path)?.Route.Function);

    [Fact]
    public void Routes_are_tried_in_the_order_of_names_whatever_their_case() => Assert.Equal(
        ["GetArea", "getbounded", "GetDashboard", "GetOptional", "PutArea", "WithoutRoute"], new RouteTable(Routes).Routes.Select(route => route.Function));

    [Theory]
    [InlineData("api", "/api/areas/x", true)]
    [InlineData("/data/v2/", "/data/v2/areas/x", true)]
    [InlineData("api", "/areas/x", false)]
    public void The_prefix_precedes_every_route(string prefix, string path, bool matched) =>
        Assert.Equal(matched, new RouteTable([Route("Area", "areas/{code}", "get")], prefix).Match("GET", path) is not null);

    [Fact]
    public void A_template_that_cannot_be_read_is_named_with_its_function()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new RouteTable([Route("Area", "areas/{code", "get")]));

        Assert.Contains("'Area'", error.Message);
        Assert.Contains("areas/{code", error.Message);
    }

    private static HttpRoute Route(string function, string? template, params string[] methods) => new(function, template, methods, AccessLevel.Function);
}

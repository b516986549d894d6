using Microsoft.AspNetCore.Http;
using Wijkmonitor.DevHost.Http;

namespace Wijkmonitor.DevHost.Tests.Http;

public sealed class KeyRingTests
{
    private static readonly KeyRing Keys = new("function", "host", "master");

    [Theory]
    [InlineData(AccessLevel.Anonymous, null, null)]
    [InlineData(AccessLevel.Anonymous, "wrong", null)]
    [InlineData(AccessLevel.Function, "function", null)]
    [InlineData(AccessLevel.Function, "host", null)]
    [InlineData(AccessLevel.Function, "master", null)]
    [InlineData(AccessLevel.Function, "wrong", 401)]
    [InlineData(AccessLevel.Function, "", 401)]
    [InlineData(AccessLevel.Function, null, 401)]
    [InlineData(AccessLevel.Admin, "function", 401)]
    [InlineData(AccessLevel.Admin, "host", 401)]
    [InlineData(AccessLevel.Admin, "master", null)]
    public void A_function_accepts_the_keys_of_its_level(AccessLevel level, string? key, int? status)
    {
        Assert.Equal(status, Keys.Check(Request(header: key), level));
        Assert.Equal(status, Keys.Check(Request(query: key), level));
    }

    [Theory]
    [InlineData("master", null)]
    [InlineData("host", 403)]
    [InlineData("function", 401)]
    [InlineData("wrong", 401)]
    [InlineData(null, 401)]
    public void The_admin_endpoints_accept_only_the_master_key(string? key, int? status) =>
        Assert.Equal(status, Keys.CheckAdmin(Request(header: key)));

    [Fact]
    public void A_key_in_the_header_precedes_one_in_the_query()
    {
        Assert.Null(Keys.Check(Request(header: "function", query: "wrong"), AccessLevel.Function));
        Assert.Equal(401, Keys.Check(Request(header: "wrong", query: "function"), AccessLevel.Function));
    }

    [Fact]
    public void A_missing_key_is_refused()
    {
        var keys = new KeyRing(Master: "master");

        Assert.Equal(401, keys.Check(Request(), AccessLevel.Function));
        Assert.Equal(401, keys.CheckAdmin(Request()));
        Assert.Null(keys.Check(Request(header: "master"), AccessLevel.Function));
    }

    [Fact]
    public void Without_any_key_nothing_is_checked()
    {
        Assert.Null(new KeyRing().Check(Request(), AccessLevel.Admin));
        Assert.Null(new KeyRing().CheckAdmin(Request()));
    }

    private static HttpRequest Request(string? header = null, string? query = null)
    {
        var request = new DefaultHttpContext().Request;
        if (header is not null)
        {
            request.Headers["x-functions-key"] = header;
        }

        if (query is not null)
        {
            request.QueryString = QueryString.Create("code", query);
        }

        return request;
    }
}

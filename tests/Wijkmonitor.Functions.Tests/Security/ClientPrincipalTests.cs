using System.Text;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Security;

namespace Wijkmonitor.Functions.Tests.Security;

public sealed class ClientPrincipalTests
{
    [Theory]
    [InlineData("""{"claims":[null]}""")]
    [InlineData("""{"claims":[{"typ":"roles","val":"Wijkmonitor.Admin"},null]}""")]
    [InlineData("""{"claims":null}""")]
    [InlineData("""{"claims":{}}""")]
    [InlineData("""{"claims":"roles"}""")]
    [InlineData("""{"claims":[[]]}""")]
    [InlineData("""{"claims":["roles"]}""")]
    [InlineData("""{"claims":[{"typ":5,"val":"x"}]}""")]
    [InlineData("""{"claims":[{"typ":"roles","val":["Wijkmonitor.Admin"]}]}""")]
    [InlineData("""{"claims":[{"typ":"\ud800","val":"x"}]}""")]
    [InlineData("""{"auth_typ":5,"claims":[]}""")]
    [InlineData("""{}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("no JSON")]
    [InlineData("")]
    public void A_malformed_principal_is_anonymous(string json) => Assert.Null(Find(Encode(json)));

    [Theory]
    [InlineData("")]
    [InlineData("no base64!")]
    [InlineData("=")]
    [InlineData("//79")]
    public void A_header_without_base64_text_is_anonymous(string header) => Assert.Null(Find(header));

    [Fact]
    public void A_huge_or_deeply_nested_principal_is_read_or_anonymous()
    {
        Assert.Null(Find(Encode($$"""{"claims":{{new string('[', 5000)}}{{new string(']', 5000)}}}""")));
        var many = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""{"typ":"groups","val":"{{i}}"}"""));
        Assert.Equal(Roles.Public, Find(Encode($$"""{"claims":[{{many}}]}"""))!.Roles);
    }

    [Theory]
    [InlineData("""{"claims":[]}""")]
    [InlineData("""{"claims":[{}]}""")]
    [InlineData("""{"claims":[{"typ":"roles"},{"val":"Wijkmonitor.Admin"},{"typ":null,"val":null}]}""")]
    [InlineData("""{"role_typ":null,"claims":[{"typ":"roles","val":""}]}""")]
    public void Claims_without_type_or_value_give_no_role(string json) =>
        Assert.Equal((true, Roles.Public), (Find(Encode(json))!.IsKnown, Find(Encode(json))!.Roles));

    [Fact]
    public void A_request_with_two_principals_is_anonymous() => Assert.Null(Find(Encode("""{"claims":[]}"""), Encode("""{"claims":[]}""")));

    private static Caller? Find(params string[] headers)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers[ClientPrincipal.Header] = headers;
        return new Identification(new SecurityPolicy(IdentityMode.Platform, Caller.Anonymous, [])).Find(http);
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

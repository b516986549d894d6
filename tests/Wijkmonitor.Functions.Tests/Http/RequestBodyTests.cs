using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Security;

namespace Wijkmonitor.Functions.Tests.Http;

/// <summary>JSON that somebody sends and that cannot be read: the answer says where.</summary>
public sealed class RequestBodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"year\": 2017,}", 1, 15, "Line 1, column 15: this is not valid JSON.", "Regel 1, kolom 15: dit is geen geldige JSON.")]
    [InlineData("{\n  \"year\": 2017,\n  \"values\": [ oops ]\n}", 3, 15, "Line 3, column 15: this is not valid JSON.", "Regel 3, kolom 15: dit is geen geldige JSON.")]
    [InlineData("{\n  \"ë\": \"ü\" \"\"\n}", 2, 12, "Line 2, column 12: this is not valid JSON.", "Regel 2, kolom 12: dit is geen geldige JSON.")]
    [InlineData("", 1, 1, "Line 1, column 1: this is not valid JSON.", "Regel 1, kolom 1: dit is geen geldige JSON.")]
    public async Task Text_that_is_not_json_is_refused_with_line_and_column(string json, int line, int column, string en, string nl)
    {
        var problem = await ReadProblemAsync(json);

        Assert.StartsWith(en, problem.GetProperty("message").GetProperty("en").GetString());
        Assert.StartsWith(nl, problem.GetProperty("message").GetProperty("nl").GetString());
        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal((line, column), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task Json_of_another_form_is_refused_with_line_and_field()
    {
        var problem = await ReadProblemAsync("{\n  \"year\": \"soon\"\n}");

        Assert.StartsWith("Line 2, up to column ", problem.GetProperty("message").GetProperty("en").GetString());
        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(("$.year", 2), (error.GetProperty("field").GetString(), error.GetProperty("line").GetInt32()));
        Assert.DoesNotContain("System.", problem.GetRawText());
    }

    private static async Task<JsonElement> ReadProblemAsync(string json)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        using var answer = new MemoryStream();
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Request = { Body = body, ContentType = "application/json" }, Response = { Body = answer } };
        Caller.Anonymous.AttachTo(http);

        var (read, problem) = await RequestBody.ReadAsync(http.Request, SocialMortgagesJson.Default.MortgageAssumptions, Token);
        Assert.Null(read);
        await problem!.ExecuteAsync(http);
        Assert.Equal(StatusCodes.Status400BadRequest, http.Response.StatusCode);
        return JsonDocument.Parse(answer.ToArray()).RootElement.Clone();
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Ingest.Decisions;

namespace Wijkmonitor.Functions.Tests.Http;

/// <summary>JSON that somebody sends and that cannot be read: the answer says where.</summary>
public sealed class RequestBodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"year\": 2017,}", 1, 15, "Line 1, column 15: this is not valid JSON.", "Regel 1, kolom 15: dit is geen geldige JSON.")]
    [InlineData("{\n  \"year\": 2017,\n  \"values\": [ oops ]\n}", 3, 15, "Line 3, column 15: this is not valid JSON.",
        "Regel 3, kolom 15: dit is geen geldige JSON.")]
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

    [Theory]
    [InlineData("""{"reason":"a","reason":"b"}""")]
    [InlineData("""{"reason":"a","Reason":"b"}""")]
    [InlineData("""{"byRole":"owner","reason":"a","byRole":"municipality"}""")]
    public async Task A_decision_with_a_field_given_twice_is_refused(string json)
    {
        // Nothing but the body is read: the operation has no storage.
        var functions = new DeliveryDecisionFunctions(new DeliveryDecisions(null!, null!, TimeProvider.System), null!, null!, null!, null!);

        var problems = await Task.WhenAll(
            ReadProblemAsync(json, request => functions.ConfirmAsync(request, "delivery", Token)),
            ReadProblemAsync(json, request => functions.WithdrawAsync(request, "delivery", Token)));

        Assert.All(problems, problem => Assert.Contains("given twice", problem.GetProperty("message").GetProperty("en").GetString()));
        Assert.All(problems, problem => Assert.Contains("twee keer", problem.GetProperty("message").GetProperty("nl").GetString()));
    }

    [Fact]
    public async Task A_field_given_twice_is_refused_with_its_line()
    {
        var problem = await ReadProblemAsync("{\n  \"year\": 2017,\n  \"year\": 2018\n}");

        Assert.Equal(3, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("line").GetInt32());
    }

    // A context takes its options from a class, so that an attribute of it would say nothing. What is stored was checked when it was written.
    [Fact]
    public void Json_of_callers_is_strict_and_stored_json_is_lenient()
    {
        var contexts = typeof(RequestBody).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)) && type.GetProperty("Default") is not null)
            .ToLookup(type => type.Namespace!.Split('.')[2], type => ((JsonSerializerContext)type.GetProperty("Default")!.GetValue(null)!).Options);

        Assert.True(contexts["Api"].Count() > 6);
        Assert.All(contexts["Api"].Concat(contexts["Http"]), options => Assert.False(options.AllowDuplicateProperties));
        Assert.NotEmpty(contexts["Storage"]);
        Assert.All(contexts["Storage"], options => Assert.True(options.AllowDuplicateProperties));
    }

    private static Task<JsonElement> ReadProblemAsync(string json) => ReadProblemAsync(json, async request =>
    {
        var (read, problem) = await RequestBody.ReadAsync(request, SocialMortgagesJson.Default.MortgageAssumptions, Token);
        Assert.Null(read);
        return problem!;
    });

    private static async Task<JsonElement> ReadProblemAsync(string json, Func<HttpRequest, Task<IResult>> operation)
    {
        var answer = await FunctionCall.SendAsync(operation, json: json);
        Assert.Equal(StatusCodes.Status400BadRequest, answer.Status);
        return answer.Json;
    }
}

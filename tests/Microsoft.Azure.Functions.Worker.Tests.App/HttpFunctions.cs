using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Microsoft.Azure.Functions.Worker.Tests.App;

public sealed class HttpFunctions(Journal journal)
{
    [Function("GetArea")]
    public static IResult GetArea(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/areas/{code}")] HttpRequest request, string code) =>
        TypedResults.Ok(new { Code = code, Path = request.Path.Value, Query = request.QueryString.Value });

    [Function("PutArea")]
    public static async Task<IActionResult> PutAreaAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", "post", Route = "api/v1/areas/{code:length(1,8)}")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return new OkObjectResult(new { Code = code, Body = await reader.ReadToEndAsync(cancellationToken) });
    }

    [Function("Fail")]
    public static IResult Fail([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/fail")] HttpRequest request) =>
        throw new InvalidOperationException($"A secret of {request.Path}.");

    [Function("GetJournal")]
    public IResult GetJournal([HttpTrigger("get", Route = "api/v1/journal")] HttpRequest request) => TypedResults.Ok(journal.Lines);

    [Function("Dashboard")]
    public static IResult Dashboard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request, string? path) =>
        TypedResults.Text($"page '{path}'");
}

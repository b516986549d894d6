using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.OpenApi;

/// <summary>The contract of the API.</summary>
public sealed class OpenApiFunctions(OpenApiDocument document)
{
    /// <summary>Gets the contract of the API as JSON.</summary>
    [Function("GetOpenApiJson")]
    public Task<IResult> GetJsonAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OpenApiDocument.JsonRoute)] HttpRequest request) =>
        RespondAsync(request, document.Json, ResponseFormat.Json);

    /// <summary>Gets the contract of the API as YAML.</summary>
    [Function("GetOpenApiYaml")]
    public Task<IResult> GetYamlAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OpenApiDocument.YamlRoute)] HttpRequest request) =>
        RespondAsync(request, document.Yaml, ResponseFormat.Yaml);

    private static Task<IResult> RespondAsync(HttpRequest request, byte[] content, ResponseFormat format) =>
        ApiOperation.RunAsync(request, format, () => Task.FromResult(ApiResults.Content(content, format)));
}

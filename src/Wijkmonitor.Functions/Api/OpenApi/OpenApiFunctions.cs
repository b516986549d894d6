using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.OpenApi;

/// <summary>The contract of the API.</summary>
public sealed class OpenApiFunctions(OpenApiDocument document)
{
    /// <summary>Gets the contract of the API as JSON.</summary>
    [Function("GetOpenApiJson")]
    public IResult GetJson([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OpenApiDocument.JsonRoute)] HttpRequest request) =>
        CreateResult(document.Json, "application/json; charset=utf-8");

    /// <summary>Gets the contract of the API as YAML.</summary>
    [Function("GetOpenApiYaml")]
    public IResult GetYaml([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OpenApiDocument.YamlRoute)] HttpRequest request) =>
        CreateResult(document.Yaml, "application/yaml; charset=utf-8");

    private static IResult CreateResult(byte[] content, string mediaType) =>
        ApiResults.File(content, mediaType, fileName: null, contentSecurityPolicy: null);
}

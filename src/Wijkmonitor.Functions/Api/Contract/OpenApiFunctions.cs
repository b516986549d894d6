using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Wijkmonitor.Functions.Api.Contract;

/// <summary>The contract of the API.</summary>
public sealed class OpenApiFunctions(OpenApiDocument document)
{
    /// <summary>As JSON.</summary>
    [Function("GetOpenApiJson")]
    public IResult GetJson([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/openapi.json")] HttpRequest request) =>
        Served(document.Json, "application/json; charset=utf-8");

    /// <summary>As YAML.</summary>
    [Function("GetOpenApiYaml")]
    public IResult GetYaml([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/openapi.yaml")] HttpRequest request) =>
        Served(document.Yaml, "application/yaml; charset=utf-8");

    private static IResult Served(byte[] content, string mediaType) =>
        Answer.File(content, mediaType, fileName: null, contentSecurityPolicy: null);
}

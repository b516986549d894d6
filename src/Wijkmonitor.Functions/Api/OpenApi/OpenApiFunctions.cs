using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Answers;

namespace Wijkmonitor.Functions.Api.OpenApi;

/// <summary>The contract of the API.</summary>
public sealed class OpenApiFunctions(OpenApiDocument document)
{
    /// <summary>As JSON.</summary>
    [Function("GetOpenApiJson")]
    public IResult GetJson([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OpenApiDocument.JsonRoute)] HttpRequest request) =>
        Served(document.Json, "application/json; charset=utf-8");

    /// <summary>As YAML.</summary>
    [Function("GetOpenApiYaml")]
    public IResult GetYaml([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OpenApiDocument.YamlRoute)] HttpRequest request) =>
        Served(document.Yaml, "application/yaml; charset=utf-8");

    private static IResult Served(byte[] content, string mediaType) =>
        Answer.File(content, mediaType, fileName: null, contentSecurityPolicy: null);
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>The part of every function's route that host.json sets.</summary>
internal static class RoutePrefix
{
    private const string Default = "api";
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>extensions.http.routePrefix of the first host.json in the folders, or "api".</summary>
    public static string Read(params IEnumerable<string?> folders)
    {
        var file = folders.OfType<string>().Select(folder => Path.Combine(folder, "host.json")).FirstOrDefault(File.Exists);
        if (file is null)
        {
            return Default;
        }

        try
        {
            var host = JsonNode.Parse(File.ReadAllText(file), new JsonNodeOptions { PropertyNameCaseInsensitive = true }, Lenient);
            return host?["extensions"]?["http"]?["routePrefix"]?.GetValue<string>().Trim('/') ?? Default;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidOperationException($"{file} cannot be read: {error.Message}", error);
        }
    }

    public static string Join(string prefix, string route) => $"{prefix}/{route.TrimStart('/')}".Trim('/');
}

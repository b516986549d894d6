using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Microsoft.Azure.Functions.Worker.Sdk;

/// <summary>The published host.json.</summary>
internal static class HostJson
{
    public static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// Makes the host start the executable as its custom handler and hand HTTP requests on to it as they are. The rest of the file stays.
    /// </summary>
    /// <exception cref="FunctionDeclarationException">There is no host.json.</exception>
    public static void AddCustomHandler(string file, string executable)
    {
        if (!File.Exists(file))
        {
            throw new FunctionDeclarationException($"{file} is missing: the application must publish its host.json.");
        }

        var host = JsonNode.Parse(File.ReadAllText(file), nodeOptions: null, Lenient) as JsonObject
            ?? throw new FunctionDeclarationException($"{file} is not a JSON object.");
        var handler = Section(host, "customHandler");
        Section(handler, "description")["defaultExecutablePath"] = executable;
        handler["enableForwardingHttpRequest"] = true;
        handler["enableProxyingHttpRequest"] = true;
        File.WriteAllText(file, host.ToJsonString(Format) + "\n");
    }

    private static JsonObject Section(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject section)
        {
            parent[name] = section = [];
        }

        return section;
    }
}

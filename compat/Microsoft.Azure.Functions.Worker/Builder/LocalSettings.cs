using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The Values of local.settings.json, which Core Tools puts in the environment of a developer's machine.</summary>
internal static class LocalSettings
{
    private const string FileName = "local.settings.json";
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The settings of the first file in the folders, by configuration key; none where there is no file.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be read, or is encrypted.</exception>
    public static IReadOnlyDictionary<string, string?> Read(params IEnumerable<string> folders)
    {
        var file = folders.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);
        if (file is null)
        {
            return new Dictionary<string, string?>(StringComparer.Ordinal);
        }

        try
        {
            var settings = JsonNode.Parse(File.ReadAllText(file), new JsonNodeOptions { PropertyNameCaseInsensitive = true }, Lenient);
            return Values(settings, file);
        }
        catch (JsonException error)
        {
            throw new InvalidOperationException($"{file} cannot be read: {error.Message}", error);
        }
    }

    private static Dictionary<string, string?> Values(JsonNode? settings, string file)
    {
        if (settings?["IsEncrypted"]?.GetValueKind() == JsonValueKind.True)
        {
            throw new InvalidOperationException($"{file} is encrypted; only plain settings can be read.");
        }

        return (settings?["Values"] as JsonObject ?? []).ToDictionary(
            value => value.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
            value => value.Value?.ToString(),
            StringComparer.OrdinalIgnoreCase);
    }
}

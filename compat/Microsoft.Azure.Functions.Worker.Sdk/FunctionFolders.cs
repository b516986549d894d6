using System.Text.Json;
using System.Text.Json.Nodes;

namespace Microsoft.Azure.Functions.Worker.Sdk;

/// <summary>The folders, one per function, by which the host knows what there is to run.</summary>
internal static class FunctionFolders
{
    private const string FileName = "function.json";
    private const string GeneratedBy = "generatedBy";
    private const string Generator = "Microsoft.Azure.Functions.Worker.Sdk";

    /// <summary>Writes the functions' folders, and removes those of an earlier publish whose function is gone.</summary>
    public static void Write(string publishFolder, IReadOnlyCollection<PublishedFunction> functions)
    {
        RemoveFormer(publishFolder, functions.Select(function => function.Name).ToHashSet(StringComparer.Ordinal));
        foreach (var function in functions)
        {
            var folder = Directory.CreateDirectory(Path.Combine(publishFolder, function.Name));
            var json = new JsonObject
            {
                [GeneratedBy] = Generator,
                ["bindings"] = new JsonArray([.. function.Bindings.Select(binding => binding.DeepClone())]),
            };
            File.WriteAllText(Path.Combine(folder.FullName, FileName), json.ToJsonString(HostJson.Format) + "\n");
        }
    }

    private static void RemoveFormer(string publishFolder, HashSet<string> names)
    {
        foreach (var file in Directory.GetDirectories(publishFolder).Select(folder => Path.Combine(folder, FileName)).Where(File.Exists))
        {
            var folder = Path.GetDirectoryName(file)!;
            if (!names.Contains(Path.GetFileName(folder)) && IsGenerated(file))
            {
                File.Delete(file);
                if (!Directory.EnumerateFileSystemEntries(folder).Any())
                {
                    Directory.Delete(folder);
                }
            }
        }
    }

    private static bool IsGenerated(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return json.RootElement.TryGetProperty(GeneratedBy, out var by) && by.ValueEquals(Generator);
    }
}

using System.Text.Json.Nodes;

namespace Wijkmonitor.EndToEnd.Tests.Contract;

/// <summary>Finds changes that would break clients of an earlier contract.</summary>
internal static class ContractChanges
{
    /// <summary>Everything that breaks; none where the new contract only adds.</summary>
    public static IEnumerable<string> FindBreaking(JsonObject earlier, JsonObject now)
    {
        foreach (var (path, operations) in earlier["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                if (now["paths"]![path]?[method] is not JsonObject still)
                {
                    yield return $"{method} {path} is gone";
                    continue;
                }

                foreach (var change in FindInOperation($"{method} {path}", new(earlier, operation!.AsObject()), new(now, still)))
                {
                    yield return change;
                }
            }
        }
    }

    private static IEnumerable<string> FindInOperation(string name, Side earlier, Side now)
    {
        var before = Parameters(earlier);
        var after = Parameters(now);
        foreach (var key in before.Keys.Except(after.Keys))
        {
            yield return $"{name}: the parameter {key} is gone";
        }

        foreach (var key in after.Keys.Where(key => after[key] && !(before.TryGetValue(key, out var was) && was)))
        {
            yield return $"{name}: the parameter {key} is required";
        }

        var requests = now.Schema(now.At["requestBody"]);
        foreach (var change in Narrower($"{name} request", earlier.Schema(earlier.At["requestBody"]), requests, earlier, now, asked: true, []))
        {
            yield return change;
        }

        foreach (var (status, response) in earlier.At["responses"]!.AsObject())
        {
            if (now.At["responses"]![status] is not { } still)
            {
                yield return $"{name}: the answer {status} is gone";
                continue;
            }

            foreach (var change in Narrower($"{name} {status}", earlier.Schema(response), now.Schema(still), earlier, now, asked: false, []))
            {
                yield return change;
            }
        }
    }

    private static Dictionary<string, bool> Parameters(Side side) => (side.At["parameters"]?.AsArray() ?? []).Select(p => side.Resolve(p!)).ToDictionary(
        p => $"{p["in"]} {p["name"]}", p => (bool?)p["required"] ?? false, StringComparer.Ordinal);

    // What is answered must not lose properties or change types; what is asked must not ask more.
    private static IEnumerable<string> Narrower(string at, JsonNode? before, JsonNode? after, Side earlier, Side now, bool asked, HashSet<string> seen)
    {
        if (before is null)
        {
            yield break;
        }

        if (after is null)
        {
            yield return $"{at}: the content is gone";
            yield break;
        }

        if (before["$ref"] is { } reference && !seen.Add((string)reference!))
        {
            yield break;
        }

        var (old, current) = (earlier.Flat(before), now.Flat(after));
        if ((string?)old["type"] != (string?)current["type"] || (string?)old["format"] != (string?)current["format"])
        {
            yield return $"{at}: {old["type"]} {old["format"]} became {current["type"]} {current["format"]}";
            yield break;
        }

        foreach (var word in Words(old, "enum").Except(Words(current, "enum"), StringComparer.Ordinal).Where(_ => asked))
        {
            yield return $"{at}: {word} cannot be asked any more";
        }

        foreach (var name in asked ? Words(current, "required").Except(Words(old, "required"), StringComparer.Ordinal) : Words(old, "required").Except(Words(current, "required"), StringComparer.Ordinal))
        {
            yield return asked ? $"{at}.{name} is required" : $"{at}.{name} can be absent";
        }

        foreach (var (name, property) in old["properties"]?.AsObject() ?? [])
        {
            foreach (var change in Narrower($"{at}.{name}", property, current["properties"]?[name], earlier, now, asked, seen))
            {
                yield return change;
            }
        }

        foreach (var change in Narrower($"{at}[]", old["items"], current["items"], earlier, now, asked, seen))
        {
            yield return change;
        }
    }

    private static IEnumerable<string> Words(JsonObject schema, string keyword) => (schema[keyword]?.AsArray() ?? []).Select(word => word!.ToString());

    private sealed record Side(JsonObject Contract, JsonObject At)
    {
        private readonly ContractSchema schemas = new(Contract);

        public JsonObject Resolve(JsonNode node) => schemas.Resolve(node);

        // The schema of the first form of a request or response.
        public JsonNode? Schema(JsonNode? body) => body is null ? null : Resolve(body)["content"]?.AsObject().First().Value!["schema"];

        // A schema with a single allOf stands for what that names.
        public JsonObject Flat(JsonNode schema)
        {
            var resolved = Resolve(schema);
            return resolved["allOf"] is JsonArray { Count: 1 } only ? Flat(only[0]!) : resolved;
        }
    }
}

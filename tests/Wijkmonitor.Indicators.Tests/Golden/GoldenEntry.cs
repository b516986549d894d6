using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Golden;

/// <summary>One line of a golden file: a scorecard, or several that share a key, as they are served.</summary>
/// <param name="Key">The key: kind, version of the rules, period, and for a single scorecard its area and subject, with bars between them.</param>
/// <param name="Cards">The JSON of the scorecards, in the order in which they were computed.</param>
internal sealed record GoldenEntry(string Key, IReadOnlyList<byte[]> Cards)
{
    private const int HashDigits = 16;

    // As the store writes a scorecard: camelCase, no nulls, text readable.
    private static readonly JsonSerializerOptions AsServed = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new(AsServed) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The line: the key, how many lines there are in which state, how many findings, and the start of a SHA-256 over the JSON.</summary>
    public string Line
    {
        get
        {
            var states = new SortedDictionary<string, int>(StringComparer.Ordinal);
            var findings = 0;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var card in Cards)
            {
                using var json = JsonDocument.Parse(card);
                foreach (var line in json.RootElement.GetProperty("lines").EnumerateArray())
                {
                    var state = line.GetProperty("state").GetString()!;
                    states[state] = states.GetValueOrDefault(state) + 1;
                }

                findings += json.RootElement.GetProperty("findings").GetArrayLength();
                hash.AppendData(card);
            }

            var cards = Cards.Count == 1 ? "" : $"{Cards.Count} cards, ";
            var counts = string.Join(", ", states.Select(state => $"{state.Value} {state.Key}"));
            var lines = states.Count == 0 ? "0 lines" : $"{states.Values.Sum()} lines ({counts})";
            var digest = Convert.ToHexStringLower(hash.GetHashAndReset())[..HashDigits];
            return string.Create(CultureInfo.InvariantCulture, $"{Key}: {cards}{lines}, {findings} findings, {digest}");
        }
    }

    /// <summary>The JSON, a member on each line, to be compared by eye.</summary>
    public string Json => string.Concat(Cards.Select(card => JsonNode.Parse(card)!.ToJsonString(Indented) + "\n"));

    /// <summary>An entry for each scorecard.</summary>
    public static IReadOnlyList<GoldenEntry> PerCard(IEnumerable<Scorecard> cards) =>
        Group(cards, "kind", "ruleVersion", "period", "area", "subject");

    /// <summary>An entry for all scorecards of a kind, version and period together, where one for each would be too many to read.</summary>
    public static IReadOnlyList<GoldenEntry> PerPeriod(IEnumerable<Scorecard> cards) => Group(cards, "kind", "ruleVersion", "period");

    /// <summary>A scorecard as it is served, without the members that are not compared.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="notCompared">The paths of these members; those of <see cref="NotCompared"/> unless given.</param>
    public static byte[] Serialize(Scorecard card, IReadOnlyCollection<string>? notCompared = null)
    {
        var paths = notCompared ?? [.. NotCompared.Members.Keys];
        if (paths.Count == 0)
        {
            return JsonSerializer.SerializeToUtf8Bytes(card, AsServed);
        }

        var json = JsonSerializer.SerializeToNode(card, AsServed)!;
        foreach (var path in paths)
        {
            Remove(json, path.Split('/'));
        }

        return JsonSerializer.SerializeToUtf8Bytes(json, AsServed);
    }

    private static IReadOnlyList<GoldenEntry> Group(IEnumerable<Scorecard> cards, params string[] members) =>
    [
        .. cards
            .Select(card => Serialize(card))
            .GroupBy(card => GetKey(card, members), StringComparer.Ordinal)
            .Select(group => new GoldenEntry(group.Key, [.. group])),
    ];

    private static string GetKey(byte[] card, string[] members)
    {
        using var json = JsonDocument.Parse(card);
        List<string> parts = [];
        foreach (var member in members)
        {
            if (json.RootElement.TryGetProperty(member, out var part))
            {
                parts.Add(part.GetString()!);
            }
        }

        return string.Join('|', parts);
    }

    private static void Remove(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Remove(item, path);
            }
        }
        else if (node is JsonObject members && path.Length == 1)
        {
            members.Remove(path[0]);
        }
        else if (node is JsonObject parent)
        {
            Remove(parent[path[0]], path[1..]);
        }
    }
}

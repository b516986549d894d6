using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Functions.Spreadsheets;

namespace Wijkmonitor.Functions.Http.Formats;

/// <summary>A list as CSV, with the fields of its JSON as columns.</summary>
/// <remarks>
/// A field within a field is a column with a dot in its name (<c>label.nl</c>), values that have a code are a column for each code
/// (<c>totals.repaid</c>), and texts or numbers in a row are one field.
/// </remarks>
public static class ListCsv
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file.</summary>
    /// <param name="items">The items.</param>
    /// <param name="type">Their JSON.</param>
    /// <param name="added">Columns after those of the JSON, by name; null for none.</param>
    /// <param name="english">Whether the words that the JSON has no text for (yes and no) are in English; in Dutch otherwise.</param>
    public static byte[] Write<T>(
        IReadOnlyList<T> items, JsonTypeInfo<T> type, IReadOnlyList<(string Name, Func<T, string> Get)>? added = null, bool english = false)
    {
        var rows = new List<Dictionary<string, JsonElement>>(items.Count);
        foreach (var item in items)
        {
            var row = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            Flatten(row, "", JsonSerializer.SerializeToElement(item, type));
            rows.Add(row);
        }

        var columns = GetColumns(rows, type);
        using var csv = new SpreadsheetCsv();
        columns.Concat((added ?? []).Select(column => column.Name)).ToList().ForEach(csv.WriteText);
        csv.EndRow();
        foreach (var (row, item) in rows.Zip(items))
        {
            columns.ForEach(column => WriteField(csv, row.GetValueOrDefault(column), english));
            foreach (var column in added ?? [])
            {
                csv.WriteText(column.Get(item));
            }

            csv.EndRow();
        }

        return csv.ToArray();
    }

    // In the order of the contract, so that a column does not move because a row has no value.
    private static List<string> GetColumns(List<Dictionary<string, JsonElement>> rows, JsonTypeInfo type)
    {
        var seen = rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).ToLookup(key => key.Split('.')[0], StringComparer.Ordinal);
        return [.. type.Properties.SelectMany(property =>
            seen[property.Name].Any() ? seen[property.Name]
            : type.Options.GetTypeInfo(property.PropertyType).Kind == JsonTypeInfoKind.None ? [property.Name]
            : Enumerable.Empty<string>())];
    }

    private static void Flatten(Dictionary<string, JsonElement> row, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Flatten(row, name.Length == 0 ? member.Name : $"{name}.{member.Name}", member.Value);
                }

                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0 && value.EnumerateArray().All(IsCoded):
                foreach (var coded in value.EnumerateArray())
                {
                    row[$"{name}.{coded.GetProperty("code").GetString()}"] = coded.TryGetProperty("value", out var known) ? known : default;
                }

                break;
            default:
                row[name] = value;
                break;
        }
    }

    private static bool IsCoded(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("code", out _) && item.TryGetProperty("unit", out _);

    private static void WriteField(SpreadsheetCsv csv, JsonElement value, bool english)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            csv.WriteNumber(value.GetDecimal());
        }
        else
        {
            csv.WriteText(GetText(value, english));
        }
    }

    private static string GetText(JsonElement value, bool english) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.True => english ? "yes" : "ja",
        JsonValueKind.False => english ? "no" : "nee",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Array when !value.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array) =>
            string.Join(", ", value.EnumerateArray().Select(item => GetText(item, english))),
        _ => ToCompactJson(value),
    };

    private static string ToCompactJson(JsonElement value)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, Readable))
        {
            value.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(content.ToArray());
    }
}

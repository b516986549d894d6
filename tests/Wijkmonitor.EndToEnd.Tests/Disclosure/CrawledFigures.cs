using System.Globalization;
using System.Text.Json;

namespace Wijkmonitor.EndToEnd.Tests.Disclosure;

/// <summary>
/// Everything that answers of the API say of figures: wherever a number stands beside an area, a period and an indicator, or beside the key that names these.
/// </summary>
internal sealed class CrawledFigures
{
    private readonly Dictionary<(string Area, int Period, string Indicator), decimal> found = [];

    /// <summary>The figures.</summary>
    public IReadOnlyDictionary<(string Area, int Period, string Indicator), decimal> Found => found;

    /// <summary>How many numbers were read, each place counted.</summary>
    public int Numbers { get; private set; }

    /// <summary>Reads an answer, with all that lies in it.</summary>
    public void Read(JsonElement json) => Read(json, card: null);

    private void Read(JsonElement json, (string Area, int Period)? card)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                Read(item, card);
            }
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var area = Text(json, "area");
        var period = Period(json);
        card = area is not null && period is { } year ? (area, year) : card;
        if (card is { } of && (Text(json, "indicator") ?? Text(json, "code")) is { } indicator)
        {
            // A line of a scorecard that is about an indicator has its code.
            Learn(of.Area, of.Period, indicator, json);
        }

        if ((Text(json, "key") ?? Text(json, "from"))?.Split('/') is [var keyArea, _, var keyPeriod, var keyIndicator] && int.TryParse(keyPeriod, CultureInfo.InvariantCulture, out var keyYear))
        {
            Learn(keyArea, keyYear, keyIndicator, json);
        }

        foreach (var property in json.EnumerateObject())
        {
            Read(property.Value, card);
        }
    }

    private void Learn(string area, int period, string indicator, JsonElement json)
    {
        if (json.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number)
        {
            Numbers++;
            found[(area, period, indicator)] = value.GetDecimal();
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Period(JsonElement json) => json.TryGetProperty("period", out var value)
        ? value.ValueKind == JsonValueKind.Number ? value.GetInt32() : int.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var year) ? year : null
        : null;
}

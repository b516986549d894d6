using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Wijkmonitor.EndToEnd.Tests.Disclosure;

/// <summary>Reads the other forms that answers have, as somebody with a spreadsheet, a statistics program or a map would.</summary>
internal static class CrawledForms
{
    private static readonly CultureInfo Dutch = new("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "" } };

    /// <summary>Reads a list as CSV: observations, or summaries with a column for each value.</summary>
    public static void ReadListCsv(this CrawledFigures crawled, string csv)
    {
        foreach (var row in Rows(csv))
        {
            if (!row.TryGetValue("area", out var area) || !int.TryParse(row.GetValueOrDefault("period"), CultureInfo.InvariantCulture, out var period))
            {
                continue;
            }

            if (row.TryGetValue("indicator", out var indicator) && Number(row, "value") is { } value)
            {
                crawled.Learn(new Cell(area, period, indicator), value);
            }

            foreach (var column in row.Keys.Where(column => column.StartsWith("values.", StringComparison.Ordinal)))
            {
                crawled.Learn(new Cell(area, period, column["values.".Length..]), row.GetValueOrDefault("kind", ""), Number(row, column), baseline: null, reference: null);
            }
        }
    }

    /// <summary>Reads a scorecard as CSV.</summary>
    public static void ReadCardCsv(this CrawledFigures crawled, string csv, string kind, string area, int period)
    {
        foreach (var row in Rows(csv).Where(row => row["soort"] == "regel"))
        {
            crawled.Learn(new Cell(area, period, row["code"]), kind, Number(row, "waarde"), Number(row, "nulmeting"), Number(row, "vergelijking"));
        }
    }

    /// <summary>Reads observations as JSON-stat: the place of a value says of which category of each dimension it is.</summary>
    public static void ReadJsonStat(this CrawledFigures crawled, JsonElement json)
    {
        var codes = json.GetProperty("id").EnumerateArray().Select(dimension =>
            json.GetProperty("dimension").GetProperty(dimension.GetString()!).GetProperty("category").GetProperty("index").EnumerateArray().Select(code => code.GetString()!).ToList()).ToList();
        foreach (var value in json.GetProperty("value").EnumerateObject())
        {
            var place = long.Parse(value.Name, CultureInfo.InvariantCulture);
            var named = new string[codes.Count];
            for (var dimension = codes.Count - 1; dimension >= 0; dimension--)
            {
                (place, var at) = Math.DivRem(place, codes[dimension].Count);
                named[dimension] = codes[dimension][(int)at];
            }

            crawled.Learn(new Cell(named[0], int.Parse(named[1], CultureInfo.InvariantCulture), named[2]), value.Value.GetDecimal());
        }
    }

    /// <summary>Reads scorecards on a map.</summary>
    public static void ReadMap(this CrawledFigures crawled, JsonElement json)
    {
        foreach (var properties in json.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties")))
        {
            var (area, kind, period) = (properties.GetProperty("code").GetString()!, properties.GetProperty("kind").GetString()!, int.Parse(properties.GetProperty("period").GetString()!, CultureInfo.InvariantCulture));
            foreach (var value in properties.EnumerateObject().Where(property => property.Name.StartsWith("value.", StringComparison.Ordinal)))
            {
                crawled.Learn(new Cell(area, period, value.Name["value.".Length..]), kind, value.Value.GetDecimal(), baseline: null, reference: null);
            }
        }
    }

    private static List<Dictionary<string, string>> Rows(string text)
    {
        using var csv = new CsvReader(new StringReader(text.TrimStart('\uFEFF')), new CsvConfiguration(Dutch) { Delimiter = ";" });
        List<Dictionary<string, string>> rows = [];
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column)!, StringComparer.Ordinal));
        }

        return rows;
    }

    private static decimal? Number(Dictionary<string, string> row, string column) => decimal.TryParse(row.GetValueOrDefault(column), NumberStyles.Float, Dutch, out var number) ? number : null;
}

using System.Text;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;

namespace Wijkmonitor.Indicators.Tests.Datasets;

/// <summary>A table of figures about health as CBS lays it out: with an age and a margin as dimensions besides area and period.</summary>
internal static class Health
{
    public const string Header = "ID;Leeftijd;Marges;WijkenEnBuurten;Perioden;Eenzaam_28;Bijstand_4\n";

    private const string Json = """
        { "id": "health", "title": { "nl": "Gezondheid", "en": "Health" }, "source": "x", "format": "statline", "visibility": "public", "owner": "x",
          "delimiter": ";", "decimalSeparator": ".", "symbols": { ".": "unknown" }, "boundaryYear": "2020", "columns": { "area": "WijkenEnBuurten", "period": "Perioden" },
          "ignoredColumns": { "ID": "a number" },
          "topics": [{ "column": "Eenzaam_28", "indicator": "elderly_loneliness" }, { "column": "Bijstand_4", "indicator": "social_assistance" }] }
        """;

    private const string LongJson = """
        { "id": "health", "title": { "nl": "Gezondheid", "en": "Health" }, "source": "x", "format": "long", "visibility": "public", "owner": "x",
          "delimiter": ";", "decimalSeparator": ".", "symbols": { ".": "unknown" }, "boundaryYear": "2020",
          "columns": { "area": "area", "period": "period", "indicator": "measure", "value": "value" },
          "topics": [{ "column": "T1", "indicator": "elderly_loneliness" }, { "column": "T2", "indicator": "social_assistance" }] }
        """;

    /// <summary>The definition of the table with other members behind its own.</summary>
    public static DatasetDefinition Wide(string members, params (string From, string To)[] changes) => Read(Json, members, changes);

    /// <summary>The definition of the same in a long file.</summary>
    public static DatasetDefinition Long(string members, params (string From, string To)[] changes) => Read(LongJson, members, changes);

    /// <summary>The values of a reading with their margins and statuses, in short.</summary>
    public static IEnumerable<string> Figures(Reading reading) => reading.Observations.SelectMany(row => row.Values.Select(value => Short(row, value)));

    private static string Short(AreaObservations row, IndicatorValue value) => FormattableString.Invariant(
        $"{row.Area} {row.Period} {value.Indicator} {(value.Value.Number is { } number ? number : value.Value.State)}{(value.Interval is { } margin ? FormattableString.Invariant($" [{margin.Lower}-{margin.Upper}/{margin.SampleSize}]") : "")} :{value.Line}");

    private static DatasetDefinition Read(string json, string members, (string From, string To)[] changes)
    {
        json = json.TrimEnd()[..^1] + (members.Length > 0 ? ", " + members : "") + " }";
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, json);
            json = json.Replace(from, to);
        }

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return DatasetDefinition.Read(stream, "health.json", Reading.Catalogue);
    }
}

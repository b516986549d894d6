using System.Text;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Indicators.Tests.Datasets;

/// <summary>A dataset of a city or corporation itself: codes, years and one column of figures.</summary>
internal static class Own
{
    private const string Start = """
        { "id": "own", "title": { "nl": "Eigen", "en": "Own" }, "source": "x", "visibility": "public", "owner": "x", "delimiter": ";", "symbols": { ".": "unknown" },
          "boundaryYear": "period",
        """;

    /// <summary>A wide definition with these members, and codes and years in the columns <c>code</c> and <c>jaar</c>.</summary>
    public static DatasetDefinition Definition(string members) => Read($$"""{{Start}} "format": "wide", "columns": { "area": "code", "period": "jaar" }, {{members}} }""");

    /// <summary>A definition with these members, which say its format and columns too.</summary>
    public static DatasetDefinition WithColumns(string members) => Read($"{Start} {members} }}");

    private static DatasetDefinition Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return DatasetDefinition.Read(stream, "own.json", Reading.Catalogue);
    }
}

using System.Text.Json;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>Scorecards of a municipality's areas on a map: a GeoJSON feature for each, with what its lines say.</summary>
internal static class ScorecardMap
{
    /// <summary>Writes summaries with the shapes of their areas as GeoJSON. An area without a shape has a null geometry.</summary>
    public static byte[] Write(IReadOnlyList<ScorecardSummary> summaries, IReadOnlyDictionary<(AreaCode Area, int Year), AreaBoundary> shapes) =>
        GeoJsonWriter.WriteCollection(summaries, GetId, WriteProperties, summary => shapes.GetValueOrDefault((summary.Area, summary.BoundaryYear)));

    private static string GetId(ScorecardSummary summary) =>
        summary.Subject is { } subject ? $"{summary.Area}/{summary.Period}/{subject}" : $"{summary.Area}/{summary.Period}";

    // One level deep: most map programs show no deeper.
    private static void WriteProperties(Utf8JsonWriter writer, ScorecardSummary summary)
    {
        writer.WriteString("code"u8, summary.Area.Value);
        writer.WriteString("name"u8, summary.Name ?? summary.Area.Value);
        writer.WriteString("level"u8, AreaLevelNames.GetName(summary.Area.Level));
        writer.WriteString("kind"u8, summary.Kind);
        if (summary.Subject is { } subject)
        {
            writer.WriteString("subject"u8, subject);
        }

        writer.WriteString("period"u8, summary.Period.ToString());
        writer.WriteNumber("boundaryYear"u8, summary.BoundaryYear);
        writer.WriteString("href"u8, summary.Href);
        foreach (var (line, value) in summary.Values)
        {
            writer.WriteNumber($"value.{line}", value);
        }

        foreach (var (line, signal) in summary.Signals)
        {
            writer.WriteString($"signal.{line}", JsonSerializer.SerializeToElement(signal, ScorecardsJson.Default.Signal).GetString());
        }

        foreach (var total in summary.Totals.Where(total => total.Value is not null))
        {
            writer.WriteNumber($"total.{total.Code}", total.Value!.Value);
        }
    }
}

using System.Buffers;
using System.Text.Json;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Cells;
using Wijkmonitor.Indicators.Datasets.Sources.Csv;
using Wijkmonitor.Indicators.Datasets.Sources.Records;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Readers.GeoJson;

/// <summary>Reader of shapes of areas from a GeoJSON FeatureCollection (RFC 7946).</summary>
/// <remarks>Each area is a feature, whose code is in a property. One feature at a time is in memory.</remarks>
internal static class BoundaryReader
{
    /// <summary>Highest number of bytes that a stored geometry may have: an entity of a table holds no more.</summary>
    private const int MaxGeometryBytes = 800 * 1024;

    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, TextFile file, ProblemLog log)
    {
        UniqueKeys<AreaPeriod>? keys = null;
        using var features = new JsonItemReader(file.Content, "features", "FeatureCollection");
        var guard = new PropertyGuard(log);
        var any = false;
        while (ReadNext(features, log) is { } feature)
        {
            using (feature.Json)
            {
                if (ReadValidated(definition, feature, guard, log) is not { } boundary)
                {
                    continue;
                }

                keys ??= new UniqueKeys<AreaPeriod>(log.Tally.AreaColumn!, log);
                if (keys.Add(new(boundary.Area, new Period(boundary.BoundaryYear)), boundary.Line))
                {
                    any = true;
                    yield return new BoundaryItem(boundary);
                }
            }
        }

        guard.Report();
        if (!any && log.Errors == 0)
        {
            log.Add(log.Tally.HasSkipped(SkippedKinds.LargerArea) ? FileProblems.AreasMissing() : FileProblems.FileEmpty());
        }
    }

    private static JsonItem? ReadNext(JsonItemReader features, ProblemLog log)
    {
        try
        {
            return features.Read();
        }
        catch (ItemTooLargeException)
        {
            log.Add(AreaProblems.GeometryTooLarge(features.Line, area: null, JsonItemReader.MaxItemBytes));
        }
        catch (JsonException)
        {
            log.Add(AreaProblems.JsonInvalid(features.Line));
        }
        catch (DamagedFileException)
        {
            log.Add(FileTypeProblems.Damaged(new("een bestand in een zip", "a file in a zip")));
        }

        return null;
    }

    // The text of a property can still be none when the JSON is: half a character, as bytes or escaped.
    private static AreaBoundary? ReadValidated(DatasetDefinition definition, JsonItem feature, PropertyGuard guard, ProblemLog log)
    {
        try
        {
            return ReadBoundary(definition, feature, guard, log);
        }
        catch (InvalidOperationException)
        {
            log.Add(AreaProblems.JsonInvalid(feature.Line));
            return null;
        }
    }

    private static AreaBoundary? ReadBoundary(DatasetDefinition definition, JsonItem feature, PropertyGuard guard, ProblemLog log)
    {
        var json = feature.Json.RootElement;
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("geometry", out var geometry)
            || !json.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            log.Add(AreaProblems.JsonInvalid(feature.Line));
            return null;
        }

        guard.Inspect(properties, feature.Line);
        var known = new FeatureProperties(definition, properties, feature.Line, log);
        if (known.IsLargerArea())
        {
            log.Tally.Skip(SkippedKinds.LargerArea, feature.Line);
            return null;
        }

        var area = known.ReadArea();
        var year = known.ReadYear(area);
        using var transformed = DutchGrid.TransformGeometry(geometry);
        geometry = transformed?.RootElement ?? geometry;
        if (BoundaryGeometry.Validate(geometry, feature.Line, area?.Value) is { } problem)
        {
            log.Add(problem);
            return null;
        }

        if (area is not { } code || year is not { } boundaryYear)
        {
            return null;
        }

        var bytes = ToCompactJson(geometry);
        if (bytes.Length <= MaxGeometryBytes)
        {
            return new AreaBoundary(code, boundaryYear.Year, bytes, feature.Line);
        }

        log.Add(AreaProblems.GeometryTooLarge(feature.Line, code.Value, MaxGeometryBytes));
        return null;
    }

    private static byte[] ToCompactJson(JsonElement geometry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, geometry.GetProperty("type"u8).GetString());
            writer.WritePropertyName("coordinates"u8);
            geometry.GetProperty("coordinates"u8).WriteTo(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}

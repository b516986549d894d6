using System.Text.Json;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Readers.GeoJson;

/// <summary>Validator of geometries of GeoJSON: a surface in the Netherlands, in WGS 84.</summary>
internal static class BoundaryGeometry
{
    private const int MinPositions = 4;

    // The European part and the Caribbean part, each with some room for sea and rounding: west, east, south, north.
    private static readonly (double West, double East, double South, double North)[] Netherlands = [(2.5, 7.5, 50.5, 55.8), (-69.5, -62.5, 11.5, 18.5)];

    /// <summary>Validates a geometry; null when it is valid.</summary>
    public static RowProblem? Validate(JsonElement geometry, int line, string? area)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type"u8, out var type) || type.ValueKind != JsonValueKind.String
            || !geometry.TryGetProperty("coordinates"u8, out var coordinates))
        {
            return AreaProblems.GeometryType(line, area);
        }

        if (type.ValueEquals("Polygon"u8))
        {
            return ValidatePolygon(coordinates, line, area);
        }

        if (!type.ValueEquals("MultiPolygon"u8))
        {
            return AreaProblems.GeometryType(line, area);
        }

        return IsFilledArray(coordinates)
            ? coordinates.EnumerateArray().Select(polygon => ValidatePolygon(polygon, line, area)).FirstOrDefault(problem => problem is not null)
            : AreaProblems.GeometryRing(line, area);
    }

    private static RowProblem? ValidatePolygon(JsonElement rings, int line, string? area) => IsFilledArray(rings)
        ? rings.EnumerateArray().Select(ring => ValidateRing(ring, line, area)).FirstOrDefault(problem => problem is not null)
        : AreaProblems.GeometryRing(line, area);

    private static RowProblem? ValidateRing(JsonElement ring, int line, string? area)
    {
        if (ring.ValueKind != JsonValueKind.Array || ring.GetArrayLength() < MinPositions)
        {
            return AreaProblems.GeometryRing(line, area);
        }

        (double, double)? first = null;
        (double, double)? last = null;
        foreach (var position in ring.EnumerateArray())
        {
            if (ReadPosition(position) is not { } at)
            {
                return AreaProblems.GeometryRing(line, area);
            }

            if (!Array.Exists(Netherlands, part => at.Longitude >= part.West
                && at.Longitude <= part.East
                && at.Latitude >= part.South
                && at.Latitude <= part.North))
            {
                return AreaProblems.GeometryElsewhere(line, area, at.Longitude, at.Latitude);
            }

            first ??= at;
            last = at;
        }

        return first == last ? null : AreaProblems.GeometryRing(line, area);
    }

    // A third number, a height, may be there.
    private static (double Longitude, double Latitude)? ReadPosition(JsonElement position) =>
        position.ValueKind == JsonValueKind.Array && position.GetArrayLength() is 2 or 3
        && position[0].ValueKind == JsonValueKind.Number && position[1].ValueKind == JsonValueKind.Number
        && (position.GetArrayLength() == 2 || position[2].ValueKind == JsonValueKind.Number)
        && position[0].TryGetDouble(out var longitude) && position[1].TryGetDouble(out var latitude)
            ? (longitude, latitude)
            : null;

    private static bool IsFilledArray(JsonElement element) => element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0;
}

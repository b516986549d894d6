using System.Buffers;
using System.Text.Json;

namespace Wijkmonitor.Indicators.Datasets.Readers.GeoJson;

/// <summary>Transformation of coordinates of the Dutch grid (RD, EPSG:28992) to WGS 84.</summary>
/// <remarks>The approximation by polynomials (Schreutelkamp and Strang van Hees, 2001) is right to some decimetres, which is enough to draw an area.</remarks>
internal static class DutchGrid
{
    private const double CentreX = 155_000;
    private const double CentreY = 463_000;
    private const double CentreLatitude = 52.15517440;
    private const double CentreLongitude = 5.38720621;
    private const double Scale = 1e-5;
    private const double SecondsInDegree = 3600;
    private const int Decimals = 6;

    // The European part of the Netherlands with some room for sea, in metres; no coordinates in degrees are as large.
    private const double MinX = -10_000;
    private const double MaxX = 300_000;
    private const double MinY = 289_000;
    private const double MaxY = 650_000;

    // The powers of x and y, and what their product is multiplied by.
    private static readonly (int X, int Y, double Factor)[] Latitude =
    [
        (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550), (2, 2, -0.01709),
        (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
    ];

    private static readonly (int X, int Y, double Factor)[] Longitude =
    [
        (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594), (3, 1, -0.05607),
        (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026),
    ];

    /// <summary>Transforms a point.</summary>
    public static (double Longitude, double Latitude) ToWgs84(double x, double y)
    {
        var (dx, dy) = ((x - CentreX) * Scale, (y - CentreY) * Scale);
        return (
            Math.Round(CentreLongitude + (Sum(Longitude, dx, dy) / SecondsInDegree), Decimals),
            Math.Round(CentreLatitude + (Sum(Latitude, dx, dy) / SecondsInDegree), Decimals));
    }

    /// <summary>Gets a geometry in WGS 84 where its coordinates are those of the grid; null where they are not.</summary>
    public static JsonDocument? TransformGeometry(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object
            || !geometry.TryGetProperty("coordinates"u8, out var coordinates)
            || !geometry.TryGetProperty("type"u8, out var type)
            || FindFirstPosition(coordinates) is not { } first || !IsInGrid(first))
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("type"u8);
            type.WriteTo(writer);
            writer.WritePropertyName("coordinates"u8);
            Write(coordinates, writer);
            writer.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static double Sum((int X, int Y, double Factor)[] terms, double dx, double dy) =>
        terms.Sum(term => term.Factor * Math.Pow(dx, term.X) * Math.Pow(dy, term.Y));

    private static JsonElement? FindFirstPosition(JsonElement coordinates)
    {
        while (coordinates.ValueKind == JsonValueKind.Array && coordinates.GetArrayLength() > 0)
        {
            if (coordinates[0].ValueKind == JsonValueKind.Number)
            {
                return coordinates;
            }

            coordinates = coordinates[0];
        }

        return null;
    }

    private static bool IsInGrid(JsonElement position) =>
        position.GetArrayLength() >= 2 && position[1].ValueKind == JsonValueKind.Number
        && position[0].GetDouble() is >= MinX and <= MaxX && position[1].GetDouble() is >= MinY and <= MaxY;

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            element.WriteTo(writer);
            return;
        }

        writer.WriteStartArray();
        if (element.GetArrayLength() >= 2 && element[0].ValueKind == JsonValueKind.Number && element[1].ValueKind == JsonValueKind.Number)
        {
            var (longitude, latitude) = ToWgs84(element[0].GetDouble(), element[1].GetDouble());
            writer.WriteNumberValue(longitude);
            writer.WriteNumberValue(latitude);
        }
        else
        {
            foreach (var item in element.EnumerateArray())
            {
                Write(item, writer);
            }
        }

        writer.WriteEndArray();
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Http.Formats;

/// <summary>Writer of features with the shapes of areas as GeoJSON.</summary>
internal static class GeoJsonWriter
{
    /// <summary>Writes a collection of features. One without a shape has a null geometry.</summary>
    /// <param name="items">The items, each of which is a feature.</param>
    /// <param name="getId">Gets the id of a feature.</param>
    /// <param name="writeProperties">Writes the properties of a feature into their object.</param>
    /// <param name="findShape">Finds the shape of a feature.</param>
    public static byte[] WriteCollection<T>(
        IEnumerable<T> items, Func<T, string> getId, Action<Utf8JsonWriter, T> writeProperties, Func<T, AreaBoundary?> findShape)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "FeatureCollection"u8);
            writer.WriteStartArray("features"u8);
            foreach (var item in items)
            {
                writer.WriteStartObject();
                writer.WriteString("type"u8, "Feature"u8);
                writer.WriteString("id"u8, getId(item));
                writer.WriteStartObject("properties"u8);
                writeProperties(writer, item);
                writer.WriteEndObject();
                WriteGeometry(writer, findShape(item));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteGeometry(Utf8JsonWriter writer, AreaBoundary? shape)
    {
        writer.WritePropertyName("geometry"u8);
        if (shape is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            // It was checked and written by the monitor itself when it was accepted.
            writer.WriteRawValue(shape.Geometry.Span, skipInputValidation: true);
        }
    }
}

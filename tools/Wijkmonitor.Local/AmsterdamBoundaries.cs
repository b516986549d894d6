using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Wijkmonitor.Local;

/// <summary>The published boundaries of Amsterdam's neighbourhoods as two deliveries.</summary>
/// <remarks>These are the register of the areas that they draw, made from the codes and names in the file itself, and the file as it is.</remarks>
public static class AmsterdamBoundaries
{
    private const string FileName = "amsterdam-neighbourhoods-2022.geojson";
    private const string Year = "2022";

    /// <summary>Path of the file; null without published data.</summary>
    public static string? File { get; } = RepositoryFolder.PublishedData is { } folder && System.IO.File.Exists(Path.Combine(folder, FileName))
        ? Path.Combine(folder, FileName) : null;

    /// <summary>Lists the two deliveries by their path in the inbox, or none where published data is absent.</summary>
    public static IReadOnlyList<(string Path, byte[] Content)> CreateDeliveries()
    {
        if (File is null)
        {
            return [];
        }

        var shapes = System.IO.File.ReadAllBytes(File);
        return [($"areas/amsterdam-{Year}.csv", Encoding.UTF8.GetBytes(Register(shapes))), ($"boundaries/{FileName}", shapes)];
    }

    private static string Register(byte[] shapes)
    {
        using var json = JsonDocument.Parse(shapes);
        var register = new StringBuilder($"code;name;boundary_year\nGM0363;Amsterdam;{Year}\n");
        foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
        {
            var properties = feature.GetProperty("properties");
            register.Append(CultureInfo.InvariantCulture,
                $"{properties.GetProperty("code").GetString()};{properties.GetProperty("name").GetString()};{Year}\n");
        }

        return register.ToString();
    }
}

using System.Globalization;
using System.Text;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;

/// <summary>
/// An invented municipality with a map, as large as the largest of the country: 500 neighbourhoods on a grid whose borders are not straight, with shapes of about as
/// many points as published ones have, and figures of each. What the municipality view weighs is held to its budget with it, wherever the tests run.
/// </summary>
internal static class DrawnMunicipality
{
    /// <summary>Its code.</summary>
    public const string Code = "GM9909";

    private const string Year = "2022";
    private const int Columns = 25;
    private const int Rows = 20;
    private const int PointsPerSide = 12;
    private const double Cell = 0.01;

    /// <summary>Its files, by their place in the inbox.</summary>
    public static IReadOnlyList<(string Path, byte[] Content)> Deliveries =>
    [
        ("areas/drawn.csv", Encoding.UTF8.GetBytes(Register())),
        ($"boundaries/drawn-{Year}.geojson", Encoding.UTF8.GetBytes(Shapes())),
        ("area-indicators/drawn.csv", Encoding.UTF8.GetBytes(Figures())),
    ];

    private static IEnumerable<(int Row, int Column, string Code)> Neighbourhoods() =>
        from row in Enumerable.Range(0, Rows)
        from column in Enumerable.Range(0, Columns)
        select (row, column, string.Create(CultureInfo.InvariantCulture, $"BU9909{row:00}{column:00}"));

    private static string Register() =>
        $"code;name;boundary_year\n{Code};Getekende gemeente;{Year}\n" + string.Concat(Neighbourhoods().Select(area => $"{area.Code};Buurt {area.Row}-{area.Column};{Year}\n"));

    private static string Figures()
    {
        var text = new StringBuilder("area;boundary_year;period;indicator;value\n");
        var all = 0;
        foreach (var (row, column, code) in Neighbourhoods())
        {
            var inhabitants = 800 + (((row * 31) + (column * 17)) % 900);
            all += inhabitants;
            text.Append(CultureInfo.InvariantCulture, $"{code};{Year};{Year};inhabitants;{inhabitants}\n{code};{Year};{Year};burglaries;{10 + (((row * 7) + (column * 3)) % 25)}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{Code};{Year};{Year};inhabitants;{all}\n{Code};{Year};{Year};burglaries;21.4\n").ToString();
    }

    private static string Shapes() =>
        """{"type":"FeatureCollection","features":[""" + string.Join(',', Neighbourhoods().Select(area => Feature(area.Row, area.Column, area.Code))) + "]}";

    private static string Feature(int row, int column, string code)
    {
        // Around the cell; neighbours share their borders, as the same points give the same bend.
        var ring = Side(i => (column + i, row)).Concat(Side(i => (column + 1, row + i))).Concat(Side(i => (column + 1 - i, row + 1))).Concat(Side(i => (column, row + 1 - i))).ToList();
        return $$$"""{"type":"Feature","properties":{"code":"{{{code}}}"},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(',', ring.Append(ring[0]))}}}]]}}""";
    }

    private static IEnumerable<string> Side(Func<double, (double X, double Y)> at) => Enumerable.Range(0, PointsPerSide).Select(i =>
    {
        var (x, y) = at((double)i / PointsPerSide);
        var (bentX, bentY) = (x + (0.08 * Math.Sin(9 * y) * Math.Cos(23 * x)), y + (0.08 * Math.Sin(11 * x) * Math.Cos(19 * y)));
        return string.Create(CultureInfo.InvariantCulture, $"[{6 + (bentX * Cell):0.000000},{52 + (bentY * Cell):0.000000}]");
    });
}

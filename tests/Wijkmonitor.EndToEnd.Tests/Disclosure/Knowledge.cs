using MathNet.Numerics.LinearAlgebra;

namespace Wijkmonitor.EndToEnd.Tests.Disclosure;

/// <summary>Linear equations in the counts of all areas, from the figures of one year.</summary>
internal sealed class Knowledge
{
    private readonly List<(string Area, string What)> unknowns = [];
    private readonly List<double[]> rows = [];
    private readonly int rank;

    /// <summary>Whether the figures determine a sum.</summary>
    public Knowledge(InventedCity city, CrawledFigures crawled, int year)
    {
        unknowns.AddRange(city.Areas.Concat(city.Later.Select(later => later.Area)).Distinct().SelectMany(area => InventedCity.Whats.Select(what => (area, what))));
        foreach (var (whole, parts) in city.Sums.Concat(city.Later))
        {
            foreach (var what in InventedCity.Whats)
            {
                rows.Add(Row([(whole, what, -1), .. parts.Select(part => (part, what, 1.0))]));
            }
        }

        var known = unknowns.Select(unknown => unknown.Area).ToHashSet(StringComparer.Ordinal);
        foreach (var (cell, value) in crawled.Found.Where(figure => figure.Key.Period == year && known.Contains(figure.Key.Area)))
        {
            var share = (double)value / 100;
            if (cell.Indicator switch
            {
                "inhabitants" => Row((cell.Area, "inhabitants", 1)),
                "active_residents" => Row((cell.Area, "active", 1)),
                "corporation_residents" => Row((cell.Area, "corporation", 1)),
                "other_residents" => Row((cell.Area, "inhabitants", 1), (cell.Area, "corporation", -1)),
                "social_assistance" => Row((cell.Area, "assisted", 1), (cell.Area, "inhabitants", -share)),
                "active_residents_share" => Row((cell.Area, "active", 1), (cell.Area, "inhabitants", -share)),
                "supported_corporation" => Row((cell.Area, "supported", 1), (cell.Area, "corporation", -share)),
                _ => null,
            } is { } row)
            {
                rows.Add(row);
            }
        }

        rank = Rank(rows);
    }

    /// <summary>Whether a sum of counts follows: then it adds nothing to the equations.</summary>
    public bool Determines(params (string Area, string What, double Times)[] sum) => Rank([.. rows, Row(sum)]) == rank;

    private double[] Row(params (string Area, string What, double Times)[] terms)
    {
        var row = new double[unknowns.Count];
        foreach (var (area, what, times) in terms)
        {
            row[unknowns.IndexOf((area, what))] += times;
        }

        return row;
    }

    private static int Rank(List<double[]> rows) => Matrix<double>.Build.DenseOfRowArrays(rows).Rank();
}

using MathNet.Numerics.LinearAlgebra;

namespace Wijkmonitor.EndToEnd.Tests.Disclosure;

/// <summary>
/// Linear equations in the counts of all areas, from the figures of one year as they were served once or several times. A count that was not corrected in between is
/// one unknown: the attacker knows which these are.
/// </summary>
internal sealed class Knowledge
{
    private readonly IReadOnlyList<InventedCity> cities;
    private readonly int year;
    private readonly List<(string Area, string What, int Since)> unknowns = [];
    private readonly List<double[]> rows = [];
    private readonly int rank;

    /// <summary>Knowledge of what was served.</summary>
    /// <param name="looks">The figures each time, and the city as it was delivered then.</param>
    /// <param name="year">The year.</param>
    public Knowledge(IReadOnlyList<(InventedCity City, CrawledFigures Crawled)> looks, int year)
    {
        (cities, this.year) = ([.. looks.Select(look => look.City)], year);
        foreach (var (index, look) in looks.Index())
        {
            unknowns.AddRange(GetAreas(look.City).SelectMany(area => InventedCity.Whats.Select(what => (area, what, index))).Where(unknown => GetSince(unknown.area, unknown.what, index) == index));
        }

        foreach (var (index, (city, crawled)) in looks.Index())
        {
            rows.AddRange(city.Sums.Concat(city.Later).SelectMany(sum => InventedCity.Whats.Select(what =>
                Row(index, [(sum.Item1, what, -1), .. sum.Item2.Select(part => (part, what, 1.0))]))));
            var known = GetAreas(city).ToHashSet(StringComparer.Ordinal);
            rows.AddRange(crawled.Found.Where(figure => figure.Key.Period == year && known.Contains(figure.Key.Area))
                .Select(figure => Read(index, figure.Key, (double)figure.Value / 100)).OfType<double[]>());
        }

        rank = Rank(rows);
    }

    /// <summary>Whether a sum of counts, as delivered at one of the times, follows: then it adds nothing to the equations.</summary>
    public bool Determines(int look, params (string Area, string What, double Times)[] sum) => Rank([.. rows, Row(look, sum)]) == rank;

    private double[]? Read(int look, Cell cell, double share) => cell.Indicator switch
    {
        "inhabitants" => Row(look, (cell.Area, "inhabitants", 1)),
        "active_residents" => Row(look, (cell.Area, "active", 1)),
        "corporation_residents" => Row(look, (cell.Area, "corporation", 1)),
        "other_residents" => Row(look, (cell.Area, "inhabitants", 1), (cell.Area, "corporation", -1)),
        "social_assistance" => Row(look, (cell.Area, "assisted", 1), (cell.Area, "inhabitants", -share)),
        "active_residents_share" => Row(look, (cell.Area, "active", 1), (cell.Area, "inhabitants", -share)),
        "supported_corporation" => Row(look, (cell.Area, "supported", 1), (cell.Area, "corporation", -share)),
        _ => null,
    };

    private static IEnumerable<string> GetAreas(InventedCity city) => city.Areas.Concat(city.Later.Select(later => later.Area)).Distinct();

    // The time since which a count is as it is at another. An area that is merged later has what its parts have.
    private int GetSince(string area, string what, int look) => Enumerable.Range(0, look + 1).First(time =>
        Enumerable.Range(time, look - time + 1).All(at => GetCount(cities[at], area, what) == GetCount(cities[look], area, what)));

    private int GetCount(InventedCity city, string area, string what) =>
        city.Counts.TryGetValue((area, year, what), out var count) ? count : city.Later.First(later => later.Area == area).From.Sum(part => city.Counts[(part, year, what)]);

    private double[] Row(int look, params (string Area, string What, double Times)[] terms)
    {
        var row = new double[unknowns.Count];
        foreach (var (area, what, times) in terms)
        {
            row[unknowns.IndexOf((area, what, GetSince(area, what, look)))] += times;
        }

        return row;
    }

    private static int Rank(List<double[]> rows) => Matrix<double>.Build.DenseOfRowArrays(rows).Rank();
}

using System.Globalization;
using System.Text;

namespace Wijkmonitor.EndToEnd.Tests.Disclosure;

/// <summary>An invented city with small neighbourhoods: who lives there, who has a benefit, who is active, and who rents from a corporation.</summary>
internal sealed class InventedCity
{
    public const string Code = "GM0153";
    public const int FirstYear = 2016;
    public const int Years = 2;
    private const int Districts = 3;
    private readonly Dictionary<(string Area, int Year, string What), int> counts = [];
    private readonly Dictionary<string, List<string>> parts = new(StringComparer.Ordinal) { [Code] = [] };
    private readonly List<string> neighbourhoods = [];

    public InventedCity(int seed)
    {
        var random = new Random(seed);
        for (var district = 0; district < Districts; district++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"WK0153{district:00}");
            parts[code] = [.. Enumerable.Range(0, random.Next(2, 5)).Select(n => string.Create(CultureInfo.InvariantCulture, $"BU0153{district:00}{n:00}"))];
            neighbourhoods.AddRange(parts[code]);
        }

        parts[Code] = neighbourhoods;

        // A custom area over the borders of districts, of which figures are delivered too.
        parts["CU0153-samen"] = [neighbourhoods[0], neighbourhoods[1], neighbourhoods[^1]];
        foreach (var year in Enumerable.Range(FirstYear, Years))
        {
            foreach (var area in neighbourhoods)
            {
                var inhabitants = random.Next(4) == 0 ? random.Next(1, 12) : random.Next(20, 400);
                counts[(area, year, "inhabitants")] = inhabitants;
                counts[(area, year, "assisted")] = random.Next(0, Math.Max(inhabitants / 8, 1) + 1);
                counts[(area, year, "active")] = random.Next(0, Math.Max(inhabitants / 10, 1) + 1);
                counts[(area, year, "corporation")] = random.Next(0, inhabitants + 1);
            }

            foreach (var (whole, those) in parts)
            {
                foreach (var what in new[] { "inhabitants", "assisted", "active", "corporation" })
                {
                    counts[(whole, year, what)] = those.Sum(part => counts[(part, year, what)]);
                }
            }
        }
    }

    public static string[] Whats { get; } = ["inhabitants", "assisted", "active", "corporation"];

    /// <summary>The truth.</summary>
    public IReadOnlyDictionary<(string Area, int Year, string What), int> Counts => counts;

    /// <summary>Which areas are the sum of which.</summary>
    public IEnumerable<(string Whole, IReadOnlyList<string> Parts)> Sums =>
        [.. parts.Select(whole => (whole.Key, (IReadOnlyList<string>)whole.Value)), (Code, parts.Keys.Where(area => area.StartsWith("WK", StringComparison.Ordinal)).ToList())];

    public IEnumerable<string> Areas => parts.Keys.Concat(neighbourhoods);

    public string Register => "code;name;boundary_year\n" + string.Concat(Areas.Select(area => $"{area};{area};{FirstYear}\n"));

    public string Custom => "code;name;boundary_year;part;weight\n" + string.Concat(parts["CU0153-samen"].Select(part => $"CU0153-samen;Samen;{FirstYear};{part};1\n"));

    public string Indicators => Csv((area, year) =>
        [("inhabitants", counts[(area, year, "inhabitants")]), ("social_assistance", Share(area, year, "assisted")), ("average_income", 20_000 + counts[(area, year, "inhabitants")])]);

    public string State => Csv((area, year) =>
    [
        ("active_residents", counts[(area, year, "active")]), ("active_residents_share", Share(area, year, "active")),
        ("corporation_residents", counts[(area, year, "corporation")]), ("other_residents", counts[(area, year, "inhabitants")] - counts[(area, year, "corporation")]),
    ]);

    private decimal Share(string area, int year, string what) => Math.Round(100m * counts[(area, year, what)] / counts[(area, year, "inhabitants")], 4);

    private string Csv(Func<string, int, IEnumerable<(string Indicator, decimal Value)>> figures)
    {
        var csv = new StringBuilder("area;period;indicator;value;boundary_year\n");
        foreach (var (area, year) in Areas.SelectMany(area => Enumerable.Range(FirstYear, Years).Select(year => (area, year))))
        {
            foreach (var (indicator, value) in figures(area, year))
            {
                csv.Append(CultureInfo.InvariantCulture, $"{area};{year};{indicator};{value};{FirstYear}\n");
            }
        }

        return csv.ToString();
    }
}

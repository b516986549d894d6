using System.Globalization;
using System.Text;

namespace Wijkmonitor.EndToEnd.Tests.Disclosure;

/// <summary>
/// An invented city with small neighbourhoods: who lives there, who has a benefit, who is active, who rents from a corporation, and who of these came with support. Later two
/// of its neighbourhoods are one.
/// </summary>
internal sealed class InventedCity
{
    public const string Code = "GM0153";
    public const int FirstYear = 2016;
    public const int Years = 2;
    public const int LaterYear = 2018;
    private const int Districts = 3;
    private const string Merged = "BU01539900";
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
                counts[(area, year, "supported")] = random.Next(0, Math.Max(counts[(area, year, "corporation")] / 6, 1) + 1) * Math.Min(counts[(area, year, "corporation")], 1);
            }
        }

        AddUp();
    }

    private InventedCity(InventedCity before, int seed)
    {
        var random = new Random(seed);
        (parts, neighbourhoods, counts) = (before.parts, before.neighbourhoods, new(before.counts));
        foreach (var (area, year) in neighbourhoods.SelectMany(area => Enumerable.Range(FirstYear, Years).Select(year => (area, year))).Where(_ => random.Next(3) == 0))
        {
            // Who was few often is so no more, and the others get a few more.
            var more = counts[(area, year, "inhabitants")] < 12 ? random.Next(10, 40) : random.Next(1, 4);
            counts[(area, year, "inhabitants")] += more;
            counts[(area, year, "active")] += random.Next(0, (more / 2) + 1);
            counts[(area, year, "corporation")] += random.Next(0, more + 1);
        }

        AddUp();
    }

    /// <summary>Kinds of counts.</summary>
    public static string[] Whats { get; } = ["inhabitants", "assisted", "active", "corporation", "supported"];

    /// <summary>Finds the total that a count is part of; the remainder is a count too.</summary>
    public static string? FindTotal(string what) => what switch
    {
        "inhabitants" => null,
        "supported" => "corporation",
        _ => "inhabitants",
    };

    /// <summary>The truth.</summary>
    public IReadOnlyDictionary<(string Area, int Year, string What), int> Counts => counts;

    /// <summary>Sums of areas.</summary>
    public IEnumerable<(string Whole, IReadOnlyList<string> Parts)> Sums =>
        [.. parts.Select(whole => (whole.Key, (IReadOnlyList<string>)whole.Value)), (Code, parts.Keys.Where(area => area.StartsWith("WK", StringComparison.Ordinal)).ToList())];

    /// <summary>Later areas, to which the crosswalk carries figures.</summary>
    public IEnumerable<(string Area, IReadOnlyList<string> From)> Later => [(Merged, neighbourhoods[..2])];

    public IEnumerable<string> Areas => parts.Keys.Concat(neighbourhoods);

    public string Register => "code;name;boundary_year\n" + string.Concat(Areas.Distinct().Select(area => $"{area};{area};{FirstYear}\n"))
        + string.Concat(Areas.Except(neighbourhoods[..2]).Where(area => !area.StartsWith("CU", StringComparison.Ordinal)).Append(Merged).Select(area => $"{area};{area};{LaterYear}\n"));

    public string Crosswalk => "from_year;from_code;to_year;to_code;share\n" + string.Concat(Areas.Distinct().Where(area => !area.StartsWith("CU", StringComparison.Ordinal))
        .Select(area => $"{FirstYear};{area};{LaterYear};{(neighbourhoods.IndexOf(area) is 0 or 1 ? Merged : area)};1\n"));

    public string Custom => "code;name;boundary_year;part;weight\n" + string.Concat(parts["CU0153-samen"].Select(part => $"CU0153-samen;Samen;{FirstYear};{part};1\n"));

    public string Indicators => Csv((area, year) =>
        [("inhabitants", counts[(area, year, "inhabitants")]), ("social_assistance", Share(area, year, "assisted")), ("average_income", 20_000 + counts[(area, year, "inhabitants")])]);

    public string State => Csv((area, year) =>
    [
        ("active_residents", counts[(area, year, "active")]), ("active_residents_share", Share(area, year, "active")),
        ("corporation_residents", counts[(area, year, "corporation")]), ("other_residents", counts[(area, year, "inhabitants")] - counts[(area, year, "corporation")]),
        .. counts[(area, year, "corporation")] > 0 ? [("supported_corporation", Share(area, year, "supported"))] : Array.Empty<(string, decimal)>(),
    ]);

    /// <summary>The figure that was delivered; null where none was.</summary>
    public decimal? Shown(Cell cell)
    {
        if (!counts.TryGetValue((cell.Area, cell.Period, "inhabitants"), out var inhabitants))
        {
            return null;
        }

        var corporation = counts[(cell.Area, cell.Period, "corporation")];
        return cell.Indicator switch
        {
            "inhabitants" => inhabitants,
            "active_residents" => counts[(cell.Area, cell.Period, "active")],
            "corporation_residents" => corporation,
            "other_residents" => inhabitants - corporation,
            "social_assistance" => Share(cell.Area, cell.Period, "assisted"),
            "active_residents_share" => Share(cell.Area, cell.Period, "active"),
            "supported_corporation" when corporation > 0 => Share(cell.Area, cell.Period, "supported"),
            _ => null,
        };
    }

    /// <summary>The same city after its counts were corrected in a third of its neighbourhoods.</summary>
    public InventedCity Correct(int seed) => new(this, seed);

    private void AddUp()
    {
        foreach (var (whole, those) in parts)
        {
            foreach (var (year, what) in Enumerable.Range(FirstYear, Years).SelectMany(year => Whats.Select(what => (year, what))))
            {
                counts[(whole, year, what)] = those.Sum(part => counts[(part, year, what)]);
            }
        }
    }

    private decimal Share(string area, int year, string what) => Math.Round(100m * counts[(area, year, what)] / counts[(area, year, FindTotal(what)!)], 4);

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

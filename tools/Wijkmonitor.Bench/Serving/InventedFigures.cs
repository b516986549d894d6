using System.Globalization;
using System.Text;

namespace Wijkmonitor.Bench.Serving;

/// <summary>Invented areas of one municipality with four figures in two years, as files for the inbox.</summary>
/// <remarks>
/// Districts have 49 neighbourhoods each. Counts of districts and of the municipality are the sums of their parts, and shares are means weighted by
/// inhabitants, so that the figures fit together.
/// </remarks>
internal sealed class InventedFigures(int number, int areas)
{
    /// <summary>The indicators that it has figures of.</summary>
    public static readonly IReadOnlyList<string> Indicators = ["inhabitants", "social_assistance", "burglaries", "public_space_grade"];

    /// <summary>The later of its two years.</summary>
    public const int Year = 2022;

    private const int PerDistrict = 50;

    /// <summary>Number of areas, including itself and its districts.</summary>
    public int Areas => areas;

    /// <summary>The municipality's code.</summary>
    public string Code { get; } = string.Create(CultureInfo.InvariantCulture, $"GM{number:0000}");

    /// <summary>Writes the files below a folder.</summary>
    /// <returns>Them by their place in the inbox.</returns>
    public IReadOnlyDictionary<string, string> Write(string folder)
    {
        var register = Path.Combine(folder, $"{Code}-areas.csv");
        var figures = Path.Combine(folder, $"{Code}-figures.csv");
        File.WriteAllText(register, string.Concat(EnumerateCodes().Select(area => $"{area};Gebied {area};{Year}\n").Prepend("code;name;boundary_year\n")));
        var text = new StringBuilder("area;boundary_year;period;indicator;value\n");
        for (var year = Year - 1; year <= Year; year++)
        {
            Append(text, year);
        }

        File.WriteAllText(figures, text.ToString());
        return new Dictionary<string, string>(StringComparer.Ordinal) { [$"areas/{Code}.csv"] = register, [$"area-indicators/{Code}.csv"] = figures };
    }

    private IEnumerable<string> EnumerateCodes()
    {
        yield return Code;
        for (var place = 0; place < areas - 1; place++)
        {
            var (district, neighbourhood) = Math.DivRem(place, PerDistrict);
            yield return neighbourhood == 0
                ? string.Create(CultureInfo.InvariantCulture, $"WK{number:0000}{district:00}")
                : string.Create(CultureInfo.InvariantCulture, $"BU{number:0000}{district:00}{neighbourhood:00}");
        }
    }

    private void Append(StringBuilder text, int year)
    {
        var neighbourhoods = EnumerateCodes().Where(area => area.StartsWith("BU", StringComparison.Ordinal))
            .Select((area, place) => CreateNeighbourhood(area, place, year))
            .ToList();
        var districts = neighbourhoods.GroupBy(figures => "WK" + figures.Area[2..8], StringComparer.Ordinal).Select(parts => Sum(parts.Key, parts));
        foreach (var (area, inhabitants, assisted, burglaries, grade) in neighbourhoods.Concat(districts).Append(Sum(Code, neighbourhoods)))
        {
            var start = string.Create(CultureInfo.InvariantCulture, $"{area};{Year};{year};");
            text.Append(start).Append(CultureInfo.InvariantCulture, $"inhabitants;{inhabitants}\n");
            text.Append(start).Append(CultureInfo.InvariantCulture, $"social_assistance;{Math.Round(100m * assisted / inhabitants, 1)}\n");
            text.Append(start).Append(CultureInfo.InvariantCulture, $"burglaries;{Math.Round(1000m * burglaries / inhabitants, 1)}\n");
            text.Append(start).Append(CultureInfo.InvariantCulture, $"public_space_grade;{Math.Round(grade / inhabitants, 1)}\n");
        }
    }

    // Every number follows from the place and the year.
    private static (string Area, int Inhabitants, int Assisted, int Burglaries, decimal Grade) CreateNeighbourhood(string area, int place, int year)
    {
        var noise = ((place * 7919) + (year * 104_729)) % 9973;
        var inhabitants = 1000 + (noise % 2000);
        return (area, inhabitants, 30 + (noise % 70), 20 + (noise % 11), inhabitants * (6m + (noise % 3)));
    }

    private static (string Area, int Inhabitants, int Assisted, int Burglaries, decimal Grade) Sum(
        string area, IEnumerable<(string Area, int Inhabitants, int Assisted, int Burglaries, decimal Grade)> parts) => parts.Aggregate(
            (area, 0, 0, 0, 0m), (sum, part) => (area, sum.Item2 + part.Inhabitants, sum.Item3 + part.Assisted, sum.Item4 + part.Burglaries,
                sum.Item5 + part.Grade));
}

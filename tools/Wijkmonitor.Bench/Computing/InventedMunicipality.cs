using System.Globalization;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Bench.Computing;

/// <summary>An invented municipality with districts, neighbourhoods and ten years of 130 indicators.</summary>
/// <remarks>
/// They are those that ship, and others of the same sorts. Counts of districts are the sums of their neighbourhoods', and some neighbourhoods are so
/// small that figures must be withheld. Every number follows from the municipality's own.
/// </remarks>
internal sealed class InventedMunicipality
{
    /// <summary>Number of indicators.</summary>
    public const int Indicators = 130;

    /// <summary>The years.</summary>
    public const int Years = 10;

    /// <summary>Default number of areas: the country's areas divided by its municipalities.</summary>
    public const int UsualAreas = 54;

    private const int FirstYear = 2013;
    private const int BoundaryYear = 2022;
    private const int NeighbourhoodsPerDistrict = 7;
    private static readonly string[] Functions = ["landing", "starter", "family"];

    /// <summary>The indicators.</summary>
    public static readonly IndicatorCatalogue Catalogue = new(
        [.. MonitorParts.Config.Catalogue.All, .. CreateIndicators(Indicators - MonitorParts.Config.Catalogue.All.Count)]);

    private readonly int number;
    private readonly AreaCode code;
    private readonly List<AreaCode> neighbourhoods = [];
    private readonly Dictionary<AreaCode, List<AreaCode>> parts = [];

    /// <summary>One of them.</summary>
    /// <param name="number">Its number, 1 to 9,999.</param>
    /// <param name="areas">Number of its areas, itself included.</param>
    public InventedMunicipality(int number, int areas = UsualAreas)
    {
        this.number = number;
        code = AreaCode.Parse(string.Create(CultureInfo.InvariantCulture, $"GM{number:0000}"));
        parts.Add(code, []);
        for (var place = 0; place < areas - 1; place++)
        {
            var (district, neighbourhood) = Math.DivRem(place, NeighbourhoodsPerDistrict + 1);
            var area = AreaCode.Parse(neighbourhood == 0
                ? string.Create(CultureInfo.InvariantCulture, $"WK{number:0000}{district:00}")
                : string.Create(CultureInfo.InvariantCulture, $"BU{number:0000}{district:00}{neighbourhood:00}"));
            if (neighbourhood == 0)
            {
                parts.Add(area, []);
                continue;
            }

            neighbourhoods.Add(area);
            parts[area.Parent!.Value].Add(area);
            parts[code].Add(area);
        }
    }

    /// <summary>The municipality.</summary>
    public AreaCode Code => code;

    /// <summary>The areas as the register knows them.</summary>
    public IReadOnlyList<Area> Register => [.. parts.Keys.Concat(neighbourhoods).Select(area => new Area(area, area.Value, BoundaryYear))];

    /// <summary>The function of each neighbourhood in the city.</summary>
    public IReadOnlyList<AreaRecord> Records => [.. neighbourhoods.Select((area, i) => CreateRecord(area, Functions[i % Functions.Length], line: i + 2))];

    /// <summary>Creates the observations, before anything is withheld.</summary>
    public List<Observation> Observations()
    {
        var observations = new List<Observation>((neighbourhoods.Count + parts.Count) * Indicators * Years);
        for (var year = 0; year < Years; year++)
        {
            var counts = new Dictionary<string, Dictionary<AreaCode, decimal>>(StringComparer.Ordinal);
            foreach (var (place, indicator) in Catalogue.All.Index().OrderBy(i => i.Item.Denominator is null ? 0 : 1))
            {
                foreach (var (area, value) in CreateValues(indicator, place, year, counts))
                {
                    observations.Add(new Observation(
                        area, new Period(FirstYear + year), indicator.Code, ObservedValue.Known(value), "area-indicators", BoundaryYear, FigureStatus.None,
                        new SourceLine("figures", 2)));
                }
            }
        }

        return observations;
    }

    // Totals are summed. Of a share the parts are summed and divided, so that it fits what it is over.
    private IEnumerable<(AreaCode Area, decimal Value)> CreateValues(Indicator indicator, int place, int year,
        Dictionary<string, Dictionary<AreaCode, decimal>> counts)
    {
        if (indicator.Total && indicator.Min >= 0)
        {
            var sums = SumByArea(neighbourhoods.Select((area, i) => (area, Count(i, place, year))));
            counts.Add(indicator.Code, sums);
            return sums.Select(sum => (sum.Key, sum.Value));
        }

        if (indicator.Unit == "%" && indicator.Denominator is { } over && counts.TryGetValue(over, out var wholes))
        {
            var counted = SumByArea(neighbourhoods.Select((area, i) => (area, decimal.Floor(wholes[area] * (5 + (GetNoise(i, place, year) % 40)) / 100))));
            return counted.Where(part => wholes[part.Key] > 0).Select(part => (part.Key, Math.Round(100 * part.Value / wholes[part.Key], 1)));
        }

        var (low, high) = (indicator.Min ?? 0, indicator.Max ?? 100);
        return neighbourhoods.Concat(parts.Keys).Select((area, i) =>
            (area, Math.Round(low + ((high - low) * (GetNoise(i, place, year) % 1000) / 1000), indicator.Decimals)));
    }

    private Dictionary<AreaCode, decimal> SumByArea(IEnumerable<(AreaCode Area, decimal Value)> values)
    {
        var sums = values.ToDictionary(value => value.Area, value => value.Value);
        foreach (var (whole, those) in parts)
        {
            sums.Add(whole, those.Sum(part => sums[part]));
        }

        return sums;
    }

    // One neighbourhood in twenty has hardly anybody.
    private decimal Count(int neighbourhood, int place, int year) =>
        neighbourhood % 20 == 7 ? GetNoise(neighbourhood, place, year) % 9 : 200 + (GetNoise(neighbourhood, place, year) % 3000);

    private static AreaRecord CreateRecord(AreaCode area, string function, int line) => new(
        "area-functions", area, new DateOnly(FirstYear, 1, 1), area.Value,
        new Dictionary<string, string>(StringComparer.Ordinal) { [nameof(function)] = function },
        new SourceLine("functions", line));

    private int GetNoise(int area, int place, int year) =>
        (((number * 7919) + (area * 104_729) + (place * 1_299_709) + (year * 15_485)) & int.MaxValue) % 100_003;

    private static IEnumerable<Indicator> CreateIndicators(int many) => Enumerable.Range(0, many).Select(number =>
    {
        var text = new BilingualText($"Onderwerp {number}", $"Topic {number}");
        var polarity = number % 2 == 0 ? Polarity.LowerIsBetter : Polarity.HigherIsBetter;
        var invented = new Indicator($"topic_{number}", new BilingualText($"Thema {number % 8}", $"Theme {number % 8}"), "%", polarity, 1, "inhabitants",
            new BilingualText("Verzonnen", "Invented"), text, Min: 0, Max: 100);
        return (number % 4) switch
        {
            0 => invented,
            1 => invented with { Denominator = "households" },
            2 => invented with { Unit = "per 1000", Max = null },
            _ => invented with { Unit = "score", Denominator = null, Min = null, Max = null },
        };
    });
}

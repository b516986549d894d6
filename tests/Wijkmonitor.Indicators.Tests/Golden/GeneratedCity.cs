using System.Globalization;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Tests.Catalogue;

namespace Wijkmonitor.Indicators.Tests.Golden;

/// <summary>
/// A city that does not exist, in which everything occurs that a kind of scorecard must distinguish: values that are unknown, withheld,
/// absent, extreme or the same everywhere, boundaries that change, and the records and stories of every kind (<see cref="GoldenKind"/>). Each other value
/// follows from its area, year and indicator alone, so that a new indicator or area leaves the others as they are.
/// </summary>
internal sealed class GeneratedCity
{
    public const string Code = "GM9999";

    /// <summary>The boundaries of the years up to and with 2019.</summary>
    public const int OldBoundaries = 2018;

    /// <summary>The boundaries of 2020 and after, in which BU99990304 is two neighbourhoods.</summary>
    public const int NewBoundaries = 2021;

    /// <summary>The years in which most figures were delivered.</summary>
    public static readonly int[] Years = [2018, 2019, 2020, 2021];

    /// <summary>The years in which some figures were delivered.</summary>
    public static readonly int[] OddYears = [2019, 2021];

    public static readonly string[] Complexes = ["CU9999-harbour", "CU9999-mill", "CU9999-park", "CU9999-quay", "CU9999-station"];

    private const string Split = "BU99990304";
    private const string Composed = "CU9999-composed";
    private const int Parts = 1000;
    private static readonly string[] Districts = ["WK999901", "WK999902", "WK999903"];
    private static readonly string[] Neighbourhoods =
        [.. Districts.SelectMany(district => Enumerable.Range(1, 4).Select(number => $"BU{district[2..]}0{number}"))];

    private static readonly string[] AfterSplit = ["BU99990305", "BU99990306"];

    // In order of their first mention; null is a value that was not delivered.
    private readonly Dictionary<(string Area, int Year, string Indicator), ObservedValue?> values = [];

    private GeneratedCity()
    {
        foreach (var indicator in IndicatorCatalogueTests.Shipped().All)
        {
            foreach (var year in GoldenKind.All.Select(golden => golden.FindYears(indicator.Code)).FirstOrDefault(years => years is not null) ?? Years)
            {
                foreach (var area in AreasIn(year))
                {
                    values[(area, year, indicator.Code)] = Value(area, year, indicator);
                }
            }
        }

        AddSmallPopulations();
        foreach (var golden in GoldenKind.All)
        {
            golden.AddStories(this);
        }
    }

    /// <summary>All that is known of the city; not shared, because observations remember what they were asked for.</summary>
    public static MunicipalityFigures Figures() => new GeneratedCity().ToFigures();

    /// <summary>Each area in each year that it exists in, with a number below 1,000 of its own for values that fit together.</summary>
    public static IEnumerable<(string Area, int Year, int Number)> GetAreasByYear() =>
        from area in AreasIn(OldBoundaries).Concat(AfterSplit)
        from year in Years
        where AreasIn(year).Contains(area)
        select (area, year, Number($"related/{area}/{year}"));

    public ObservedValue? Find(string area, int year, string indicator) => values[(area, year, indicator)];

    public void Set(string area, int year, string indicator, decimal value) => Set(area, year, indicator, ObservedValue.Known(value));

    public void Set(string area, int year, string indicator, ObservedValue? value) => values[(area, year, indicator)] = value;

    public static IEnumerable<string> AreasIn(int year) =>
    [
        Code,
        .. Districts,
        .. BoundariesIn(year) == OldBoundaries ? Neighbourhoods : Neighbourhoods.Where(area => area != Split).Concat(AfterSplit),
        .. Complexes,
        "BU88880101", // of another municipality, which plays no part
    ];

    private static int BoundariesIn(int year) => year < 2020 ? OldBoundaries : NewBoundaries;

    // A complex keeps its boundaries, but for the station; one figure of the park was delivered in others.
    private static int GetBoundaries(string area, int year, string indicator) => area switch
    {
        "CU9999-park" => (year, indicator) == (2021, "burglaries") ? NewBoundaries : OldBoundaries,
        _ when Complexes.Contains(area) && area != "CU9999-station" => OldBoundaries,
        _ => BoundariesIn(year),
    };

    private static ObservedValue? Value(string area, int year, Indicator indicator) => Number($"state/{area}/{year}/{indicator.Code}") switch
    {
        < 25 => ObservedValue.Suppressed,
        < 50 => ObservedValue.Unknown,
        < 65 => ObservedValue.NotApplicable,
        < 130 => null,
        < 145 => ObservedValue.Known(indicator.Min ?? -1),
        < 160 => ObservedValue.Known(indicator.Max ?? 3 * Usual(indicator, Parts)),
        _ => ObservedValue.Known(Usual(indicator, Number($"{area}/{year}/{indicator.Code}"))),
    };

    private static decimal Usual(Indicator indicator, int thousandths)
    {
        var share = (decimal)thousandths / Parts;
        var value = indicator switch
        {
            { Code: "liveability_score" } => 3.6m + share,
            { Unit: "class", Max: { } classes } => 1 + Math.Floor(share * classes),
            { Unit: "grade" } => 4 + (5 * share),
            { Unit: "signal" } => (2 * share) - 1,
            { Unit: "score" } => share - 0.5m,
            { Unit: "%" } => 50 * share,
            { Unit: "per 100" or "per 1000" } => 20 * share,
            { Unit: "fte" } => 4 * share,
            { Unit: "x 1000 EUR" } => 20 + (10 * share),
            { Unit: "EUR" } => 18_000 + (20_000 * share),
            _ => 150 + (3000 * share),
        };
        return Math.Min(Math.Round(value, indicator.Decimals), indicator.Max ?? decimal.MaxValue);
    }

    // 0 up to 1,000: the hash of Fowler, Noll and Vo over the text, with its bits mixed.
    private static int Number(string text)
    {
        var hash = text.Aggregate(2_166_136_261u, (hash, letter) => (hash ^ letter) * 16_777_619u);
        hash = (hash ^ (hash >> 15)) * 2_246_822_519u;
        return (int)((hash ^ (hash >> 13)) % Parts);
    }

    private void AddSmallPopulations()
    {
        // Too few people, not known how many, and withheld.
        Set("BU99990101", 2018, "inhabitants", 40);
        Set("BU99990102", 2018, "inhabitants", ObservedValue.Suppressed);
        Set("BU99990103", 2018, "inhabitants", ObservedValue.Unknown);
        Set("CU9999-mill", 2018, "inhabitants", value: null);
    }

    private MunicipalityFigures ToFigures()
    {
        List<Observation> observations = [];
        foreach (var ((area, year, indicator), value) in values)
        {
            if (value is { } delivered)
            {
                observations.Add(new Observation(
                    AreaCode.Parse(area), new Period(year), indicator, delivered, "area-indicators", GetBoundaries(area, year, indicator),
                    year == 2021 && Number($"provisional/{indicator}") < 200 ? FigureStatus.Provisional : FigureStatus.None, new SourceLine("generated", observations.Count + 2)));
            }
        }

        var catalogue = IndicatorCatalogueTests.Shipped();
        var composed = new CustomArea(
            new Area(AreaCode.Parse(Composed), "Composed", OldBoundaries),
            [
                new CustomAreaPart(AreaCode.Parse("BU99990201"), Weight: 1, Line: 2),
                new CustomAreaPart(AreaCode.Parse("BU99990202"), Weight: 0.5m, Line: 3),
            ],
            "custom-areas");
        var all = DerivedObservations.Compute(observations, catalogue, [.. Crosswalk()], [composed]);
        return new MunicipalityFigures(AreaCode.Parse(Code), catalogue, [.. Register()], all, [.. GoldenKind.All.SelectMany(golden => golden.Records)]);
    }

    private static IEnumerable<Area> Register() =>
        from boundaries in new[] { OldBoundaries, NewBoundaries }
        from area in AreasIn(boundaries).Append(Composed)
        where area.Contains("9999", StringComparison.Ordinal)
        select new Area(AreaCode.Parse(area), string.Create(CultureInfo.InvariantCulture, $"Area {area[6..]} of {boundaries}"), boundaries);

    // One neighbourhood was split, one gave a quarter to another, and of one and of the station nobody said what became of them.
    private static IEnumerable<CrosswalkEntry> Crosswalk() => AreasIn(OldBoundaries)
        .Where(area => area is not ("BU99990204" or "BU88880101") && !Complexes.Contains(area))
        .Select((area, i) => new CrosswalkEntry(
            OldBoundaries,
            AreaCode.Parse(area),
            NewBoundaries,
            [.. (area switch
            {
                Split => [("BU99990305", 0.6m), ("BU99990306", 0.4m)],
                "BU99990104" => [("BU99990104", 0.75m), ("BU99990103", 0.25m)],
                _ => new[] { (area, 1m) },
            }).Select((share, j) => new CrosswalkShare(AreaCode.Parse(share.Item1), share.Item2, (2 * i) + j + 2))],
            "crosswalks-1"));
}

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
/// A city that does not exist, in which everything occurs that a kind of scorecard must tell apart: values that are unknown, withheld,
/// absent, extreme or the same everywhere, boundaries that change, and records of every kind. Each value follows from its area, year and
/// indicator alone, so that a new indicator or area leaves the others as they are.
/// </summary>
internal sealed partial class GeneratedCity
{
    public const string Code = "GM9999";

    /// <summary>The boundaries of the years up to and with 2019.</summary>
    public const int OldBoundaries = 2018;

    /// <summary>The boundaries of 2020 and after, in which BU99990304 is two neighbourhoods.</summary>
    public const int NewBoundaries = 2021;

    private const string Split = "BU99990304";
    private const string Composed = "CU9999-composed";
    private const int Parts = 1000;
    private static readonly int[] Years = [2018, 2019, 2020, 2021];
    private static readonly int[] LiveabilityYears = [2002, 2012, 2018, 2020];
    private static readonly int[] SurveyYears = [2018, 2020];
    private static readonly int[] OddYears = [2019, 2021];
    private static readonly string[] Districts = ["WK999901", "WK999902", "WK999903"];
    private static readonly string[] Neighbourhoods =
        [.. Districts.SelectMany(district => Enumerable.Range(1, 4).Select(number => $"BU{district[2..]}0{number}"))];

    private static readonly string[] AfterSplit = ["BU99990305", "BU99990306"];
    private static readonly string[] Complexes = ["CU9999-harbour", "CU9999-mill", "CU9999-park", "CU9999-quay", "CU9999-station"];

    private static readonly string[] Movers =
        ["stayers", "leavers", "entrants", "income_stayers_then", "income_stayers_now", "income_leavers_then", "income_entrants_now"];

    private static readonly string[] Dimensions =
        ["liveability_physical", "liveability_nuisance", "liveability_cohesion", "liveability_amenities", "liveability_housing"];

    private static readonly string[] Registrations = ["nuisance_cases", "tenancy_turnover", "rent_arrears", "housing_fraud_cases"];

    // In order of their first mention; null is a value that was not delivered.
    private readonly Dictionary<(string Area, int Year, string Indicator), ObservedValue?> values = [];

    private GeneratedCity()
    {
        foreach (var indicator in IndicatorCatalogueTests.Shipped().All)
        {
            foreach (var year in GetYears(indicator.Code))
            {
                foreach (var area in AreasIn(year))
                {
                    values[(area, year, indicator.Code)] = Value(area, year, indicator);
                }
            }
        }

        foreach (var area in AreasIn(OldBoundaries).Concat(AfterSplit))
        {
            AddRelatedValues(area);
        }

        AddStories();
    }

    /// <summary>All that is known of the city; not shared, because observations remember what they were asked for.</summary>
    public static MunicipalityFigures Figures() => new GeneratedCity().ToFigures();

    private static IEnumerable<string> AreasIn(int year) =>
    [
        Code,
        .. Districts,
        .. BoundariesIn(year) == OldBoundaries ? Neighbourhoods : Neighbourhoods.Where(area => area != Split).Concat(AfterSplit),
        .. Complexes,
        "BU88880101", // of another municipality, which plays no part
    ];

    private static int[] GetYears(string indicator) => indicator switch
    {
        "liveability_budget" or "liveability_effort" => Years,
        _ when indicator.StartsWith("liveability_", StringComparison.Ordinal) => LiveabilityYears,
        _ when indicator.StartsWith("tenant_", StringComparison.Ordinal) => SurveyYears,
        "residents_score" => OddYears,
        _ when Movers.Contains(indicator) => OddYears,
        _ => Years,
    };

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

    // What fits together: as many came as left, visitors are a range, and the deviation is the sum of its dimensions.
    private void AddRelatedValues(string area)
    {
        foreach (var year in Years.Where(year => AreasIn(year).Contains(area)))
        {
            var number = Number($"related/{area}/{year}");
            if (GetYears("stayers").Contains(year))
            {
                Set(area, year, "stayers", 100 + number);
                Set(area, year, "leavers", 10 + (number % 30));
                Set(area, year, "entrants", number % 4 == 0 ? 5 + (number % 30) : 10 + (number % 30));
            }

            Set(area, year, "active_residents", 5 + (number % 9));
            Set(area, year, "meeting_visitors_low", 20 + (number % 40));
            Set(area, year, "meeting_visitors_high", 60 + (number % 40));
            if (GetYears("liveability_deviation").Contains(year) && number % 3 != 0)
            {
                Set(area, year, "liveability_deviation", Dimensions.Sum(dimension => values[(area, year, dimension)]?.Number ?? 0));
            }
        }
    }

    private void Set(string area, int year, string indicator, decimal value) => Set(area, year, indicator, ObservedValue.Known(value));

    private void Set(string area, int year, string indicator, ObservedValue? value) => values[(area, year, indicator)] = value;

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
        return new MunicipalityFigures(AreaCode.Parse(Code), catalogue, [.. Register()], all, GeneratedRecords.All);
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

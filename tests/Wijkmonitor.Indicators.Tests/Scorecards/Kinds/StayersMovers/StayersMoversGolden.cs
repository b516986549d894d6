using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.StayersMovers;

/// <inheritdoc/>
internal sealed class StayersMoversGolden : GoldenKind
{
    private static readonly string[] Movers =
        ["stayers", "leavers", "entrants", "income_stayers_then", "income_stayers_now", "income_leavers_then", "income_entrants_now"];

    public override IReadOnlyList<string> Findings => ["number-not-constant", "nobody-stayed", "suppressed", "missing", "sitting-residents-improved", "improved-by-moving-only"];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("two-measures", json =>
        {
            json["minCount"] = 1;
            var second = json["measures"]![0]!.DeepClone();
            (second["code"], second["stayersNow"], second["entrantsNow"]) = ("burglaries", "burglaries", "nuisance_cases");
            json["measures"]!.AsArray().Add(second);
        }),
    ];

    public override IReadOnlyList<int>? FindYears(string indicator) => Movers.Contains(indicator) ? GeneratedCity.OddYears : null;

    public override void AddStories(GeneratedCity city)
    {
        // As many came as left, but for some areas.
        foreach (var (area, year, number) in GeneratedCity.GetAreasByYear())
        {
            if (GeneratedCity.OddYears.Contains(year))
            {
                city.Set(area, year, "stayers", 100 + number);
                city.Set(area, year, "leavers", 10 + (number % 30));
                city.Set(area, year, "entrants", number % 4 == 0 ? 5 + (number % 30) : 10 + (number % 30));
            }
        }

        // Nobody moved, nobody stayed, too few came and left.
        SetMovers(city, "BU99990101", 2019, stayers: 80, leavers: 0, entrants: 0);
        SetMovers(city, "BU99990102", 2019, stayers: 0, leavers: 20, entrants: 20);
        SetMovers(city, "BU99990103", 2019, stayers: 80, leavers: 3, entrants: 3);
        SetMovers(city, "BU99990104", 2019, stayers: 80, leavers: 40, entrants: 40);
        city.Set("BU99990101", 2019, "income_leavers_then", value: null);
        city.Set("BU99990101", 2019, "income_stayers_then", 20);
        city.Set("BU99990101", 2019, "income_stayers_now", 21);
        SetMeans(city, "BU99990104", 2019, stayersThen: 22, stayersNow: 21, leaversThen: 18, entrantsNow: 30);
        SetMeans(city, "BU99990201", 2019, stayersThen: 22, stayersNow: 23, leaversThen: 40, entrantsNow: 20);
        SetMovers(city, "BU99990201", 2019, stayers: 80, leavers: 40, entrants: 40);
    }

    private static void SetMovers(GeneratedCity city, string area, int year, decimal stayers, decimal leavers, decimal entrants)
    {
        city.Set(area, year, "stayers", stayers);
        city.Set(area, year, "leavers", leavers);
        city.Set(area, year, "entrants", entrants);
    }

    private static void SetMeans(GeneratedCity city, string area, int year, decimal stayersThen, decimal stayersNow, decimal leaversThen, decimal entrantsNow)
    {
        city.Set(area, year, "income_stayers_then", stayersThen);
        city.Set(area, year, "income_stayers_now", stayersNow);
        city.Set(area, year, "income_leavers_then", leaversThen);
        city.Set(area, year, "income_entrants_now", entrantsNow);
    }
}

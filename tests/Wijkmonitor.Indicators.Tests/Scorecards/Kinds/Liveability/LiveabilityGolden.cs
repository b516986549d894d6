using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Liveability;

/// <inheritdoc/>
internal sealed class LiveabilityGolden : GoldenKind
{
    private static readonly int[] Years = [2002, 2012, 2018, 2020];

    private static readonly string[] Dimensions =
        ["liveability_physical", "liveability_nuisance", "liveability_cohesion", "liveability_amenities", "liveability_housing"];

    public override IReadOnlyList<string> Findings => ["below-lower-bound", "gain-gone", "stalled", "waterbed", "sum-mismatch", "stale", "missing"];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("of-neighbourhoods", json =>
        {
            json["population"] = null;
            json["shareOver"] = "neighbourhoods";
            json["freshYears"] = 1;
            json["composition"] = null;
            json["developments"] = new JsonArray();
            json["measures"] = JsonNode.Parse("""
                [
                  { "indicator": "liveability_score", "lowerBound": 4, "reversal": { "from": 2012, "top": 2018 },
                    "waterbed": { "vulnerableBelow": 4.1, "minChange": 0.05 }, "names": {} },
                  { "indicator": "liveability_class", "lowerBound": null, "reversal": null, "waterbed": null, "names": {} }
                ]
                """);
        }),
    ];

    public override PublishedFigures? Published => new("leefbaarometer-2-classes", ["leefbaarometer-2-classes-wijk.csv", "leefbaarometer-2-classes-gemeente.csv"]);

    public override IReadOnlyList<int>? FindYears(string indicator) =>
        indicator.StartsWith("liveability_", StringComparison.Ordinal) && indicator is not ("liveability_budget" or "liveability_effort") ? Years : null;

    public override void AddStories(GeneratedCity city)
    {
        // The deviation is the sum of its dimensions, but for some areas.
        foreach (var (area, year, number) in GeneratedCity.GetAreasByYear())
        {
            if (Years.Contains(year) && number % 3 != 0)
            {
                city.Set(area, year, "liveability_deviation", Dimensions.Sum(dimension => city.Find(area, year, dimension)?.Number ?? 0));
            }
        }

        // Two neighbourhoods improved after an intervention, and two that were low already declined.
        foreach (var (area, before, after) in new[] { ("BU99990101", 3, 6), ("BU99990203", 2, 5), ("BU99990202", 4, 2), ("BU99990303", 3, 1) })
        {
            city.Set(area, 2018, "liveability_class", before);
            city.Set(area, 2020, "liveability_class", after);
        }

        // A gain that was kept, one that stalled, one that is gone, and none.
        (string Area, int From, int Top, int Now)[] gains =
            [("WK999901", 3, 5, 6), ("WK999902", 3, 6, 4), ("WK999903", 4, 6, 4), (GeneratedCity.Code, 5, 4, 6), ("CU9999-mill", 3, 5, 2)];
        foreach (var (area, from, top, now) in gains)
        {
            city.Set(area, 2002, "liveability_class", from);
            city.Set(area, 2012, "liveability_class", top);
            city.Set(area, 2018, "liveability_class", now);
        }
    }

    public override IEnumerable<AreaRecord> Records => Interventions();

    private static IEnumerable<AreaRecord> Interventions() =>
    [
        ExampleKinds.Record("interventions", "BU99990101", new DateOnly(2019, 1, 15), "i2", ("intervention", "Renovation")),
        ExampleKinds.Record("interventions", "BU99990203", new DateOnly(2019, 6, 1), "i1", ("intervention", "A new school")),
        ExampleKinds.Record("interventions", "BU99990303", new DateOnly(2018, 1, 15), "i0", ("intervention", "A car park")),
        ExampleKinds.Record("interventions", "WK999901", new DateOnly(2012, 1, 15), "i3", ("intervention", "A park")),
    ];
}

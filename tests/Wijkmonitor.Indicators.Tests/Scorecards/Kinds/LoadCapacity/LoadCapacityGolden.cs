using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.LoadCapacity;

/// <inheritdoc/>
internal sealed class LoadCapacityGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings => ["small-area", "coverage", "no-balance"];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("all-known", json =>
        {
            json["minAreas"] = 2;
            json["minCoverage"] = 100;
            json["load"]!.AsArray().Add(JsonNode.Parse("""{ "indicator": "households", "higher": "less" }"""));
            json["capacity"]!.AsArray().Add(JsonNode.Parse("""{ "indicator": "burglaries", "higher": "less" }"""));
            json["load"]!.AsArray().RemoveAt(1);
            json["participation"] = null;
        }),
    ];

    public override void AddStories(GeneratedCity city)
    {
        // Visitors are a range.
        foreach (var (area, year, number) in GeneratedCity.GetAreasByYear())
        {
            city.Set(area, year, "active_residents", 5 + (number % 9));
            city.Set(area, year, "meeting_visitors_low", 20 + (number % 40));
            city.Set(area, year, "meeting_visitors_high", 60 + (number % 40));
        }

        // Counts that contradict each other.
        city.Set("BU99990102", 2019, "active_residents", 70);
        city.Set("BU99990103", 2019, "meeting_visitors_high", 10);
        city.Set("BU99990104", 2019, "meeting_visitors_low", 0);

        // The same everywhere, and a value whose square fits no decimal.
        foreach (var area in GeneratedCity.AreasIn(2019))
        {
            city.Set(area, 2019, "meeting_places", 2);
        }

        city.Set("BU99990302", 2018, "average_income", 1_000_000_000_000_000);
    }
}

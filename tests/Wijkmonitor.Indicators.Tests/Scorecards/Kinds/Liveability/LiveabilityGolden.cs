using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Liveability;

/// <inheritdoc/>
internal sealed class LiveabilityGolden : GoldenKind
{
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
                    "waterbed": { "vulnerableBelow": 4.1, "leastChange": 0.05 }, "names": {} },
                  { "indicator": "liveability_class", "lowerBound": null, "reversal": null, "waterbed": null, "names": {} }
                ]
                """);
        }),
    ];

    public override PublishedFigures? Published => new("leefbaarometer-2-classes", ["leefbaarometer-2-classes-wijk.csv", "leefbaarometer-2-classes-gemeente.csv"]);
}

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
            json["leastAreas"] = 2;
            json["leastCoverage"] = 100;
            json["load"]!.AsArray().Add(JsonNode.Parse("""{ "indicator": "households", "higher": "less" }"""));
            json["capacity"]!.AsArray().Add(JsonNode.Parse("""{ "indicator": "burglaries", "higher": "less" }"""));
            json["load"]!.AsArray().RemoveAt(1);
            json["participation"] = null;
        }),
    ];
}
